"""Options that several subcommands share, and what they mean."""

import argparse
from typing import TYPE_CHECKING, Any

from framing.errors import InputError

MOST_DRAWS = 100_000  # more would change no printed digit

if TYPE_CHECKING:
    from framing.instrument.codebook import Codebook


def add_codebook(parser: argparse.ArgumentParser) -> None:
    """Declare `--codebook DIR`."""
    parser.add_argument("--codebook", metavar="DIR", help="another codebook (default: the study's)")


def add_quoting(parser: argparse.ArgumentParser) -> None:
    """Declare `--quoting`."""
    parser.add_argument(
        "--quoting",
        choices=["csv", "none"],
        default="csv",
        help="csv: double quotes around a cell are not part of its text (default); none: they are",
    )


def add_coded(parser: argparse.ArgumentParser) -> None:
    """Declare the coded table, `--quoting` and `--where`."""
    add_quoting(parser)
    parser.add_argument("input", metavar="CODED.tsv")
    parser.add_argument(
        "--where",
        metavar="COLUMN=VALUE",
        action="append",
        default=[],
        help="only these rows; VALUE may be a list, as in language=he,ar; may be given again",
    )


def how_coded(options: argparse.Namespace) -> dict[str, Any]:
    """How the coded table is read: keywords of `coded_texts.read`."""
    from framing.accuracy import equivalence
    from framing.instrument import codebook

    return {
        "columns": equivalence.name_columns(options.codebook or codebook.PLACE),
        "where": list(map(read_where, options.where)),
        "quoted": options.quoting == "csv",
    }


def read_where(text: str) -> tuple[str, list[str]]:
    """Column and values of a condition; InputError if it is none."""
    column, sign, values = text.partition("=")
    if not (column and sign):
        raise InputError("--where", f"{text!r} is no condition", "write COLUMN=VALUE")
    return column, values.split(",")


def add_source(parser: argparse.ArgumentParser) -> None:
    """Declare `--source COLUMN`."""
    parser.add_argument(
        "--source",
        metavar="COLUMN",
        help="the column that tells the sources apart (default: source, else the language)",
    )


def check_draws(options: argparse.Namespace) -> None:
    """Raise InputError for a number of `--draws` that is too small or too large."""
    if not 1 <= options.draws <= MOST_DRAWS:
        few = "few" if options.draws < 1 else "many"
        raise InputError("--draws", f"{options.draws} is too {few}", f"give 1 to {MOST_DRAWS}")


def check_seed(options: argparse.Namespace) -> None:
    """Raise InputError for a negative `--seed`."""
    if options.seed < 0:
        raise InputError("--seed", f"{options.seed} is negative", "give 0 or more")


def add_reader(parser: argparse.ArgumentParser) -> None:
    """Declare `--reader` and `--weights`."""
    parser.add_argument(
        "--reader",
        default="rules",
        choices=["rules", "learned", "both"],
        help="who finds the frames (default: rules)",
    )
    add_weights(parser)


def add_weights(parser: argparse.ArgumentParser) -> None:
    """Declare `--weights SHEET.tsv`."""
    parser.add_argument(
        "--weights",
        metavar="SHEET",
        help="weights of the learned reader: a file, or press (default) or newspapers",
    )


def read_codebook(options: argparse.Namespace) -> "Codebook":
    """Read the codebook that `--codebook` names, or the study's."""
    from framing.instrument import codebook

    return codebook.read(options.codebook or codebook.PLACE)
