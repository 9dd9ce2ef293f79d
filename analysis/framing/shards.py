"""A large corpus in parts: groups of whole articles, each read and coded in a job of its own."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import polars as pl

Bounds = list[int]  # the first article, and the one after the last


def cut(settings: Mapping[str, Any]) -> dict[str, Bounds]:
    """The parts by name, in the order of the articles; none for a corpus that is read at once.

    `settings` are those of a run: `shards`, and `sources` with the number of their `articles`.
    """
    articles = sum(source["articles"] for source in settings["sources"].values())
    given = settings["shards"]
    if articles <= given["articles_above"]:
        return {}
    starts = range(0, articles, given["articles"])
    wide = len(str(len(starts)))
    return {
        str(number).zfill(wide): [start, min(start + given["articles"], articles)]
        for number, start in enumerate(starts, start=1)
    }


def gather(parts: Iterable[Path | str], out: Path | str) -> None:
    """Write the tables of all parts as one, in their order, without holding it in memory."""
    pl.scan_parquet(list(parts)).sink_parquet(out)
