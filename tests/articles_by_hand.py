"""Two small articles made by hand, and the multiverse over them."""

import numpy as np
import polars as pl
from framing.robustness import choices, multiverse
from framing.robustness.readings import Reading
from framing.robustness.units import Texts
from framing.statistics import permutation

SOURCES = ["first", "second"]
KEY = ("instrument", "restored", "folded", "readings")
GRID = {
    "unit": ["sentence", "clause", "window"],
    "repeated_lead": ["left_out", "counted"],
    "tiers": ["core+extended", "core"],
    "voices": ["narrator+attributed", "narrator"],
    "weight": ["units", "words", "content_words"],
    "base": ["all_units", "framed_units"],
    "smoothing": [0.5, 1.0],
}
MEASURE = {"tiers": ["core", "extended"], "voices": ["narrator", "attributed"]}
OWN = choices.own(MEASURE | {"repeated_lead": False}, {"repairs": True}, 0.5)
OPTIONS = choices.arrange(GRID, OWN)
CONTRASTS = {
    "a": {"label": "a", "frames": ["a"], "of": "share"},
    "voice": {"label": "voice", "frames": ["a", "b"], "of": "own_voice"},
}


def always(*_):
    """A permit for everything."""
    return True


def article(source, cues, *, sentences=(0, 40, 80, 120), repeated=(False, False, False, True)):
    """Four sentences of four words, ten characters each; the last sentence repeats the first.

    The second word of each is a function word; the first sentence has a second clause at 20. A cue
    is its place, frame, whether it is core, and whether the text says it itself.
    """
    words = np.arange(0, 40 * len(sentences), 10)
    places, frames, core, narrated = (np.array(c) for c in zip(*sorted(cues), strict=True))
    return Reading(
        article=source,
        source=source,
        words=words,
        content=words % 40 != 10,
        sentences=np.array(sentences),
        repeated=np.array(repeated),
        clauses=np.array(sorted({*sentences, 20})),
        cues=places,
        frames=frames,
        core=core,
        narrated=narrated,
    )


FIRST = article(
    "first",
    [(0, "a", True, True), (20, "a", False, False), (50, "b", True, True), (120, "a", True, True)],
)
SECOND = article("second", [(40, "a", False, False), (45, "a", True, True), (80, "b", True, False)])


def texts(*articles, sources=SOURCES, parts=4):
    """The articles under one reading, with their blocks."""
    numbered = permutation.number(*sheets(*articles), sources, parts)
    return Texts({KEY: list(articles)}, numbered, sources, window=6)


def sheets(*articles):
    """Tables of articles and of sentences; repeated ones repeat the first."""
    rows = [
        (a.article, i, int(start), 0 if again else None)
        for a in articles
        for i, (start, again) in enumerate(zip(a.sentences, a.repeated, strict=True))
    ]
    schema = {"article": pl.String, "sentence": pl.Int64, "start": pl.Int64}
    table = pl.DataFrame(rows, schema=schema | {"duplicate_of": pl.Int64}, orient="row")
    names = [(a.article, a.source) for a in articles]
    return pl.DataFrame(names, schema=["article", "source"], orient="row"), table


def run(*articles, sources=SOURCES, options=OPTIONS):
    """Table of the multiverse, and the means of its blocks."""
    kind = {"method": "hac", "permit": always}
    return multiverse.run(texts(*articles, sources=sources), options, CONTRASTS, **kind)
