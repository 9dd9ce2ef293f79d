"""Which sources are compared: pairs, and each against the rest."""

import pytest
from framing import comparisons
from framing.errors import InputError

THREE = {name: {"short": name.upper()} for name in "abc"}
TWO = {name: THREE[name] for name in "ab"}


def test_two_sources_need_no_choice():
    """In their order, each for itself."""
    chosen = comparisons.choose(TWO, None)
    assert list(chosen) == ["a", "b"]
    assert chosen["a"] == {"short": "A", "for": ["a"]}


def test_a_pair_of_three():
    """In the order that is asked for."""
    assert list(comparisons.choose(THREE, ["c", "a"])) == ["c", "a"]


def test_against_the_rest():
    """The others together have a label and a colour of their own."""
    chosen = comparisons.choose(THREE, ["b", "rest"])
    assert list(chosen) == ["b", "rest"]
    assert chosen["rest"]["for"] == ["a", "c"]
    assert chosen["rest"]["short"] == "others"


@pytest.mark.parametrize(
    ("sources", "compared", "message"),
    [
        ({"a": {}}, None, "one source only, so there is nothing to compare; `framing run`"),
        (THREE, None, "3 sources, and a run compares two; run `framing run`"),
        (THREE, ["a", "x"], "'x' is no source; use a, b, c"),
        (THREE, ["a", "a"], "names no two sources"),
        (THREE, ["rest", "a"], "names no two sources"),
    ],
)
def test_bad_choice(sources, compared, message):
    """One clear line."""
    with pytest.raises(InputError) as caught:
        comparisons.choose(sources, compared)
    assert message in str(caught.value)


def test_every():
    """Two sources: one comparison. Three: three pairs, and each against the rest."""
    assert list(comparisons.every(TWO)) == [["a", "b"]]
    pairs = [["a", "b"], ["a", "c"], ["b", "c"]]
    assert list(comparisons.every(THREE)) == pairs + [[name, "rest"] for name in "abc"]


def test_relabel():
    """Articles of other sources are left out; those of the rest are under one name."""
    rows = [{"article": f"{n}1", "source": n} for n in "abc"]
    chosen = comparisons.choose(THREE, ["b", "rest"])
    assert [row["source"] for row in comparisons.relabel(rows, chosen)] == ["rest", "b", "rest"]
    pair = comparisons.relabel(rows, comparisons.choose(THREE, ["a", "c"]))
    assert [row["article"] for row in pair] == ["a1", "c1"]
