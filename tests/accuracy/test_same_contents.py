"""The same contents in several languages, by hand."""

import numpy as np
import pytest
from framing.accuracy import same_contents

UNITS = ("a", "a", "b", "b", "c")
LANGUAGES = ("he", "ar", "he", "ar", "he")


def test_compare_by_hand():
    """Two contents in two languages: the second is found in one language alone. A third has one."""
    rules = np.array([[True], [True], [True], [False], [True]])
    codes = {"rules": rules, "learned": np.zeros((5, 1), bool)}
    found = same_contents.compare(UNITS, LANGUAGES, codes)
    assert found.rows() == [
        ("rules", "he-ar", 2, 0.5, 0.5),
        ("learned", "he-ar", 2, 1, 0),
    ]


def test_jaccard_counts_codes_and_same_counts_contents():
    """Of four codes found in one language or both, three are in both; one of two contents alike."""
    flags = np.array([[1, 1, 0], [1, 1, 1], [0, 1, 0], [0, 1, 0]], bool)
    found = same_contents.compare(UNITS[:4], LANGUAGES[:4], {"rules": flags})
    assert found.rows() == [("rules", "he-ar", 2, 0.5, 0.75)]


def test_every_pair_of_languages():
    """Three languages have three pairs; each is over the contents that both have."""
    flags = np.array([[1], [1], [0], [1]], bool)
    found = same_contents.compare(("a", "a", "a", "b"), ("he", "ar", "en", "he"), {"r": flags})
    assert found.select("languages", "contents", "same").rows() == [
        ("he-ar", 1, 1), ("he-en", 1, 0), ("ar-en", 1, 0)
    ]  # fmt: skip


@pytest.mark.parametrize("units", [("a", "b"), ("a", "a")])
def test_no_content_in_several_languages(units):
    """No row, and the columns of the table."""
    found = same_contents.compare(units, ("he", "he"), {"r": np.ones((2, 1), bool)})
    assert (found.height, found.columns) == (0, same_contents.COLUMNS)
    found = same_contents.compare(("a", "b"), ("he", "ar"), {"r": np.ones((2, 1), bool)})
    assert found.is_empty()


def test_lines():
    """The heads, and a line for a row."""
    rules = np.array([[True], [True], [True], [False]])
    found = same_contents.compare(UNITS[:4], LANGUAGES[:4], {"rules": rules})
    assert list(same_contents.lay_out(found)) == [
        "reader    languages   contents  same codes  Jaccard",
        "rules     he-ar              2        0.50     0.50",
    ]
