"""Which words are near a word or concept, in a window of words within the sentence."""

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing.columns import UNIT
from framing.measures import items as tables
from framing.statistics import effects


def locate(items: pl.DataFrame, tokens: pl.DataFrame) -> pl.DataFrame:
    """The items with `first` and `last`: numbers of the first and last token that they cover.

    `items` have article, sentence, start, end (characters; see `items.concepts`), `tokens` are
    those of the corpus. An item that covers no token is left out.
    """
    keys = items.with_row_index("row")
    spans = tokens.select(*UNIT, "token", pl.col("start").alias("from"), pl.col("end").alias("to"))
    covered = keys.join(spans, on=UNIT, how="inner").filter(
        (pl.col("from") < pl.col("end")) & (pl.col("to") > pl.col("start"))
    )
    edges = covered.group_by("row").agg(
        pl.col("token").min().alias("first"), pl.col("token").max().alias("last")
    )
    return keys.join(edges, on="row", how="inner", maintain_order="left").drop("row")


def collocates(
    words: pl.DataFrame,
    nodes: pl.DataFrame,
    *,
    window: int = 5,
    minimum: int = 2,
    smoothing: float = 0.5,
) -> pl.DataFrame:
    """Words that occur within `window` words of a node, before or after it, in its sentence.

    `words`: item table of `items.words`, of one language. `nodes`: article, sentence, first, last
    (of `locate`). The window counts all words, function words too. Words inside a node do not
    count; a word near two nodes counts once.

    Columns: item, form (see `items.counts`), near (occurrences in the windows), count (outside
    nodes), nodes, windows (words of the table in the windows), log_dice (14 + log2(2·near / (nodes
    + count)); Rychlý 2008), log_ratio (binary, rate in the windows against outside them; Hardie
    2014), npmi (item and "in a window" over all words, -1 to 1; Bouma 2009). Items with near >=
    `minimum`, highest log_dice first. Raises ValueError if `window` is below 1.
    """
    if window < 1:
        raise ValueError("window must be at least 1 word")
    placed = _place(words, nodes, window).filter(~pl.col("inside"))
    total, positions = placed.height, int(placed["near"].sum())
    within = placed.group_by("item").agg(pl.col("near").sum().cast(pl.Int64))
    found = tables.counts(placed, ["item"]).join(within, on="item", maintain_order="left")
    near, count = (found[c].to_numpy().astype(float) for c in ("near", "count"))
    ratio = effects.log_ratio(near, positions, count - near, total - positions, smoothing=smoothing)
    with np.errstate(divide="ignore"):
        dice = 14 + np.log2(2 * near / (nodes.height + count))
    return (
        found.select(
            *("item", "form", "near", "count"),
            pl.lit(nodes.height, pl.Int64).alias("nodes"),
            pl.lit(positions, pl.Int64).alias("windows"),
            pl.Series("log_dice", dice),
            pl.Series("log_ratio", ratio),
            pl.Series("npmi", _npmi(near, count, positions, total)),
        )
        .filter(pl.col("near") >= minimum)
        .sort(["log_dice", "item"], descending=[True, False])
    )


def _place(words: pl.DataFrame, nodes: pl.DataFrame, window: int) -> pl.DataFrame:
    """The words with `inside` (part of a node) and `near` (in a window)."""
    rows = words.select(*UNIT, "token", "item", "form").with_row_index("row")
    token, first, last = pl.col("token"), pl.col("first"), pl.col("last")
    pairs = rows.join(nodes.select(*UNIT, "first", "last"), on=UNIT, how="inner")
    flags = pairs.group_by("row").agg(
        token.is_between(first, last).any().alias("inside"),
        token.is_between(first - window, last + window).any().alias("near"),
    )
    both = pl.col("inside", "near").fill_null(False)
    return rows.join(flags, on="row", how="left", maintain_order="left").with_columns(both)


def _npmi(
    near: NDArray[np.float64], count: NDArray[np.float64], positions: int, total: int
) -> NDArray[np.float64]:
    with np.errstate(divide="ignore", invalid="ignore"):
        joint = near / total
        value = np.log(joint / (count / total * positions / total)) / -np.log(joint)
    return np.where(near == 0, -1.0, value)
