"""What each source carries: frames, voices and events, their shares, and where in the article.

How far the sources differ, and how certain that is, follows in `families`.
"""

import polars as pl

from framing.columns import UNIT
from framing.measures.units import SEPARATOR


def shares(units: pl.DataFrame, coded: pl.DataFrame, codes: list[str]) -> pl.DataFrame:
    """Prevalence of each code in each source, also where it is zero.

    Columns: code, source, units (sentences of the source), carried (sentences with the code),
    narrator, attributed (of these, by voice), share (carried / units), share_words (words of the
    carrying sentences / all words), cues (mentions), main_concept and main_concept_share (the
    concept found in most of these sentences, and in what share of them).
    """
    sources = units.partition_by("source", as_dict=True, maintain_order=True)
    return pl.DataFrame(
        {"code": code, "source": source} | _share(mine, coded.filter(code=code, source=source))
        for code in codes
        for (source,), mine in sources.items()
    )


def _share(units: pl.DataFrame, hits: pl.DataFrame) -> dict[str, object]:
    """One row of `shares`: all units of a source, and those that carry the code."""
    concepts = hits.select(pl.col("concepts").str.split(SEPARATOR).explode()).to_series()
    main = concepts.drop_nulls().mode(maintain_order=True).head(1).to_list()
    return {
        "units": units.height,
        "carried": hits.height,
        "narrator": hits.filter(voice="narrator").height,
        "attributed": hits.filter(voice="attributed").height,
        "share": hits.height / units.height,
        "share_words": float(hits["words"].sum()) / float(units["words"].sum()),
        "cues": int(hits["cues"].sum()),
        "main_concept": main[0] if main else "",
        "main_concept_share": (concepts == main[0]).sum() / hits.height if main else 0.0,
    }


def coverage(shares: pl.DataFrame, sources: list[str]) -> pl.DataFrame:
    """Who reports each code: code, a column of carrying units per source, and `covered_by`.

    `covered_by` is the name of the only source that reports it, or both, or neither.
    """
    wide = shares.pivot("source", index="code", values="carried", maintain_order=True)
    first, second = (pl.col(source) > 0 for source in sources)
    covered = (
        pl.when(first & second)
        .then(pl.lit("both"))
        .when(first)
        .then(pl.lit(sources[0]))
        .when(second)
        .then(pl.lit(sources[1]))
        .otherwise(pl.lit("neither"))
    )
    return wide.select("code", *sources, covered.alias("covered_by"))


def cross(events: pl.DataFrame, frames: pl.DataFrame) -> pl.DataFrame:
    """Units that carry an event and a frame at once: event, frame, source, voice, units."""
    pairs = events.select(*UNIT, "source", pl.col("code").alias("event")).join(
        frames.select(*UNIT, pl.col("code").alias("frame"), "voice"),
        on=UNIT,
        how="inner",
        maintain_order="left_right",
    )
    return pairs.group_by("event", "frame", "source", "voice", maintain_order=True).agg(
        pl.len().cast(pl.Int64).alias("units")
    )


def positions(frames: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Where in the article each frame occurs: a row per sentence and frame.

    Columns: article, source, sentence, frame, voice, repeated (the sentence repeats an earlier
    one), position (the middle of the sentence, as a share of the article's characters).
    """
    length = sentences.group_by("article").agg(pl.col("end").max().alias("length"))
    middle = (pl.col("start") + pl.col("end")) / 2 / pl.col("length")
    return frames.join(length, on="article", maintain_order="left").select(
        "article",
        "source",
        "sentence",
        pl.col("code").alias("frame"),
        "voice",
        pl.col("duplicate_of").is_not_null().alias("repeated"),
        middle.alias("position"),
    )
