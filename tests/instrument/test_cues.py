"""Cues on made-up sentences: `tests/data/cues.tsv` says which frames each has, and which not.

Whoever corrects a cue adds a sentence there, so that the correction lasts.
"""

from collections import Counter
from pathlib import Path

import language_by_hand as by_hand
import pytest
from framing.instrument import annotate
from framing.instrument.cues import keep_kinds

SHEET = Path(__file__).parents[1] / "data" / "cues.tsv"
HEADER, *ROWS = (line.split("\t") for line in SHEET.read_text(encoding="utf-8").splitlines())
# By language and the first frame that a row is about: a test each, since a test a row takes long.
GROUPS = sorted({(row[0], f"{row[2]} {row[3]}".split()[0]) for row in ROWS})


@pytest.fixture(scope="module")
def framed(book):
    """The languages with the cues of frames alone."""
    return {code: keep_kinds(language, ["frame"]) for code, language in book.languages.items()}


@pytest.mark.parametrize(("language", "about"), GROUPS)
def test_frames(framed, language, about):
    """All of `frames` are found, and none of `absent`."""
    known, wrong = framed[language], []
    for code, text, frames, absent, note in ROWS:
        if (code, f"{frames} {absent}".split()[0]) == (language, about):
            mentions = annotate.find_mentions(annotate.prepare_text(text, known), known)
            found = {mention.cue.code for mention in mentions}
            missing, extra = {*frames.split()} - found, {*absent.split()} & found
            wrong += [(text, note, missing, extra)] if missing or extra else []
    assert wrong == []


def test_sheet(book):
    """Each language has 30 rows or more, and each frame in a row with it and in one without it."""
    assert HEADER == ["language", "text", "frames", "absent", "note"]
    assert len({text for _, text, *_ in ROWS}) == len(ROWS)
    assert min(Counter(row[0] for row in ROWS).values()) >= 30
    for language in book.languages:
        mine = [row for row in ROWS if row[0] == language]
        assert {frame for row in mine for frame in row[2].split()} == set(book.frames)
        assert {frame for row in mine for frame in row[3].split()} == set(book.frames)


def test_thing():
    """Concepts of a frame are several things; those of an actor or event are one."""
    known = by_hand.language()
    frame = by_hand.cue(known, "a", code="f", concept="c")
    actor = by_hand.cue(known, "a", kind="actor", code="x", concept="x.named")
    event = by_hand.cue(known, "a", kind="event", code="e", concept="e.all")
    assert frame.thing == ("frame", "f", "c")
    assert actor.thing == ("actor", "x", "")
    assert event.thing == ("event", "e", "")


def test_anchors():
    """Cues by each word that they can begin with, also one that begins a sequence of a class."""
    known = by_hand.language()
    first, second = by_hand.cue(known, "a|b c"), by_hand.cue(known, "b")
    known.cues += [first, second]
    numbers = known.lexicon.numbers
    assert known.anchors == {numbers["a"]: [first], numbers["b"]: [first, second]}


def test_keep_kinds():
    """Only cues of these kinds remain, and the language itself is not changed."""
    known = by_hand.language()
    known.cues += [by_hand.cue(known, "a"), by_hand.cue(known, "b", kind="actor")]
    kept = keep_kinds(known, ["actor"])
    assert [cue.text for cue in kept.cues] == ["b"]
    assert list(kept.anchors) == [known.lexicon.numbers["b"]]
    assert len(known.cues) == 2
