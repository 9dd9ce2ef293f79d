"""What is remembered of the articles under each combination of options."""

from types import SimpleNamespace

import numpy as np
import polars as pl
import pytest
from framing.robustness import places, units
from framing.robustness.units import Texts


def test_places_of_several_articles_of_a_source():
    """Sentences of the second article come after all of the first, in the order of the reader."""
    numbered = pl.DataFrame({"article": ["a", "b", "b"], "start": [5, 0, 9], "block": [0, 1, 2]})
    reader = SimpleNamespace(names=lambda _: ["b", "a"])
    texts = SimpleNamespace(sources=["x"], numbered=numbered, reader=reader)
    ((starts, blocks),) = Texts._places.func(texts)
    assert starts.tolist() == [0, 9, places.SPAN + 5]
    assert blocks.tolist() == [1, 2, 0]


@pytest.mark.parametrize(
    ("starts", "blocks"),
    [([0, 5, 6, 20], [7, 8, 8, 9]), ([4], [7]), ([9, 10], [8, 9])],
)
def test_the_block_of_a_unit(starts, blocks):
    """That of the sentence in which it begins; sentences begin at 2, 5 and 10."""
    cut = SimpleNamespace(starts=np.array(starts))
    sentences = np.array([2, 5, 10]), np.array([7, 8, 9])
    assert units._block(cut, sentences).tolist() == blocks
