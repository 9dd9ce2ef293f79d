"""Verdicts follow their numbers by the stated rule: change a number and the verdict changes."""

import polars as pl
import pytest
from articles_by_hand import SETTINGS, SHEET
from framing.robustness import choices, verdicts

RULE = {"smallest_difference": 0.2, "same_sign": 0.95, "reading": 0.8}
CONTRASTS = {
    "harm": {"label": "harm", "frames": ["civilian_harm"], "of": "share"},
    "own": {"label": "own voice", "frames": ["civilian_harm", "violation"], "of": "own_voice"},
}
KNOWN = choices.read(SHEET, SETTINGS)
CURVE = {
    "contrast": "harm",
    "question": "all",
    "measure": "difference",
    **dict.fromkeys(("n_first", "n_second"), 20),
    **{"carrying_first": 12, "carrying_second": 6, "own": 0.3},
    **{"own_low": 0.1, "own_high": 0.5},
    **{"specifications": 84, "distinct": 40, "least": 0.1, "greatest": 0.6, "same_sign": 0.99},
    **{"distinct_rank": 3, "own_end": "low", "as_extreme": 0.2},
}


def external(*rows):
    """Accuracy on other texts: frame, language, F1, its lower end, and when the texts were seen."""
    rows = rows or [
        ("civilian_harm", "he", 0.9, 0.85, "never"),
        ("civilian_harm", "ar", 1, 0.9, "never"),
    ]
    schema = ["frame", "language", "estimate", "low", "seen"]
    return pl.DataFrame(rows, schema=schema, orient="row", strict=False).with_columns(
        measure=pl.lit("f1")
    )


def agreement(alpha=0.9, *, voice=0.95):
    """Alpha of the coders on both frames and on the voice."""
    rows = [("frame", "civilian_harm", alpha), ("frame", "violation", 1.0), ("voice", "", voice)]
    table = pl.DataFrame(rows, schema=["kind", "code", "estimate"], orient="row")
    return table.with_columns(coefficient=pl.lit("alpha"))


def judge(*, read=None, agreed=None, **curve):
    """The row of one finding; as the numbers are, its difference is firm."""
    curves = pl.DataFrame([CURVE | curve], strict=False)
    return verdicts.judge(
        curves,
        external() if read is None else read,
        agreement() if agreed is None else agreed,
        CONTRASTS,
        KNOWN,
        rule=RULE,
    ).row(0, named=True)


ALIKE = {
    "own": 0.0,
    "own_low": -0.18,
    "own_high": 0.18,
}
ALIKE |= {"least": -0.1, "greatest": 0.1, "same_sign": 0.5}


@pytest.mark.parametrize(
    ("change", "answer", "agree", "verdict", "because"),
    [
        ({}, "different", "agree", "different", ""),
        ({"own_low": -0.5, "own_high": -0.1}, "different", "agree", "different", ""),
        ({"own_low": -0.1}, "cannot tell", "agree", "cannot tell", "includes zero and differences"),
        ({"own_low": None}, "cannot tell", "agree", "cannot tell", "no interval"),
        ({"own_low": float("nan")}, "cannot tell", "agree", "cannot tell", "no interval"),
        ({"same_sign": 0.9}, "different", "depends", "cannot tell", "90 % of the distinct results"),
        ({"least": None}, "different", "depends", "cannot tell", "no specification"),
        (
            {"own_low": -0.1, "same_sign": 0.5},
            "cannot tell",
            "depends",
            "cannot tell",
            "50 % of the",
        ),
        (ALIKE, "equivalent", "agree", "equivalent", ""),
        (ALIKE | {"own_high": 0.2}, "cannot tell", "depends", "cannot tell", "that matter"),
        (ALIKE | {"own_low": -0.2}, "cannot tell", "depends", "cannot tell", "that matter"),
        (ALIKE | {"greatest": 0.2}, "equivalent", "depends", "cannot tell", "exceed the bounds"),
    ],
)
def test_verdict_follows_its_numbers(change, answer, agree, verdict, because):
    """One number at a time, from a firm difference and from a firm equivalence."""
    row = judge(**change)
    assert (row["answer"], row["choices"], row["verdict"]) == (answer, agree, verdict)
    assert because in row["because"]
    assert bool(row["because"]) == (row["verdict"] == "cannot tell")


