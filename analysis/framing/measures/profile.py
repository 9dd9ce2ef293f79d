"""The lexical profile of each source: keywords and collocates within its own language."""

import polars as pl

from framing.measures import collocation, items, keyness
from framing.texts.languages import Language


def profile(
    articles: pl.DataFrame,
    units: pl.DataFrame,
    tokens: pl.DataFrame,
    concepts: pl.DataFrame,
    languages: dict[str, Language],
    settings: dict,
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Keywords against the language in general, and collocates of the node concept.

    A source is compared within each language that it writes, never across. `concepts` are those of
    `items.concepts`; `settings` are `lexicon` of the config. Both tables begin with source and
    language; their further columns are those of `keyness.against_language` and
    `collocation.collocates`, function words left out.
    """
    keywords, collocates = [], []
    for (source, code), group in articles.group_by("source", "language", maintain_order=True):
        language, mine = languages[code], pl.col("article").is_in(group["article"].to_list())
        words = items.words(units.filter(mine), tokens, fold=language.normalise)
        label = pl.lit(source).alias("source"), pl.lit(code).alias("language")
        found = _keywords(words, language, group["form"].unique().to_list(), settings)
        keywords.append(found.select(*label, pl.all()))
        node = pl.col("item") == settings["node"]
        nodes = collocation.locate(concepts.filter(mine & node), tokens)
        near = collocation.collocates(
            words.filter(~pl.col("stop")),
            nodes,
            window=settings["window"],
            minimum=settings["min_count"],
            smoothing=settings["smoothing"],
        )
        collocates.append(near.select(*label, pl.all()))
    return pl.concat(keywords), pl.concat(collocates)


def _keywords(
    words: pl.DataFrame, language: Language, forms: list[str], settings: dict
) -> pl.DataFrame:
    # A lemmatised text lost its prefixes: its bare words stand for the prefixed ones too.
    prefixes = tuple(language.lexicon.proclitics) if "lemmatised" in forms else ()
    general = keyness.general_counts(
        words["item"].unique(maintain_order=True),
        language.wordfreq,
        fold=language.normalise,
        proclitics=prefixes,
    )
    found = keyness.against_language(
        words, general, minimum=settings["min_count"], smoothing=settings["smoothing"]
    )
    return found.filter(~pl.col("stop"))
