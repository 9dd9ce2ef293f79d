"""Words and concepts as countable items, and how often each sentence or window holds them.

An *item table* has a row per word or concept mention in a counted sentence: article, source,
sentence, position columns, `item` (what is counted) and `form` (as it is written there). Words are
counted within a language only, concepts also across languages.
"""

import polars as pl

from framing.columns import UNIT
from framing.texts.languages import Language


def words(units: pl.DataFrame, tokens: pl.DataFrame, language: Language) -> pl.DataFrame:
    """Item table of the content words of `units` (see `units.select`), all in one language.

    The item is the lemma with its spelling variants folded, so that a running text and one that
    came lemmatised are counted alike. Function words and numbers are left out. Columns: article,
    source, sentence, token, item, lemma, form (restored word), in reading order.
    """
    content = ~pl.col("stop") & pl.col("lemma").str.contains(r"\pL")
    found = _within(units, tokens).filter(content)
    lemmas = found["lemma"].unique(maintain_order=True)
    folded = pl.Series(map(language.normalise, lemmas), dtype=pl.String)
    return found.select(
        *("article", "source", "sentence", "token"),
        pl.col("lemma").replace_strict(lemmas, folded, return_dtype=pl.String).alias("item"),
        "lemma",
        pl.col("repaired").alias("form"),
    )


def concepts(units: pl.DataFrame, mentions: pl.DataFrame, tokens: pl.DataFrame) -> pl.DataFrame:
    """Item table of the concept mentions of `units`, in reading order.

    Columns: article, source, sentence, start, end (characters of the raw text), item (concept id),
    form (the words that it covers, restored).
    """
    found = _within(units, mentions.filter(pl.col("kind") == "concept"))
    place = ["article", "sentence", "start", "end"]
    words = tokens.select(
        *UNIT, pl.col("start").alias("from"), pl.col("end").alias("to"), "repaired"
    )
    covered = (pl.col("from") < pl.col("end")) & (pl.col("to") > pl.col("start"))
    forms = (
        found.select(place)
        .unique()
        .join(words, on=UNIT, how="inner", maintain_order="left_right")
        .filter(covered)
        .group_by(place)
        .agg(pl.col("repaired").str.join(" ").alias("form"))
    )
    return found.join(forms, on=place, how="left", maintain_order="left").select(
        *("article", "source", "sentence", "start", "end"), pl.col("code").alias("item"), "form"
    )


def counts(items: pl.DataFrame, by: list[str]) -> pl.DataFrame:
    """How often each combination of `by` occurs, and the form that shows it best.

    Columns: `by`, count, form (the commonest; at a tie the longest, which says most; of equally
    long ones the first). In the order of first occurrence.
    """
    form = (
        items.group_by(*by, "form", maintain_order=True)
        .len()
        .sort("len", pl.col("form").str.len_chars(), descending=True, maintain_order=True)
        .unique(by, keep="first", maintain_order=True)
        .select(*by, "form")
    )
    counted = items.group_by(by, maintain_order=True).agg(pl.len().cast(pl.Int64).alias("count"))
    return counted.join(form, on=by, how="left", maintain_order="left")


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


def cut(
    units: pl.DataFrame, tokens: pl.DataFrame, items: pl.DataFrame, size: int
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Windows of `size` words, whatever the sentence, and the items with their window.

    Both tables have the number of the window in the article as `sentence`, so that `matrix` takes
    them. An item belongs to the window of the word at which it begins (`items` of `concepts`).
    """
    words = _within(units, tokens).with_columns(
        (pl.int_range(pl.len()).over("article") // size).alias("window")
    )
    place = [*UNIT, "start"]
    placed = items.sort(place).join_asof(
        words.select(*place, "window").sort(place), on="start", by=UNIT, check_sortedness=False
    )
    windows = words.select("article", "source", pl.col("window").alias("sentence"))
    return (
        windows.unique(maintain_order=True),
        placed.drop("sentence").rename({"window": "sentence"}),
    )


def _within(units: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    source = units.select(*UNIT, "source")
    return source.join(rows, on=UNIT, how="inner", maintain_order="left_right")
