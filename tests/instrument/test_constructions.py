"""Constructions in a made-up language of one-letter words."""

import language_by_hand as by_hand
import pytest
from framing.errors import InputError
from framing.instrument import constructions
from framing.instrument.constructions import PREFIXES, Construction, Grammar

SPEECH = [
    "rule\trole\tparty\tscope\tgloss\tnote",
    "say\tact\tsubject mars\town after\tsay\t",
    "of\tprefix\t\t\tof\t",
]
PATTERNS = [
    "rule\tpart\tpattern\tnote",
    "say\tcue\ta\t",
    "say\tcue\tb c\t",
    "say\tneeds\tn\t",
    "say\tunless\t_ x\t",
    "of\tcue\tk\t",
    "of\tcue\tm\t",
]


@pytest.fixture
def folder(tmp_path):
    """The two sheets of reported speech."""
    for name, rows in (("speech", SPEECH), ("speech_patterns", PATTERNS)):
        (tmp_path / f"{name}.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def compiler():
    """A compiler of one-letter words."""
    return by_hand.compiler(by_hand.language())


def test_read(folder, compiler):
    """A construction a cue, with party, scope, conditions and row; prefixes are letters."""
    grammar = constructions.read(folder, "speech", compiler, ["mars"])
    first, second = grammar.rows
    assert (first.rule, first.role) == ("say", "act")
    assert first.party == ("subject", "mars")
    assert first.scope == ("own", "after")
    assert (first.place, second.place) == ("xx/speech_patterns.tsv:2", "xx/speech_patterns.tsv:3")
    assert [need.text for need in second.needs] == ["n"]
    assert [bar.text for bar in second.unless] == ["_ x"]
    assert grammar.prefixes == {"prefix": ("k", "m")} | dict.fromkeys(PREFIXES[1:], ())


def test_unlisted(folder, compiler):
    """The sheet says which actor somebody is who is none of the actors; none by default."""
    assert constructions.read(folder, "speech", compiler, ["mars"]).unlisted == ""
    for name, row in (
        ("speech", "who\tperson\tmars\t\twho\t"),
        ("speech_patterns", "who\tcue\tp\t"),
    ):
        with (folder / f"{name}.tsv").open("a", encoding="utf-8") as sheet:
            sheet.write(row + "\n")
    assert constructions.read(folder, "speech", compiler, ["mars"]).unlisted == "mars"


@pytest.mark.parametrize("rules", [SPEECH[:1], None])
def test_patterns_of_no_rule(folder, compiler, rules):
    """Rows of patterns are read where the sheet of rules has a header alone, or is missing."""
    (folder / "speech.tsv").unlink()
    if rules:
        (folder / "speech.tsv").write_text(rules[0] + "\n", encoding="utf-8")
    message = "row 2, column rule: 'say' is unknown; use a rule of speech.tsv, which has none"
    with pytest.raises(InputError, match=message):
        constructions.read(folder, "speech", compiler, ["mars"])
    (folder / "speech_patterns.tsv").unlink()
    assert constructions.read(folder, "speech", compiler, ["mars"]).rows == []


def test_no_sheet(tmp_path, compiler):
    """A language without rules has an empty grammar."""
    grammar = constructions.read(tmp_path, "agency", compiler, [])
    assert grammar.rows == []
    assert grammar.anchors == {}
    assert constructions.read_patterns(tmp_path, "agency") == {}


def test_read_patterns(folder):
    """By rule and part, with the row."""
    found = constructions.read_patterns(folder, "speech")
    assert {part: [p.text for p in row] for part, row in found["say"].items()} == {
        "cue": ["a", "b c"],
        "needs": ["n"],
        "unless": ["_ x"],
    }
    assert found["of"]["cue"][1].place == "speech_patterns.tsv:7"


def test_anchors(folder, compiler):
    """The constructions by their first word."""
    grammar = constructions.read(folder, "speech", compiler, ["mars"])
    numbers = compiler.language.lexicon.numbers
    assert grammar.anchors == {numbers["a"]: [grammar.rows[0]], numbers["b"]: [grammar.rows[1]]}


def grammar(compiler, *rows):
    """Constructions of (rule, role, pattern), and conditions of some."""
    made = []
    for rule, role, pattern, *conditions in rows:
        sequence = compiler.compile(by_hand.pattern(pattern))
        needs, unless = (
            tuple(compiler.compile_condition(by_hand.pattern(c)) for c in part.split("/") if c)
            for part in (*conditions, "", "")[:2]
        )
        made.append(Construction(rule, role, (), (), "", sequence, needs, unless))
    return Grammar(made, dict.fromkeys(constructions.PREFIXES, ()))


def found(compiler, text, *rows):
    """What is found: rule and place."""
    known = grammar(compiler, *rows)
    matches = constructions.find(by_hand.words(compiler.language, text), known)
    return [(m.construction.rule, m.first, m.last) for m in matches]


def test_find(compiler):
    """In order of place; the shortest match at each."""
    rows = ("one", "act", "a .. b"), ("two", "that", "c")
    assert found(compiler, "c a b b", *rows) == [("two", 0, 1), ("one", 1, 3)]
    assert found(compiler, "k", *rows) == []


def test_longest_of_a_role(compiler):
    """Of overlapping ones of a role the longest, else the first; other roles stay."""
    rows = ("one", "act", "a"), ("two", "act", "a b"), ("three", "that", "b")
    assert found(compiler, "a b", *rows) == [("two", 0, 2), ("three", 1, 2)]
    assert found(compiler, "a c", *rows) == [("one", 0, 1)]
    rows = ("z", "act", "a b"), ("y", "act", "b c")
    assert found(compiler, "a b c", *rows) == [("z", 0, 2)]
    rows = ("z", "act", "a"), ("y", "act", "a")
    assert found(compiler, "a", *rows) == [("y", 0, 1)]


def test_conditions(compiler):
    """`needs` and `unless` decide."""
    row = ("one", "act", "a", "n/m", "_ x")
    assert found(compiler, "a m", row) == [("one", 0, 1)]
    assert found(compiler, "a k", row) == []
    assert found(compiler, "a x n", row) == []
