"""Train the learned reader on a coded table, and print how well it codes texts left out.

CODED.tsv has the columns language and text and a 0/1 column per frame; or id, frames (joined by |)
and a column per language named after it (hebrew, arabic), with the same content in each. A column
group, source, topic or article keeps texts that are alike together when some are left out; a column
weight says how much a text counts.
"""

import argparse
import sys

from framing.cli import _options


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    _options.add_codebook(parser)
    _options.add_coded(parser)
    parser.add_argument("--out", metavar="SHEET.tsv", help="write the weights")
    parser.add_argument("--scores", metavar="FILE.tsv", help="write the scores of every frame")
    parser.add_argument(
        "--letters",
        action="store_true",
        help="also learn from pieces of words, for texts of the same kind",
    )
    parser.add_argument("--group", metavar="COLUMN", help="the column of texts that are alike")
    parser.add_argument("--draws", type=int, default=2000, help="bootstrap draws (default 2000)")
    parser.add_argument("--seed", type=int, default=1, help="seed of the bootstrap (default 1)")


def run(options: argparse.Namespace) -> None:
    """Train, print the scores, and write the sheet; nothing is written where the input is bad."""
    from framing import output
    from framing.accuracy import same_contents
    from framing.instrument import codebook
    from framing.reader import examples, proof, report, sheet, training

    _options.check_draws(options)
    _options.check_seed(options)
    inputs = [options.input, codebook.PLACE, options.codebook]
    output.check([options.out, options.scores], inputs=inputs)
    book = _options.read_codebook(options)
    how = _options.how_coded(options) | {"group": options.group, "letters": options.letters}
    coded = examples.read(options.input, book, **how)
    trained = training.train(coded)
    codes, probabilities = proof.predict(coded)
    scores = proof.score(coded, codes, resamples=options.draws, seed=options.seed)
    calibration = proof.calibration(coded, probabilities)
    agreement = same_contents.compare(coded.units, coded.languages, codes)
    if options.scores:
        output.write_tsv(scores, options.scores)
    if options.out:
        sheet.write(trained.model, options.out)
        print(f"weights written: {options.out}", file=sys.stderr)
    print(report.lay_out(trained, scores, calibration, agreement))
