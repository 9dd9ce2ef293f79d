"""Placebo cues, counted by hand."""

import numpy as np
import polars as pl
import pytest
from framing.robustness import placebo
from words_by_hand import SOURCES, WORDS, tables


def draw(*args, draws=1000, seed=1):
    """Placebos of frame a."""
    return placebo.draw(*args, "a", SOURCES, draws=draws, seed=seed)


def test_draw_is_as_frequent_as_the_concepts():
    """p twice, q twice in 24 words: each once in 12 on average, so one word of count 1 for each.

    In x the cues wa, wd (of p) and we (of q) are no candidates, often is too frequent, of the six
    others wb and wc, wf, and wg, wh and wi share a sentence: two draws fall in one sentence with
    4/36 + 1/36 + 9/36 = 14/36, else in two: the share is (14 + 2 · 22) / 36 / 3 = 29/54. In y only
    wh (of q) is excluded, and of eight 9/64 + 9/64 + 4/64 = 22/64: (22 + 2 · 42) / 64 / 3 = 53/96.
    """
    first, second = draw(*tables(), draws=4000)
    for side in (first[0], second[0]):
        assert side.shape == (4000, 3)
        assert set(side.sum(axis=1)) == {1, 2}
    assert first[0].mean() == pytest.approx(29 / 54, abs=0.01)
    assert second[0].mean() == pytest.approx(53 / 96, abs=0.01)


def test_draw_rounds_expected_counts_at_random():
    """One mention in 24 words is half a word an article: every second draw carries none."""
    first, _ = draw(*tables(hits=(("x", 0, "p"),)))
    assert (first[0].sum(axis=1) == 0).mean() == pytest.approx(0.5, abs=0.06)


def test_longer_sentences_carry_more_placebos():
    """The same words in one sentence or in three: random words lie in the one, or in a third."""
    units = tables({"x": [" ".join(WORDS)], "y": WORDS}, hits=(("x", 0, "p"), ("y", 0, "p")))
    assert np.median(placebo.differences(draw(*units))) == pytest.approx(1 - 1 / 3)


def test_draw_depends_on_the_seed_alone():
    """The same seed gives the same draws, another seed others; a frame without cues has none."""
    one, two, other = draw(*tables()), draw(*tables()), draw(*tables(), seed=2)
    assert np.array_equal(one[0][0], two[0][0])
    assert not np.array_equal(one[0][0], other[0][0])
    assert placebo.draw(*tables(), "none", SOURCES, draws=10, seed=1)[0][0].sum() == 0


def test_tail():
    """Two of the draws −4 … 4 are 3 or more: twice (1 + 2) / 10; the floor is twice 1 / 10."""
    null = np.arange(-4.0, 5.0)
    assert placebo.tail(null, 3) == pytest.approx(0.6)
    assert placebo.tail(null, 9) == pytest.approx(0.2)
    assert placebo.tail(null, 0) == 1


def test_report():
    """Observed: 2 of 3 sentences minus 1 of 3; the band is that of the draws at this level."""
    units, coded, mentions, tokens = tables()
    sides = {"a": draw(units, coded, mentions, tokens)}
    wide, narrow = (
        placebo.report(units, coded, sides, SOURCES, level=level).row(0, named=True)
        for level in (0.95, 0.2)
    )
    null = placebo.differences(sides["a"])
    assert wide["estimate"] == pytest.approx(1 / 3)
    ends = [wide[f"placebo_{name}"] for name in ("low", "median", "high")]
    assert ends == pytest.approx(np.quantile(null, [0.025, 0.5, 0.975]).tolist())
    assert narrow["placebo_high"] == pytest.approx(np.quantile(null, 0.6))
    assert (wide["draws"], wide["level"]) == (1000, 0.95)
    assert wide["placebo_tail"] == placebo.tail(null, 1 / 3)


def test_the_report_is_corrected_over_the_frames():
    """Holm: of two frames with one and the same tail both count twice."""
    units, coded, mentions, tokens = tables()
    both = pl.concat([coded, coded.with_columns(code=pl.lit("b"))])
    sides = draw(units, coded, mentions, tokens)
    table = placebo.report(units, both, {"a": sides, "b": sides}, SOURCES, level=0.95)
    tail = table["placebo_tail"][0]
    assert table["placebo_tail_holm"].to_list() == pytest.approx([min(1, 2 * tail)] * 2)


def test_a_text_without_other_words_has_no_placebo():
    """Where every word is a cue or a function word nothing can be drawn."""
    units = tables({"x": ["wa stop"], "y": ["wa wb"]}, hits=(("x", 0, "p"), ("y", 0, "p")))
    first, second = draw(*units)
    assert first[0].sum() == 0
    assert second[0].mean() == 1
