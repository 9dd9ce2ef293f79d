"""What stands near a word or concept, in a window of words within the sentence."""

import numpy as np
import polars as pl

from framing.columns import UNIT
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
    items: pl.DataFrame,
    nodes: pl.DataFrame,
    *,
    window: int = 5,
    minimum: int = 2,
    smoothing: float = 0.5,
) -> pl.DataFrame:
    """Items within `window` words of a node, on either side, in the same sentence.

    `items`: article, sentence, token, item, form (of `items.words`; for concepts `locate` them
    and rename `first` to token). `nodes`: article, sentence, first, last (of `locate`). Positions
    inside a node do not count; a position near two nodes counts once. Give both for one language
    at a time.

    Columns: item, form, near (occurrences in the windows), count (outside nodes), nodes, windows
    (positions in the windows), log_dice (14 + log2(2·near / (nodes + count)); Rychlý 2008),
    log_ratio (binary, rate in the windows against outside them; Hardie 2014), npmi (item and "in a
    window" over positions, -1 to 1; Bouma 2009). Items with near >= `minimum`, highest log_dice
    first. Raises ValueError if `window` is below 1.
    """
    if window < 1:
        raise ValueError("window must be at least 1 word")
    placed = _place(items, nodes, window).filter(~pl.col("inside"))
    total, positions = placed.height, int(placed["near"].sum())
    found = placed.group_by("item", maintain_order=True).agg(
        pl.col("form").mode(maintain_order=True).first(),
        pl.col("near").sum().cast(pl.Int64),
        pl.len().cast(pl.Int64).alias("count"),
    )
    near, count = (found[c].to_numpy().astype(float) for c in ("near", "count"))
    ratio = effects.log_ratio(near, positions, count - near, total - positions, smoothing=smoothing)
    with np.errstate(divide="ignore"):
        dice = 14 + np.log2(2 * near / (nodes.height + count))
    return (
        found.with_columns(
            pl.lit(nodes.height).alias("nodes"),
            pl.lit(positions).alias("windows"),
            pl.Series("log_dice", dice),
            pl.Series("log_ratio", ratio),
            pl.Series("npmi", _npmi(near, count, positions, total)),
        )
        .filter(pl.col("near") >= minimum)
        .sort(["log_dice", "item"], descending=[True, False])
    )


def _place(items: pl.DataFrame, nodes: pl.DataFrame, window: int) -> pl.DataFrame:
    """The items with `inside` (part of a node) and `near` (in a window and not inside)."""
    rows = items.select(*UNIT, "token", "item", "form").with_row_index("row")
    token, first, last = pl.col("token"), pl.col("first"), pl.col("last")
    pairs = rows.join(nodes.select(*UNIT, "first", "last"), on=UNIT, how="inner")
    flags = pairs.group_by("row").agg(
        token.is_between(first, last).any().alias("inside"),
        token.is_between(first - window, last + window).any().alias("near"),
    )
    both = pl.col("inside", "near").fill_null(False)
    return rows.join(flags, on="row", how="left", maintain_order="left").with_columns(both)


def _npmi(near: np.ndarray, count: np.ndarray, positions: int, total: int) -> np.ndarray:
    with np.errstate(divide="ignore", invalid="ignore"):
        joint = near / total
        value = np.log(joint / (count / total * positions / total)) / -np.log(joint)
    return np.where(near == 0, -1.0, value)
