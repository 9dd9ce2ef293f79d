"""The study as projects for other programs: codes of the instrument and of coders, by hand."""

import polars as pl
import pytest
from framing.exchange import book, study
from framing.exchange.project import Code, Coding
from framing.instrument.cue_sheets import Concept

TEXTS = {"a": "One two. Three.", "b": "Four."}
RESULTS = {
    "articles": pl.DataFrame({"article": ["a", "b"], "date": ["2016-12-31", "2017-01-01"]}),
    "sentences": pl.DataFrame(
        {"article": ["a", "a", "b"], "sentence": [0, 1, 0], "start": [0, 9, 0], "end": [8, 15, 5]}
    ),
    "mentions": pl.DataFrame(
        [
            ("a", "frame", "threat", "warn", 4, 7, "he:2", "act", "un", "attributed", "by", "iran"),
            ("a", "event", "vote", "ballot", 9, 14, "he:3", "", "", "", "", ""),
            ("b", "frame", "harm", "kill", 0, 4, "ar:4", "narrator", "", "narrator", "", ""),
            ("b", "actor", "un", "un", 0, 4, "ar:5", "", "", "", "", ""),
        ],
        schema=[
            *("article", "kind", "code", "concept", "start", "end", "place", "voice_rule"),
            *("speaker", "voice", "responsible_rule", "responsible"),
        ],
        orient="row",
    ),
}
CODINGS = {
    "units": pl.DataFrame(
        [
            ("anna", "a_00", "a", "vote|call", "false"),
            ("anna", "b_00", "b", "", "true"),
            ("ben", "a_01", "a", "", "false"),
        ],
        schema=["coder", "unit", "article", "events", "fragility"],
        orient="row",
    ),
    "frames": pl.DataFrame(
        [("anna", "a_00", "threat", "attributed", "un", ""), ("ben", "a_01", "harm", "", "", "")],
        schema=["coder", "unit", "frame", "voice", "speaker", "responsible"],
        orient="row",
    ),
}


@pytest.fixture(scope="module")
def made():
    """Both projects."""
    return study.projects(RESULTS, TEXTS, (Code("threat"),), CODINGS)


def test_codings_of_the_study(made):
    """Cues with what decided them; codes of coders on whole sentences, each of its frame."""
    first, second = made["study"].sources
    assert first.codings == (
        *(
            Coding("instrument", code, 4, 7, "he:2, act, by")
            for code in ("threat.warn", "voice.attributed", "speaker.un", "responsible.iran")
        ),
        Coding("instrument", "event.vote", 9, 14, "he:3"),
        Coding("anna", "event.vote", 0, 8),
        Coding("anna", "event.call", 0, 8),
        Coding("anna", "threat", 0, 8),
        Coding("anna", "voice.attributed", 0, 8, "of threat"),
        Coding("anna", "speaker.un", 0, 8, "of threat"),
        Coding("ben", "harm", 9, 15),
    )
    assert second.codings == (
        Coding("instrument", "harm.kill", 0, 4, "ar:4, narrator"),
        Coding("instrument", "voice.narrator", 0, 4, "ar:4, narrator"),
        Coding("anna", "fragile", 0, 5),
    )


def test_texts_users_and_codes(made):
    """The blank project has the same texts and codes, and nothing that a coder should not see."""
    whole, blank = made["study"], made["blank"]
    assert whole.users == ("instrument", "anna", "ben")
    assert blank.users == ("coder",)
    for project in (whole, blank):
        assert project.codes == (Code("threat"),)
        assert [(one.name, one.text, one.date) for one in project.sources] == [
            ("a", "One two. Three.", "2016-12-31"),
            ("b", "Four.", "2017-01-01"),
        ]
    assert [one.codings for one in blank.sources] == [(), ()]
    assert (whole.name, blank.name) == (study.NAMES["study"], study.NAMES["blank"])


def test_codes_of_a_codebook():
    """Frames with their concepts, then groups of codes with the names that `meaning` reads."""
    row = {"label": "L", "definition": "d"}
    codes = {"frame": {"threat": row, "harm": row}, "event": {"vote": row}, "actor": {"un": row}}
    concepts = [
        Concept("frame", "threat", "warn", "a warning", "core"),
        Concept("event", "threat", "ballot", "a ballot", "core"),
    ]
    tree = book.codes_of(codes, concepts)
    assert tree[0] == Code("threat", "L: d", (Code("threat.warn", "a warning (core)"),))
    assert tree[1] == Code("harm", "L: d")
    assert [code.name for code in tree[2:]] == [
        *("event", "voice", "speaker", "responsible", "fragile")
    ]
    below = {code.name: [child.name for child in code.children] for code in tree}
    assert below["event"] == ["event.vote"]
    assert below["voice"] == ["voice.narrator", "voice.attributed"]
    assert below["speaker"] == ["speaker.un"]
    assert below["responsible"] == ["responsible.un", "responsible.none"]
    for code in (child for group in tree[2:] for child in group.children):
        assert ".".join(book.meaning(code.name, codes)) == code.name
