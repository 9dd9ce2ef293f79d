"""Check the articles and split them into sentences and words."""

from framing import steps
from framing.texts import corpus, languages


def step(input, output, params):
    """Write the tables of the corpus."""
    known = languages.read(params.codebook, params.text["normalise"])
    articles = corpus.read_articles(input.articles, params.sources, known, others=params.others)
    tables = corpus.build(articles, known, params.text)
    for name in ("articles", "sentences", "tokens", "repairs", "normalisation"):
        getattr(tables, name).write_parquet(output[name])


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
