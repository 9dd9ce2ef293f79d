"""The manuscript for Word, from a few blocks made by hand."""

import docx
import matplotlib.pyplot as plt
import polars as pl
import pytest
from docx.oxml.ns import qn
from docx.shared import Pt, Twips
from framing.paper.manuscript import source, values, word
from framing.paper.manuscript.assumptions import Assumption
from framing.paper.manuscript.source import Call
from framing.paper.manuscript.values import Figure, Given
from tables_by_hand import SPLIT, table

TEXT = """= A *title*

== Part

One #n("share") of #spelled("count") *bold* _words_ מועצה, by #by("a"), #see("a"), #said("s").

See #fig("f") and #tab("t").

#say("s")

#figure-of("f")

#table-of("t")

#assumptions("texts")

#references()
"""
NUMBERS = pl.DataFrame({"key": ["share", "count"], "value": [0.5, 4.0], "text": ["50 %", "4"]})
REFERENCES = {"a": {"short": "Entman", "year": 1993, "entry": "Entman, R. (1993). *Framing*."}}


@pytest.fixture(params=[False, True], ids=["portrait", "landscape"])
def written(request, tmp_path):
    """A document with a figure and a table, read back, and whether the table is on its side."""
    (tmp_path / "m.typ").write_text(TEXT, encoding="utf-8")
    plt.figure(figsize=(1, 1)).savefig(tmp_path / "f.png")
    blocks = source.read(tmp_path / "m.typ")
    figure = Figure("f", "**Found.** Rows: 41 %.\n\nMore.", "a drawing")
    given = Given(
        NUMBERS,
        {"s": "Said *so*."},
        {"f": figure},
        {"t": table(landscape=request.param)},
        [Assumption("texts", "m", "Words are short.")],
        REFERENCES,
    )
    found = values.resolve(tmp_path / "m.typ", blocks, given)
    for name in ("one", "two"):
        printed = values.shown(blocks, given.tables)
        word.write(blocks, found, printed, tmp_path / f"{name}.docx", root=tmp_path)
    assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "two.docx").read_bytes()
    return docx.Document(tmp_path / "one.docx"), request.param


def test_paragraphs(written):
    """In order, with their styles; every call replaced by what it means."""
    document, _ = written
    shown = [(one.style.name, one.text) for one in document.paragraphs if one.text]
    assert shown == [
        ("Title", "A title"),
        ("Heading 1", "Part"),
        (
            "Normal",
            "One 50\u00a0% of four bold words מועצה, by Entman (1993), (Entman 1993), Said so..",
        ),
        ("Normal", "See Figure\u00a01 and Table\u00a01."),
        ("Normal", "Said so."),
        ("Normal", "Figure 1. Found. Rows: 41\u00a0%. More."),
        ("Normal", "Table 1. Words of מועצה & others."),
        ("Normal", "–: none."),
        ("List Bullet", "Words are short."),
        ("Normal", "Entman, R. (1993). Framing."),
    ]
    assert document.core_properties.title == "A title"
    assert document.tables[0].cell(2, 0).text == SPLIT


def find(document, text):
    """The paragraph that begins so."""
    return next(one for one in document.paragraphs if one.text.startswith(text))


def test_styles_of_runs(written):
    """Bold and emphasis where the text has them; small captions; Hebrew runs from right to left."""
    document, _ = written
    styled = {run.text: (run.bold, run.italic) for run in find(document, "One").runs}
    assert styled["bold"] == (True, None)
    assert styled["words"] == (None, True)
    assert styled["One "] == (None, None)
    hebrew = next(run for run in find(document, "One").runs if "מועצה" in run.text)
    assert hebrew._r.rPr.find(qn("w:rtl")) is not None
    caption = find(document, "Figure 1").runs
    assert [(run.text, run.bold) for run in caption][:3] == [
        *(("Figure 1. ", True), ("Found.", True), (" Rows: 41\u00a0%.", None))
    ]
    assert {run.font.size for run in caption} == {Pt(9)}
    assert {run.font.size for run in find(document, "–").runs} == {Pt(9)}
    assert {run.font.size for run in find(document, "One").runs} == {None}
    fonts = [document.styles[name].font for name in ("Normal", "Title", "Heading 1", "Heading 2")]
    assert [font.size for font in fonts] == [Pt(11), Pt(20), Pt(14), Pt(12)]
    assert {font.name for font in fonts} == {word.FONT}


def test_layout(written):
    """The figure is wider than the text; a table on its side has a sheet of its own."""
    document, landscape = written
    (picture,) = [one for one in document.paragraphs if one._p.findall(".//" + qn("w:drawing"))]
    form = picture.paragraph_format
    assert (form.left_indent, form.right_indent) == (-Twips(510), -Twips(510))
    assert form.keep_with_next
    (shape,) = document.inline_shapes
    assert shape._inline.docPr.get("descr") == "a drawing"
    assert find(document, "Table 1").paragraph_format.keep_with_next
    sheets = [one.page_width > one.page_height for one in document.sections]
    assert sheets == ([False, True, False] if landscape else [False])
    reference = find(document, "Entman, R.").paragraph_format
    assert (reference.left_indent, reference.first_line_indent) == (Twips(567), -Twips(567))
    width = sum(int(column.get(qn("w:w"))) for column in document.tables[0]._tbl.tblGrid)
    assert (width > 9500) == landscape


@pytest.mark.parametrize(
    ("call", "runs"),
    [
        (Call("n", ("share",), 1), [("50 %", "")]),
        (Call("spelled", ("share",), 1), [("half", "")]),
        (Call("tab", ("t",), 1), [("Table\u00a03", "")]),
        (Call("fig", ("f",), 1), [("Figure\u00a02", "")]),
        (Call("said", ("s",), 1), [("So.", "bold")]),
        (Call("by", ("a", "b"), 1), [("A and B", "")]),
    ],
)
def test_calls_inside_a_paragraph(call, runs):
    """What each becomes."""
    known = {"n": {"share": "50 %"}, "spelled": {"share": "half"}, "tables": {"t": {"number": 3}}}
    known |= {"figures": {"f": {"number": 2}}, "said": {"s": [[("So.", "bold")]]}}
    assert word.inline(call, known | {"cited": {"by a b": "A and B"}}) == runs
