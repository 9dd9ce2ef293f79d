"""Values of units under the choices of a specification, by hand."""

import math

import numpy as np
import pytest
from framing.errors import InputError
from framing.robustness import valuing
from framing.robustness.places import SPAN
from framing.robustness.segments import Carried, Segments
from framing.robustness.valuing import Side, Source

# Four units: the frame in own voice, the frame attributed, another frame, none.
CARRIED = Carried(*(np.array(flags, bool) for flags in ([1, 1, 0, 0], [1, 0, 0, 0], [1, 1, 1, 0])))
WEIGHTS = {"units": np.ones(4), "words": np.array([4.0, 3, 2, 1])}
CUT = Segments(np.array([0, 5, SPAN, 3 * SPAN + 1]), np.array([0]), WEIGHTS)
SOURCE = Source(CUT, CARRIED, np.array([0, 1, 1, 2]))
BOTH = ["narrator", "attributed"]


@pytest.mark.parametrize(
    ("of", "voices", "base", "values", "counts"),
    [
        ("share", BOTH, "all_units", [1, 1, 0, 0], [1, 1, 1, 1]),
        ("share", BOTH, "framed_units", [1, 1, 0, 0], [1, 1, 1, 0]),
        ("share", ["narrator"], "all_units", [1, 0, 0, 0], [1, 1, 1, 1]),
        ("share", ["attributed"], "framed_units", [0, 1, 0, 0], [1, 1, 1, 0]),
        ("own_voice", ["narrator"], "all_units", [1, 0, 0, 0], [1, 1, 0, 0]),
    ],
)
def test_value(of, voices, base, values, counts):
    """Own voice is of the units that carry the frame, whatever voices and base are."""
    found = valuing.value(SOURCE, of, voices=voices, base=base, weight="words")
    assert [part.astype(int).tolist() for part in found] == [values, [4, 3, 2, 1], counts]


@pytest.mark.parametrize(
    ("option", "known"),
    [
        ({"voices": ["narrator", "x"]}, "narrator, attributed"),
        ({"base": "x"}, "all_units, framed_units"),
        ({"weight": "x"}, "units, words"),
    ],
)
def test_unknown_options(option, known):
    """One line that names what is known."""
    options = {"voices": BOTH, "base": "all_units", "weight": "units"} | option
    with pytest.raises(InputError, match=f"choices: no option 'x'; use one of {known}"):
        valuing.value(SOURCE, "share", **options)


def test_select():
    """The units that count, by article and by block; an article without any has no length."""
    values, weights = np.array([1.0, 0, 1, 1]), WEIGHTS["words"]
    side = valuing.select(SOURCE, values, weights, np.array([1, 1, 0, 1], bool), 3)
    assert (side.values.tolist(), side.weights.tolist()) == ([1, 0, 1], [4, 3, 1])
    assert side.lengths.tolist() == [2, 1]
    assert side.blocks.tolist() == [1, 0, 1]
    assert (side.hits, side.total, side.units, side.carrying) == (5, 8, 3, 2)
    parts, heavy = side.split()
    assert [part.tolist() for part in parts] == [[1, 0], [1]]
    assert [part.tolist() for part in heavy] == [[4, 3], [1]]


def test_no_unit_counts():
    """An empty side: no article, and every block unknown."""
    side = valuing.select(SOURCE, np.ones(4), np.ones(4), np.zeros(4, bool), 3)
    assert isinstance(side, Side)
    assert (side.units, side.total, side.carrying, side.lengths.tolist()) == (0, 0, 0, [])
    assert all(math.isnan(block) for block in side.blocks)
    assert len(side.blocks) == 3
