"""The command `framing`. Every module of this folder without a leading underscore is a subcommand.

A subcommand is a small module. Its docstring describes it (the first line is its line in `framing
--help`), `add_options(parser)` declares its options, and `run(options)` does the work and returns
an exit code or nothing. It imports what it needs inside `run`, so that `framing --help` is fast.
"""

import argparse
import io
import os
import signal
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from itertools import pairwise
from pkgutil import iter_modules
from types import ModuleType

from framing.errors import InputError, show_warnings

DESCRIPTION = "Find frames in Hebrew, Arabic and English texts, and check what is found."


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code: what `run` returns, 2 for bad input (one line)."""
    arguments = sys.argv[1:] if arguments is None else arguments
    options = _parser().parse_args(arguments)
    try:
        _check_values(arguments)
        with _stopped_by_signals(), warnings.catch_warnings():
            show_warnings(lambda line: print(f"framing: warning: {line}", file=sys.stderr))
            _write_unicode()
            code = int(options.run(options) or 0)
            if sys.stdout is not None:
                sys.stdout.flush()
            return code
    except InputError as error:
        return _end(2, str(error))
    except ModuleNotFoundError as error:
        if str(error.name).startswith("framing"):
            raise
        return _end(1, f"{error.name} is missing; pip install 'framing[study]'")
    except BrokenPipeError:
        _discard_output()
        return 1
    except OSError as error:
        _discard_output()
        return _end(2, f"{error.filename or 'standard output'}: {str(error.strerror).lower()}")
    except MemoryError:
        return _end(2, "the text needs more memory than there is; cut it into several rows")
    except KeyboardInterrupt as stop:
        return _end(128 + (stop.args or (signal.SIGINT,))[0], "stopped; no file was changed")


def _check_values(arguments: list[str]) -> None:
    """Raise InputError for an option without a value, say of an empty variable of a shell."""
    for name, value in pairwise([*arguments, "end"]):
        if name.startswith("--") and (value == "" or name.endswith("=")):
            raise InputError(name.rstrip("="), "is empty", "give a value, or leave it out")


def _end(code: int, message: str) -> int:
    print(f"framing: {message}", file=sys.stderr)
    return code


@contextmanager
def _stopped_by_signals() -> Iterator[None]:
    """Let a request to end, or a closed terminal, stop the work as Ctrl-C does: nothing is left."""

    def stop(number: int, _: object) -> None:
        raise KeyboardInterrupt(number)

    before = {number: signal.signal(number, stop) for number in (signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _write_unicode() -> None:
    """Write UTF-8, whatever the locale says: Hebrew and Arabic have no other common encoding."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


def _discard_output() -> None:
    """Drop what standard output still holds, which Python would try to write as it ends."""
    if sys.stdout is not None:
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


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
