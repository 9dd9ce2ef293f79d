"""Sheets of the codebook: the study's own are whole and paired; a bad row is named in one line."""

from collections import defaultdict

import pytest
from framing import sheets
from framing.errors import InputError
from framing.instrument import annotate, codebook


@pytest.fixture
def copy(small_book):
    """A small codebook to spoil."""
    return small_book


def append(path, *rows):
    """Add rows to a sheet; returns the number of its last row."""
    lines = [*path.read_text(encoding="utf-8").splitlines(), *rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(lines)


def test_concepts_are_paired(book):
    """Every concept of a frame has a cue in every language."""
    languages = defaultdict(set)
    for language in book.languages.values():
        for cue in language.cues:
            if cue.kind == "frame":
                languages[cue.code, cue.concept].add(language.code)
    assert [key for key, found in languages.items() if found != set(book.languages)] == []


def test_every_frame_has_cues(book):
    """No frame is unmeasurable in a language."""
    for language in book.languages.values():
        assert {c.code for c in language.cues if c.kind == "frame"} == set(book.frames)


def test_cue_knows_its_row(book):
    """The place of a cue is sheet and row, where its pattern is written."""
    for language in book.languages.values():
        for cue in language.cues[::50]:
            sheet, _, row = cue.place.partition(":")
            path = codebook.PLACE / "cues" / sheet
            cells = path.read_text(encoding="utf-8").splitlines()[int(row) - 1].split("\t")
            assert cells[:2] == [cue.concept, language.code]
            assert cells[3:5] == ["cue", cue.text]


def test_conditions(copy):
    """`needs` and `unless` decide for the cues of their rule; the sentence bounds them."""
    append(copy / "concepts.tsv", "threat\ttest\ttest\tcore")
    rows = ["cue\tאבג", "cue\tכוכ", "needs\tדהו & זחט", "needs\t<> יכל", "unless\tלא _"]
    append(copy / "cues" / "threat.tsv", *(f"test\the\t1\t{row}\t" for row in rows))
    language = codebook.read(copy).languages["he"]
    cases = {"אבג דהו זחט": 1, "ואבג דהו": 0, "לא אבג דהו זחט": 0, "אבג. דהו זחט": 0}
    cases |= {"זחט דהו בין ה־אבג": 1, "יכל. אבג": 1, "אבג. יכל": 1, "יכל. xyz. אבג": 0}
    cases |= {"כוכ דהו זחט": 1, "לא כוכ דהו זחט": 0}
    for text, count in cases.items():
        found = annotate.find_mentions(annotate.prepare_text(text, language), language)
        assert len([m for m in found if m.cue.concept == "test"]) == count, text


@pytest.mark.parametrize(
    ("file", "row", "message"),
    [
        ("concepts.tsv", "threat\tx\ty\tcoree", "column tier: 'coree' is unknown"),
        ("concepts.tsv", "mars\tx\ty\tcore", "column sheet: 'mars' is unknown; use coordination"),
        ("concepts.tsv", "actors\tmars.x\ty\tcore", "column concept: 'mars' is unknown"),
        ("concepts.tsv", "threat\twarn\ty\tcore", "warn of threat is named twice"),
        ("cues/threat.tsv", "warn\txx\t1\tcue\tאבג\t", "column language: 'xx' is unknown"),
        ("cues/threat.tsv", "mars\the\t1\tcue\tאבג\t", "column concept: 'mars' is unknown"),
        ("cues/threat.tsv", "warn\the\t99\tneeds\tאבג\t", "rule 99 of warn in he has no cue"),
        ("cues/threat.tsv", "warn\the\t99\tcue\t@none\t", "@none: no such list, class or actor"),
        ("cues/threat.tsv", "warn\the\t99\tcue\tpaal:אב\t", "has no forms of the root"),
        ("cues/threat.tsv", "warn\the\t99\tcue\t.. אבג\t", "begin and end with a word"),
        ("cues/threat.tsv", "warn\the\t99\tcue\tאבג|דה*\t", "דה* begins too many words"),
        ("cues/threat.tsv", "warn\the\t99\tcue", "has 4 cells"),
        ("cues/threat.tsv", "warn\the\t99\tneed\tאבג\t", "column part: 'need' is unknown"),
        ("classes/people.tsv", "x\txx\tאבג\t", "column language: 'xx' is unknown"),
        ("languages/he/speech.tsv", "x\tact\tmars\tafter\ty\t", "x has no cue"),
        ("languages/he/speech_patterns.tsv", "x\tcue\tאבג\t", "column rule: 'x' is unknown"),
        ("frames.tsv", "Big Frame\tx\tno\ty", "column id: 'Big Frame' is not allowed"),
    ],
)
def test_bad_row(copy, file, row, message):
    """File, row, column and what is use in one line."""
    number = append(copy / file, row)
    with pytest.raises(InputError) as caught:
        codebook.read(copy)
    line = str(caught.value)
    assert message in line
    assert "\n" not in line
    assert f"{file}: row {number}" in line


def test_unknown_party(copy):
    """The party of a construction is a place in the sentence or an actor."""
    append(copy / "languages/he/speech_patterns.tsv", "x\tcue\tאבג\t")
    path = copy / "languages/he/speech.tsv"
    number = append(path, "x\tact\tsubject mars\tafter\ty\t")
    text = (copy / "languages/he/speech_patterns.tsv").read_text(encoding="utf-8")
    assert text.endswith("x\tcue\tאבג\t\n")
    with pytest.raises(InputError, match=rf"row {number}, column party: 'mars' is unknown"):
        codebook.read(copy)


def test_bad_files(copy):
    """A sheet that is missing, empty, in another encoding, or named after no frame."""
    (copy / "cues" / "weather.tsv").write_text("x", encoding="utf-8")
    with pytest.raises(InputError, match=r"weather\.tsv: names no frame"):
        codebook.read(copy)
    (copy / "cues" / "weather.tsv").unlink()
    (copy / "events.tsv").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match=r"events\.tsv: is empty"):
        codebook.read(copy)
    (copy / "events.tsv").write_bytes("id\tlabel\tdefinition\nä\tb\tc\n".encode("latin-1"))
    with pytest.raises(InputError, match=r"events\.tsv: byte 20 is not UTF-8"):
        codebook.read(copy)
    (copy / "events.tsv").unlink()
    with pytest.raises(InputError, match=r"events\.tsv: no such file"):
        codebook.read(copy)


