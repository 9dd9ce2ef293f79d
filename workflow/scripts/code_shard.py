"""Read and code one part of a large corpus."""

from framing import comparisons, steps
from framing.instrument import codebook, mentions
from framing.texts import corpus, languages


def step(input, output, params):
    """Write the tables of the corpus and the mentions, of these articles."""
    known = languages.read(params.codebook, params.text["normalise"])
    rows = corpus.read_sheet(input.articles, params.known, known)
    mine = comparisons.relabel(rows, params.sources)[slice(*params.bounds)]
    tables = corpus.build(corpus.read_texts(mine, input.articles), known, params.text)
    for name in ("articles", "sentences", "tokens", "repairs", "normalisation"):
        getattr(tables, name).write_parquet(output[name])
    spoken = sorted({row["language"] for row in mine})
    book = codebook.read(params.codebook, params.text["normalise"], languages=spoken)
    found = mentions.find(tables.articles, tables.sentences, tables.tokens, book)
    found.write_parquet(output.mentions)


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
