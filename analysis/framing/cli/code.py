"""Add a 0/1 column per frame to a table of texts.

Codes every row of IN.tsv (columns language and text; all other columns are kept). With --reader
learned or both a column found_by names the reader of each frame.
"""

import argparse
import os
import sys
from collections.abc import Iterator
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from framing.cli import _options
from framing.errors import InputError

if TYPE_CHECKING:
    from framing.instrument.coder import Part

MOST_JOBS = 4  # unless more are asked for: each needs memory
SMALL = 20_000_000  # bytes: less is coded before a second process has started


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    _options.add_codebook(parser)
    _options.add_reader(parser)
    _options.add_quoting(parser)
    parser.add_argument("input", metavar="IN.tsv")
    parser.add_argument("output", metavar="OUT.tsv")
    parser.add_argument(
        "--mentions", metavar="FILE", help="write every cue found, with its offsets"
    )
    parser.add_argument(
        "--jobs", type=int, metavar="N", help="processes (default: one per core, at most 4)"
    )


def run(options: argparse.Namespace) -> None:
    """Read, code and write the table; nothing is written where the input is bad."""
    from framing import memory, output
    from framing.instrument import codebook, coder, jobs
    from framing.reader import readers

    outputs = [options.output, options.mentions]
    output.check(outputs, inputs=[options.input, codebook.PLACE, options.codebook])
    place = options.codebook or codebook.PLACE
    header, rows = coder.read_rows(options.input, quoted=options.quoting == "csv")
    some = next(coder.split(rows, coder.BATCH), [])
    book = codebook.read_as_needed(place, {row["language"] for row in some})
    memory.settle()
    rows = chain(some, rows)
    del some
    columns = readers.list_columns(book, options.reader)
    for name in columns:
        if name in header:
            remedy = "rename or drop it, or compare it with `framing validate`"
            raise InputError(f"{options.input}: row 1", f"has a column {name} already", remedy)
    model = readers.read_model(book, reader=options.reader, weights=options.weights)
    make = partial(readers.pair, model=model, reader=options.reader)
    size = os.path.getsize(options.input) if os.path.isfile(options.input) else 0
    parts = jobs.code(
        coder.split(coder.check(rows, book, place=options.input), coder.BATCH),
        header,
        book,
        place=place,
        mentions=bool(options.mentions),
        jobs=_count_jobs(options.jobs, size),
        make=make,
    )
    shown = _show_progress(parts, size)
    count = coder.write(shown, [*header, *columns], options.output, options.mentions)
    print(f"{count} texts coded: {options.output}", file=sys.stderr)


def _count_jobs(asked: int | None, size: int) -> int:
    """How many processes: as asked, else one per core; one for a file of at most this size."""
    if asked is not None and asked < 1:
        raise InputError("--jobs", f"{asked} is too few", "give at least 1")
    return asked or (min(os.cpu_count() or 1, MOST_JOBS) if size > SMALL else 1)


def _show_progress(parts: "Iterator[Part]", size: int) -> "Iterator[Part]":
    """The parts, with a bar of what is done of the file on the terminal."""
    if not sys.stderr.isatty():
        yield from parts
        return
    from tqdm import tqdm

    settings = {"total": size or None, "unit": "B", "unit_scale": True, "delay": 2}
    with tqdm(**settings) as bar:
        for part in parts:
            bar.update(part.size)
            yield part
        bar.update(max(0, size - bar.n))
