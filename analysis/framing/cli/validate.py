"""Print precision, recall and F1 of the instrument on a coded table.

CODED.tsv has the columns language and text and a 0/1 column per frame; or id, frames (joined by |)
and a column per language named after it (hebrew, arabic), with the same content in each: then it is
also printed how alike the languages are coded. Columns voice (narrator, attributed), speaker (an
actor, or none) and responsible (an actor, several joined by +, or none) are compared too if the
table has them. In the first kind of table, leave a cell empty where the frames of a text differ; in
the second it is a list with a part for each frame of the row, joined by |.
"""

import argparse

from framing.cli import _options


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    _options.add_codebook(parser)
    _options.add_reader(parser)
    _options.add_coded(parser)
    parser.add_argument("--output", metavar="FILE.tsv", help="write the scores as a tidy table")
    parser.add_argument("--draws", type=int, default=2000, help="bootstrap draws (default 2000)")
    parser.add_argument("--seed", type=int, default=1, help="seed of the bootstrap (default 1)")


def run(options: argparse.Namespace) -> None:
    """Score the instrument, print the scores and write them where `--output` says."""
    from framing import output
    from framing.accuracy import coded_texts, scorecard
    from framing.instrument import codebook
    from framing.reader import readers

    _options.check_draws(options)
    _options.check_seed(options)
    output.check([options.output], inputs=[options.input, codebook.PLACE, options.codebook])
    book = _options.read_codebook(options)
    texts = coded_texts.read(options.input, book, **_options.how_coded(options))
    made = readers.make_coder(book, reader=options.reader, weights=options.weights)
    compared = scorecard.compare(texts, book, instrument=made, reader=options.reader)
    scores = scorecard.score(compared, resamples=options.draws, seed=options.seed)
    if options.output:
        output.write_tsv(scores, options.output)
    labels = {code: row["label"] for code, row in book.frames.items()}
    print(scorecard.lay_out(scores, compared.same, labels))
