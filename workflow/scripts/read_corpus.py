"""Check the articles and split them into sentences and words."""

from framing import codebook, corpus, steps


def step(input, output, params):
    """Write the tables of the corpus."""
    book = codebook.read(params.codebook, params.text["normalise"])
    articles = corpus.read_articles(input.articles, params.sources, book.languages)
    tables = corpus.build(articles, book, params.text)
    for name in ("articles", "sentences", "tokens", "repairs", "normalisation"):
        getattr(tables, name).write_parquet(output[name])


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
