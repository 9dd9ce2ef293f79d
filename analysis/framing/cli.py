"""The command `framing`: code texts with the codebook, see their words, validate coded texts."""

import argparse
import json
import sys

from framing.errors import InputError


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns its exit code (2: bad input, told in one line)."""
    options = _parser().parse_args(arguments)
    try:
        options.run(options)
    except InputError as error:
        print(f"framing: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except KeyboardInterrupt:
        print("framing: stopped; nothing was written", file=sys.stderr)
        return 130
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="framing", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    book = argparse.ArgumentParser(add_help=False)
    book.add_argument("--codebook", metavar="DIR", help="another codebook (default: the study's)")
    table = argparse.ArgumentParser(add_help=False)
    table.add_argument(
        "--quoting",
        choices=["csv", "none"],
        default="csv",
        help="whether cells may stand in double quotes (default: csv, they may)",
    )
    code = commands.add_parser(
        "code",
        parents=[book, table],
        help="add a 0/1 column per frame to a table of texts",
        description="Code every row of IN.tsv (columns language, text; any other is kept).",
    )
    code.add_argument("input", metavar="IN.tsv")
    code.add_argument("output", metavar="OUT.tsv")
    code.add_argument("--mentions", metavar="FILE", help="write every cue found, with its offsets")
    code.set_defaults(run=_code)
    tokens = commands.add_parser(
        "tokens",
        parents=[book],
        help="words of a text on standard input, one JSON object a line",
        description="Words of the text on standard input: start, end, form, lemma.",
    )
    tokens.add_argument("--language", required=True, metavar="CODE", help="he, ar, …")
    tokens.set_defaults(run=_tokens)
    validate = commands.add_parser(
        "validate",
        parents=[book, table],
        help="precision, recall and F1 of the instrument on a coded table",
        description="Compare the instrument with the 0/1 frame columns of CODED.tsv.",
    )
    validate.add_argument("input", metavar="CODED.tsv")
    validate.add_argument("--output", metavar="FILE.tsv", help="write the scores as a tidy table")
    validate.add_argument("--draws", type=int, default=2000, help="bootstrap draws (default 2000)")
    validate.add_argument("--seed", type=int, default=1, help="seed of the bootstrap (default 1)")
    validate.set_defaults(run=_validate)
    return parser


def _book(options: argparse.Namespace):
    from framing.instrument import codebook

    return codebook.read(options.codebook or codebook.PLACE)


def _code(options: argparse.Namespace) -> None:
    from tqdm import tqdm

    from framing.instrument import coder

    if options.input in (options.output, options.mentions):
        raise InputError(options.input, "is both read and written", "name another output")
    book = _book(options)
    header, rows = coder.read_rows(options.input, quoted=options.quoting == "csv")
    for frame in book.frames:
        if frame in header:
            remedy = "rename or drop it, or compare it with `framing validate`"
            raise InputError(
                f"{options.input}: row 1", f"column {frame} stands there already", remedy
            )
    bar = tqdm(coder.code(rows, book, place=options.input), unit=" texts", delay=2, disable=None)
    count = coder.write(bar, [*header, *book.frames], options.output, options.mentions)
    print(f"{count} texts coded: {options.output}", file=sys.stderr)


def _tokens(options: argparse.Namespace) -> None:
    from framing.instrument import codebook
    from framing.texts import corpus, languages, text

    known = languages.read(options.codebook or codebook.PLACE)
    if options.language not in known:
        remedy = f"use {', '.join(known)}"
        raise InputError("--language", f"unknown language {options.language!r}", remedy)
    try:
        raw = sys.stdin.buffer.read().decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError("standard input", f"byte {error.start} is not UTF-8") from None
    spans = text.tokenise(raw)
    lemmas = corpus.lemmatise({raw[a:b] for a, b in spans}, known[options.language])
    for start, end in spans:
        form = raw[start:end]
        token = {"start": start, "end": end, "form": form, "lemma": lemmas[form]}
        print(json.dumps(token, ensure_ascii=False))


def _validate(options: argparse.Namespace) -> None:
    from framing.accuracy import scorecard
    from framing.instrument import coder

    if options.draws < 1:
        raise InputError("--draws", f"{options.draws} is too few", "give at least 1")
    if options.output == options.input:
        raise InputError(options.input, "is both read and written", "name another output")
    book = _book(options)
    header, rows = coder.read_rows(options.input, quoted=options.quoting == "csv")
    truth, found = scorecard.compare(header, rows, book, place=options.input)
    scores = scorecard.score(truth, found, resamples=options.draws, seed=options.seed)
    if options.output:
        scorecard.write(scores, options.output)
    print(scorecard.lay_out(scores, {code: row["label"] for code, row in book.frames.items()}))
