"""Check the sheets of a codebook, or a file of settings.

Prints one line for each mistake: file, row, column, problem and remedy. Prints nothing, and ends
with exit code 0, if there is none; the exit code is 2 otherwise. With --settings: the first mistake
in a file for `framing run --settings`, read together with the settings of the project in this
folder.
"""

import argparse

from framing.cli import _options


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    _options.add_codebook(parser)
    parser.add_argument("--settings", metavar="FILE.yaml", help="check these settings instead")


def run(options: argparse.Namespace) -> int:
    """Print the mistakes; returns 2 if there are any, else 0."""
    from framing import settings
    from framing.instrument import check, codebook

    if options.settings:
        settings.check_question(options.settings)
        return 0
    mistakes = check.check(options.codebook or codebook.PLACE)
    for line in mistakes:
        print(line)
    return 2 if mistakes else 0
