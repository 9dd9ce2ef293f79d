"""Tables on frames, events, voice and responsibility."""

import polars as pl

from framing.columns import UNIT
from framing.measures.units import SEPARATOR
from framing.paper.tables.names import Names

Results = dict[str, pl.DataFrame]
ROLES = ("speaker", "responsible")
MOST = 10  # sentences of a source on one event that are printed


def facts(results: Results, names: Names) -> dict[str, object]:
    """Values for the captions: contrasts with an interval, clear of zero, beyond the calibrated.

    `most`: of each event so many sentences of a source are printed, None where there are no more.
    """
    contrasts = results["contrasts"]
    low, high = (contrasts[end].fill_nan(None) for end in ("low", "high"))
    return {
        "contrasts": contrasts.height,
        "intervals": low.count(),
        "clear": int(((low > 0) | (high < 0)).sum()),
        "beyond": int(contrasts["beyond"].sum()),
        "most": None if _first(results["event_units"]).all() else MOST,
    }


def frame_comparison(results: Results, names: Names) -> pl.DataFrame:
    """A row per frame: counts and shares by source, differences by sentences and by words."""
    shares = results["frame_shares"]
    table = shares.filter(pl.col("source") == names.sources[0]).select("code")
    for source in names.sources:
        counts = ("carried", "units", "share", "share_words")
        mine = shares.filter(pl.col("source") == source).select(
            "code", *(pl.col(c).alias(f"{c}_{source}") for c in counts)
        )
        table = table.join(mine, on="code", how="left", maintain_order="left")
    frames = results["contrasts"].filter(pl.col("kind") == "frame")
    for measure in ("sentences", "words"):
        mine = frames.filter(pl.col("measure") == measure).select(
            "code",
            pl.col("estimate").alias(f"difference_{measure}"),
            *(pl.col(end).alias(f"{end}_{measure}") for end in ("low", "high")),
        )
        table = table.join(mine, on="code", how="left", maintain_order="left")
    ratios = frames.filter(pl.col("measure") == "sentences").select("code", "log_ratio", "g2")
    table = table.join(ratios, on="code", how="left", maintain_order="left")
    label = pl.col("code").replace_strict(names.labels["frame"])
    return table.select(label.alias("frame"), pl.exclude("code"))


def contrasts(results: Results, names: Names) -> pl.DataFrame:
    """A row per family, code and measure: difference, interval, p-values and their floors."""
    ends = zip(("first", "second"), names.sources, strict=True)
    label = pl.struct("kind", "code").map_elements(
        lambda row: names.labels[row["kind"]][row["code"]], return_dtype=pl.String
    )
    known = pl.col(pl.Float64).fill_nan(None)
    table = results["contrasts"].with_columns(label.alias("code"), known).drop("kind")
    return table.rename({f"share_{end}": f"share_{source}" for end, source in ends})


def events(results: Results, names: Names) -> pl.DataFrame:
    """A row per event, source and frame: sentences on the event, and those that carry the frame.

    A source that carries no frame there has one row without a frame.
    """
    used = results["events_by_frame"].group_by("event", "source", "frame", maintain_order=True)
    used = used.agg(pl.col("units").sum().alias("frame_sentences"))
    used = used.sort("frame_sentences", descending=True, maintain_order=True)
    covered = results["event_coverage"].rename({"code": "event"})
    counted = covered.unpivot(
        on=names.sources,
        index=["event", "covered_by"],
        variable_name="source",
        value_name="sentences",
    )
    order = covered.select("event").join(
        pl.DataFrame({"source": names.sources}), how="cross", maintain_order="left_right"
    )
    table = order.join(counted, on=["event", "source"], how="left", maintain_order="left")
    table = table.join(used, on=["event", "source"], how="left", maintain_order="left")
    return table.select(
        pl.col("event").replace_strict(names.labels["event"]),
        pl.col("covered_by").replace(names.labels["covered_by"]),
        pl.col("source").replace_strict(names.labels["source"]),
        "sentences",
        pl.col("frame").replace_strict(names.labels["frame"]),
        "frame_sentences",
    )


