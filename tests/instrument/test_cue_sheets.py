"""The sheets of cues as they are written, on a small codebook."""

import pytest
from framing.errors import InputError
from framing.instrument import cue_sheets
from framing.instrument.cue_sheets import Concept, Pattern

CODES = {"frame": ["threat"], "event": ["vote"], "actor": ["mars"]}
CONCEPTS = """sheet\tconcept\tgloss\ttier
threat\twarn\twarns\tcore
events\tvote.held\ta vote\tcore
actors\tmars\tMars\textended
concepts\tstar\ta star\tcore
"""
CUES = """concept\tlanguage\trule\tpart\tpattern\tnote
warn\the\t1\tcue\ta\t
warn\tar\t1\tcue\tb\t
warn\the\t1\tneeds\tc\t
warn\the\t2\tcue\t@who\t
warn\the\t1\tunless\td\t
warn\the\t1\tcue\te\t
warn\the\t@who\tword\tf\t
"""


@pytest.fixture
def place(tmp_path):
    """A codebook of concepts, one cue sheet and one sheet of classes."""
    (tmp_path / "concepts.tsv").write_text(CONCEPTS, encoding="utf-8")
    for folder in ("cues", "classes"):
        (tmp_path / folder).mkdir()
    (tmp_path / "cues/threat.tsv").write_text(CUES, encoding="utf-8")
    rows = "class\tlanguage\tpattern\tnote\nx\the\ta\t\nx\the\tb c\t\nx\tar\td\t\n"
    (tmp_path / "classes/things.tsv").write_text(rows, encoding="utf-8")
    return tmp_path


def texts(patterns):
    """The patterns alone."""
    return [pattern.text for pattern in patterns]


def test_pattern():
    """How tables and errors name its place."""
    pattern = Pattern("a", "some/folder/threat.tsv", 7)
    assert pattern.place == "threat.tsv:7"
    assert pattern.where == "some/folder/threat.tsv: row 7, column pattern"


def test_read_concepts(place):
    """Kind and code follow from the sheet, of events and actors from the name."""
    assert cue_sheets.read_concepts(place, CODES) == {
        ("threat", "warn"): Concept("frame", "threat", "warn", "warns", "core"),
        ("events", "vote.held"): Concept("event", "vote", "vote.held", "a vote", "core"),
        ("actors", "mars"): Concept("actor", "mars", "mars", "Mars", "extended"),
        ("concepts", "star"): Concept("concept", "star", "star", "a star", "core"),
    }


def test_read_rules(place):
    """Patterns of a concept, language and number together; lists by language."""
    concepts = cue_sheets.read_concepts(place, CODES)
    first, arabic, second = cue_sheets.read_rules(place, concepts, ["he", "ar"])
    assert (first.concept.name, first.language) == ("warn", "he")
    assert texts(first.cue) == ["a", "e"]
    assert texts(first.needs) == ["c"]
    assert texts(first.unless) == ["d"]
    assert [p.row for p in first.cue] == [2, 7]
    assert (arabic.language, texts(arabic.cue), arabic.lists) == ("ar", ["b"], {})
    assert texts(second.cue) == ["@who"]
    assert texts(second.lists["who"]) == texts(first.lists["who"]) == ["f"]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("star\the\t1\tcue\ta\t", "row 9, column concept: 'star' is unknown"),
        ("warn\tyi\t1\tcue\ta\t", "row 9, column language: 'yi' is unknown; use he, ar"),
        ("warn\the\t3\tneeds\ta\t", "row 9, column rule: rule 3 of warn in he has no cue"),
        ("warn\the\t3\tword\ta\t", "row 9, column rule: 3 has a row of the part word"),
        ("warn\the\t@who\tcue\ta\t", "row 9, column rule: @who has a row of the part cue"),
    ],
)
def test_bad_rows(place, row, message):
    """The first raises; with `report` all are collected, and the good rows remain."""
    path = place / "cues/threat.tsv"
    path.write_text(CUES + row + "\nwarn\the\t1\tcue\tg\t\n", encoding="utf-8")
    concepts, found = cue_sheets.read_concepts(place, CODES), []
    with pytest.raises(InputError, match=message.replace("(", r"\(")):
        cue_sheets.read_rules(place, concepts, ["he", "ar"])
    rules = cue_sheets.read_rules(place, concepts, ["he", "ar"], report=found.append)
    assert len(found) == 1
    assert str(found[0]).startswith(f"{path}: {message}")
    assert texts(rules[0].cue) == ["a", "e", "g"]


def test_unknown_sheet(place):
    """A cue sheet is named after a frame, or is one of three."""
    (place / "cues/stars.tsv").write_text(CUES, encoding="utf-8")
    concepts = cue_sheets.read_concepts(place, CODES)
    with pytest.raises(InputError, match="a cue sheet is actors, concepts, events, threat"):
        cue_sheets.read_rules(place, concepts, ["he", "ar"])


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (
            "stars\tx\ty\tcore",
            "row 6, column sheet: 'stars' is unknown; use threat, events, actors",
        ),
        ("actors\tvenus.x\ty\tcore", "row 6, column concept: 'venus' is unknown; use mars"),
        ("threat\twarn\ty\tcore", "row 6, column concept: warn of threat is named twice"),
    ],
)
def test_bad_concepts(place, row, message):
    """An unknown sheet or code, and a concept that has two rows."""
    (place / "concepts.tsv").write_text(CONCEPTS + row + "\n", encoding="utf-8")
    with pytest.raises(InputError, match=message):
        cue_sheets.read_concepts(place, CODES)


def test_read_classes(place):
    """Members by language and class; a language may have none."""
    classes = cue_sheets.read_classes(place, ["he", "ar", "xx"])
    assert {name: texts(members) for name, members in classes["he"].items()} == {"x": ["a", "b c"]}
    assert [p.row for p in classes["ar"]["x"]] == [4]
    assert classes["xx"] == {}
    with pytest.raises(InputError, match="row 4, column language: 'ar' is unknown; use he"):
        cue_sheets.read_classes(place, ["he"])
