"""Write a blank coding sheet for each article, to be filled in by people."""

from pathlib import Path

import polars as pl
from framing import sheets, steps
from framing.coders import blank_sheet
from framing.instrument import codebook


def step(input, output, params):
    """Write a page to print and two blank sheets per article."""
    articles, sentences = (pl.read_parquet(input[name]) for name in ("articles", "sentences"))
    codes, template = codebook.read_codes(params.codebook), sheets.read_text(input.template)
    rows = sheets.read(Path(params.codebook) / "languages.tsv", "languages")
    directions = {row["language"]: row["direction"] for row in rows}
    blank_sheet.write(articles, sentences, codes, directions, template, output.sheets)


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
