"""Numbers of the multiverse, verdicts, placebos and controls, from tables made by hand."""

import polars as pl
import pytest
from framing.paper.numbers import robustness
from framing.paper.numbers.entry import Study

STUDY = Study(
    {"sources": {}, "compare": {"level": 0.95}}, {"frame": {"threat": "threat", "harm": "harm"}}
)
CURVE = {
    "measure": "difference",
    "own": -0.25,
    "own_low": -0.6,
    "own_high": 0.1,
    "least": -0.3,
    "median": -0.2,
    "greatest": 0.05,
    "specifications": 100,
    "distinct": 27,
    "distinct_rank": 2,
    "as_extreme": 0.041,
    "same_sign": 0.9,
    "n_first": 17,
    "n_second": 12,
    "carrying_first": 7,
    "carrying_second": 8,
    "excluding_zero": 0.125,
    "intervals": 80,
    "run": 64,
    "exchanges": 999,
    "holds": True,
    "p_family": 0.04,
}
CURVES = pl.DataFrame(
    [
        CURVE | {"contrast": "threat", "question": "all"},
        CURVE | {"contrast": "threat", "question": "", "distinct": 1, "intervals": 40}
        | {"excluding_zero": 0.5, "p_family": 0.5, "exchanges": 99},
        CURVE | {"contrast": "harm", "question": "all", "distinct": 1, "holds": False}
        | {"p_family": None},
        CURVE | {"contrast": "odds", "question": "", "measure": "log_ratio"},
    ]
)  # fmt: skip
VERDICTS = pl.DataFrame(
    {
        "verdict": ["cannot tell", "different", "cannot tell"],
        "text_low": [-0.6, 0.1, None],
        "reading": [0.7, 0.6, None],
        "reading_low": [0.5, 0.4, None],
        "agreement": [0.8, 0.9, None],
    }
)
PLACEBOS = pl.DataFrame(
    {
        "code": ["threat", "harm"],
        "draws": [1000, 1000],
        "placebo_low": [-0.2, -0.1],
        "placebo_median": [0.0, 0.02],
        "placebo_high": [0.2, 0.1],
        "placebo_tail_holm": [0.05, 0.06],
    }
)
HALVES = pl.DataFrame({"outside": [True, False, False, False]})
CONTROLS = pl.DataFrame({"passed": [True, True, False]})


def collect(halves=HALVES):
    """The numbers by key."""
    results = {"multiverse": CURVES, "verdicts": VERDICTS, "placebos": PLACEBOS}
    results |= {"self_placebos": halves, "controls": CONTROLS}
    numbers = robustness.numbers(results, STUDY)
    assert len({number.key for number in numbers}) == len(numbers)
    return {number.key: number for number in numbers}


@pytest.fixture(scope="module")
def found():
    """The numbers by key."""
    return collect()


@pytest.mark.parametrize(
    ("key", "value", "text", "n"),
    [
        ("choices.curves", 3, "3", None),
        ("choices.specifications", 200, "200", None),  # of the contrast that choices move
        ("choices.run", 192, "192", None),
        ("choices.intervals", 120, "120", None),
        ("choices.excluding_zero", 30, "30", None),  # 80 / 8 + 40 / 2
        ("choices.exchanges", 999, "999", None),
        ("choices.tested", 2, "2", None),
        ("choices.p", 0.04, "0.04", None),
        ("verdicts.all", 3, "3", None),
        ("verdicts.intervals", 2, "2", 3),
        ("verdicts.different", 1, "1", 3),
        ("verdicts.equivalent", 0, "0", 3),
        ("verdicts.cannot_tell", 2, "2", 3),
        ("choices.threat.all.estimate", -0.25, "−25", 100),
        ("choices.threat.all.low", -0.6, "−60", 100),
        ("choices.threat.all.greatest", 0.05, "+5", 100),
        ("choices.threat.all.distinct", 27, "27", 100),
        ("choices.threat.distinct", 1, "1", 100),
        ("choices.threat.all.rank", 2, "2", 100),
        ("choices.threat.all.as_extreme", 0.041, "4 %", 100),
        ("choices.threat.all.first.units", 17, "17", 100),
        ("choices.threat.all.second.carrying", 8, "8", 100),
        ("choices.threat.all.reading", 0.7, "0.70", None),
        ("choices.threat.reading_low", 0.4, "0.40", None),
        ("choices.harm.all.agreement", None, "–", None),
        ("placebo.threat.low", -0.2, "−20", 1000),
        ("placebo.harm.median", 0.02, "+2", 1000),
        ("placebo.harm.tail", 0.06, "0.06", 1000),
        ("placebo.outside", 1, "1", 2),  # .05 is as rare as 1 − level
        ("halves.compared", 4, "4", None),
        ("halves.outside", 1, "1", 4),
        ("halves.outside.share", 0.25, "25 %", 4),
        ("controls.all", 3, "3", None),
        ("controls.passed", 2, "2", 3),
        ("controls.failed", 1, "1", 3),
    ],
)
def test_numbers(found, key, value, text, n):
    """Each from its own column and row; what is not known is a dash."""
    number = found[key]
    assert (number.text, number.n) == (text, n)
    assert number.value == pytest.approx(value)


def test_ratios_have_no_curve(found):
    """Only differences of shares are quoted."""
    assert not [key for key in found if key.startswith("choices.odds")]


def test_no_halves():
    """Where no article was long enough there is no share."""
    assert collect(HALVES.clear())["halves.outside.share"].text == "–"


def test_two_results_are_moved_by_choices():
    """A curve with two distinct results counts among those that choices can move."""
    curves = CURVES.head(3).with_columns(distinct=pl.lit(2))
    found = {number.key: number.value for number in robustness._whole(curves)}
    assert found["choices.specifications"] == 300
