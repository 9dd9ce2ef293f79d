"""Placebo cues and what hangs on a single cue, counted by hand."""

import numpy as np
import polars as pl
import pytest
from framing.robustness import placebo

SOURCES = ["first", "second"]
WORDS = ["wa wb wc often", "wd we wf often", "wg wh wi often"]  # an article


def tables(texts=None, hits=(("x", 0, "p"), ("x", 1, "q"), ("x", 1, "p"), ("y", 2, "q"))):
    """Units, coded, mentions and tokens; a hit is an article, a sentence and a concept of frame a.

    The cue of p is the first word of its sentence, that of q the second.
    """
    texts = texts or {"x": WORDS, "y": WORDS}
    units, tokens = [], []
    for (article, sentences), source in zip(texts.items(), SOURCES, strict=True):
        for number, sentence in enumerate(sentences):
            units.append((article, source, number, len(sentence.split())))
            for at, word in enumerate(sentence.split()):
                start = 100 * number + 10 * at
                tokens.append((article, number, start, start + 5, word, word, word == "stop"))
    units = pl.DataFrame(units, schema=["article", "source", "sentence", "words"], orient="row")
    names = ["article", "sentence", "start", "end", "form", "lemma", "stop"]
    tokens = pl.DataFrame(tokens, schema=names, orient="row")
    mentions = pl.DataFrame(
        [
            (a, s, 100 * s + 10 * "pq".index(c), 100 * s + 10 * "pq".index(c) + 5, c)
            for a, s, c in hits
        ],
        schema=["article", "sentence", "start", "end", "concept"],
        orient="row",
    ).with_columns(kind=pl.lit("frame"), code=pl.lit("a"))
    coded = (
        mentions.group_by("article", "sentence", "code", maintain_order=True)
        .agg(pl.col("concept").unique(maintain_order=True).str.join("|").alias("concepts"))
        .join(units.select("article", "source").unique(), on="article", maintain_order="left")
    )
    return units, coded, mentions, tokens


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
    """One mention in 24 words is half a word an article: every second draw holds none."""
    first, _ = draw(*tables(hits=(("x", 0, "p"),)))
    assert (first[0].sum(axis=1) == 0).mean() == pytest.approx(0.5, abs=0.06)


def test_longer_sentences_hold_more_placebos():
    """The same words in one sentence or in three: random words lie in the one, or in a third."""
    units = tables({"x": [" ".join(WORDS)], "y": WORDS}, hits=(("x", 0, "p"), ("y", 0, "p")))
    assert np.median(placebo.differences(draw(*units))) == pytest.approx(1 - 1 / 3)


def test_draw_depends_on_the_seed_alone():
    """The same seed gives the same draws, another seed others; a frame without cues holds none."""
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
    """Observed: 2 of 3 sentences minus 1 of 3."""
    units, coded, mentions, tokens = tables()
    sides = {"a": draw(units, coded, mentions, tokens)}
    row = placebo.report(units, coded, sides, SOURCES).row(0, named=True)
    assert row["estimate"] == pytest.approx(1 / 3)
    assert row["placebo_low"] <= row["placebo_median"] <= row["placebo_high"]
    assert row["draws"] == 1000
    assert 0 < row["placebo_tail"] <= 1


def test_leave_one_out():
    """x: p in the first sentence, p and q in the second; y: q in the third.

    Without p the first sentence is lost: 1/3 − 1/3; without q that of y is: 2/3 − 0. Half of the
    sentences of x hang on p alone, all of y on q.
    """
    units, coded, *_ = tables()
    table = placebo.leave_one_out(units, coded, "a", SOURCES, method="hac")
    found = {row["concept"]: row for row in table.iter_rows(named=True)}
    assert found["p"]["estimate"] == pytest.approx(0)
    assert found["q"]["estimate"] == pytest.approx(2 / 3)
    assert found["p"]["change"] == pytest.approx(-1 / 3)
    assert [found["p"][f"lost_{s}"] for s in SOURCES] == [0.5, 0]
    assert [found["q"][f"lost_{s}"] for s in SOURCES] == [0, 1]
    assert [found["q"][f"carried_{s}"] for s in SOURCES] == [1, 1]
    assert placebo.leave_one_out(units, coded, "none", SOURCES, method="hac").is_empty()
    assert placebo.leave_each_out(units, coded, ["a", "none"], SOURCES, method="hac").height == 2


def test_a_text_without_other_words_holds_no_placebo():
    """Where every word is a cue or a function word nothing can be drawn."""
    units = tables({"x": ["wa stop"], "y": ["wa wb"]}, hits=(("x", 0, "p"), ("y", 0, "p")))
    first, second = draw(*units)
    assert first[0].sum() == 0
    assert second[0].mean() == 1
