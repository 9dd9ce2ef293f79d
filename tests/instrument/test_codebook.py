"""Sheets of the codebook: the study's own are whole and paired; a bad row is named in one line."""

import shutil
from collections import defaultdict

import pytest
from framing import sheets
from framing.errors import InputError
from framing.instrument import annotate, codebook


@pytest.fixture
def copy(tmp_path):
    """A copy of the study's codebook to spoil."""
    return shutil.copytree(codebook.PLACE, tmp_path / "codebook")


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


def test_conditions(copy):
    """`needs` and `unless` decide; the sentence bounds them."""
    sheet = copy / "cues" / "threat.tsv"
    header = sheet.read_text(encoding="utf-8").splitlines()[0]
    needs = "דהו & זחט / <> יכל"
    rows = [f"test\ttest\tcore\the\tאבג\t{needs}\tלא _\t", "test\ttest\tcore\tar\tغغغ\t\t\t"]
    sheet.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    language = codebook.read(copy).languages["he"]
    cases = {"אבג דהו זחט": 1, "ואבג דהו": 0, "לא אבג דהו זחט": 0, "אבג. דהו זחט": 0}
    cases |= {"זחט דהו בין ה־אבג": 1, "יכל. אבג": 1, "אבג. יכל": 1, "יכל. xyz. אבג": 0}
    for text, count in cases.items():
        found = annotate.find_mentions(annotate.prepare_text(text, language), language)
        threats = [text[m.start : m.end] for m in found if m.cue.code == "threat"]
        assert len(threats) == count, text
        assert all("אבג" in threat for threat in threats)


@pytest.mark.parametrize(
    ("file", "row", "message"),
    [
        ("cues/threat.tsv", "x\ty\tcoree\the\tאבג\t\t\t", "column tier: 'coree' is unknown"),
        ("cues/threat.tsv", "x\ty\tcore\txx\tאבג\t\t\t", "column language: 'xx' is unknown"),
        ("cues/threat.tsv", "x\ty\tcore\the\t@none\t\t\t", "@none: no such class"),
        ("cues/threat.tsv", "x\ty\tcore\the\tpaal:אב\t\t\t", "root of three letters"),
        ("cues/threat.tsv", "x\ty\tcore\the\t.. אבג\t\t\t", "begin with a word"),
        ("cues/threat.tsv", "x\ty\tcore\the\tאבג|דה*\t\t\t", "דה* begins too many words"),
        ("cues/threat.tsv", "x\ty\tcore\the", "has 4 cells"),
        ("cues/actors.tsv", "mars\ty\tcore\the\tאבג\t\t\t", "column concept: 'mars' is unknown"),
        ("frames.tsv", "Big Frame\tx\tno\ty", "column id: 'Big Frame' is not allowed"),
    ],
)
def test_bad_row(copy, file, row, message):
    """File, row, column and what is allowed stand in one line."""
    path = copy / file
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(text.rstrip("\n") + f"\n{row}\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        codebook.read(copy)
    line = str(caught.value)
    assert message in line
    assert "\n" not in line
    number = len(path.read_text(encoding="utf-8").splitlines())
    assert f"{file}: row {number}" in line


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
