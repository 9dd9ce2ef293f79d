"""What a reader learns from: features and pieces of words in one table."""

from dataclasses import replace

import numpy as np
from framing.reader import letters, tables
from learned_by_hand import A, C, examples


def make(words=()):
    """`a` in three texts, `c` in two."""
    rows = [("1", {A}, {"f"}, set())] * 3 + [("1", {C}, set(), set())] * 2
    return replace(examples(rows), words=words)


def test_without_words():
    """Features of three texts at least, and no pieces."""
    table = tables.tabulate(make())
    assert (table.features, table.pieces) == ((A,), ())
    assert np.array_equal(table.cells, [[1], [1], [1], [0], [0]])
    assert np.array_equal(table.scales, [1])


def test_pieces_of_four_texts():
    """`ab` is in four texts, `cd` in one; cells are frequencies times rarity, and so are scales."""
    words = (["ab"],) * 3 + (["ab", "ab"], ["cd"])
    table = tables.tabulate(make(words))
    assert table.pieces == ("^ab", "^ab$", "ab$")
    pieces, rarity = letters.find(words, least=4)
    assert np.allclose(table.scales, [1, *rarity])
    plain = letters.tabulate(words, pieces).toarray()
    assert np.allclose(table.cells.toarray()[:, 1:], plain * rarity)
    assert np.allclose(plain[:, 0], [1 / 3**0.5] * 3 + [2 / 6**0.5, 0])
    assert table.cells.indices.dtype == np.int32  # as liblinear needs
