"""Add a 0/1 column per frame to a table of texts.

Codes every row of IN.tsv (columns language and text; all other columns are kept).
"""

import argparse
import sys

from framing.cli import _options
from framing.errors import InputError


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    _options.add_codebook(parser)
    _options.add_quoting(parser)
    parser.add_argument("input", metavar="IN.tsv")
    parser.add_argument("output", metavar="OUT.tsv")
    parser.add_argument(
        "--mentions", metavar="FILE", help="write every cue found, with its offsets"
    )


def run(options: argparse.Namespace) -> None:
    """Read, code and write the table; nothing is written where the input is bad."""
    from tqdm import tqdm

    from framing import output
    from framing.instrument import codebook, coder

    outputs = [options.output, options.mentions]
    output.check(outputs, inputs=[options.input, codebook.PLACE, options.codebook])
    book = _options.read_codebook(options)
    header, rows = coder.read_rows(options.input, quoted=options.quoting == "csv")
    for frame in book.frames:
        if frame in header:
            remedy = "rename or drop it, or compare it with `framing validate`"
            raise InputError(f"{options.input}: row 1", f"has a column {frame} already", remedy)
    bar = tqdm(coder.code(rows, book, place=options.input), unit=" texts", delay=2, disable=None)
    count = coder.write(bar, [*header, *book.frames], options.output, options.mentions)
    print(f"{count} texts coded: {options.output}", file=sys.stderr)
