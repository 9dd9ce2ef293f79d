"""Explanations: what decided about each cue that matches, with its row."""

import io
import sys

import language_by_hand as by_hand
import pytest
from framing import cli
from framing.instrument import explain
from framing.instrument.codebook import Codebook
from framing.instrument.cue_sheets import Concept

BREACH = Concept("frame", "f", "c", "breaks a rule", "core")
ARABIC = "خرق النظام وقف إطلاق النار."


@pytest.fixture
def language():
    """Three cues of one concept: `a b`, `b`, and `k`, which needs n or m, and never before q."""
    known = by_hand.language()
    known.cues += [
        by_hand.cue(known, "a b", place="s.tsv:2"),
        by_hand.cue(known, "b", place="s.tsv:3"),
        by_hand.cue(known, "k", place="s.tsv:4", needs=("n", "m"), unless=("_ q",)),
    ]
    return known


def book(language) -> Codebook:
    """A codebook of this language."""
    return Codebook({"f": {}}, {}, {}, {("f", "c"): BREACH}, {"xx": language})


def places(findings):
    """Row of the cue, and whether it counts."""
    return [(f.mention.cue.place, f.counts) for f in findings]


def test_longest_match_counts(language):
    """`b` within `a b` loses to it."""
    findings = explain.explain("a b", language)
    assert places(findings) == [("s.tsv:2", True), ("s.tsv:3", False)]
    assert findings[1].lost_to == findings[0].mention
    assert findings[1].bars == ()
    assert findings[0].voice.voice == "narrator"
    assert findings[0].responsible.actor == ""


def test_needs(language):
    """Without n and m both needs are named; with one of them the cue counts."""
    (finding,) = explain.explain("k", language)
    assert [bar.text for bar in finding.bars] == ["n", "m"]
    assert not finding.counts
    assert finding.lost_to is None
    assert places(explain.explain("k m", language)) == [("s.tsv:4", True)]


def test_unless(language):
    """The bar that holds is named."""
    (finding,) = explain.explain("n k q", language)
    assert [bar.text for bar in finding.bars] == ["_ q"]


def test_sentences_in_order(language):
    """The findings of a sentence come before those of the next, each with what does not count."""
    findings = explain.explain("k\na b\nk n", language)
    assert [f.mention.sentence for f in findings] == [0, 1, 1, 2]
    assert [f.counts for f in findings] == [False, True, False, True]


def test_describe(language):
    """What a reader sees."""
    text = "a b k"
    lines = list(explain.describe(explain.explain(text, language), text, book(language)))
    assert lines == [
        "sentence 1",
        "  + frame f, c (core): breaks a rule",
        "    words: a b",
        "    cue: s.tsv:2: a b",
        "    voice: narrator",
        "  - frame f, c (core): breaks a rule",
        "    words: b",
        "    cue: s.tsv:3: b",
        "    does not count: s.tsv:2 has a longer match, or an earlier row",
        "  - frame f, c (core): breaks a rule",
        "    words: k",
        "    cue: s.tsv:4: k",
        "    does not count: it needs one of",
        "        sheet.tsv:2: n",
        "        sheet.tsv:2: m",
    ]


def test_describe_a_bar(language):
    """A bar is shown as one."""
    text = "n k q"
    lines = list(explain.describe(explain.explain(text, language), text, book(language)))
    assert lines[-2:] == ["    does not count: barred by", "        sheet.tsv:2: _ q"]


def test_many_needs_are_counted():
    """Three are shown."""
    known = by_hand.language()
    known.cues.append(by_hand.cue(known, "k", needs=("n", "m", "o", "p", "q")))
    lines = list(explain.describe(explain.explain("k", known), "k", book(known)))
    assert lines[-2:] == ["        sheet.tsv:2: o", "        and 2 more rows"]


def test_describe_nothing(language):
    """A text without a cue."""
    assert list(explain.describe([], "z", book(language))) == ["no cue of the codebook matches"]


def test_voice_and_responsible(capsys):
    """Speaker and actor with the rule that decided, its row and its words, in logical order."""
    text = f"قال وزير الخارجية الروسي إن {ARABIC}"
    assert cli.main(["explain", "--language", "ar", text]) == 0
    shown = capsys.readouterr().out
    start = shown.index("+ frame violation, breach_rule (core)")
    lines = shown[start:].splitlines()[:5]
    assert lines[1].strip() == "words: خرق"
    assert lines[2].strip().startswith("cue: violation.tsv:")
    assert (
        lines[3]
        .strip()
        .startswith("voice: attributed of russia, by the rule say (ar/speech_patterns.tsv:")
    )
    assert lines[3].endswith("from: قال")
    assert lines[4].strip() == "responsible: regime, by the rule genitive, from: النظام"


def test_same_from_everywhere(tmp_path, monkeypatch, capsys):
    """A text as an argument, in a file, or on standard input."""
    assert cli.main(["explain", "--language", "ar", ARABIC]) == 0
    shown = capsys.readouterr().out
    path = tmp_path / "text.txt"
    path.write_text(ARABIC, encoding="utf-8")
    assert cli.main(["explain", "--language", "ar", "--file", str(path)]) == 0
    assert capsys.readouterr().out == shown
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ARABIC.encode())))
    assert cli.main(["explain", "--language", "ar"]) == 0
    assert capsys.readouterr().out == shown


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--language", "xx", "a"], "--language: unknown language 'xx'; use he, ar"),
        (["--language", "ar", "--file", "none.txt"], "none.txt: no such file"),
        (["--language", "ar", "--file", "x", "a"], "--file: is given, and a text too; drop one"),
    ],
)
def test_bad_arguments(arguments, message, capsys):
    """One clear line."""
    assert cli.main(["explain", *arguments]) == 2
    assert message in capsys.readouterr().err


def test_not_utf8(monkeypatch, capsys):
    """Bytes in another encoding."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xff")))
    assert cli.main(["explain", "--language", "ar"]) == 2
    assert "standard input: byte 0 is not UTF-8" in capsys.readouterr().err
