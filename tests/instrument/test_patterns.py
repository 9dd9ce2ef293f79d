"""Sequences, gaps, alternatives, classes and conditions, on one-letter words."""

import language_by_hand as by_hand
import pytest
from framing.instrument import patterns
from framing.instrument.patterns import Condition, find_bar, find_ends


@pytest.fixture
def compiler():
    """A compiler whose class `x` holds a word and a sequence of two."""
    return by_hand.compiler(
        by_hand.language(), x=["k", "m n"], loop=["@loop", "q"], y=["k|r", "@x"]
    )


def words(compiler, sentence):
    """The sentence as the engine sees it."""
    classify = compiler.language.lexicon.classify
    return patterns.Words(map(classify, sentence.split()))


@pytest.mark.parametrize(
    ("pattern", "sentence", "ends"),
    [
        ("a", "a b", {1}),
        ("a b", "a b", {2}),
        ("a b", "a c b", set()),
        ("a .. b", "a c d e b", {5}),
        ("a .. b", "a c d e f b", set()),
        ("a ..4 b", "a c d e f b", {6}),
        ("a ..0 b", "a b", {2}),
        ("a .. b", "a b b", {2, 3}),
        ("a|b c", "b c", {2}),
        ("@x", "k", {1}),
        ("@x", "m n", {2}),
        ("@x", "m k", set()),
        ("a @x b", "a m n b", {4}),
        ("a|@x", "m n", {2}),
        ("@loop", "q", {1}),
        ("@y", "r", {1}),
        ("@y", "m n", {2}),
        ("@y", "m r", set()),
        ("a", "", set()),
    ],
)
def test_find_ends(compiler, pattern, sentence, ends):
    """All ends of matches that begin at the first word."""
    sequence = compiler.compile(by_hand.pattern(pattern))
    assert find_ends(sequence, words(compiler, sentence), 0) == ends


def test_find_ends_begins_at_start(compiler):
    """A match begins at the given word and nowhere else."""
    sequence = compiler.compile(by_hand.pattern("a"))
    assert find_ends(sequence, words(compiler, "b a"), 0) == set()
    assert find_ends(sequence, words(compiler, "b a"), 1) == {2}


def test_first_words(compiler):
    """The words of the first element, also those that begin a sequence of a class."""
    sequence = compiler.compile(by_hand.pattern("a|@x b"))
    numbers = compiler.language.lexicon.numbers
    assert patterns.first_words(sequence) == {numbers[w] for w in ("a", "k", "m")}


CONDITIONS = [
    ("n", "a b n", (0, 1), True),
    ("n", "a b", (0, 1), False),
    ("n _", "n a", (1, 2), True),
    ("n _", "n b a", (2, 3), False),
    ("n .. _", "n b a", (2, 3), True),
    ("_ n", "a n", (0, 1), True),
    ("_ .. n", "n a b", (1, 2), False),
    ("n _ n", "n a n", (1, 2), True),
    ("n _ n", "n a b", (1, 2), False),
    ("n _ n", "b a n", (1, 2), False),
    ("n & m", "m a n", (1, 2), True),
    ("n & m", "b a n", (1, 2), False),
    ("n _ & m", "n a m", (1, 2), True),
]


@pytest.mark.parametrize(("condition", "sentence", "place", "true"), CONDITIONS)
def test_holds(compiler, condition, sentence, place, true):
    """A condition holds anywhere in the sentence, or where `_` puts it beside the cue."""
    compiled = compiler.compile_condition(by_hand.pattern(condition))
    compiler.compile(by_hand.pattern("a|b"))
    text = [words(compiler, sentence)]
    assert compiled.holds(text, 0, *place) is true
    if "&" not in condition:
        assert compiled.parts[0].holds(text[0], *place) is true


@pytest.mark.parametrize(("at", "true"), [(0, False), (1, True), (2, True), (3, True), (4, False)])
def test_around(compiler, at, true):
    """A part with <> holds in the sentence before and after too, and no further."""
    compiled = compiler.compile_condition(by_hand.pattern("<> n"))
    text = [words(compiler, s) for s in ("a", "a", "n", "a", "a")]
    assert compiled.holds(text, at, 0, 1) is true


def test_find_bar(compiler):
    """Every need if none holds, else the first bar that holds, else nothing."""
    n, m, k = (compiler.compile_condition(by_hand.pattern(p)) for p in ("n", "m", "k"))

    def bar(sentence: str, needs=(), unless=()) -> tuple[Condition, ...]:
        return find_bar(needs, unless, [words(compiler, sentence)], 0, 0, 1)

    assert bar("a n", needs=(n, m)) == ()
    assert bar("a", needs=(n, m)) == (n, m)
    assert bar("a m k", unless=(n, m, k)) == (m,)
    assert bar("a n m", needs=(n,), unless=(m,)) == (m,)
    assert bar("a") == ()