@pytest.mark.parametrize(
    ("read", "because"),
    [
        ([("civilian_harm", "he", 0.95, 0.79, "never")], "may be as low as 0.79"),
        ([("civilian_harm", "he", 0.95, 0.9, "in the last rounds")], "not tested on unseen text"),
        ([("violation", "he", 0.95, 0.9, "never")], "not tested on unseen text"),
        ([("civilian_harm", "he", 0.9, float("nan"), "never")], "not tested on unseen text"),
    ],
)
def test_the_reading_is_that_of_unseen_text(read, because):
    """Its lower end decides, not its point; seen texts and other frames do not count."""
    row = judge(read=external(*read))
    assert (row["answer"], row["verdict"]) == ("different", "cannot tell")
    assert because in row["because"]


def test_the_weakest_reading_counts():
    """Over languages and corpora; the row shows point and lower end."""
    row = judge()
    assert (row["reading"], row["reading_low"]) == (0.9, 0.85)


@pytest.mark.parametrize(
    ("alpha", "because"), [(0.7, "agree by less than 0.8"), (None, "was not measured"), (0.8, "")]
)
def test_coders_who_disagree_make_no_firm_verdict(alpha, because):
    """Their lowest alpha decides; without one there is no agreement."""
    row = judge(agreed=agreement(alpha))
    assert row["agreement"] == alpha
    assert because in row["because"]
    assert (row["verdict"] == "different") == (not because)


def test_row_shows_text_and_choices_beside_the_estimate():
    """With n in sentences, the place of the study's own result, and the question asked."""
    row = judge()
    assert (row["finding"], row["voice"]) == ("harm (all voices)", "all voices")
    assert (row["n_first"], row["n_second"], row["count_first"], row["count_second"]) == (
        20,
        20,
        12,
        6,
    )
    assert (row["estimate"], row["text_low"], row["text_high"]) == (0.3, 0.1, 0.5)
    assert (row["choices_low"], row["choices_high"], row["same_sign"]) == (0.1, 0.6, 0.99)
    assert (row["specifications"], row["distinct"]) == (84, 40)
    assert (row["own_rank"], row["counted_from"], row["as_extreme"]) == (3, "low", 0.2)


@pytest.mark.parametrize(
    "curve", [{"question": "own"}, {"contrast": "own", "question": ""}], ids=["voice", "own voice"]
)
def test_voices_were_not_tested_on_unseen_text(curve):
    """A finding on own voice rests on how voices are read, which nobody measured there."""
    read = external(
        ("civilian_harm", "he", 0.9, 0.85, "never"), ("violation", "he", 0.9, 0.85, "never")
    )
    row = judge(read=read, agreed=agreement(voice=0.85), **curve)
    assert (row["reading"], row["agreement"]) == (None, 0.85)
    assert "not tested on unseen text" in row["because"]


def test_other_measures_are_no_findings():
    """The log ratio of a curve gets no verdict."""
    curves = pl.DataFrame([CURVE, CURVE | {"measure": "log_ratio"}])
    judged = verdicts.judge(curves, external(), agreement(), CONTRASTS, KNOWN, rule=RULE)
    assert judged.height == 1


@pytest.mark.parametrize(
    ("low", "high", "said", "agree"),
    [
        (-0.19, 0.19, "equivalent", True),
        (-0.2, 0.1, "equivalent", False),  # an end that reaches the bound exceeds it
        (-0.1, 0.2, "equivalent", False),
        (-0.5, 0.5, "different", True),
    ],
)
def test_choices_agree_within_the_bounds(low, high, said, agree):
    """For an equivalence all results must lie within; a difference needs its sign."""
    found = {"choices_low": low, "choices_high": high, "same_sign": 0.9}
    assert verdicts._choices(found, said, 0.2, 0.9)[0] is agree
    assert not verdicts._choices(found | {"same_sign": 0.89}, "different", 0.2, 0.9)[0]
    assert not verdicts._choices(found | {"same_sign": None}, "different", 0.2, 0.9)[0]
    for end in ("choices_low", "choices_high"):
        why = verdicts._choices(found | {end: None}, said, 0.2, 0.9)
        assert why == (False, "no specification can be estimated")


@pytest.mark.parametrize(
    ("reading", "agreement", "doubts"),
    [
        (0.6, 0.6, 0),  # as much as is asked for
        (0.59, 0.6, 1),
        (0.6, 0.59, 1),
        (None, 0.6, 1),
        (0.6, None, 1),
        (None, None, 2),
    ],
)
def test_doubts(reading, agreement, doubts):
    """Below the limit, or not known: each is one."""
    found = {"reading_low": reading, "agreement": agreement}
    assert len(verdicts._doubts(found, 0.6)) == doubts
