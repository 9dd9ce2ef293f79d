"""Captions follow their numbers: change the table and the sentence changes."""

import jinja2
import pytest
from framing.paper import captions


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
        (captions.confidence(0.95), "95 %"),
        (captions.confidence(1 - 0.975), "2.5 %"),
        (captions.points(-0.123), "−12"),
        (captions.points(0.001), "0"),
        (captions.size(-0.726), "73"),
        (captions.thousands(14406), "14,406"),
        (captions.spelled(4), "four"),
        (captions.spelled(11), "11"),
        (captions.often(0), "never"),
        (captions.often(2), "twice"),
        (captions.often(3), "three times"),
        (captions.listed(["a", "b", "c"]), "a, b and c"),
        (captions.listed([]), "none"),
        (captions.times(1, "pair"), "1 pair"),
        (captions.times(2, "body", "bodies"), "2 bodies"),
        (captions.opening("the UN"), "The UN"),
        (captions.period("2016-12-31"), "31 December 2016"),
        (captions.period("2016-12-31/2017-01-01"), "31 December 2016 to 1 January 2017"),
        (captions.listed([2, 7]), "2 and 7"),
        (captions.short("truce, ceasefire; lull"), "truce"),
        (captions.short("truce, ceasefire; lull (of arms)", 2), "truce, ceasefire"),
        (captions.short("(none)"), ""),
        (captions.points(0.125), "+12"),
        (captions.points(-0.001), "0"),
        (captions.spelled(0), "no"),
        (captions.spelled(10), "ten"),
        (captions.often(1), "once"),
        (captions.times(0, "pair"), "0 pairs"),
        (captions.times(1, "body", "bodies"), "1 body"),
        (captions.listed(["a"]), "a"),
        (captions.listed([], "nobody"), "nobody"),
        (captions.thousands(999), "999"),
        (captions.period("2017-12-05"), "5 December 2017"),
        (captions.opening(""), ""),
        (captions.says({}, "report"), "reports"),
        (captions.says({"articles": 1}, "have"), "has"),
        (captions.says({"articles": 2}, "have"), "have"),
        (captions.says({}, "were"), "was"),
        (captions.its({}), "its"),
        (captions.its({"articles": 1}), "its"),
        (captions.its({"articles": 2}), "their"),
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
