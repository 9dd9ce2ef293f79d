"""The course of a text: its parts from the first to the last, with the frames of each."""

import polars as pl

from framing.columns import UNIT

TENTHS = 10
VOICES = ("narrator", "attributed")


def parts(
    articles: pl.DataFrame, sentences: pl.DataFrame, frames: pl.DataFrame, codes: list[str]
) -> pl.DataFrame:
    """Parts of the texts of each source, in order, with a row for each of the `codes`.

    Where every source has one article, a part is a sentence and runs from `start` to `end` in
    words. Otherwise it is a tenth of every article of the source, `start` and `end` are per cent,
    and sentences that repeat an earlier one are left out; a sentence belongs where its middle is.

    `frames`: article, sentence, frame, voice. Columns: source, articles (how many), dates (ISO
    8601, first/last where they differ), part (from 1), start, end, sentences, words, repeated,
    frame, and the sentences with the frame by voice: narrator, attributed.
    """
    one_each = articles["source"].n_unique() == articles.height
    placed = _one_by_one(sentences) if one_each else _tenths(sentences)
    placed = placed.join(articles.select("article", "source"), on="article", maintain_order="left")
    if not one_each:
        placed = _every_tenth(placed)
    key = ["source", "part", "start", "end"]
    whole = placed.group_by(key, maintain_order=True).agg(
        pl.col("sentence").count().cast(pl.Int64).alias("sentences"),
        pl.col("words").sum(),
        pl.col("repeated").fill_null(False).any(),
    )
    table = _about(articles).join(whole, on="source", maintain_order="left_right")
    table = table.join(pl.DataFrame({"frame": codes}), how="cross", maintain_order="left_right")
    counts = _counts(placed, frames)
    table = table.join(counts, on=["source", "part", "frame"], how="left", maintain_order="left")
    return table.with_columns(pl.col(VOICES).fill_null(0))


def links(pairs: pl.DataFrame, events: pl.DataFrame) -> pl.DataFrame:
    """Pairs of sentences with the same content, and the events that both report.

    `pairs`: article_first, first, article_second, second, above_chance; `events`: article,
    sentence, code. Columns: those of the key of `pairs`, and events (a list, perhaps empty).
    """
    key = ["article_first", "first", "article_second", "second"]
    found = pairs.filter("above_chance").select(key)
    for end in ("first", "second"):
        said = events.group_by(UNIT, maintain_order=True).agg(pl.col("code").alias(f"at_{end}"))
        said = said.rename({"article": f"article_{end}", "sentence": end})
        found = found.join(said, on=[f"article_{end}", end], how="left", maintain_order="left")
    both = pl.col("at_first").list.set_intersection("at_second")
    return found.select(*key, both.fill_null([]).list.sort().alias("events"))


def _run(sentences: pl.DataFrame) -> pl.DataFrame:
    """Each sentence with its first and last word, counted within the article."""
    end = pl.col("words").cum_sum().over("article")
    return sentences.with_columns(
        (end - pl.col("words")).cast(pl.Float64).alias("start"),
        end.cast(pl.Float64).alias("end"),
        pl.col("duplicate_of").is_not_null().alias("repeated"),
    )


def _one_by_one(sentences: pl.DataFrame) -> pl.DataFrame:
    number = (pl.col("sentence") + 1).alias("part")
    return _run(sentences).select(*UNIT, number, "start", "end", "words", "repeated")


def _tenths(sentences: pl.DataFrame) -> pl.DataFrame:
    placed = _run(sentences.filter(pl.col("duplicate_of").is_null()))
    place = (pl.col("start") + pl.col("end")) / 2 / pl.col("end").max().over("article")
    tenth = (place * TENTHS).floor().clip(0, TENTHS - 1).cast(pl.Int64)
    return placed.select(*UNIT, (tenth + 1).alias("part"), "words", "repeated")


def _every_tenth(placed: pl.DataFrame) -> pl.DataFrame:
    """The sentences under all tenths of their source, also of those without a sentence."""
    tenths = pl.DataFrame({"part": range(1, TENTHS + 1)}, schema={"part": pl.Int64})
    grid = placed.select("source").unique(maintain_order=True).join(tenths, how="cross")
    filled = grid.join(placed, on=["source", "part"], how="left", maintain_order="left_right")
    start = (pl.col("part") - 1) * (100 / TENTHS)
    return filled.with_columns(start.alias("start"), (start + 100 / TENTHS).alias("end"))


def _about(articles: pl.DataFrame) -> pl.DataFrame:
    first, last = pl.col("date").min(), pl.col("date").max()
    dates = pl.when(first == last).then(first).otherwise(first + "/" + last)
    return articles.group_by("source", maintain_order=True).agg(
        pl.len().cast(pl.Int64).alias("articles"), dates.alias("dates")
    )


def _counts(placed: pl.DataFrame, frames: pl.DataFrame) -> pl.DataFrame:
    found = frames.select(*UNIT, "frame", "voice").join(
        placed.select(*UNIT, "source", "part"), on=UNIT, how="inner", maintain_order="left"
    )
    voices = [(pl.col("voice") == voice).sum().cast(pl.Int64).alias(voice) for voice in VOICES]
    return found.group_by("source", "part", "frame", maintain_order=True).agg(*voices)
