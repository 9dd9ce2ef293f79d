"""One number: its key, its value, how it is printed, and where it comes from."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import polars as pl

from framing.columns import NAME
from framing.paper import captions

Results = dict[str, pl.DataFrame]
MISSING = "–"
SEPARATOR = "|"


@dataclass(frozen=True)
class Study:
    """What gives the keys their names: the config of the study, and labels by kind and code."""

    config: dict[str, Any]
    labels: dict[str, dict[str, str]]

    @property
    def sources(self) -> list[str]:
        """The sources in the order of the config."""
        return list(self.config["sources"])


@dataclass(frozen=True)
class Number:
    """One number.

    `value` as computed (None: it cannot be), `text` as printed, `unit` in words, `source` the table
    that it comes from, `n` the units behind it, `method` how it was computed, `sentences` the names
    of those that it counts (empty where it is no count of sentences).
    """

    key: str
    value: float | None
    text: str
    unit: str
    source: str
    n: int | None = None
    method: str = ""
    sentences: tuple[str, ...] = field(default=())


def number(
    key: str,
    value: Any,
    form: Callable[[Any], str],
    unit: str,
    source: str,
    **more: Any,
) -> Number:
    """A number printed by `form`; a value that cannot be computed is printed as a dash."""
    known = value is not None and value == value
    text = form(value) if known else MISSING
    return Number(key, float(value) if known else None, text, unit, source, **more)


def count(key: str, rows: pl.DataFrame, source: str, **more: Any) -> Number:
    """A count of sentences: the rows, each of another sentence, are named."""
    names = tuple(rows.select(NAME).to_series().to_list())
    return number(key, rows.height, whole, "sentences", source, sentences=names, **more)


def row(table: pl.DataFrame, **where: Any) -> dict[str, Any]:
    """The only row with these values; without one, a row of nulls."""
    found = table.filter(**where)
    return found.row(0, named=True) if found.height else dict.fromkeys(table.columns)


def interval(
    key: str, found: dict[str, Any], form: Callable[[Any], str], unit: str, source: str, **more: Any
) -> list[Number]:
    """An estimate and the ends of its interval: the key, key.low and key.high."""
    ends = {key: "estimate", f"{key}.low": "low", f"{key}.high": "high"}
    return [number(k, found[column], form, unit, source, **more) for k, column in ends.items()]


def whole(value: float) -> str:
    """A count, with a comma between thousands."""
    return captions.thousands(round(value))


def decimal(value: float) -> str:
    """A coefficient with two decimals and a true minus."""
    return f"{value:.2f}".replace("-", "−")


def tenth(value: float) -> str:
    """A number with one decimal."""
    return f"{value:.1f}".replace("-", "−")


def thousandth(value: float) -> str:
    """A small number with three decimals."""
    return f"{value:.3f}"


def plain(value: float) -> str:
    """A setting with all its digits."""
    return f"{value:.15g}"


def slug(name: str) -> str:
    """A name as a part of a key: social media posts → social_media_posts."""
    return "_".join("".join(c if c.isalnum() else " " for c in name.lower()).split())
