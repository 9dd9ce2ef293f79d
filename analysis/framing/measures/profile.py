"""The vocabulary of each source: keywords, collocates and diversity, within its own language."""

from typing import Any

import polars as pl

from framing.measures import collocation, diversity, general, items, keyness
from framing.texts.languages import Language


def profile(
    articles: pl.DataFrame,
    units: pl.DataFrame,
    tokens: pl.DataFrame,
    concepts: pl.DataFrame,
    languages: dict[str, Language],
    glosses: dict[str, dict[str, str]],
    settings: dict[str, Any],
) -> dict[str, pl.DataFrame]:
    """Tables keywords, collocates and vocabulary, of each source in each language that it writes.

    Words are lemmas of content words throughout (see `items.words`). `concepts` are those of
    `items.concepts`, `glosses` are English glosses of folded lemmas by language, `settings` are
    `lexicon` of the config. Keywords and collocates begin with source and language and have a gloss
    ("" where there is none); collocates also name the node and the window. Their other columns are
    those of `keyness.against_language` and `collocation.collocates`. The vocabulary has a row per
    article (see `_vocabulary`).
    """
    parts: dict[str, list[pl.DataFrame]] = {"keywords": [], "collocates": [], "vocabulary": []}
    for (source, code), group in articles.group_by("source", "language", maintain_order=True):
        language, mine = languages[code], pl.col("article").is_in(group["article"].to_list())
        words = items.words(units.filter(mine), tokens, language)
        usual = general.frequencies(set(words["lemma"]), language)
        nodes = collocation.locate(concepts.filter(mine, item=settings["node"]), tokens)
        found = {
            "keywords": _keywords(words, usual, settings),
            "collocates": _collocates(words, nodes, settings),
            "vocabulary": _vocabulary(words, usual, settings),
        }
        label = pl.lit(source).alias("source"), pl.lit(code).alias("language")
        gloss = pl.col("item").replace_strict(glosses.get(code, {}), default="").alias("gloss")
        for name, table in found.items():
            table = table.with_columns(gloss) if "item" in table.columns else table
            parts[name].append(table.select(*label, pl.all()))
    return {name: pl.concat(tables) for name, tables in parts.items()}


def _keywords(
    words: pl.DataFrame, usual: dict[str, float], settings: dict[str, Any]
) -> pl.DataFrame:
    minimum, smoothing = settings["min_count"], settings["smoothing"]
    return keyness.against_language(words, usual, minimum=minimum, smoothing=smoothing)


def _collocates(words: pl.DataFrame, nodes: pl.DataFrame, settings: dict[str, Any]) -> pl.DataFrame:
    near = collocation.collocates(
        words,
        nodes,
        window=settings["window"],
        minimum=settings["min_count"],
        smoothing=settings["smoothing"],
    )
    lemmas = words.unique("item", maintain_order=True).select("item", "lemma")
    return near.join(lemmas, on="item", maintain_order="left").select(
        pl.lit(settings["node"]).alias("node"),
        pl.lit(settings["window"], pl.Int64).alias("window"),
        *("item", "lemma"),
        pl.exclude("item", "lemma"),
    )


def _vocabulary(
    words: pl.DataFrame, usual: dict[str, float], settings: dict[str, Any]
) -> pl.DataFrame:
    """A row per article: size, diversity, and how much of it the general frequencies cover.

    Columns: article, words (content words), types (different lemmas), mattr, mtld (see
    `diversity`), covered_words, covered_types (how many of them the general frequencies list).
    """
    known = words.filter(pl.col("item").is_in([item for item, share in usual.items() if share]))
    covered = known.group_by("article").agg(
        pl.len().cast(pl.Int64).alias("covered_words"),
        pl.col("item").n_unique().cast(pl.Int64).alias("covered_types"),
    )
    measured = diversity.measure(words, window=settings["mattr_window"])
    return measured.join(covered, on="article", how="left", maintain_order="left").with_columns(
        pl.col("covered_words", "covered_types").fill_null(0)
    )
