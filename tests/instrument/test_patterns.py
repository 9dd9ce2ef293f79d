"""The cue language: sequences, gaps, alternatives, classes, conditions, on one-letter words."""

import pytest
from framing.errors import InputError
from framing.instrument.patterns import Compiler, find_ends, holds
from framing.texts.morphology import Lexicon


@pytest.fixture
def compiler():
    """A compiler whose class `x` holds a word and a sequence of two."""
    lexicon = Lexicon(proclitics={}, enclitics={}, paradigms={})
    return Compiler(lexicon, str, {"x": ["k / m n"], "loop": ["@loop / q"]})


def words(compiler, sentence):
    """The sentence as the engine sees it."""
    return [compiler.lexicon.classify(word) for word in sentence.split()]


@pytest.mark.parametrize(
    ("pattern", "sentence", "ends"),
    [
        ("a", "a b", {1}),
        ("a b", "a b", {2}),
        ("a b", "a c b", set()),
        ("a .. b", "a c d e b", {5}),
        ("a .. b", "a c d e f b", set()),
        ("a ..4 b", "a c d e f b", {6}),
        ("a .. b", "a b b", {2, 3}),
        ("a|b c", "b c", {2}),
        ("@x", "k", {1}),
        ("@x", "m n", {2}),
        ("a @x b", "a m n b", {4}),
        ("a|@x", "m n", {2}),
        ("@loop", "q", {1}),
        ("a", "", set()),
    ],
)
def test_find_ends(compiler, pattern, sentence, ends):
    """All ends of matches that begin at the first word."""
    (sequence,) = compiler.compile(pattern)
    assert find_ends(sequence, words(compiler, sentence), 0) == ends


@pytest.mark.parametrize(
    ("condition", "sentence", "place", "true"),
    [
        ("n", "a b n", (0, 1), True),
        ("n", "a b", (0, 1), False),
        ("n _", "n a", (1, 2), True),
        ("n _", "n b a", (2, 3), False),
        ("n .. _", "n b a", (2, 3), True),
        ("_ n", "a n", (0, 1), True),
        ("_ .. n", "n a b", (1, 2), False),
        ("n _ n", "n a n", (1, 2), True),
        ("n _ n", "n a b", (1, 2), False),
    ],
)
def test_holds(compiler, condition, sentence, place, true):
    """A condition stands anywhere, or where `_` puts it beside the cue."""
    (sequence,) = compiler.compile(condition)
    compiler.compile("a / b")
    assert holds(sequence, words(compiler, sentence), *place) is true


@pytest.mark.parametrize(
    ("pattern", "message"), [("@y", "no such class"), ("a|", "alternative is empty")]
)
def test_bad_patterns(compiler, pattern, message):
    """An unknown class and an empty alternative are named."""
    with pytest.raises(InputError, match=message):
        compiler.compile(pattern)
