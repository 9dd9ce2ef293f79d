"""Direction: which way a text runs, and which of its parts run against it."""

import pytest
from framing.paper.tables import direction

SPLIT = "על ¶ ה ממשלה נימין"  # two parts with a mark between them: one run
POINTED = "שָׁלוֹם"


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("", []),
        ("7 of 17", [("7 of 17", "")]),
        (SPLIT, [(SPLIT, "he")]),
        ("وقف إطلاق النار", [("وقف إطلاق النار", "ar")]),
        ("a truce: وقف (3)", [("a truce: ", ""), ("وقف", "ar"), (" (3)", "")]),
        ("ב of the stem", [("ב", "he"), (" of the stem", "")]),
        ("the text says המורדים elsewhere", None),
        ("the letter ג' twice", [("the letter ", ""), ("ג'", "he"), (" twice", "")]),
        (f"word {POINTED} pointed", [("word ", ""), (POINTED, "he"), (" pointed", "")]),
        ("אמר UN News אתמול.", [("אמר ", "he"), ("UN News", ""), (" אתמול.", "he")]),
        ("في 29 كانون 2017.", [("في 29 كانون 2017.", "ar")]),
    ],
)
def test_runs(text, runs):
    """Runs in reading order; together they are the text."""
    found = direction.runs(text)
    assert "".join(run.text for run in found) == text
    assert runs is None or [tuple(run) for run in found] == runs


def test_direction_is_that_of_most_letters():
    """A first letter of the other script does not turn a text round; a number has no direction."""
    assert direction.is_rtl(SPLIT)
    assert direction.is_rtl("UN: מועצת הביטחון")
    assert not direction.is_rtl("ב of the stem stripped")
    assert not direction.is_rtl("12")
    assert not direction.is_rtl("")
