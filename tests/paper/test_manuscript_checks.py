"""The manuscript's text: what is read, and which mistakes stop the build, with file and line."""

from dataclasses import replace

import polars as pl
import pytest
from framing.errors import InputError
from framing.paper.manuscript import assumptions, binding, references, source, values, wording
from framing.paper.manuscript.source import Call, Text
from framing.paper.manuscript.values import Figure, Given
from framing.paper.tables.printed import Head, Printed

NUMBERS = pl.DataFrame(
    {"key": ["threat.hebrew.sentences", "level"], "value": [4.0, 0.95], "text": ["4", "95 %"]}
)
YEARS = [r"\b20\d\d\b"]


@pytest.fixture
def write(tmp_path):
    """Write a manuscript and return its path."""

    def save(text):
        path = tmp_path / "m.typ"
        path.write_text(text, encoding="utf-8")
        return path

    return save


def check(path, current=NUMBERS):
    """Read and check a manuscript."""
    binding.check(path, source.read(path), NUMBERS, current, YEARS)


def test_blocks(write):
    """Set-up is left out; headings, paragraphs over lines, blocks alone on a line."""
    path = write('#import "x"\n// note\n= A *title*\n\nOne #n("level")\n_two_.\n#say("x")\n')
    title, paragraph, block = source.read(path)
    assert (title.level, title.parts) == (1, [Text("A ", 3), Text("title", 3, "bold")])
    assert paragraph.parts == [
        Text("One ", 5),
        Call("n", ("level",), 5),
        Text(" ", 6),
        Text("two", 6, "emphasis"),
        Text(".", 6),
    ]
    assert block.call == Call("say", ("x",), 7)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("In 7 of them.", r"m.typ:3: '7' is typed, not computed; bind it"),
        ("The *17* of them.", r"m.typ:3: '17' is typed"),
        ("In seven of them.", r"m.typ:3: 'seven' is typed"),
        (
            'It is #n("threat.hebrew.sentence").',
            "m.typ:3: unknown number 'threat.hebrew.sentence'; "
            "did you mean threat.hebrew.sentences",
        ),
        ('It is #m("level").', "m.typ:3: unknown call #m"),
        ('It is #say("x").', "m.typ:3: #say is inside a paragraph"),
        ('It is #n("level"); so.', "m.typ:3: Typst would read ';' as a part of #n"),
        ("It is #level.", "m.typ:3: '#' has a meaning in Typst"),
        ("It costs $.", r"m.typ:3: '\$' has a meaning"),
    ],
)
def test_mistakes(write, line, message):
    """Typed, misspelt and unreadable: one line with the file, the line and a remedy."""
    with pytest.raises(InputError, match=message):
        check(write(f"= T\n\n{line}\n"))


def test_what_may_be_typed(write):
    """Years, by the sheet of exceptions; a word that contains one of a number."""
    check(write("In 2016 the tension often grew.\n"))


def test_out_of_date(write):
    """A number of the file that the results no longer give."""
    now = NUMBERS.with_columns(text=pl.Series(["5", "95 %"]))
    message = "m.typ:1: number threat.hebrew.sentences is out of date: 4, now 5"
    with pytest.raises(InputError, match=message):
        check(write('It is #n("threat.hebrew.sentences").\n'), now)


def test_references(write):
    """Each citation has an entry, each entry a citation; both forms and the order of the list."""
    known = {
        "b": {"short": "Bo", "year": 2001, "entry": "Bo, B. (2001)."},
        "a": {"short": "Ann et al.", "year": 1999, "entry": "Ann, A. (1999)."},
    }
    path = write('#by("a") and #see("b", "a").\n')
    references.check(path, source.read(path), known)
    assert references.by(known, ("a",)) == "Ann et al. (1999)"
    assert references.see(known, ("b", "a")) == "(Bo 2001; Ann et al. 1999)"
    assert references.listed(known) == ["Ann, A. (1999).", "Bo, B. (2001)."]
    with pytest.raises(InputError, match=r"m.typ:1: unknown reference 'b'"):
        references.check(path, source.read(path), {"a": known["a"]})
    path = write('#by("a").\n')
    with pytest.raises(InputError, match=r"m.typ: reference b is not cited"):
        references.check(path, source.read(path), known)