def test_unknown_column(tmp_path):
    """A column that the schema does not know is named, with those it does."""
    path = tmp_path / "frames.tsv"
    path.write_text("id\tlabel\tresponsible\tdefinition\tcolour\n", encoding="utf-8")
    with pytest.raises(InputError, match="unknown column colour"):
        sheets.read(path, "frames")


def test_labels(book):
    """Labels of codes, glosses of concepts by kind, names of languages, coverage of one source."""
    labels = codebook.read_labels(codebook.PLACE, {"hebrew": {"short": "Hebrew"}})
    assert labels["frame"]["humanitarian"] == "humanitarian relief"
    assert labels["actor"]["un"] == "United Nations"
    assert labels["concept"]["wadi_barada"] == "Wadi Barada"
    assert labels["frame_concept"]["war_crime"] == "war crime, crime against humanity"
    assert labels["language"] == {"he": "Hebrew", "ar": "Arabic", "en": "English"}
    assert labels["source_only"] == {"hebrew": "Hebrew only"}


def test_languages_as_needed(book):
    """All languages are known; one is compiled when it is first asked for, as it always is."""
    some = codebook.read_as_needed(codebook.PLACE, ["he"])
    assert list(some.languages) == list(book.languages)
    assert "ar" in some.languages
    assert "fr" not in some.languages
    for name, language in book.languages.items():
        texts = [cue.text for cue in some.languages[name].cues]
        assert texts == [cue.text for cue in language.cues]
        assert some.languages[name] is some.languages[name]
    with pytest.raises(KeyError):
        some.languages["fr"]
    some.languages.forget()
    assert not some.languages._compiled
    assert some.languages["he"].code == "he"
