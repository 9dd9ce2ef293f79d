"""Correct shares of frames by a sample that was coded by hand.

FOLDER is what `framing sample` wrote, with its tables filled in; CODED.tsv is the table that was
sampled. Prints the share of each frame in each source and the differences between sources, with
intervals that hold whatever errors the instrument makes, also where they differ by language.
"""

import argparse

from framing.cli import _options
from framing.errors import InputError


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    _options.add_codebook(parser)
    _options.add_quoting(parser)
    parser.add_argument("folder", metavar="FOLDER")
    parser.add_argument("input", metavar="CODED.tsv")
    parser.add_argument("--output", metavar="FILE.tsv", help="write the shares as a tidy table")
    parser.add_argument("--level", type=float, default=0.95, help="of the intervals (default 0.95)")
    _options.add_source(parser)


def run(options: argparse.Namespace) -> None:
    """Correct the shares, print them and write them where `--output` says."""
    from framing import output, sheets
    from framing.correction import coding_sheets, corpus, design_based, summary
    from framing.instrument import codebook, coder

    if not 0 < options.level < 1:
        raise InputError("--level", f"{options.level:g} is not between 0 and 1", "give 0.95, say")
    read = [options.input, options.folder, codebook.PLACE, options.codebook]
    output.check([options.output], inputs=read)
    place = options.codebook or codebook.PLACE
    codes = codebook.read_codes(place)["frame"]
    languages = [row["language"] for row in sheets.read(f"{place}/languages.tsv", "languages")]
    header, rows = coder.read_rows(options.input, quoted=options.quoting == "csv")
    coded = corpus.read(header, rows, codes, languages, source=options.source, place=options.input)
    texts = dict(coded.select("row", "text").iter_rows())
    frames = [frame for frame in codes if frame in coded.columns]
    hand, frames = coding_sheets.read(options.folder, texts, frames)
    shares = design_based.correct(coded, hand, frames, level=options.level)
    if options.output:
        output.write_tsv(shares, options.output)
    labels = {frame: codes[frame]["label"] for frame in frames}
    print(summary.lay_out(shares, labels, level=options.level))
