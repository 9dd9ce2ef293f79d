"""The manuscript as a Word document: the same text, figures as pictures, right-to-left runs."""

import io
from datetime import datetime
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from framing.paper.manuscript.source import Block, Call
from framing.paper.manuscript.values import Runs
from framing.paper.tables import archive, direction
from framing.paper.tables import word as tables
from framing.paper.tables.printed import Printed

FONT = "Times New Roman"
WIDTH = 16.0  # centimetres of text on a sheet of A4 in portrait
OUTSIDE = Cm(0.9)  # by which figures are wider than the text
Values = dict[str, Any]


def write(
    blocks: list[Block],
    values: Values,
    printed: dict[str, Printed],
    path: Path | str,
    *,
    root: Path | str = ".",
) -> None:
    """Write the blocks; figures are read below `root`. The same text gives the same bytes."""
    document = docx.Document()
    _prepare(document, blocks)
    for block in blocks:
        if block.call:
            _block(document, block.call, values, printed, Path(root))
        else:
            style = "Title" if block.level == 1 else f"Heading {block.level - 1}"
            paragraph = document.add_paragraph(style=style if block.level else None)
            _fill(paragraph, block, values)
    stream = io.BytesIO()
    document.save(stream)
    archive.write(stream, path)


def _prepare(document: Document, blocks: list[Block]) -> None:
    """Sheet, fonts and properties; the title is the text of the first heading."""
    about = document.core_properties
    about.title = "".join(getattr(part, "text", "") for part in blocks[0].parts) if blocks else ""
    about.author, about.comments = "", ""
    about.created = about.modified = datetime(*archive.DATE)
    tables.turn(document.sections[0], landscape=False)
    for name, size in (("Normal", 11), ("Title", 20), ("Heading 1", 14), ("Heading 2", 12)):
        style = document.styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        tables.set_fonts(style.element)
    document.styles["Normal"].paragraph_format.space_after = Pt(6)


def _fill(paragraph: Paragraph, block: Block, values: Values) -> None:
    for part in block.parts:
        if isinstance(part, Call):
            for text, style in inline(part, values):
                _run(paragraph, text, style)
        else:
            _run(paragraph, part.text, part.style)


def inline(call: Call, values: Values) -> list[tuple[str, str]]:
    """What a call inside a paragraph becomes, as runs."""
    first = call.arguments[0]
    if call.name in ("n", "spelled"):
        return [(values[call.name][first], "")]
    if call.name == "said":
        runs: Runs = values["said"][first][0]
        return runs
    if call.name in ("fig", "tab"):
        kind = {"fig": "Figure", "tab": "Table"}[call.name]
        return [(f"{kind}\u00a0{values[kind.lower() + 's'][first]['number']}", "")]
    return [(values["cited"][call.name + " " + " ".join(call.arguments)], "")]


def _block(
    document: Document, call: Call, values: Values, printed: dict[str, Printed], root: Path
) -> None:
    if call.name == "say":
        for name in call.arguments:
            for runs in values["said"][name]:
                _runs(document.add_paragraph(), runs)
    elif call.name == "figure-of":
        _figure(document, values["figures"][call.arguments[0]], root)
    elif call.name == "table-of":
        _table(document, values["tables"][call.arguments[0]], printed[call.arguments[0]])
    elif call.name == "assumptions":
        for subpackage in call.arguments:
            for text in values["assumptions"][subpackage]:
                document.add_paragraph(text, style="List Bullet")
    else:
        for runs in values["references"]:
            paragraph = document.add_paragraph()
            paragraph.paragraph_format.left_indent = Cm(1)
            paragraph.paragraph_format.first_line_indent = Cm(-1)
            _runs(paragraph, runs)


def _figure(document: Document, figure: Values, root: Path) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    form = paragraph.paragraph_format
    form.keep_with_next, form.left_indent, form.right_indent = True, -OUTSIDE, -OUTSIDE
    shape = paragraph.add_run().add_picture(str(root / f"{figure['path']}.png"))
    shape._inline.docPr.set("descr", figure["alternative"])
    _caption(document, f"Figure {figure['number']}. ", figure["caption"])


def _table(document: Document, table: Values, printed: Printed) -> None:
    width = tables.turn(document.add_section(), landscape=True) if table["landscape"] else WIDTH
    caption = _caption(document, f"Table {table['number']}. ", table["caption"])
    caption.paragraph_format.keep_with_next = True
    tables.add(document, tables.table_xml(printed, width))
    note = document.add_paragraph()
    _run(note, table["note"], "", size=9)
    if table["landscape"]:
        tables.turn(document.add_section(), landscape=False)


def _caption(document: Document, label: str, parts: list[Runs]) -> Paragraph:
    """A caption in one paragraph, its parts divided by blanks."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(10)
    _run(paragraph, label, "bold", size=9)
    for number, runs in enumerate(parts):
        for text, style in [*([(" ", "")] if number else []), *runs]:
            _run(paragraph, text, style, size=9)
    return paragraph


def _runs(paragraph: Paragraph, runs: Runs) -> None:
    for text, style in runs:
        _run(paragraph, text, style)


def _run(paragraph: Paragraph, text: str, style: str, *, size: int | None = None) -> None:
    """Add a text, in runs of one direction."""
    for part, language in direction.runs(text):
        run = paragraph.add_run(part)
        run.bold, run.italic = style == "bold" or None, style == "emphasis" or None
        run.font.size = Pt(size) if size else None
        if language:
            tables.mark_rtl(run._r, language)
