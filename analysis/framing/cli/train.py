"""Train the learned reader on a coded table, and print how well it codes texts left out.

CODED.tsv has the columns language and text and a 0/1 column per frame; or id, frames (joined by |)
and a column per language named after it (hebrew, arabic), with the same content in each. A column
group, source, topic or article keeps texts that are alike together when some are left out; a column
weight says how much a text counts.
"""

import argparse
import sys

from framing.cli import _options
from framing.errors import InputError


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    _options.add_codebook(parser)
    _options.add_quoting(parser)
    parser.add_argument("input", metavar="CODED.tsv")
    parser.add_argument("--out", metavar="SHEET.tsv", help="write the weights")
    parser.add_argument("--scores", metavar="FILE.tsv", help="write the scores of every frame")
    parser.add_argument(
        "--letters",
        action="store_true",
        help="also learn from pieces of words, for texts of the same kind",
    )
    parser.add_argument("--group", metavar="COLUMN", help="the column of texts that are alike")
    parser.add_argument(
        "--where",
        metavar="COLUMN=VALUE",
        action="append",
        default=[],
        help="train on these rows alone; VALUE may be a list, as in language=he,ar",
    )
    parser.add_argument("--draws", type=int, default=2000, help="bootstrap draws (default 2000)")
    parser.add_argument("--seed", type=int, default=1, help="seed of the bootstrap (default 1)")


def run(options: argparse.Namespace) -> None:
    """Train, print the scores, and write the sheet; nothing is written where the input is bad."""
    from framing import output
    from framing.accuracy import equivalence
    from framing.instrument import codebook
    from framing.reader import examples, proof, report, sheet, training

    _options.check_draws(options)
    _options.check_seed(options)
    inputs = [options.input, codebook.PLACE, options.codebook]
    output.check([options.out, options.scores], inputs=inputs)
    book = _options.read_codebook(options)
    columns = equivalence.name_columns(options.codebook or codebook.PLACE)
    quoted = options.quoting == "csv"
    choice = {"group": options.group, "where": [_read_where(text) for text in options.where]}
    coded = examples.read(
        options.input, book, columns, quoted=quoted, letters=options.letters, **choice
    )
    trained = training.train(coded)
    codes, probabilities = proof.predict(coded)
    scores = proof.score(coded, codes, resamples=options.draws, seed=options.seed)
    calibration = proof.calibration(coded, probabilities)
    agreement = proof.agreement(coded, codes)
    if options.scores:
        output.write_tsv(scores, options.scores)
    if options.out:
        sheet.write(trained.model, options.out)
        print(f"weights written: {options.out}", file=sys.stderr)
    print(report.lay_out(trained, scores, calibration, agreement))


def _read_where(text: str) -> tuple[str, list[str]]:
    column, sign, values = text.partition("=")
    if not (column and sign):
        raise InputError("--where", f"{text!r} is no condition", "write COLUMN=VALUE")
    return column, values.split(",")
