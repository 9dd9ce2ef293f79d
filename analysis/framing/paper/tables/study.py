"""The tables of the paper, each from the results that it shows."""

import polars as pl

from framing.instrument.cue_sheets import Rule
from framing.paper.tables import comparison
from framing.paper.tables.comparison import Labels


def compose(
    results: dict[str, pl.DataFrame],
    codes: dict[str, dict],
    rules: list[Rule],
    labels: Labels,
    sources: list[str],
    top: int,
) -> dict[str, pl.DataFrame]:
    """Every table of the paper by its name; lists of words hold the `top` rows of each source."""
    shares, glosses = results["frame_shares"], labels["concept"]
    first = results["keywords"].group_by("source", maintain_order=True).head(top)
    near = results["collocates"].group_by("source", maintain_order=True).head(top)
    return {
        "corpus": corpus(results, results["diversity"]),
        "repairs": repairs(results["repairs"]),
        "codebook": codebook(rules, results["mentions"], codes),
        "frame_comparison": comparison.frame_comparison(
            shares, results["contrasts"], sources, labels
        ),
        "contrasts": comparison.contrasts(results["contrasts"], sources, labels),
        "events": comparison.events(results["event_coverage"], results["events_by_frame"], labels),
        "same_event": comparison.same_event(
            results["event_coverage"],
            results["event_units"],
            results["frame_units"],
            results["sentences"],
            labels,
        ),
        "voice_and_responsibility": comparison.voice_and_responsibility(
            shares, results["frame_units"], labels
        ),
        "concept_keyness": concept_keyness(results["concepts"], glosses, sources),
        "keywords": first.select(
            "source", "form", "count", "total", "general", "log_ratio", "g2", "z"
        ),
        "collocates": near.select(
            "source", "form", "near", "count", "log_dice", "log_ratio", "npmi"
        ),
        "topics": topics(results["topics"], glosses),
    }


def concept_keyness(
    concepts: pl.DataFrame, glosses: dict[str, str], sources: list[str]
) -> pl.DataFrame:
    """A row per concept: gloss, counts and commonest form in each source, effect sizes."""
    ends = dict(zip(("first", "second"), sources, strict=True))
    named = {
        f"{c}_{end}": f"{source}_{c}"
        for end, source in ends.items()
        for c in ("count", "form", "total")
    }
    gloss = pl.col("item").replace_strict(glosses, default=None).alias("concept")
    columns = [f"{source}_{c}" for source in sources for c in ("form", "count", "total")]
    return concepts.rename(named).select(gloss, *columns, "log_ratio", "g2", "z")


def topics(found: pl.DataFrame, glosses: dict[str, str]) -> pl.DataFrame:
    """A row per topic: its concepts, coherence, stability, verdict and prevalence."""
    gloss = pl.col("concept").replace_strict(glosses, default=None)
    kept = [c for c in found.columns if c not in ("rank", "concept", "weight")]
    return (
        found.group_by(kept, maintain_order=True)
        .agg(gloss.str.join(", ").alias("concepts"))
        .select("model", "topic", "concepts", pl.exclude("model", "topic", "concepts"))
    )


def corpus(tables: dict[str, pl.DataFrame], diversity: pl.DataFrame) -> pl.DataFrame:
    """A row per article: provenance, size, repetition, repairs, lexical diversity."""
    sentences = (
        tables["sentences"]
        .group_by("article", maintain_order=True)
        .agg(
            pl.len().cast(pl.Int64).alias("sentences"),
            pl.col("duplicate_of").count().cast(pl.Int64).alias("repeated"),
            pl.col("end").max().alias("characters"),
            pl.col("words").sum(),
        )
    )
    repaired = (
        tables["tokens"]
        .group_by("article")
        .agg((pl.col("form") != pl.col("repaired")).sum().cast(pl.Int64).alias("repaired"))
    )
    return (
        tables["articles"]
        .join(sentences, on="article", maintain_order="left")
        .join(repaired, on="article", maintain_order="left")
        .join(diversity, on="article", maintain_order="left")
        .select(
            "article",
            "language",
            "source",
            "date",
            "form",
            "characters",
            "words",
            "sentences",
            "repeated",
            "repaired",
            "types",
            "mattr",
            "mtld",
        )
    )


def repairs(repairs: pl.DataFrame) -> pl.DataFrame:
    """A row per repair that the table knows, with how often it was applied."""
    return repairs.select("article", "damaged", "restored", "why", "applied")


def codebook(rules: list[Rule], mentions: pl.DataFrame, codes: dict) -> pl.DataFrame:
    """A row per frame: definition, cue patterns per language, and the words found most often."""
    rows = []
    for frame, code in codes["frame"].items():
        mine = [r for r in rules if (r.concept.kind, r.concept.code) == ("frame", frame)]
        found = mentions.filter((pl.col("kind") == "frame") & (pl.col("code") == frame))
        row = {
            "frame": code["label"],
            "definition": code["definition"],
            "concepts": len({rule.concept.name for rule in mine}),
        }
        for language in sorted({rule.language for rule in rules}):
            row[f"cues_{language}"] = sum(len(r.cue) for r in mine if r.language == language)
        for article in mentions["article"].unique(maintain_order=True):
            texts = found.filter(pl.col("article") == article)["text"]
            commonest = texts.mode(maintain_order=True).head(1).to_list()
            row[f"example_{article}"] = commonest[0] if commonest else ""
        rows.append(row)
    return pl.DataFrame(rows)
