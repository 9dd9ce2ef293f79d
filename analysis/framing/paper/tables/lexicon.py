"""Tables on words, concepts and topics."""

import polars as pl

from framing.paper.captions import percent, short
from framing.paper.tables.names import Names

Results = dict[str, pl.DataFrame]
FORMS = {"lemmatised": "came lemmatised", "raw": "is running text"}


def facts(results: Results, names: Names) -> dict[str, object]:
    """Values for the captions: mentions and words of each source, topics to be interpreted.

    In words: how the texts came, and what the general frequencies cover of each source.
    """
    concepts, words = results["concepts"], results["vocabulary"]
    topics = results["topics"].unique(["model", "topic"])
    sums = words.group_by("source", maintain_order=True).agg(pl.col("words").sum())
    totals = concepts.select("total_first", "total_second").head(1).rows()
    return {
        "mentions": list(totals[0]) if totals else [0, 0],
        "words": sums["words"].to_list(),
        "forms": _forms(results["articles"], names),
        "coverage": _coverage(words, names),
        "topics": topics.height,
        "interpretable": topics.filter(pl.col("verdict") != "do not interpret").height,
    }


def concept_keyness(results: Results, names: Names) -> pl.DataFrame:
    """A row per concept: commonest form and count in each source, effect sizes."""
    ends = dict(zip(("first", "second"), names.sources, strict=True))
    columns = [
        pl.col(f"{name}_{end}").alias(f"{name}_{source}")
        for end, source in ends.items()
        for name in ("form", "count", "total")
    ]
    gloss = names.gloss("item").alias("concept")
    return results["concepts"].select(gloss, *columns, "log_ratio", "g2", "z")


def keywords(results: Results, names: Names) -> pl.DataFrame:
    """The first words of each source by keyness against its language in general."""
    columns = ("count", "total", "general", "log_ratio", "g2", "z")
    return _words(results["keywords"], names, columns)


def collocates(results: Results, names: Names) -> pl.DataFrame:
    """The words of each source that are most closely tied to the node."""
    columns = ("near", "count", "log_dice", "log_ratio", "npmi")
    return _words(results["collocates"], names, columns)


def topics(results: Results, names: Names) -> pl.DataFrame:
    """A row per topic and concept, with what is known of the topic."""
    found = results["topics"]
    gloss = names.gloss("concept").map_elements(short, return_dtype=pl.String)
    first = ("model", "topic", "rank")
    return found.select(*first, gloss.alias("concept"), pl.exclude(*first, "concept"))


def _words(found: pl.DataFrame, names: Names, columns: tuple[str, ...]) -> pl.DataFrame:
    first = found.group_by("source", maintain_order=True).head(names.top)
    source = pl.col("source").replace_strict(names.labels["source"])
    return first.select(source, "lemma", "gloss", *columns)


def _forms(articles: pl.DataFrame, names: Names) -> list[str]:
    """A phrase for each source and form: the Hebrew text came lemmatised."""
    found = articles.select("source", "form").unique(maintain_order=True)
    return [f"the {names.labels['source'][name]} text {FORMS[form]}" for name, form in found.rows()]


def _coverage(vocabulary: pl.DataFrame, names: Names) -> list[str]:
    """A phrase for each source: 98 % of the words (97 % of the different ones) in Arabic."""
    counts = ("covered_words", "words", "covered_types", "types")
    summed = vocabulary.group_by("source", maintain_order=True).agg(pl.col(counts).sum())
    return [
        f"{percent(known / words)} of the words ({percent(types / all_types)} of the different "
        f"ones) in {names.labels['source'][source]}"
        for source, known, words, types, all_types in summed.iter_rows()
    ]
