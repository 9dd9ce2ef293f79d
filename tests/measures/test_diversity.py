"""MATTR and MTLD on texts small enough to work out."""

import math

import polars as pl
import pytest
from framing.measures import diversity
from hypothesis import given
from hypothesis import strategies as st

TEXTS = st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=60)


def test_mattr_by_hand():
    """Runs of three of `a b a c`: aba has 2 types, bac 3: (2/3 + 3/3) / 2 = 5/6."""
    assert diversity.mattr(list("abac"), window=3) == pytest.approx(5 / 6)


def test_mattr_of_a_text_shorter_than_the_window_is_undefined():
    """Its ratio would not compare; a window of no word makes no sense."""
    assert math.isnan(diversity.mattr(list("abc"), window=4))
    with pytest.raises(ValueError, match="window"):
        diversity.mattr(list("abc"), window=0)


@given(TEXTS, st.integers(1, 10))
def test_mattr_equals_its_definition(words, window):
    """The mean over all runs, computed run by run."""
    runs = [words[n : n + window] for n in range(len(words) - window + 1)]
    value = diversity.mattr(words, window=window)
    if not runs:
        assert math.isnan(value)
    else:
        expected = sum(len(set(run)) / window for run in runs) / len(runs)
        assert value == pytest.approx(expected)


def test_mtld_by_hand():
    """`a b a b a`: the ratio falls 1, 1, 2/3 (below .72): a factor; then `b a`: 1, no part.

    5 words / 1 factor = 5; backwards the text is the same. So 5.
    """
    assert diversity.mtld(list("ababa")) == pytest.approx(5)


def test_mtld_ends_a_factor_as_soon_as_the_ratio_is_below_the_threshold():
    """`a b a c c`: 2/3 is below .72, then `c c` at 1/2: two factors, also backwards: 5 / 2."""
    assert diversity.mtld(list("abacc")) == pytest.approx(2.5)
    # At .6 the first three words are no factor: 1, 1, 2/3, 3/4, 3/5, which does not fall below it,
    # and is all the way: one factor. Backwards `c c` (1/2) is one, and 1/3 of 2/5 are left.
    backwards = 5 / (1 + (1 / 3) / 0.4)
    assert diversity.mtld(list("abacc"), threshold=0.6) == pytest.approx((5 + backwards) / 2)


def test_mtld_counts_the_part_of_the_last_factor():
    """`a b c d a`: the ratio ends at 4/5 = .8, of the way to .72 this is (1 - .8) / .28 = .7143.

    5 / .7143 = 7; backwards `a d c b a` goes the same way.
    """
    assert diversity.mtld(list("abcda")) == pytest.approx(7)


def test_mtld_reads_both_ways():
    """`a a b c d`: forwards `a a` (1/2) is a factor, `b c d` none: 5 / 1 = 5.

    Backwards `d c b a a`: 4/5 at the end, part .7143: 7. Mean 6.
    """
    assert diversity.mtld(list("aabcd")) == pytest.approx(6)
    assert diversity.mtld(list("dcbaa")) == pytest.approx(6)


def test_mtld_follows_the_authors_example():
    """McCarthy & Jarvis 2010 count `of the people by the people ||| for the people`.

    The ratio runs 1, 1, 1, 1, .8, .667, so the first factor ends after six words; the other three
    all differ and are no part of a second. By hand backwards: `people the for people` is at 3/4,
    with `the` at 3/5, a factor; of `by people the of` all differ. So 9 words / 1 factor both ways.
    """
    text = ["of", "the", "people", "by", "the", "people", "for", "the", "people"]
    assert diversity.mtld(text) == pytest.approx(9)


@given(TEXTS)
def test_mtld_does_not_depend_on_direction_or_names(words):
    """Backwards, and with other words: the same; nan exactly where no word is repeated."""
    value = diversity.mtld(words)
    assert diversity.mtld(words[::-1]) == pytest.approx(value, nan_ok=True)
    assert diversity.mtld([word.upper() for word in words]) == pytest.approx(value, nan_ok=True)
    assert math.isnan(value) == (len(set(words)) == len(words))


@pytest.mark.parametrize("threshold", [0, 1])
def test_a_threshold_is_a_share(threshold):
    """No ratio is below 0, and every repetition is below 1."""
    with pytest.raises(ValueError, match="between 0 and 1"):
        diversity.mtld(list("aab"), threshold=threshold)


def test_measure_has_a_row_per_article():
    """Five words of two lemmas, in runs of three; two words are too few for a run."""
    words = pl.DataFrame({"article": ["x"] * 5 + ["y"] * 2, "item": list("ababaqr")})
    table = diversity.measure(words, window=3)
    assert table.columns == ["article", "words", "types", "mattr", "mtld"]
    assert table.row(0) == ("x", 5, 2, pytest.approx(2 / 3), pytest.approx(5))
    assert table.row(1)[:3] == ("y", 2, 2)
    assert math.isnan(table["mattr"][1])
    assert math.isnan(table["mtld"][1])
