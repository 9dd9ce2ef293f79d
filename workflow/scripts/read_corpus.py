"""Check the articles and split them into sentences and words."""

from framing import comparisons, steps
from framing.texts import corpus, languages


def step(input, output, params):
    """Write the tables of the corpus."""
    known = languages.read(params.codebook, params.text["normalise"])
    rows = corpus.read_sheet(input.articles, params.known, known)
    articles = corpus.read_texts(comparisons.relabel(rows, params.sources), input.articles)
    tables = corpus.build(articles, known, params.text)
    for name in ("articles", "sentences", "tokens", "repairs", "normalisation"):
        getattr(tables, name).write_parquet(output[name])


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
