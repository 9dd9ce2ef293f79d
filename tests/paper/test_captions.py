"""Captions follow their numbers: change the table and the sentence changes."""

import jinja2
import polars as pl
import pytest
from framing.paper import captions

import workflow

SOURCES = {
    "hebrew": {"label": "the Hebrew article", "short": "Hebrew"},
    "arabic": {"label": "the Arabic article", "short": "Arabic"},
}


def frames(low, high):
    """The table of the frames figure with one frame and the given interval."""
    row = {"label": "threat", "estimate": (low + high) / 2, "low": low, "high": high}
    row |= {"method": "m", "reason": "", "warning": ""}
    return pl.DataFrame([row | {"source": name} for name in SOURCES])


def caption(table):
    """The caption of the frames figure."""
    return captions.fill(
        workflow.ROOT / "workflow/report/frames_by_voice.md",
        rows=table,
        sources=SOURCES,
        first="hebrew",
        second="arabic",
    )


def test_caption_follows_the_interval():
    """An interval that excludes zero is named, one that includes it is not."""
    assert "excludes zero for threat (+40 points)" in caption(frames(0.2, 0.6))
    assert "excludes zero for threat (−40 points)" in caption(frames(-0.6, -0.2))
    assert "every interval includes zero" in caption(frames(-0.2, 0.6))


def test_missing_interval_is_no_finding():
    """Without an interval nothing is claimed."""
    assert "every interval includes zero" in caption(frames(float("nan"), float("nan")))


def test_unknown_value_raises(tmp_path):
    """A template cannot print what was not computed."""
    template = tmp_path / "t.md"
    template.write_text("{{ invented }}", encoding="utf-8")
    with pytest.raises(jinja2.UndefinedError):
        captions.fill(template)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (captions.percent(0.294), "29 %"),
        (captions.points(-0.123), "−12"),
        (captions.points(0.001), "0"),
        (captions.listed(["a", "b", "c"]), "a, b and c"),
        (captions.listed([]), "none"),
        (captions.times(1, "pair"), "1 pair"),
        (captions.times(2, "body", "bodies"), "2 bodies"),
        (captions.opening("the UN"), "The UN"),
        (captions.short("truce, ceasefire; lull"), "truce"),
    ],
)
def test_words_for_numbers(found, expected):
    """How numbers and lists are put into words."""
    assert found == expected


def test_caption_and_alternative_text(tmp_path):
    """A line of dashes parts them; without it the caption serves, its bold marks taken off."""
    template = tmp_path / "t.md"
    template.write_text("**Four of {{ n }}.** Read\nso.\n\n---\n\nTwo\nbars.\n", encoding="utf-8")
    caption, alternative = captions.caption(template, n=5)
    assert (caption, alternative) == ("**Four of 5.** Read so.\n", "Two bars.")
    assert captions.finding(caption) == "Four of 5."
    template.write_text("**Four.** So.", encoding="utf-8")
    assert captions.caption(template) == ("**Four.** So.\n", "Four. So.")
    assert captions.finding("no bold") == ""
