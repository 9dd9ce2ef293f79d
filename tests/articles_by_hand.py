"""Two small articles made by hand, and the multiverse over them."""

from dataclasses import replace

import numpy as np
import polars as pl
from framing.robustness import choices, multiverse
from framing.robustness.places import Reading
from framing.robustness.units import Texts
from framing.statistics import permutation

import workflow

SOURCES = ["first", "second"]
SHEET = workflow.ROOT / "config" / "choices.yaml"
SETTINGS = {
    "text": {"repairs": True},
    "measure": {
        "tiers": ["core", "extended"],
        "voices": ["narrator", "attributed"],
        "repeated_lead": False,
    },
    "lexicon": {"smoothing": 0.5},
}
CONTRASTS = {
    "a": {"label": "a", "frames": ["a"], "of": "share"},
    "voice": {"label": "voice", "frames": ["a", "b"], "of": "own_voice"},
}


TRIED = {  # options counted by hand in these tests; of any other choice the study's own alone
    "unit": ["sentence", "clause", "window"],
    "repeated_lead": ["left_out", "counted"],
    "tiers": ["all", "core"],
    "voices": ["all", "own"],
    "weight": ["units", "words", "content_words"],
    "base": ["all_units", "framed_units"],
    "smoothing": ["half", "one"],
}


def read(**settings):
    """The choices of the study with the options that are tried here."""
    known = choices.read(SHEET, SETTINGS | settings)
    for name, choice in known.items():
        kept = [choice.own.name, *TRIED.get(name, [])]
        options = {key: option for key, option in choice.options.items() if key in kept}
        known[name] = replace(choice, options=options)
    return known


KNOWN = read()
OWN = {name: choice.own.name for name, choice in KNOWN.items()}


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


class Reader:
    """Gives these readings, whatever the options, and counts how often it is asked."""

    lemmatised = True

    def __init__(self, articles):
        """Keep the readings."""
        self.articles, self.asked = list(articles), []

    def names(self, source):
        """Return the names of the articles of a source."""
        return [one.article for one in self.articles if one.source == source]

    def read(self, **options):
        """Return the readings."""
        self.asked.append(options)
        return self.articles


def texts(*articles, sources=SOURCES, parts=4, known=KNOWN):
    """The articles under one reading, with their blocks."""
    numbered = permutation.number(*sheets(*articles), sources, parts)
    return Texts(Reader(articles), known, numbered, sources, window=6)


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


def run(*articles, sources=SOURCES, known=KNOWN, permit=always, level=0.95):
    """Table of the multiverse, and the means of its blocks."""
    method = multiverse.Method("hac", level, permit)
    return multiverse.run(texts(*articles, sources=sources, known=known), CONTRASTS, method)
