"""Figure 1 as navigation: places of sentences and frames, in the units of a small drawing."""

from typing import Any

import polars as pl

from framing.columns import NAME

SPINE, STEP, GUTTER, HEAD, HEIGHT, GAP = 22.0, 15.0, 34.0, 84.0, 270.0, 1.5
MARGINS, READABLE = (15.0, 42.0), 8.0  # left and right of all; the least height that takes a number
Row = dict[str, Any]


def chart(columns: list[Row], sentences: pl.DataFrame, pairs: pl.DataFrame, frames: Row) -> Row:
    """The boxes of the sentences (height: number of words), cells of their frames, links, heads.

    `columns` as of `texts.columns`, `pairs` of `sentence_pairs`, `frames` the labels by id.
    Mirrored: the frames of the first source run to the left. {} unless each of two sources has one
    article, for then the order of sentences has no meaning.
    """
    if len(columns) != 2 or any(len(column["articles"]) != 1 for column in columns):
        return {}
    wide = STEP * len(frames)
    outer = wide + 2 * SPINE + GUTTER
    spines = (wide, wide + SPINE + GUTTER)
    places = (
        [wide - STEP * (n + 1) for n in range(len(frames))],
        [outer + STEP * n for n in range(len(frames))],
    )
    words = dict(sentences.select(NAME, "words").iter_rows())
    scale = HEIGHT / max(sum(words[s["unit"]] for s in _sentences(column)) for column in columns)
    blocks = zip(columns, spines, places, strict=True)
    boxes = [box for block in blocks for box in _block(*block, words, scale)]
    return {
        "left_margin": MARGINS[0],
        "width": outer + wide + sum(MARGINS),
        "height": HEAD + HEIGHT + 2,
        "spine": SPINE,
        "step": STEP - GAP,
        "boxes": boxes,
        "heads": [
            {"x": round(x + STEP / 2, 1), "label": label}
            for row in places
            for x, label in zip(row, frames.values(), strict=True)
        ],
        "links": _links(boxes, pairs),
        "left": wide + SPINE,
        "right": wide + SPINE + GUTTER,
        "top": HEAD - 5,
    }


def _links(boxes: list[Row], pairs: pl.DataFrame) -> list[Row]:
    """The heights at which the link of each pair leaves and arrives."""
    middle = {box["unit"]: round(box["y"] + box["high"] / 2, 1) for box in boxes}
    return [{"y1": middle[one], "y2": middle[other]} for one, other in linked(pairs)]


def linked(pairs: pl.DataFrame) -> list[tuple[str, str]]:
    """The names of the sentences of each pair that is more alike than chance."""
    named = [NAME.alias("unit")]
    ends = [
        pairs.filter("above_chance").select(
            pl.col(f"article_{end}").alias("article"), pl.col(end).alias("sentence")
        )
        for end in ("first", "second")
    ]
    return list(zip(*(end.select(named)["unit"].to_list() for end in ends), strict=True))


def _sentences(column: Row) -> list[Row]:
    return [sentence for article in column["articles"] for sentence in article["sentences"]]


def _block(
    column: Row, spine: float, places: list[float], words: dict[str, int], scale: float
) -> list[Row]:
    """The sentences of one source from top to bottom, each with the cells of its frames."""
    found, down = [], HEAD
    for sentence in _sentences(column):
        high = words[sentence["unit"]] * scale
        frames = [code for code in sentence["codes"] if code["kind"] == "frame"]
        about = {key: sentence[key] for key in ("unit", "number", "repeated")}
        box = {"source": column["source"], "x": spine, "y": round(down, 1)}
        box |= {"high": round(max(high - GAP, 1), 1), "cells": frames, "named": high >= READABLE}
        found.append(about | {"label": column["short"], "places": places} | box)
        down += high
    return found
