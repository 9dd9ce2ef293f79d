"""Explain the columns of all results, figures' CSVs and tables, as Markdown.

With --missing: print the rows that data/dictionary.tsv lacks, or has with another type, for the
tables of a finished project, as tab-separated lines to add; and the rows that explain nothing
there. The exit code is 1 if there are any.
"""

import argparse
import sys

from framing.errors import InputError


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "table", nargs="?", metavar="TABLE", help="one table, say results/mentions (default: all)"
    )
    parser.add_argument(
        "--missing", metavar="DIR", help="compare the dictionary with the project in DIR"
    )


def run(options: argparse.Namespace) -> int:
    """Print the dictionary, or what it lacks."""
    from framing.api import dictionary

    if options.missing is None:
        text = dictionary.render(options.table)
        if not text:
            raise InputError("TABLE", f"{options.table!r} is unknown", "leave it out to see all")
        print(text)
        return 0
    tables = dictionary.find_tables(options.missing)
    names = dictionary.study_names(options.missing)
    rows, unused = dictionary.missing(tables, names), dictionary.unused(tables, names)
    for row in rows:
        print("\t".join(row.values()))
    for row in unused:
        print(f"explains nothing: {row['table']}, column {row['column']}", file=sys.stderr)
    return int(bool(rows or unused))
