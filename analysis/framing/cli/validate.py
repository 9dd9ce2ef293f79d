"""Print precision, recall and F1 of the instrument on a coded table.

Compares what the codebook finds with the 0/1 frame columns of CODED.tsv. Columns voice (narrator,
attributed) and responsible (an actor, or none) are compared too if the table has them; leave a cell
empty where the frames of a text differ.
"""

import argparse

from framing.cli import _options


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    _options.add_codebook(parser)
    _options.add_reader(parser)
    _options.add_quoting(parser)
    parser.add_argument("input", metavar="CODED.tsv")
    parser.add_argument("--output", metavar="FILE.tsv", help="write the scores as a tidy table")
    parser.add_argument("--draws", type=int, default=2000, help="bootstrap draws (default 2000)")
    parser.add_argument("--seed", type=int, default=1, help="seed of the bootstrap (default 1)")


def run(options: argparse.Namespace) -> None:
    """Score the instrument, print the scores and write them where `--output` says."""
    from framing import output
    from framing.accuracy import scorecard
    from framing.instrument import codebook, coder
    from framing.reader import readers

    _options.check_draws(options)
    _options.check_seed(options)
    output.check([options.output], inputs=[options.input, codebook.PLACE, options.codebook])
    book = _options.read_codebook(options)
    header, rows = coder.read_rows(options.input, quoted=options.quoting == "csv")
    made = readers.make_coder(book, reader=options.reader, weights=options.weights)
    compared = scorecard.compare(header, rows, book, place=options.input, instrument=made)
    scores = scorecard.score(compared, resamples=options.draws, seed=options.seed)
    if options.output:
        output.write_tsv(scores, options.output)
    print(scorecard.lay_out(scores, {code: row["label"] for code, row in book.frames.items()}))
