"""Tables of the paper on frames, events, voice and responsibility."""

import polars as pl

Labels = dict[str, dict[str, str]]


def frame_comparison(
    shares: pl.DataFrame, contrasts: pl.DataFrame, sources: list[str], labels: Labels
) -> pl.DataFrame:
    """A row per frame: shares in each source, difference by sentences and words with intervals."""
    table = shares.filter(pl.col("source") == sources[0]).select("code")
    contrasts = contrasts.filter(pl.col("kind") == "frame")
    for source in sources:
        mine = shares.filter(pl.col("source") == source).select(
            "code",
            pl.format("{}/{}", "carried", "units").alias(f"{source}_sentences"),
            pl.col("share").alias(f"{source}_share"),
            pl.col("share_words").alias(f"{source}_share_words"),
        )
        table = table.join(mine, on="code", maintain_order="left")
    for measure in ("sentences", "words"):
        mine = contrasts.filter(pl.col("measure") == measure).select(
            "code",
            pl.col("estimate").alias(f"difference_{measure}"),
            pl.col("low").alias(f"low_{measure}"),
            pl.col("high").alias(f"high_{measure}"),
        )
        table = table.join(mine, on="code", maintain_order="left")
    ratio = contrasts.filter(pl.col("measure") == "sentences").select("code", "log_ratio", "g2")
    table = table.join(ratio, on="code", maintain_order="left")
    return table.with_columns(pl.col("code").replace_strict(labels["frame"])).rename(
        {"code": "frame"}
    )


def contrasts(table: pl.DataFrame, sources: list[str], labels: Labels) -> pl.DataFrame:
    """A row per family, code and measure: difference, interval, p-values and their floors."""
    names = dict(zip(("share_first", "share_second"), (f"{s}_share" for s in sources), strict=True))
    label = pl.concat_list("kind", "code").map_elements(
        lambda pair: labels[pair[0]][pair[1]], return_dtype=pl.String
    )
    known = pl.col(pl.Float64).fill_nan(None)
    return table.with_columns(label.alias("code"), known).drop("kind").rename(names)


def events(coverage: pl.DataFrame, cross: pl.DataFrame, labels: Labels) -> pl.DataFrame:
    """A row per event: sentences in each source, who covers it, the frames that each uses."""
    frames = pl.col("frame").replace_strict(labels["frame"])
    used = (
        cross.group_by("event", "source", "frame", maintain_order=True)
        .agg(pl.col("units").sum())
        .sort("units", descending=True, maintain_order=True)
        .group_by("event", "source", maintain_order=True)
        .agg(pl.format("{} {}", frames, "units").str.join(", ").alias("frames"))
    )
    table = coverage.rename({"code": "event"})
    for source in [c for c in coverage.columns if c not in ("code", "covered_by")]:
        mine = used.filter(pl.col("source") == source).select(
            "event", pl.col("frames").alias(f"{source}_frames")
        )
        table = table.join(mine, on="event", how="left", maintain_order="left")
    return table.with_columns(
        pl.col("event").replace_strict(labels["event"]),
        pl.col("covered_by").replace(labels["source_only"]),
    )


def same_event(
    coverage: pl.DataFrame,
    events: pl.DataFrame,
    frames: pl.DataFrame,
    sentences: pl.DataFrame,
    labels: Labels,
) -> pl.DataFrame:
    """Each sentence on an event that both sources report: its frames, voices, blame and text."""
    place = ["article", "sentence"]
    both = coverage.filter(pl.col("covered_by") == "both")["code"].to_list()
    named = frames.select(
        *place,
        pl.format("{} ({})", pl.col("code").replace_strict(labels["frame"]), "voice").alias(
            "frames"
        ),
        pl.col("responsible").str.split("|"),
    )
    told = named.group_by(place, maintain_order=True).agg(
        pl.col("frames").str.join(", "),
        pl.col("responsible")
        .explode()
        .replace("", None)
        .drop_nulls()
        .unique(maintain_order=True)
        .replace_strict(labels["actor"])
        .str.join(", "),
    )
    rows = events.filter(pl.col("code").is_in(both)).join(
        told, on=place, how="left", maintain_order="left"
    )
    rows = rows.join(sentences.select(*place, "text"), on=place, how="left", maintain_order="left")
    order = {key: number for number, key in enumerate(labels["event"])}
    return rows.sort(
        pl.col("code").replace_strict(order, return_dtype=pl.Int64), maintain_order=True
    ).select(
        pl.col("code").replace_strict(labels["event"]).alias("event"),
        "source",
        pl.col("sentence") + 1,
        pl.col("frames").fill_null(""),
        pl.col("responsible").fill_null(""),
        "text",
    )


def voice_and_responsibility(
    shares: pl.DataFrame, frames: pl.DataFrame, labels: Labels
) -> pl.DataFrame:
    """A row per frame and source: own voice, attributed, to whom, and who is held responsible."""
    counted = shares.select("code", "source", "carried", "narrator", "attributed")
    for column in ("speaker", "responsible"):
        named = (
            frames.with_columns(pl.col(column).str.split("|"))
            .explode(column)
            .filter(pl.col(column) != "")
            .group_by("code", "source", column, maintain_order=True)
            .agg(pl.len().cast(pl.Int64).alias("units"))
            .sort("units", descending=True, maintain_order=True)
            .group_by("code", "source", maintain_order=True)
            .agg(
                pl.format("{} {}", pl.col(column).replace_strict(labels["actor"]), "units")
                .str.join(", ")
                .alias(column)
            )
        )
        counted = counted.join(named, on=["code", "source"], how="left", maintain_order="left")
    return counted.with_columns(pl.col("code").replace_strict(labels["frame"])).rename(
        {"code": "frame", "speaker": "speakers"}
    )
