"""Check the sheets of a codebook.

Prints one line for each mistake: file, row, column, problem and remedy. Prints nothing, and ends
with exit code 0, if there is none; the exit code is 2 otherwise.
"""

import argparse

from framing.cli import _options


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    _options.add_codebook(parser)


def run(options: argparse.Namespace) -> int:
    """Print the mistakes; returns 2 if there are any, else 0."""
    from framing.instrument import check, codebook

    mistakes = check.check(options.codebook or codebook.PLACE)
    for line in mistakes:
        print(line)
    return 2 if mistakes else 0
