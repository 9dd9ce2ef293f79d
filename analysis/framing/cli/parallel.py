"""Compare what is found in the same sentences in several languages.

FILE.tsv has a row per content: id, frames (coded once, joined by |), and a column per language,
named after it (hebrew, arabic, english). Prints for each frame and pair of languages in how many
sentences it is found, and whether the rates are equivalent, or different, or whether these
sentences cannot tell.
"""

import argparse

from framing.cli import _options
from framing.errors import InputError

COLUMNS = ["frame", "first", "second", "sentences", "coded", "found_first", "found_second"]
COLUMNS += ["same", "ratio", "low", "high", "answer"]


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    _options.add_codebook(parser)
    parser.add_argument("input", metavar="FILE.tsv")
    parser.add_argument("--languages", metavar="CODES", help="he,ar,… (default: all in the file)")
    parser.add_argument("--output", metavar="OUT.tsv", help="write the table instead")
    parser.add_argument(
        "--differing", metavar="OUT.tsv", help="write the sentences that differ between languages"
    )


def run(options: argparse.Namespace) -> None:
    """Print or write the comparison."""
    import polars as pl

    from framing import output
    from framing.accuracy import equivalence, report
    from framing.instrument import codebook

    place = options.codebook or codebook.PLACE
    columns = equivalence.name_columns(place)
    wanted = options.languages.split(",") if options.languages else list(columns.values())
    for code in wanted:
        if code not in columns.values():
            known = ", ".join(columns.values())
            raise InputError("--languages", f"unknown language {code!r}", f"use {known}")
    book = codebook.read(place, languages=wanted)
    tables = report.across_languages(options.input, book, columns, level=0.95, alike=0.8)
    found = tables["equivalence"].select(COLUMNS)
    if options.differing:
        output.write_tsv(tables["differing_items"], options.differing)
    if options.output:
        output.write_tsv(found, options.output)
    else:
        ratios = pl.col("ratio", "low", "high").round(2)
        print(found.with_columns(ratios).write_csv(separator="\t"), end="")
