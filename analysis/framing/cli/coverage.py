"""Show how much of the corpus the codebook reads, and the commonest words that no cue meets.

Run it in the folder of a study, with any number of sources. Prints a table of the sources, then
the content words, by language, that are in no cue of any kind.
"""

import argparse

from framing.errors import InputError


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--top", type=int, default=30, help="words of each language (default 30)")
    parser.add_argument("--output", metavar="FILE.tsv", help="write the table of the sources")
    parser.add_argument("--words", metavar="FILE.tsv", help="write the table of the words")


def run(options: argparse.Namespace) -> None:
    """Print both tables, or write them."""
    import polars as pl

    from framing import output
    from framing.cli import _study
    from framing.measures import coverage

    if options.top < 1:
        raise InputError("--top", f"{options.top} is too few", "give at least 1")
    output.check([options.output, options.words], inputs=_study.INPUTS)
    study = _study.read()
    corpus = study.articles, study.sentences, study.tokens, study.mentions
    shares = pl.col("^share_.*$").round(3)
    read = coverage.coverage(*corpus)
    words = coverage.missed(study.articles, study.tokens, study.mentions, top=options.top)
    for table, path in ((read.with_columns(shares), options.output), (words, options.words)):
        if path:
            output.write_tsv(table, path)
        else:
            print(table.write_csv(separator="\t"))
