"""How the two sources differ: frames, voices, events, responsibility, position in the article.

Counts and shares; how far the sources differ, and with what uncertainty, is in `families`.
"""

import polars as pl


def shares(units: pl.DataFrame, coded: pl.DataFrame, codes: list[str]) -> pl.DataFrame:
    """Prevalence of each code in each source, also where it is zero.

    Columns: code, source, units (sentences of the source), carried (sentences with the code),
    narrator, attributed (of these, by voice), share (carried / units), share_words (words of the
    carrying sentences / all words), cues (mentions), main_concept and main_concept_share (the
    concept that most of these sentences rest on).
    """
    rows = []
    for code in codes:
        for source, mine in units.group_by("source", maintain_order=True):
            hits = coded.filter((pl.col("code") == code) & (pl.col("source") == source[0]))
            concepts = hits.select(pl.col("concepts").str.split("|").explode()).to_series()
            main = concepts.drop_nulls().mode(maintain_order=True).head(1).to_list()
            rows.append(
                {
                    "code": code,
                    "source": source[0],
                    "units": mine.height,
                    "carried": hits.height,
                    "narrator": hits.filter(pl.col("voice") == "narrator").height,
                    "attributed": hits.filter(pl.col("voice") == "attributed").height,
                    "share": hits.height / mine.height,
                    "share_words": hits["words"].sum() / mine["words"].sum(),
                    "cues": int(hits["cues"].sum()),
                    "main_concept": main[0] if main else "",
                    "main_concept_share": (concepts == main[0]).sum() / hits.height
                    if main
                    else 0.0,
                }
            )
    return pl.DataFrame(rows)


def coverage(shares: pl.DataFrame, sources: list[str]) -> pl.DataFrame:
    """Who reports each code: code, a column of carrying units per source, and `covered_by`."""
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
    pairs = events.select("article", "source", "sentence", pl.col("code").alias("event")).join(
        frames.select("article", "sentence", pl.col("code").alias("frame"), "voice"),
        on=["article", "sentence"],
        how="inner",
        maintain_order="left_right",
    )
    return pairs.group_by("event", "frame", "source", "voice", maintain_order=True).agg(
        pl.len().cast(pl.Int64).alias("units")
    )


def blame(frames: pl.DataFrame, codes: tuple[str, ...]) -> pl.DataFrame:
    """Who is held responsible, and who says so: frame, source, speaker, responsible, units.

    `speaker` is `narrator` where the text states it itself; `responsible` is `none` where the
    construction names nobody.
    """
    speaker = (
        pl.when(pl.col("voice") == "narrator")
        .then(pl.lit("narrator"))
        .when(pl.col("speaker") == "")
        .then(pl.lit("unnamed"))
        .otherwise(pl.col("speaker"))
    )
    responsible = pl.col("responsible").replace("", "none")
    return (
        frames.filter(pl.col("code").is_in(codes))
        .select(
            pl.col("code").alias("frame"),
            "source",
            speaker.alias("speaker"),
            responsible.alias("responsible"),
        )
        .group_by("frame", "source", "speaker", "responsible", maintain_order=True)
        .agg(pl.len().cast(pl.Int64).alias("units"))
    )


def positions(frames: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Where each frame stands: article, source, sentence, frame, voice, repeated, position.

    `position` is the middle of the sentence as a share of the article's length in characters.
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
