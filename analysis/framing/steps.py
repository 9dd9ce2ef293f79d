"""One step of the workflow: its messages go to its log, a user's mistake also to the terminal."""

import sys
import traceback
import warnings
from collections.abc import Callable
from typing import Any

import polars as pl

from framing import memory
from framing.errors import InputError, show_warnings


def read_results(input: Any) -> dict[str, pl.DataFrame]:
    """Return all tables among the named inputs of a rule, by name."""
    return {
        name: pl.read_parquet(path)
        for name, path in input.items()
        if str(path).endswith(".parquet")
    }


def run(step: Callable[[Any, Any, Any], None], snakemake: Any) -> None:
    """Call `step(input, output, params)`; what it writes to standard error goes to the rule's log.

    An InputError ends the job with exit code 2 and one line, on the terminal and in the log. What
    the system refuses (a full disk, a file without permission) ends it with 1 and one line on the
    terminal. Any other error leaves its traceback in the log.
    """
    memory.settle()  # modules are never collected
    terminal = sys.stderr
    with (
        open(snakemake.log[0], "w", encoding="utf-8") as log,
        warnings.catch_warnings(),
    ):
        show_warnings(lambda line: print(f"warning: {line}", file=terminal))
        sys.stderr = log
        try:
            step(snakemake.input, snakemake.output, snakemake.params)
        except InputError as error:
            print(f"error: {error}", file=log)
            print(f"error: {error}", file=terminal)
            sys.exit(2)
        except (OSError, pl.exceptions.ComputeError) as error:
            traceback.print_exc(file=log)
            print(f"error: {_say(error)}; see {snakemake.log[0]}", file=terminal)
            sys.exit(1)
        except Exception:
            traceback.print_exc(file=log)
            raise
        finally:
            sys.stderr = terminal
            memory.settle()  # or it would collect all objects before it ends


def _say(error: Exception) -> str:
    """The file and the problem in one line; polars wraps the errors of the system."""
    if isinstance(error, OSError) and error.strerror:
        return ": ".join(filter(None, [str(error.filename or ""), error.strerror.lower()]))
    return " ".join(str(error).split())
