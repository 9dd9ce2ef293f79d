"""Words and concepts as countable items: where they stand, how often, how evenly spread.

An *item table* has a row per word or concept mention in a counted sentence: article, source,
sentence, position columns, `item` (what is counted) and `form` (how it is written there). Words are
counted within a language only; concepts also across languages.
"""

from collections.abc import Callable

import polars as pl

from framing.columns import UNIT


def words(
    units: pl.DataFrame,
    tokens: pl.DataFrame,
    *,
    column: str = "repaired",
    fold: Callable[[str], str] | None = None,
) -> pl.DataFrame:
    """Item table of the words of `units` (see `units.select`), in reading order.

    `column` of the tokens becomes the item (`repaired`, `lemma` or `form`), after `fold` if given
    (say `Language.normalise`, for articles of that language). Columns: article, source, sentence,
    token, item, form, stop (function word). Stop words stay in: totals count all words.
    """
    found = _within(units, tokens).with_columns(
        pl.col(column).alias("item"), pl.col(column).alias("form")
    )
    if fold is not None:
        forms = found["item"].unique(maintain_order=True)
        folded = pl.Series([fold(form) for form in forms], dtype=pl.String)
        found = found.with_columns(pl.col("item").replace_strict(forms, folded))
    return found.select("article", "source", "sentence", "token", "item", "form", "stop")


def concepts(units: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Item table of the concept mentions of `units`, in reading order.

    Columns: article, source, sentence, start, end (characters of the raw text), item (concept id),
    form (as written).
    """
    found = _within(units, mentions.filter(pl.col("kind") == "concept"))
    found = found.with_columns(pl.col("code").alias("item"), pl.col("text").alias("form"))
    return found.select("article", "source", "sentence", "start", "end", "item", "form")


def frequencies(items: pl.DataFrame, units: pl.DataFrame, *, by: str = "source") -> pl.DataFrame:
    """How often each item occurs in each group (`by`: source or article), commonest first.

    Columns: `by`, item, form (commonest spelling, the first of equals), count, total (items of the
    group), share (count / total), sentences (that hold it), dispersion. Items absent from a group
    have no row there.
    """
    counted = items.group_by(by, "item", maintain_order=True).agg(
        pl.col("form").mode(maintain_order=True).first(),
        pl.len().cast(pl.Int64).alias("count"),
        pl.struct(UNIT).n_unique().cast(pl.Int64).alias("sentences"),
    )
    counted = counted.with_columns(pl.col("count").sum().over(by).alias("total"))
    spread = dispersion(items, units, by=by)
    return (
        counted.with_columns((pl.col("count") / pl.col("total")).alias("share"))
        .join(spread, on=[by, "item"], how="left")
        .select(by, "item", "form", "count", "total", "share", "sentences", "dispersion")
        .sort([by, "count", "item"], descending=[False, True, False])
    )


def dispersion(items: pl.DataFrame, units: pl.DataFrame, *, by: str = "source") -> pl.DataFrame:
    """Deviation of proportions (DP) of each item over the sentences of each group (Gries 2008).

    DP is half the sum over sentences of |share of the item's occurrences - share of the words|:
    0 is spread as the words are, towards 1 is packed into few sentences. Short articles cannot
    give a rare item a low value. Columns: `by`, item, dispersion.
    """
    size = pl.col("words") / pl.col("words").sum().over(by)
    sizes = units.select(by, *(c for c in UNIT if c != by), size.alias("size"))
    held = items.group_by(list(dict.fromkeys([by, *UNIT, "item"]))).len()
    share = pl.col("len") / pl.col("len").sum().over(by, "item")
    held = held.with_columns(share.alias("share")).join(
        sizes, on=list(dict.fromkeys([by, *UNIT])), how="left"
    )
    # Sentences without the item add their whole size, so they need not be listed.
    gap = (pl.col("share") - pl.col("size")).abs().sum() + 1 - pl.col("size").sum()
    return held.group_by(by, "item").agg((gap / 2).alias("dispersion")).sort(by, "item")


def matrix(units: pl.DataFrame, items: pl.DataFrame) -> pl.DataFrame:
    """Counts of items by sentence: a row per unit, in the order of `units`, also of empty ones.

    Columns: article, source, sentence, then one Int64 column per item that occurs, sorted by name.
    """
    counts = items.with_columns(pl.lit(1).alias("n")).pivot(
        "item", index=UNIT, values="n", aggregate_function="sum", sort_columns=True
    )
    wide = units.select("article", "source", "sentence").join(
        counts, on=UNIT, how="left", maintain_order="left"
    )
    return wide.with_columns(pl.exclude("article", "source", "sentence").fill_null(0).cast(int))


def windows(
    units: pl.DataFrame, tokens: pl.DataFrame, items: pl.DataFrame, size: int
) -> pl.DataFrame:
    """The matrix of windows of `size` words, whatever the sentence; columns as `matrix`.

    A concept belongs to the window of the word at which it begins. `items` are those of `concepts`.
    """
    words = _within(units, tokens).with_columns(
        (pl.int_range(pl.len()).over("article") // size).alias("window")
    )
    place = [*UNIT, "start"]
    placed = items.sort(place).join_asof(
        words.select(*place, "window").sort(place), on="start", by=UNIT, check_sortedness=False
    )
    moved = placed.select("article", pl.col("window").alias("sentence"), "item")
    cut = words.select("article", "source", pl.col("window").alias("sentence")).unique(
        maintain_order=True
    )
    return matrix(cut, moved)


def _within(units: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    source = units.select(*UNIT, "source")
    return source.join(rows, on=UNIT, how="inner", maintain_order="left_right")
