"""What is remembered of the articles under each combination of options."""

from types import SimpleNamespace

import polars as pl
from framing.robustness import places
from framing.robustness.units import Texts


def test_places_of_several_articles_of_a_source():
    """Sentences of the second article come after all of the first, in the order of the reader."""
    numbered = pl.DataFrame({"article": ["a", "b", "b"], "start": [5, 0, 9], "block": [0, 1, 2]})
    reader = SimpleNamespace(names=lambda _: ["b", "a"])
    texts = SimpleNamespace(sources=["x"], numbered=numbered, reader=reader)
    ((starts, blocks),) = Texts._places.func(texts)
    assert starts.tolist() == [0, 9, places.SPAN + 5]
    assert blocks.tolist() == [1, 2, 0]
