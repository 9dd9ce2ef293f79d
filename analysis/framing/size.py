"""What the size of a corpus decides: parts that are read apart, samples, and what is left out.

A part is a group of whole articles, read and coded in a job of its own.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

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
    import polars as pl  # the workflow reads this module before it starts a job

    pl.scan_parquet([Path(part) for part in parts]).sink_parquet(out)


def sampled(settings: Mapping[str, Any], section: str) -> int | None:
    """How many articles of a source that section draws, None where no source has more."""
    most: int = settings[section]["articles"]
    return most if _largest(settings) > most else None


def leave_out(settings: Mapping[str, Any]) -> dict[str, str]:
    """Figures that make no sense for so many articles, each with the reason in one sentence."""
    most, there = settings["similarity"]["articles"], _largest(settings)
    if there <= most:
        return {}
    reason = (
        f"Sentences are paired where no source has more than {most} articles "
        f"(similarity.articles in the config); here one has {there}."
    )
    return {"sentence_correspondence": reason}


def _largest(settings: Mapping[str, Any]) -> int:
    return max(int(source["articles"]) for source in settings["sources"].values())
