"""Tables on the material and the instrument: corpus, repairs, codebook."""

import polars as pl

from framing.paper.tables.names import Names

Results = dict[str, pl.DataFrame]
MOST = 50  # articles with a row each


def facts(results: Results, names: Names) -> dict[str, object]:
    """Values for the captions: how many repairs were applied; if the corpus is by source."""
    repaired = int(results["repairs"]["applied"].sum())
    return {"repaired": repaired, "by_source": results["articles"].height > MOST}


def corpus(results: Results, names: Names) -> pl.DataFrame:
    """A row per article: provenance, size, repetition, repairs, lexical diversity.

    With more than MOST articles a row per source and language: sums, and means of the diversity.
    """
    sentences = (
        results["sentences"]
        .group_by("article", maintain_order=True)
        .agg(
            pl.len().cast(pl.Int64).alias("sentences"),
            pl.col("duplicate_of").count().cast(pl.Int64).alias("repeated"),
            pl.col("end").max().alias("characters"),
            pl.col("words").sum(),
        )
    )
    changed = (pl.col("form") != pl.col("repaired")).sum().cast(pl.Int64).alias("repaired")
    repaired = results["tokens"].group_by("article").agg(changed)
    table = results["articles"]
    for part in (sentences, repaired, results["vocabulary"].drop("source", "language", "words")):
        table = table.join(part, on="article", how="left", maintain_order="left")
    if table.height > MOST:
        table = _by_source(table)
    return table.select(
        "article",
        *(pl.col(c).replace_strict(names.labels[c]) for c in ("language", "source")),
        *("date", "form", "characters", "words", "sentences", "repeated", "repaired"),
        *("types", "mattr", "mtld", "covered_words", "covered_types"),
    )


def _by_source(table: pl.DataFrame) -> pl.DataFrame:
    """One row for all articles of a source in a language."""
    dates, forms = pl.col("date").sort().unique(maintain_order=True), pl.col("form").unique().sort()
    sums = ("characters", "words", "sentences", "repeated", "repaired")
    sums += ("covered_words", "covered_types")
    return table.group_by("source", "language", maintain_order=True).agg(
        pl.format("{} {}", pl.len(), _noun()).alias("article"),
        pl.concat_list(dates.first(), dates.last()).list.unique(maintain_order=True)
        .list.join(" to ").alias("date"),
        forms.str.join(", "),
        pl.col(sums).sum(),
        pl.col("types").mean().round().cast(pl.Int64),
        pl.col("mattr", "mtld").fill_nan(None).mean(),
    )  # fmt: skip


def _noun() -> pl.Expr:
    return pl.when(pl.len() == 1).then(pl.lit("article")).otherwise(pl.lit("articles"))


def repairs(results: Results, names: Names) -> pl.DataFrame:
    """A row per repair that the table of repairs knows, with how often it was applied."""
    return results["repairs"].select(
        "article",
        "damaged",
        "restored",
        names.english("restored").alias("english"),
        "why",
        "applied",
    )


def codebook(results: Results, names: Names) -> pl.DataFrame:
    """A row per frame: definition, concepts; by language cue patterns and the commonest words."""
    languages = results["articles"].select("article", "language")
    found = results["mentions"].filter(pl.col("kind") == "frame")
    found = found.join(languages, on="article", how="left", maintain_order="left")
    known = languages["language"].unique(maintain_order=True).to_list()
    rows = []
    for frame, code in names.codes["frame"].items():
        mine = [r for r in names.rules if (r.concept.kind, r.concept.code) == ("frame", frame)]
        row = {"frame": code["label"], "definition": code["definition"]}
        row["concepts"] = len({rule.concept.name for rule in mine})
        for language in known:
            row[f"cues_{language}"] = sum(len(r.cue) for r in mine if r.language == language)
            texts = found.filter(pl.col("code") == frame, pl.col("language") == language)
            row |= _commonest(texts, language, names)
        rows.append(row)
    return pl.DataFrame(rows)


def _commonest(found: pl.DataFrame, language: str, names: Names) -> dict[str, str]:
    """The commonest words among mentions, and the gloss of their concept."""
    texts = found["text"].mode(maintain_order=True).head(1).to_list()
    concepts = found.filter(pl.col("text").is_in(texts))["concept"].head(1).to_list()
    return {
        f"example_{language}": texts[0] if texts else "",
        f"gloss_{language}": names.labels["frame_concept"].get(concepts[0], "") if concepts else "",
    }
