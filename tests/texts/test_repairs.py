"""Damaged words: restored in their context only, each once, and counted."""

from framing.texts import repairs, text

ROWS = [
    {"kind": "word", "damaged": "x", "restored": "bx"},
    {"kind": "word", "damaged": "x y", "restored": "cx y"},
    {"kind": "boundary", "damaged": "p q", "restored": "p ¶ q"},
]


def test_longer_context_wins():
    """`x y` is restored by its own row, the lone `x` by the other."""
    raw = "x y x"
    forms, counts = repairs.restore(raw, text.tokenise(raw), ROWS)
    assert forms == ["cx", "y", "bx"]
    assert counts == {0: 1, 1: 1}


def test_boundaries():
    """Joined sentences are separated after the last word of the first."""
    raw = "o p q r"
    (cut,) = repairs.find_boundaries(raw, ROWS)
    assert raw[:cut] == "o p"


def test_nothing_to_repair():
    """Without rows the words stay as they are."""
    assert repairs.restore("a b", [(0, 1), (2, 3)], []) == (["a", "b"], {})
