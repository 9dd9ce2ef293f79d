"""Speakers beside a colon or a dash, in sentences of one-letter words; capitals are parties."""

from dataclasses import replace

import language_by_hand as by_hand
from framing.instrument import headlines


def opening(text, **options):
    """Speakers before the first colon, with the words that name them."""
    made = replace(by_hand.scene(text, **options), unlisted="X")
    return [(*m.construction.party, m.first, m.last) for m in headlines.find_opening(made)]


def closing(text, *, dashes=(), **options):
    """Speakers behind the last colon or dash (`dashes`: words behind one)."""
    made = by_hand.scene(text, **options)
    made = replace(made, unlisted="X", dashes=frozenset(dashes))
    return [(*m.construction.party, m.first, m.last) for m in headlines.find_closing(made)]


def test_opening() -> None:
    """A party, or a source that begins or ends what is before the colon."""
    assert opening("A / c d", colons="c") == [("A", 0, 1)]
    assert opening("n b / c d", colons="c", outsider="n") == [("X", 0, 2)]
    assert opening("b n / c d", colons="c", person="n") == [("X", 0, 2)]
    assert opening("b n e / c d", colons="c", person="n") == []
    assert opening("b e / c d", colons="c", person="n") == []
    assert opening("a / n b / c d", colons="c", person="n") == []  # not where the sentence begins
    assert opening("n b e f g h / c d", colons="c", person="n") == []  # a sentence of its own


def test_closing() -> None:
    """A party that is all of it, or a few words with a source and without preposition."""
    assert closing("a b / A", dashes=[2]) == [("A", 2, 3)]
    assert closing("a b / A", colons="A") == [("A", 2, 3)]
    assert closing("a b / n c", dashes=[2], person="n") == [("X", 2, 4)]
    assert closing("a b / p n", dashes=[2], person="n", preposition="p") == []
    assert closing("a b / c d", dashes=[2], person="n") == []
    assert closing("a b / n c d e f g", dashes=[2], person="n") == []
    assert closing("a n", person="n") == []