def test_wording_is_chosen_by_facts(tmp_path):
    """Sections by name, filled; comments do not count as text, but as lines."""
    path = tmp_path / "w.md"
    path.write_text(
        "<!-- 3\nlines -->\n## a\n{% if yes %}\nAll {{ n('level') }} of {{ spelled('k') }}.\n"
        "{% else %}\nNone.\n{% endif %}\n",
        encoding="utf-8",
    )
    numbers = NUMBERS.with_columns(key=pl.Series(["k", "level"]))
    sections = wording.read(path, YEARS)
    assert wording.say(path, sections, numbers, {"yes": True}) == {"a": "All 95 % of four."}
    assert wording.say(path, sections, numbers, {"yes": False}) == {"a": "None."}
    with pytest.raises(InputError, match=r"w.md:3: unknown number 'k'"):
        wording.say(path, sections, NUMBERS, {"yes": True})


def test_typed_number_in_wording(tmp_path):
    """Templates are checked as the text is."""
    path = tmp_path / "w.md"
    path.write_text("## a\nAll {{ n('k') }} of 8.\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"w.md:2: '8.?' is typed"):
        wording.read(path, YEARS)


def test_labelled():
    """Paragraphs of a list by the label in bold."""
    text = "- **Voice and all.** It says.\n\n- **B.** Two.\n\nNo label.\n"
    assert wording.labelled(text) == {"voice_and_all": "It says.", "b": "Two."}


HEADS = [Head("A", "", 20, "left"), Head("B", "G", 30, "right"), Head("C", "G", 50, "left")]
TABLE = Printed("t", "Caption.", HEADS, [["x", "1", "שלום עולם"]], "", False, False)
FIGURE = Figure("figures/f", "**Found.** Rows: 41 %.", "a drawing")
ASSUMED = [assumptions.Assumption("texts", "m", "Words are short.")]
GIVEN = Given(NUMBERS, {"s": "One *two*."}, {"f": FIGURE}, {"t": TABLE}, ASSUMED, {})
WHOLE = '= T\n\n#say("s")\n\n#figure-of("f")\n\nSee #fig("f").\n\n#table-of("t", "B")\n\n'


def test_heads_of_several_columns():
    """A table has a line of groups only where some column has one."""
    assert [name for name, *_ in values._table(TABLE)["groups"]] == ["", "G"]
    plain = [replace(head, group="") for head in HEADS]
    assert values._table(replace(TABLE, heads=plain))["groups"] == []


def test_values(write):
    """Runs of the captions, numbers in order, columns left out, directions of cells."""
    path = write(WHOLE + '#assumptions("texts")\n')
    found = values.resolve(path, source.read(path), GIVEN)
    assert found["title"] == "T"
    assert found["n"]["level"] == "95\u00a0%"
    assert found["spelled"]["threat.hebrew.sentences"] == "four"
    assert found["said"]["s"] == [[("One ", ""), ("two", "emphasis"), (".", "")]]
    assert found["figures"]["f"]["caption"] == [[("Found.", "bold"), (" Rows: 41\u00a0%.", "")]]
    table = found["tables"]["t"]
    assert table["heads"] == ["A", "C"]
    assert table["widths"] == pytest.approx([20 / 0.7, 50 / 0.7])
    assert [cell["language"] for cell in table["rows"][0]] == ["", "he"]


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ('#say("z")\n#assumptions("texts")', "m.typ:11: unknown name 'z' in #say"),
        ('#table-of("u")\n#assumptions("texts")', "m.typ:11: unknown name 'u' in #table-of"),
        ('See #tab("u").\n\n#assumptions("texts")', "m.typ:11: unknown name 'u' in #tab"),
        ("", "m.typ: the assumptions of framing/texts are not listed"),
        ('#assumptions("texts", "texts")', "m.typ:11: assumptions of texts are listed twice"),
        ('#assumptions("texts", "plots")', "m.typ:11: framing/plots assumes nothing"),
    ],
)
def test_unknown_names(write, more, message):
    """A paragraph, table or part of the code that is not there."""
    path = write(f"{WHOLE}{more}\n")
    with pytest.raises(InputError, match=message):
        values.resolve(path, source.read(path), GIVEN)


def test_unknown_column(write):
    """A column to leave out that the table lacks."""
    path = write('#table-of("t", "Z")\n\n#assumptions("texts")\n')
    with pytest.raises(InputError, match="table t: has no column 'Z'"):
        values.resolve(path, source.read(path), GIVEN)


@pytest.mark.parametrize(
    ("value", "text", "written"),
    [
        (4.0, "4", "four"),
        (11.0, "11", "11"),
        (-1.0, "−1", "−1"),
        (0.5, "50 %", "50 %"),
        (None, "–", "–"),
    ],
)
def test_numbers_in_letters(value, text, written):
    """Whole numbers up to ten; no sign, no share, nothing that is missing."""
    assert wording.spelled(value, text) == written
