"""What the caption of the choices says follows from the curves; old sentences would be false."""

import polars as pl
import pytest
from choices_by_hand import caption, facts
from framing.paper import captions
from robustness_by_hand import SOURCES, curve, mixed, negative

import workflow


def test_a_stable_sign_is_the_finding():
    """All distinct results positive: the first article has more, whatever is chosen."""
    text, _ = caption(curve("harm"))
    bold = captions.finding(text)
    assert bold == "Under every defensible choice the first article has more civilian harm."


def test_articles_that_were_drawn_are_said():
    """Of a large corpus alone."""
    said = "articles of each source, or all where there are fewer, drawn at random"
    template = workflow.ROOT / "workflow/report/choices.md"
    values = {"sources": SOURCES} | dict(zip(("first", "second"), SOURCES, strict=True))
    values |= facts(curve("harm"))
    assert said not in captions.caption(template, **values)[0]
    assert f"All in 300 {said}" in captions.caption(template, **values | {"sampled": 300})[0]


def test_another_voice_is_another_question():
    """All voices positive, own voice negative: two findings, not "the sign depends on the choices".

    The old caption pooled both: half of the specifications positive, half negative.
    """
    text, _ = caption(curve("harm"), curve("harm", "own", **negative()))
    bold = captions.finding(text)
    assert "the first article has more civilian harm;" in bold
    assert "; as own: the second article has more civilian harm." in bold
    assert "varies" not in bold


def test_a_sign_that_depends_is_said():
    """40 % against 60 % of the distinct results."""
    bold = captions.finding(caption(curve("harm", **mixed(0.4)))[0])
    assert bold == "The sign varies for civilian harm."


def test_each_sign_that_varies_has_its_question():
    """The old words, "of violation and civilian harm (as own)", left open what was own."""
    curves = (curve("breach", **mixed(0.4)), curve("harm", "own", **mixed(0.4)))
    bold = captions.finding(caption(*curves)[0])
    assert bold == "The sign varies for violation; as own: for civilian harm."


def test_the_threshold_is_that_of_the_config():
    """Nine in ten: stable by .9, with the share it has; not by .95, as the old template said."""
    nine = curve("harm", **mixed(0.9))
    assert "In 90 % or more of the distinct results" in caption(nine, same_sign=0.9)[0]
    assert "varies" in caption(nine, same_sign=0.95)[0]


def test_copies_are_not_counted_as_results():
    """All but one of 40 specifications positive, but these are one of two distinct results.

    The old caption would say: 98 % of 40 specifications give the first article more.
    """
    copies = curve("harm", positive=0.975, negative=0.025, distinct=2) | {
        "distinct_positive": 0.5,
        "distinct_negative": 0.5,
    }
    assert "varies" in captions.finding(caption(copies)[0])


def test_one_result_is_a_sentence_with_its_units():
    """The old figure drew an empty box: 100 % of 294 specifications, −100 points."""
    numbers = {"n_first": 4, "n_second": 1, "carrying_first": 0, "carrying_second": 1}
    lone = curve("voice", "", distinct=1, own=-1.0, **numbers)
    text, _ = caption(curve("harm"), lone)
    assert "Own voice has one result: 0 of 4 against 1 of 1." in text
    assert "−100" not in text


def test_one_result_of_one_question():
    """Once: 'Violation has one result: 0 of 29 against 0 of 29', which was so in own voice only."""
    numbers = {"n_first": 29, "n_second": 29, "carrying_first": 0, "carrying_second": 0}
    text, _ = caption(curve("breach"), curve("breach", "own", distinct=1, own=0.0, **numbers))
    assert "Violation with as own has one result: 0 of 29 against 0 of 29." in text
    both = [curve("breach", asked, distinct=1, own=0.0, **numbers) for asked in ("both", "own")]
    text, _ = caption(curve("harm"), *both)
    assert text.count("one result") == 1
    assert "Violation has one result" in text


def test_a_contrast_without_any_estimate_is_said():
    """A source without such a unit: nothing to draw."""
    empty = curve("voice", "", distinct=0, own=None, median=None) | {
        f"distinct_{sign}": None for sign in ("positive", "negative", "zero")
    }
    text, _ = caption(curve("harm"), empty)
    assert "Own voice cannot be estimated: a source has no such unit." in text


def test_without_any_contrast_to_draw():
    """One result only: no choice changes anything."""
    text, alternative = caption(curve("harm", distinct=1))
    assert captions.finding(text) == "No choice changes a result."
    assert alternative.startswith("No choice changes a result: civilian harm, +20 points in 40")


def test_what_moves_and_what_does_not():
    """Labels, not ids; a choice with worse options is neither."""
    text, alternative = caption(curve("harm"))
    assert "Without effect: base." in text
    assert "below the gap: worse options." in text
    assert "What moves the results most: unit of text." in alternative


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ({}, "None of 30 intervals (95 %) excludes zero."),
        ({"excluding_zero": 0.1}, "3 of 30 intervals (95 %) exclude zero."),
        ({"excluding_zero": 1 / 30}, "1 of 30 intervals (95 %) excludes zero."),
    ],
)
def test_intervals_beside_the_agreement_of_choices(numbers, words):
    """Choices that agree are not evidence that the texts differ."""
    assert words in caption(curve("harm", **numbers))[0]


def test_no_intervals_no_sentence():
    """Without any interval none is counted."""
    text, _ = caption(curve("harm", intervals=0, excluding_zero=None))
    assert "intervals" not in text


def test_joint_test():
    """The smallest p of the curves that may be tested; the others are counted."""
    refused = curve("harm", "own", holds=False, as_large_median=0.01, p_family=None)
    _, alternative = caption(curve("harm"), refused)
    assert (
        "Joint test of 1 curve (70 exchanges of blocks of sentences, or of whole articles where "
        "each source has four or more): p is 0.30 or more" in alternative
    )
    assert "it does not hold its error rates for 1 more." in alternative
    _, alternative = caption(curve("harm", holds=False, p_family=None))
    assert "For none of these curves does a joint test hold its error rates." in alternative


def test_the_alternative_text_has_the_numbers():
    """Who cannot see the figure reads the spread of each curve."""
    _, alternative = caption(curve("harm"), curve("harm", "own", **negative()))
    assert (
        "civilian harm, as both, +10 to +40 points, median +25, the study’s own +20;" in alternative
    )
    assert (
        "civilian harm, as own, −30 to −5 points, median −15, the study’s own −10." in alternative
    )


def test_other_measures_are_not_told():
    """A log ratio has no part in caption and figure."""
    ratio = curve("harm") | {"measure": "log_ratio", "own": 99.0}
    assert "99" not in caption(curve("harm"), ratio)[0]
    assert isinstance(facts(curve("harm"), ratio)["rows"], pl.DataFrame)
