# What quanteda does with the same posts: Rscript benchmarks/quanteda.R IN.tsv PHRASES.txt
# It looks up fixed phrases (one a line), without clitics, gaps or conditions, with two threads.
library(quanteda)
arguments <- commandArgs(trailingOnly = TRUE)
quanteda_options(threads = 2)
posts <- read.delim(arguments[1], quote = "\"", encoding = "UTF-8")
phrases <- readLines(arguments[2], encoding = "UTF-8")
found <- tokens_lookup(tokens(posts$text), dictionary(list(cue = phrases)), valuetype = "fixed")
invisible(dfm(found))
