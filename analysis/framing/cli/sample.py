"""Draw a random sample of coded texts as blank coding sheets.

CODED.tsv is what `framing code` wrote; a column `source` tells the sources apart. The new folder
gets a page to print and a table to fill in for each language, and design.tsv, which records how
likely each text was to be drawn. `framing correct` takes the filled tables back.
"""

import argparse
import sys

from framing.cli import _options

ENOUGH = 50  # coded texts a source, the fewest for which the intervals hold in simulated corpora


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    _options.add_codebook(parser)
    _options.add_quoting(parser)
    parser.add_argument("input", metavar="CODED.tsv")
    parser.add_argument("folder", metavar="NEW_FOLDER")
    parser.add_argument(
        "--per-language",
        type=int,
        required=True,
        metavar="N",
        help="texts to draw from each language",
    )
    parser.add_argument("--seed", type=int, default=1, help="seed of the draw (default 1)")
    _options.add_source(parser)


def run(options: argparse.Namespace) -> None:
    """Draw the sample and write its sheets."""
    import polars as pl

    from framing import sheets
    from framing.correction import coding_sheets, corpus, sample
    from framing.instrument import codebook, coder

    _options.check_seed(options)
    place = options.codebook or codebook.PLACE
    codes = codebook.read_codes(place)["frame"]
    known = sheets.read(f"{place}/languages.tsv", "languages")
    directions = {row["language"]: row["direction"] for row in known}
    header, rows = coder.read_rows(options.input, quoted=options.quoting == "csv")
    coded = corpus.read(header, rows, codes, directions, source=options.source, place=options.input)
    frames = [frame for frame in codes if frame in coded.columns]
    drawn = sample.draw(coded, frames, per_language=options.per_language, seed=options.seed)
    texts = dict(coded.select("row", "text").iter_rows())
    asked = {frame: codes[frame] for frame in frames}
    coding_sheets.write(options.folder, drawn, texts, asked, directions)
    for language, count in drawn.group_by("language", maintain_order=True).len().iter_rows():
        sheet = f"{options.folder}/{language}.tsv"
        print(f"{language}: {count} texts to code: {sheet}", file=sys.stderr)
    few = drawn.group_by("source", maintain_order=True).len().filter(pl.col("len") < ENOUGH)
    for source, count in few.iter_rows():
        problem = f"only {count} texts of {source}: intervals were tested from {ENOUGH} on"
        print(f"{problem}; draw more if you can", file=sys.stderr)
