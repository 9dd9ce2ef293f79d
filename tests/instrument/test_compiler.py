"""The text of a pattern: what each element becomes, and what is refused in one line."""

import language_by_hand as by_hand
import pytest
from framing.errors import InputError
from framing.instrument import compiler as module
from framing.instrument import spelling
from framing.instrument.patterns import Choice


@pytest.fixture
def compiler():
    """A compiler with a class, for Latin letters."""
    return by_hand.compiler(by_hand.language(), x=["k", "m n"])


def test_compile(compiler):
    """Words get numbers in order; gaps become their length."""
    a, gap, bc, longer = compiler.compile(by_hand.pattern("a .. b|c ..6 a"))[:4]
    assert (a.words, gap, bc.words, longer) == ({0}, 3, {1, 2}, 6)


def test_class(compiler):
    """A class is its words, and its longer members as sequences; compiled once."""
    (first,) = compiler.compile(by_hand.pattern("@x"))
    (second,) = compiler.compile(by_hand.pattern("a|@x"))
    numbers = compiler.language.lexicon.numbers
    assert first.words == {numbers["k"]}
    assert first.sequences == (
        (Choice(frozenset({numbers["m"]})), Choice(frozenset({numbers["n"]}))),
    )
    assert second.words == {numbers["a"], numbers["k"]}
    assert second.sequences == first.sequences


def test_condition(compiler):
    """Parts are joined by &; <> opens one that may hold around; text and place are kept."""
    made = compiler.compile_condition(by_hand.pattern("a _ & <> b", row=7))
    assert [part.around for part in made.parts] == [False, True]
    assert [len(part.sequence) for part in made.parts] == [2, 1]
    assert made.parts[0].sequence[1] == "_"
    assert (made.text, made.place) == ("a _ & <> b", "sheet.tsv:7")


CUES = [
    ("a/b", "no word of a text can be 'a/b'; give each pattern a row"),
    ("a & b", "& acts in a condition only"),
    ("a _ b", "_ acts in a condition only"),
    ("<> a", "<> acts in a condition only"),
    ("a ... b", "no word of a text can be '...'; a gap is written .."),
    ("a . b", "no word of a text can be '.'; a gap"),
    ("a … b", "no word of a text can be '…'; a gap"),
    ("a .. 2", "2 follows a gap; write one gap"),
    ("a .. ..2 b", "..2 follows a gap"),
    ("a,b", "no word of a text can be 'a,b'; write | between"),
    ("a، b", "no word of a text can be 'a،'; write | between"),
    ("word*!", "no word of a text can be 'word*!'; give a word one mark"),
    ("=word!", "no word of a text can be '=word!'; give a word one mark"),
    ("שלום", "is in another script than the row's language; write words of Latin letters"),
    ("aב", "another script"),
    ("a-b", "write the parts of a compound as words"),
    ("/", "no word of a text can be '/'"),
    ("a||b", "an alternative of 'a||b' is empty"),
    (".. a", "a gap at the edge says nothing; begin and end with a word"),
    ("a ..", "a gap at the edge says nothing"),
    ("ab*", "ab* begins too many words; give 3 letters"),
    ("@y", "@y: no such list, class or actor; add a word to it"),
    ("paal:abc", "no paradigm 'paal'"),
    ("a|_", "_ is the cue"),
]
CONDITIONS = [
    ("x&y", "no word of a text can be 'x&y'; put blanks around &"),
    ("_ x _", "the cue _ is written twice"),
    ("_", "a part of the condition has no word"),
    ("_ & a", "a part of the condition has no word"),
    ("a &", "a part of the condition has no word"),
    ("<> _ a", "a part with <> has the cue"),
    ("<>a", "put a blank after <>"),
    ("a|_ b", "_ is the cue; it is an element of its own"),
    ("_ ..", "a gap at the edge"),
]


@pytest.mark.parametrize(("text", "message"), CUES)
def test_bad_cue(compiler, text, message):
    """What could never match is refused, with its place and what to do."""
    with pytest.raises(InputError) as caught:
        compiler.compile(by_hand.pattern(text))
    assert str(caught.value).startswith("sheet.tsv: row 2, column pattern: ")
    assert message in str(caught.value)


@pytest.mark.parametrize(("text", "message"), CONDITIONS)
def test_bad_condition(compiler, text, message):
    """The same in a condition."""
    with pytest.raises(InputError) as caught:
        compiler.compile_condition(by_hand.pattern(text))
    assert str(caught.value).startswith("sheet.tsv: row 2, column pattern: ")
    assert message in str(caught.value)


@pytest.mark.parametrize("word", ["word", "=word", "word!", "word*", "1701", "8.11", "=UN", "g7"])
def test_check_word(word):
    """Words, numbers and dates are words of a text, with one mark at most."""
    spelling.check_word(word, ("Latin",), by_hand.pattern(word))


def test_script_of():
    """The script of a letter by its Unicode name."""
    assert [spelling.script_of(c) for c in "aאب"] == ["Latin", "Hebrew", "Arabic"]


@pytest.mark.parametrize(
    ("element", "doubles"),
    [
        ("a|b", []),
        ("a", []),
        ("a|a", [("a", "a")]),
        ("=a|a", [("=a", "a")]),
        ("abcd*|abc*", [("abcd*", "abc*")]),
        ("abcd|abc*", [("abcd", "abc*")]),
        ("k|@x", [("k", "@x")]),
        ("@x|@x", []),
    ],
)
def test_find_doubles(compiler, element, doubles):
    """Alternatives that the others cover already, each with the one that covers it."""
    compiler.compile(by_hand.pattern(element))
    assert compiler.find_doubles(element, clitics=True) == doubles


def test_doubles_with_clitics(book):
    """Clitics, spelling and paradigms count: what they give need not be written."""
    made = module.Compiler(book.languages["ar"], {})
    assert made.find_doubles("أقصى|اقصى|الأقصى", clitics=True) == [
        ("أقصى", "اقصى"),
        ("الأقصى", "اقصى"),
    ]
    assert made.find_doubles("قرار|قراره|=قرار", clitics=True) == [
        ("قراره", "قرار"),
        ("=قرار", "قرار"),
    ]
    assert made.find_doubles("I:قصف|قصفت", clitics=True) == [("قصفت", "I:قصف")]
    assert made.find_doubles("قرار!|قرار", clitics=True) == [("قرار!", "قرار")]
    assert made.find_doubles("قرار|قرارات", clitics=True) == []
