"""A random sample with known probabilities: who is drawn, how often, and that codes stay hidden."""

import numpy as np
import polars as pl
import pytest
from framing.correction import sample
from framing.errors import InputError

FRAMES = ["threat", "harm"]


def corpus(**sources):
    """Texts of sources: how many with no frame, with threat, with harm (and threat)."""
    rows = []
    for name, (language, *counts) in sources.items():
        for codes, count in zip(((0, 0), (1, 0), (1, 1)), counts, strict=True):
            rows += [(language, name, *codes)] * count
    table = pl.DataFrame(rows, schema=["language", "source", *FRAMES], orient="row")
    return table.with_row_index("row", offset=1).cast({"row": pl.Int64})


def test_every_text_has_the_probability_that_is_recorded():
    """In 2,000 draws a text is drawn as often as its probability says, within 5 standard errors."""
    found = np.array([[0, 0]] * 60 + [[1, 0]] * 30 + [[1, 1]] * 10, dtype=bool)
    rng, times = np.random.default_rng(1), np.zeros(100)
    for _ in range(2000):
        drawn = sample.choose(found, 20, rng)
        assert len(set(drawn.places)) == 20
        times[drawn.places] += 1
    known = drawn.probabilities
    assert known.sum() == pytest.approx(20)
    assert (abs(times / 2000 - known) <= 5 * np.sqrt(known * (1 - known) / 2000)).all()


def test_rare_frames_are_drawn_more_often():
    """A text with the rarest frame is likelier drawn than one with a common one, or with none."""
    found = np.array([[0, 0]] * 600 + [[1, 0]] * 380 + [[0, 1]] * 20, dtype=bool)
    none, common, rare = sample.choose(found, 100, np.random.default_rng(1)).probabilities[
        [0, 600, 980]
    ]
    assert rare > 2 * common
    assert rare > 2 * none


def test_measure_of_size_by_hand():
    """One frame, found in 9 of 19 texts: share 9.5/20; of the others .3 q / (1 - q) are missed."""
    found = np.array([[1]] * 9 + [[0]] * 10, dtype=bool)
    share = 9.5 / 20
    missed = 0.3 * share / (1 - share)
    expected = np.sqrt(np.array([0.21, missed * (1 - missed)]) / (share * (1 - share)))
    assert sample.measure_of_size(found)[[0, -1]] == pytest.approx(expected)


@pytest.mark.parametrize(
    ("weights", "limits", "total", "expected"),
    [
        ([1, 1], [100, 100], 10, [5, 5]),
        ([1, 2], [100, 100], 10, [3, 7]),  # 3.33 and 6.67
        ([1, 1], [3, 100], 10, [3, 7]),  # the first is exhausted
        ([1, 1000], [100, 100], 10, [1, 9]),  # nobody goes without
        ([1, 1], [3, 4], 10, [3, 4]),  # all there is
    ],
)
def test_share_out(weights, limits, total, expected):
    """Proportional, whole, at least one, at most the limit."""
    assert sample.share_out(np.array(weights, float), limits, total).tolist() == expected


def test_small_groups_join():
    """Two texts of 100 with a rare frame expect fewer than two of ten draws: they join others."""
    found = np.array([[0, 0]] * 50 + [[1, 0]] * 48 + [[0, 1]] * 2, dtype=bool)
    groups = sample.group(found, sample.measure_of_size(found), 10)
    assert groups[-1] == groups[60]
    assert groups[0] != groups[60]
    many = sample.group(found, sample.measure_of_size(found), 80)
    assert len(set(many)) == 3


def test_the_design():
    """Sources of a language share its texts equally; groups and their sizes are recorded."""
    coded = corpus(a=("he", 60, 30, 10), b=("he", 600, 300, 100), c=("ar", 5, 3, 2))
    drawn = sample.draw(coded, FRAMES, per_language=40, seed=3)
    assert drawn.group_by("source").len().sort("source").rows() == [("a", 20), ("b", 20), ("c", 10)]
    assert drawn.filter(source="c")["probability"].to_list() == [1.0] * 10
    assert drawn["unit"].to_list()[:2] == ["he-001", "he-002"]
    assert drawn["row"].is_unique().all()
    groups = (
        drawn.filter(source="b")
        .group_by("group")
        .agg(
            pl.col("texts", "drawn").first(), pl.len().alias("here"), pl.col("probability").first()
        )
    )
    assert dict(groups.select("group", "texts").iter_rows()) == {
        "none": 600, "threat": 300, "harm": 100
    }  # fmt: skip
    assert (groups["drawn"] == groups["here"]).all()
    assert (groups["drawn"] / groups["texts"]).to_list() == pytest.approx(
        groups["probability"].to_list()
    )
    joined = coded.join(drawn, on="row", suffix="_drawn")
    assert (joined["source"] == joined["source_drawn"]).all()


def test_the_order_is_random_and_follows_the_seed():
    """The order of the units tells neither source nor code; the same seed gives the same sample."""
    coded = corpus(a=("he", 60, 30, 10), b=("he", 60, 30, 10))
    one, two, other = (sample.draw(coded, FRAMES, per_language=60, seed=s) for s in (1, 1, 2))
    assert one.equals(two)
    assert not one["row"].equals(other["row"])
    assert one["row"].to_list() != sorted(one["row"])
    assert len(set(one["source"].to_list()[:10])) == 2


def test_too_few():
    """Every source needs two texts."""
    coded = corpus(a=("he", 6, 3, 1), b=("he", 6, 3, 1))
    with pytest.raises(InputError, match="3 is too few for the 2 sources in he; give 4 or more"):
        sample.draw(coded, FRAMES, per_language=3, seed=1)
    assert sample.draw(coded, FRAMES, per_language=4, seed=1).height == 4


def test_a_frame_that_is_never_or_always_found():
    """The sizes stay finite and the whole sample is drawn."""
    for codes in ((0, 0), (1, 1)):
        found = np.array([codes] * 50, dtype=bool)
        drawn = sample.choose(found, 10, np.random.default_rng(1))
        assert len(drawn.places) == 10
        assert drawn.probabilities == pytest.approx(np.full(50, 0.2))


@pytest.mark.parametrize("sources", [1, 3])
def test_two_texts_of_each_source_at_least(sources):
    """So many are enough; one less is not, and the message says how many are."""
    coded = corpus(**{f"s{n}": ("he", 9, 3, 3) for n in range(sources)})
    drawn = sample.draw(coded, FRAMES, per_language=2 * sources, seed=1)
    assert drawn["source"].value_counts()["count"].to_list() == [2] * sources
    problem = f"{2 * sources - 1} is too few for the {sources} sources in he; give {2 * sources} or"
    with pytest.raises(InputError, match=problem):
        sample.draw(coded, FRAMES, per_language=2 * sources - 1, seed=1)
