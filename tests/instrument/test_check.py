"""Mistakes in a codebook: each of them is one line with its place; the study's own has none."""

import pytest
from framing import cli
from framing.instrument import check, codebook

# Mistakes that once passed in silence: a pattern, the part of its row, and what is said of it.
SILENT = [
    ("cue", "הפרה/חריגה", "give each pattern a row of its own"),
    ("cue", "הפרה & חריגה", "& acts in a condition only"),
    ("cue", "הפרה _ חריגה", "_ acts in a condition only"),
    ("cue", "<> הפרה", "<> acts in a condition only"),
    ("needs", "הסכם&הפוגה", "put blanks around &"),
    ("cue", "הפרה ... חריגה", "a gap is written .."),
    ("cue", "הפרה . חריגה", "a gap is written .."),
    ("cue", "הפרה … חריגה", "a gap is written .."),
    ("cue", "הפרה .. 2", "write one gap: ..2"),
    ("cue", "הפרה,חריגה", "write | between alternatives"),
    ("cue", "הפרה، חריגה", "write | between alternatives"),
    ("cue", "הפרת*!", "one mark"),
    ("cue", "=הפרה!", "one mark"),
    ("cue", "خرق", "words of Hebrew or Latin letters"),
    ("unless", "_ לא _", "_ is written twice"),
    ("cue", "/", "give each pattern a row of its own"),
    ("unless", "לא|_", "it is an element of its own"),
]


@pytest.fixture
def copy(small_book):
    """A small codebook with a concept `test` of the frame threat."""
    append(small_book / "concepts.tsv", "threat\ttest\ta concept of this test\tcore")
    rows = ["test\the\t1\tcue\tקרפד\t", "test\tar\t1\tcue\tضفدع\t"]
    append(small_book / "cues/threat.tsv", *rows)
    return small_book


def append(path, *rows):
    """Add rows to a sheet; returns the number of the last one."""
    lines = [*path.read_text(encoding="utf-8").splitlines(), *rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(lines)


@pytest.mark.slow
def test_the_shipped_codebook_has_no_mistake():
    """Silence."""
    assert check.check() == []


def test_seventeen_mistakes(copy):
    """Once all of them were swallowed; now each has one line."""
    sheet, rows = copy / "cues/threat.tsv", {}
    for part, pattern, message in SILENT:
        if part != "cue":
            append(sheet, f"test\the\t{len(rows) + 9}\tcue\tקרפד{len(rows)}\t")
        number = append(sheet, f"test\the\t{len(rows) + 9}\t{part}\t{pattern}\t")
        rows[number] = message
    found = check.check(copy)
    assert len(found) == len(SILENT) == 17
    for line, (number, message) in zip(found, rows.items(), strict=True):
        assert line.startswith(f"{sheet}: row {number}, column pattern: "), line
        assert "; " in line, line
        assert message in line, line


@pytest.mark.parametrize(
    ("file", "rows", "message"),
    [
        ("cues/threat.tsv", ["test\the\t2\tcue\tארנב|ארנב\t"], "ארנב adds nothing to ארנב"),
        ("cues/threat.tsv", ["test\tar\t2\tcue\tأرنب|ارنب\t"], "أرنب adds nothing to ارنب"),
        ("cues/threat.tsv", ["test\the\t2\tcue\tארנב|הארנב\t"], "הארנב adds nothing to ארנב"),
        ("cues/threat.tsv", ["test\the\t2\tcue\tקרפד\t"], "is the pattern of threat.tsv:"),
        ("cues/threat.tsv", ["mars\the\t2\tcue\tקרפד\t"], "column concept: 'mars' is unknown"),
        ("cues/threat.tsv", ["test\txx\t2\tcue\tקרפד\t"], "column language: 'xx' is unknown"),
        ("cues/threat.tsv", ["test\the\t2\tneeds\tארנב\t"], "rule 2 of test in he has no cue"),
        ("cues/threat.tsv", ["test\the\t@pets\tword\tארנב\t"], "no pattern uses @pets"),
        ("classes/people.tsv", ["pets\the\tארנב\t"], "no pattern uses @pets"),
        ("concepts.tsv", ["threat\tempty\tno cue\tcore"], "empty has no cue"),
        ("events.tsv", ["eclipse\teclipse\tthe sun\tx"], "has 4 cells"),
        ("events.tsv", ["eclipse\teclipse\tthe sun"], "eclipse has no cue in the language he"),
    ],
)
def test_mistake(copy, file, rows, message):
    """Any mistake is named with the file and the last row that was added."""
    number = append(copy / file, *rows)
    found = check.check(copy)
    assert any(
        line.startswith(f"{copy / file}: row {number}") and message in line for line in found
    )


def test_a_cue_in_one_language_alone(copy):
    """An event with a cue in Hebrew only is named for the other languages."""
    append(copy / "events.tsv", "eclipse\teclipse\tthe sun hides")
    append(copy / "concepts.tsv", "events\teclipse.all\tthe sun hides\tcore")
    append(copy / "cues/events.tsv", "eclipse.all\the\t1\tcue\tליקוי\t")
    lines = check.check(copy)
    assert [line.partition("eclipse has no cue in the language ")[2] for line in lines] == [
        "ar; add a row to its cue sheet",
        "en; add a row to its cue sheet",
    ]


def test_what_a_new_language_lacks(copy):
    """Its sheets, then a cue for each frame, event and actor; then nothing but those is left."""
    append(copy / "languages.tsv", "fr\tFrench\tltr\tLatin\t\tfr\tfr")
    folder, codes = copy / "languages" / "fr", codebook.read_codes(copy)
    lines = check.check(copy)
    found = [line for line in lines if line.startswith(str(folder))]
    assert [line.removeprefix(f"{folder}/").partition(":")[0] for line in found] == [
        *("agency.tsv", "clitics.tsv", "paradigms.tsv", "speech.tsv", "stopwords.txt")
    ]
    assert len(lines) - len(found) == sum(len(rows) for rows in codes.values())
    folder.mkdir()
    for name in ("clitics.tsv", "paradigms.tsv", "speech.tsv", "agency.tsv"):
        header = (copy / "languages" / "en" / name).read_text(encoding="utf-8").splitlines()[0]
        (folder / name).write_text(header + "\n", encoding="utf-8")
    (folder / "stopwords.txt").write_text("", encoding="utf-8")
    assert check.check(copy) == [line for line in lines if line not in found]
    assert list(codebook.read(copy, languages=["fr"]).languages) == ["fr"]


def test_without_gloss(copy):
    """A concept needs a gloss."""
    append(copy / "concepts.tsv", "threat\tempty\t\tcore")
    (line,) = check.check(copy)
    assert "column gloss: '' is not allowed; fill it in" in line


def test_command(copy, capsys):
    """Silence and 0 for a good codebook; the lines and 2 for a bad one."""
    assert cli.main(["check", "--codebook", str(copy)]) == 0
    assert capsys.readouterr().out == ""
    append(copy / "cues/threat.tsv", "test\the\t2\tcue\tארנב/קרפד\t")
    assert cli.main(["check", "--codebook", str(copy)]) == 2
    assert capsys.readouterr().out.count("\n") == 1
