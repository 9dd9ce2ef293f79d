"""What placebo cues say of the halves of one article, counted by hand."""

import polars as pl
from framing.robustness import halves
from words_by_hand import WORDS, tables


def test_halves_of_one_article():
    """Four sentences: two against two in three ways; a code in one sentence only is left out.

    Frame a is in the first two of x: its halves differ by 1, 0 (blocks 0 and 2) or 0.
    """
    texts = {"x": ["wa wb wc", "wd we wf", "wg wh wi", "wj wk wl"], "y": WORDS}
    units, coded, mentions, tokens = tables(
        texts, hits=(("x", 0, "p"), ("x", 1, "p"), ("y", 0, "p"))
    )
    found = halves.compare(units, coded, mentions, tokens, draws=1000, seed=1, level=0.95)
    assert found.select("article", "code", "halves", "estimate").rows() == [
        ("x", "a", "0+1", 1.0),
        ("x", "a", "0+2", 0.0),
        ("x", "a", "0+3", 0.0),
    ]
    assert found["outside"].to_list() == [
        not low <= estimate <= high
        for estimate, low, high in found.select("estimate", "placebo_low", "placebo_high").rows()
    ]
    assert found["outside"][0]


def test_no_halves_of_a_short_article():
    """Three sentences cannot be cut in four blocks; the table keeps its columns."""
    found = halves.compare(*tables(), draws=10, seed=1, level=0.95)
    assert found.is_empty()
    assert found["outside"].dtype == pl.Boolean


def test_of_many_articles_some_are_compared():
    """Twenty of thirty, the same ones for the same seed."""
    names = [f"n{i:02d}" for i in range(30)]
    chosen = halves._sample(names, 1)
    assert len(chosen) == halves.MOST_ARTICLES
    assert chosen == sorted(set(chosen)) == halves._sample(names, 1)
    assert halves._sample(names[:20], 1) == names[:20]