def same_event(results: Results, names: Names) -> pl.DataFrame:
    """A row per event of both sources, sentence, frame and actor blamed: voice, and the text.

    Sentences are counted from 1. A sentence without a frame has one row. Of an event the first MOST
    sentences of each source.
    """
    both = results["event_coverage"].filter(pl.col("covered_by") == "both")["code"].to_list()
    rows = results["event_units"].filter(pl.col("code").is_in(both))
    rows = rows.filter(_first(rows))
    rows = rows.select(pl.col("code").alias("event"), "source", *UNIT)
    coded = _blamed(results["frame_units"]).select(*UNIT, "code", "voice", "responsible")
    rows = rows.join(coded, on=UNIT, how="left", maintain_order="left")
    texts = results["sentences"].select(*UNIT, "text")
    rows = rows.join(texts, on=UNIT, how="left", maintain_order="left")
    order = {code: place for place, code in enumerate(names.labels["event"])}
    place = pl.col("event").replace_strict(order, return_dtype=pl.Int64)
    return rows.sort(place, maintain_order=True).select(
        pl.col("event").replace_strict(names.labels["event"]),
        _name_source(results["articles"], names),
        "article",
        pl.col("sentence") + 1,
        pl.col("code").replace_strict(names.labels["frame"]).fill_null("").alias("frame"),
        pl.col("voice").fill_null(""),
        _actor("responsible", names).fill_null("").alias("responsible"),
        "text",
        names.english("text").alias("english"),
    )


def _first(units: pl.DataFrame) -> pl.Series:
    """Which of the sentences on an event are among the first MOST of their source."""
    return units.select(pl.int_range(pl.len()).over("code", "source") < MOST).to_series()


def voice_and_responsibility(results: Results, names: Names) -> pl.DataFrame:
    """A row per frame, source, role and actor: who says it, or who is held responsible for it.

    Sentences in all, in the text's own voice and attributed; a frame without an actor has one row.
    """
    coded = _blamed(results["frame_units"])
    roles = [
        coded.unique([*UNIT, "code", role], maintain_order=True)
        .filter(pl.col(role) != "")
        .group_by("code", "source", pl.col(role).alias("actor"), maintain_order=True)
        .agg(pl.len().cast(pl.Int64).alias("sentences"))
        .sort("sentences", descending=True, maintain_order=True)
        .with_columns(role=pl.lit(role))
        for role in ROLES
    ]
    counted = results["frame_shares"].select("code", "source", "carried", "narrator", "attributed")
    table = counted.join(
        pl.concat(roles), on=["code", "source"], how="left", maintain_order="left_right"
    )
    return table.select(
        pl.col("code").replace_strict(names.labels["frame"]).alias("frame"),
        pl.col("source").replace_strict(names.labels["source"]),
        *("carried", "narrator", "attributed", "role"),
        _actor("actor", names).alias("actor"),
        "sentences",
    )


def _name_source(articles: pl.DataFrame, names: Names) -> pl.Expr:
    """The source of a sentence in words, with its article where the source has several."""
    counts = articles.group_by("source").len().filter(pl.col("len") > 1)
    several = pl.col("source").is_in(counts["source"].to_list())
    label = pl.col("source").replace_strict(names.labels["source"])
    return (
        pl.when(several)
        .then(pl.format("{}, {}", label, "article"))
        .otherwise(label)
        .alias("source")
    )


def _blamed(frames: pl.DataFrame) -> pl.DataFrame:
    """The frames of sentences, a row for every actor held responsible."""
    return frames.with_columns(pl.col("responsible").str.split(SEPARATOR)).explode("responsible")


def _actor(column: str, names: Names) -> pl.Expr:
    """Actors by their labels; nobody named is empty."""
    return pl.col(column).replace_strict(names.labels["actor"] | {"": ""})
