"""Sentences on the findings: prevalence and coverage; each kind of result has its wording."""

import pytest
from findings_by_hand import ANSWER, UNKNOWN, said
from framing.paper.facts import findings


@pytest.mark.parametrize(
    ("changes", "wording"),
    [
        (
            {},
            "two texts this short the difference cannot be distinguished from chance (−90 to +40",
        ),
        ({"low": 0.1}, "the difference is larger than chance explains (+10 to +40 points)"),
        ({"high": -0.2}, "the difference is larger than chance explains (−90 to −20 points)"),
        ({"low": UNKNOWN}, "no interval can be given for the difference"),
        ({"high": None}, "no interval can be given for the difference"),
        (
            {"articles": 9},
            "with 9 and 9 articles the difference cannot be distinguished from chance",
        ),
        (
            {"low": -0.04, "high": 0.03, "answer": "equivalent"},
            "the two shares differ by less than 15 points (−4 to +3 points)",
        ),
        ({"answer": "cannot tell"}, "cannot be distinguished from chance"),
    ],
)
def test_prevalence(changes, wording):
    """Counts, then what the interval allows to say; the interval by sentences, not by words."""
    prevalence = said([], **changes)[0]
    assert "7 of 17 Hebrew sentences and 8 of 12 Arabic ones use the threat frame; " in prevalence
    assert wording in prevalence
    assert ("90 % intervals" in prevalence) == ("no interval" not in wording)


SHORT = "articles of 2 sentences are shorter than any that was simulated"


@pytest.mark.parametrize(
    ("reason", "wording", "sentence"),
    [
        (f"{SHORT}: run `x`", f"There is no interval: {SHORT}; run `x`.", SHORT),
        ("hac was not tried", "There is no interval: hac was not tried.", "not tried"),
        ("", "Why there is no interval is said in `tables/contrasts.csv`.", "has an interval."),
    ],
)
def test_why_there_is_no_interval(reason, wording, sentence):
    """No interval is no test: the old answer was "cannot be distinguished from chance"."""
    changes = {"low": UNKNOWN, "high": UNKNOWN, "reason": reason, "articles": 200}
    assert wording in said([], **changes)[0]
    (answer,) = said([], template=ANSWER, **changes)
    assert "and no difference of shares has an interval" in answer
    assert sentence in answer
    assert "chance" not in answer


def test_one_answer_for_several_frames_is_said_once():
    """What holds for all of them is said once; other answers are said one by one."""
    prevalence = said([], frames=["harm", "aid"])[0]
    assert (
        "7 of 17 Hebrew sentences and 8 of 12 Arabic ones use the threat frame (−90 to +40 "
        "points), 7 of 17 and 8 of 12 the harm frame (−90 to +40 points), and 7 of 17 and 8 of 12 "
        "the aid frame (−90 to +40 points). In brackets: the 90 % intervals of the differences. "
        "With two texts this short none of these differences can be distinguished from chance."
    ) in prevalence
    assert "larger than chance explains" in said([], frames=["harm"], low=0.1)[0]


@pytest.mark.parametrize(
    ("changes", "wording"),
    [
        ({"detectable": 0.726}, "could show only a difference of 73 points or more."),
        ({"detectable": 0.726, "low": 0.1}, ""),
        ({"detectable": UNKNOWN}, ""),
        ({"detectable": None}, ""),
        ({}, ""),
    ],
)
def test_what_such_texts_could_show(changes, wording):
    """Said where the texts cannot tell, and where it is known."""
    prevalence = said([], **changes)[0]
    assert wording in prevalence
    assert ("could show" in prevalence) == bool(wording)


def test_range_of_what_several_frames_could_show():
    """From the smallest to the largest; what is not known does not count."""
    frames = [{"answer": a, "detectable": d} for a, d in zip("xyz", (0.7, 0.5, 0.9), strict=True)]
    for frame in frames[:2]:
        frame["answer"] = findings.CANNOT_TELL
    assert findings.detectable(frames) == [0.5, 0.7]


def test_coverage():
    """Events of both, and of each source alone."""
    assert said([])[2] == (
        "- **Coverage.** Both sources report 1 of 3 events. Only in the Hebrew article: a call. "
        "Only in the Arabic article: nothing."
    )
