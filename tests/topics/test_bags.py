"""Mentions as bags: counted by sentence and window, and shuffled within each article."""

import numpy as np
import polars as pl
import pytest
from framing.errors import InputError
from framing.topics import bags, report

UNITS = pl.DataFrame(
    {"article": ["x", "x", "x", "y"], "source": ["s", "s", "s", "t"], "sentence": [0, 1, 2, 0]}
)
# x: sentences of two, two and one words; y: three words. Two characters a word.
TOKENS = pl.DataFrame(
    [("x", 0, 0), ("x", 0, 2), ("x", 1, 4), ("x", 1, 6), ("x", 2, 8), ("y", 0, 0), ("y", 0, 2)],
    schema=["article", "sentence", "start"],
    orient="row",
)
CONCEPTS = pl.DataFrame(
    [("y", 0, 2, "c"), ("x", 0, 0, "b"), ("x", 0, 2, "a"), ("x", 1, 6, "b"), ("x", 1, 4, "b")],
    schema=["article", "sentence", "start", "item"],
    orient="row",
)


def collected():
    """The bags, in windows of three words too."""
    return bags.collect(UNITS, TOKENS, CONCEPTS, [3])


def test_counts_by_sentence_and_window():
    """Sentence 2 of x has no mention; its words 0–2 and 3–4 are windows, and those of y."""
    found = collected()
    assert found.names == ["a", "b", "c"]
    sentences, windows = found.count()
    assert sentences.tolist() == [[1, 1, 0], [0, 2, 0], [0, 0, 0], [0, 0, 1]]
    assert windows.tolist() == [[1, 2, 0], [0, 1, 0], [0, 0, 1]]


def test_texts_without_any_concept():
    """Empty bags: that no topic can be found is said in one line, not by a traceback."""
    found = bags.collect(UNITS, TOKENS, CONCEPTS.clear(), [3])
    assert [part.shape for part in found.count()] == [(4, 0), (3, 0)]
    with pytest.raises(InputError, match=r"0 sentences with a concept allow none .* of concepts"):
        report.report(
            found,
            UNITS,
            sources=["s", "t"],
            method="hac",
            permit=lambda *_, **__: True,
            level=0.95,
            settings={"sizes": [2], "seeds": 1, "passes": 1, "top": 2},
            seed=1,
        )


def test_shuffles_keep_units_and_articles():
    """Each unit keeps its number of mentions, each article its concepts; places do change."""
    found = collected()
    sentences, windows = found.count()
    seen = set()
    for one, other in found.shuffle(40, seed=1):
        assert one.sum(axis=1).tolist() == sentences.sum(axis=1).tolist()
        assert other.sum(axis=1).tolist() == windows.sum(axis=1).tolist()
        assert one[:3].sum(axis=0).tolist() == [1, 3, 0]
        assert one[3].tolist() == [0, 0, 1]
        assert np.array_equal(one[:3].sum(axis=0), other[:2].sum(axis=0))
        seen.add(one.tobytes())
    assert len(seen) == 2  # the one mention of `a` in either sentence


def test_a_mention_moves_in_sentence_and_window_alike():
    """In the windows of x only the last mention of four is in the second: `a` is there at times."""
    both = {(one[1, 0], other[1, 0]) for one, other in collected().shuffle(60, seed=2)}
    assert both == {(0, 0), (1, 0), (1, 1)}


def test_shuffles_repeat_themselves():
    """The same seed, the same texts."""
    runs = [np.array([s for s, _ in collected().shuffle(5, seed=3)]) for _ in range(2)]
    assert np.array_equal(*runs)


def test_windows_with_too_few_mentions_are_left_out():
    """Two windows of five words hold mentions, three of three words."""
    found = bags.collect(UNITS, TOKENS, CONCEPTS, [3, 5])
    assert [len(found.usable(size).units) for size in (2, 3, 4)] == [3, 2, 1]
    assert found.usable(3).sizes == found.sizes[:2]
