"""Mentions in one-letter words: places, conditions, overlaps."""

from pathlib import Path

import language_by_hand as by_hand
import pytest
from framing.instrument import annotate
from framing.instrument.annotate import Hit


@pytest.fixture
def language():
    """A language without cues."""
    return by_hand.language()


def found(language, text):
    """Row of the cue, sentence, offsets and numbers of the words of each mention."""
    mentions = annotate.find_mentions(annotate.prepare_text(text, language), language)
    return [(m.cue.place, m.sentence, m.start, m.end, m.first, m.last) for m in mentions]


def test_prepare(language):
    """Parts of a compound have their own spans; those of a repaired word have the whole one."""
    cue = by_hand.cue(language, "b")
    sentence = annotate.prepare((3, 9), [(3, 6, "a-b"), (7, 9, "a-b")], language)
    assert (sentence.start, sentence.end) == (3, 9)
    assert sentence.spans == ((3, 4), (5, 6), (7, 9), (7, 9))
    number = language.lexicon.numbers[cue.text]
    assert sentence.words == (frozenset(), {number}, frozenset(), {number})


def test_classifier_remembers(language):
    """A form is folded and looked up once."""
    language.lexicon.add("a")
    classify, asked = annotate.classifier(language), []
    language.lexicon.fold = lambda form: asked.append(form) or form
    assert [classify("a"), classify("a"), classify("b")] == [{0}, {0}, frozenset()]
    assert asked == ["a", "b"]


def test_prepare_text(language):
    """Every word is in its sentence, with its place in the text."""
    first, second = annotate.prepare_text("a b\nc", language)
    assert (first.start, first.end, first.spans) == (0, 3, ((0, 1), (2, 3)))
    assert (second.start, second.end, second.spans) == (4, 5, ((4, 5),))


def test_find_mentions(language):
    """In order of place, with offsets in the text."""
    language.cues += [
        by_hand.cue(language, "b", place="2"),
        by_hand.cue(language, "a b", place="3"),
    ]
    assert found(language, "b\nc a b") == [("2", 0, 0, 1, 0, 1), ("3", 1, 4, 7, 1, 3)]


def test_conditions(language):
    """`needs` in a neighbouring sentence, and `unless`."""
    cue = by_hand.cue(language, "a", needs=("<> n",), unless=("x _",), place="2")
    language.cues.append(cue)
    assert found(language, "a") == []
    assert found(language, "n\na") == [("2", 1, 2, 3, 0, 1)]
    assert found(language, "n\nx a") == []


def test_overlaps(language):
    """Hits of one thing that share a word."""
    cue, other = by_hand.cue(language, "a"), by_hand.cue(language, "b", concept="d")
    assert Hit(cue, 0, 2).overlaps(Hit(cue, 1, 3))
    assert Hit(cue, 1, 3).overlaps(Hit(cue, 0, 2))
    assert not Hit(cue, 0, 2).overlaps(Hit(cue, 2, 3))
    assert not Hit(cue, 2, 3).overlaps(Hit(cue, 0, 2))
    assert not Hit(cue, 0, 2).overlaps(Hit(other, 0, 2))


def test_find_hits(language):
    """Every match, the shortest at each place, whatever the conditions."""
    cue = by_hand.cue(language, "a .. b", needs=("n",))
    language.cues.append(cue)
    hits = annotate.find_hits(by_hand.words(language, "a b b a c b"), language)
    assert [(hit.first, hit.last) for hit in hits] == [(0, 2), (3, 6)]


def test_keep_longest(language):
    """The longest, then the first, then the earlier row; in order of place."""
    one, two = (by_hand.cue(language, "a", place=place) for place in ("s:1", "s:2"))
    other = by_hand.cue(language, "a", concept="d")
    assert annotate.keep_longest([Hit(one, 2, 3), Hit(two, 2, 4), Hit(one, 0, 1)]) == [
        Hit(one, 0, 1),
        Hit(two, 2, 4),
    ]
    assert annotate.keep_longest([Hit(one, 1, 3), Hit(one, 0, 2)]) == [Hit(one, 0, 2)]
    assert annotate.keep_longest([Hit(two, 0, 1), Hit(one, 0, 1)]) == [Hit(one, 0, 1)]
    assert annotate.keep_longest([Hit(other, 0, 1), Hit(one, 0, 1)]) == [
        Hit(one, 0, 1),
        Hit(other, 0, 1),
    ]


def test_locate(language):
    """The offsets of the first and of the last word."""
    (sentence,) = annotate.prepare_text("a bc d", language)
    mention = annotate.locate(Hit(by_hand.cue(language, "a"), 0, 2), 7, sentence)
    assert (mention.sentence, mention.start, mention.end) == (7, 0, 4)
    assert (mention.first, mention.last) == (0, 2)


def test_module_knows_no_language():
    """Scripts belong to the codebook."""
    source = Path(annotate.__file__).read_text(encoding="utf-8")
    assert source.isascii()
