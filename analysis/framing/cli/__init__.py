"""The command `framing`. Every module of this folder without a leading underscore is a subcommand.

A subcommand is a small module. Its docstring describes it (the first line is its line in `framing
--help`), `add_options(parser)` declares its options, and `run(options)` does the work and returns
an exit code or nothing. It imports what it needs inside `run`, so that `framing --help` is fast.
"""

import argparse
import sys
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from framing.errors import InputError

DESCRIPTION = "Find frames in Hebrew and Arabic texts with a codebook, and check what is found."


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code: what `run` returns, 2 for bad input (one line)."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options) or 0)
    except InputError as error:
        print(f"framing: {error}", file=sys.stderr)
        return 2
    except ModuleNotFoundError as error:
        if str(error.name).startswith("framing"):
            raise
        print(f"framing: {error.name} is missing; pip install 'framing[study]'", file=sys.stderr)
        return 1
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except KeyboardInterrupt:
        print("framing: stopped; nothing was written", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="framing", description=DESCRIPTION)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name in sorted(module.name for module in iter_modules(__path__)):
        if not name.startswith("_"):
            command = import_module(f"{__name__}.{name}")
            summary, text = _summarise(command), command.__doc__
            options = commands.add_parser(name, help=summary, description=text)
            command.add_options(options)
            options.set_defaults(run=command.run)
    return parser


def _summarise(command: ModuleType) -> str:
    line = str(command.__doc__).splitlines()[0].rstrip(".")
    return line[0].lower() + line[1:]
