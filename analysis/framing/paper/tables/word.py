"""All tables as one Word document, with right-to-left paragraphs and runs."""

import io
from datetime import datetime
from pathlib import Path
from xml.sax.saxutils import escape

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Cm

from framing.paper.tables import archive
from framing.paper.tables.direction import is_rtl, runs
from framing.paper.tables.printed import Head, Printed, spans_of

_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_FONT = "Times New Roman"  # has Latin, Hebrew and Arabic letters wherever Word is installed
_LANGUAGES = {"he": "he-IL", "ar": "ar-SA"}
_SMALL, _NORMAL = 16, 20  # half points
_TWIPS = 567  # in a centimetre
_SHEET, _MARGIN = (21.0, 29.7), 2.5  # centimetres: A4


def write(tables: list[Printed], path: Path | str) -> None:
    """Write a document with a caption and a table each; the same tables give the same bytes."""
    document = docx.Document()
    about = document.core_properties
    about.title, about.author, about.comments = "Tables", "", ""
    about.created = about.modified = datetime(*archive.DATE)
    for number, table in enumerate(tables, start=1):
        section = document.sections[0] if number == 1 else document.add_section()
        width = turn(section, landscape=table.landscape)
        add(document, _paragraph(table.caption, _NORMAL, label=f"Table {number}. "))
        if table.rows:
            add(document, table_xml(table, width))
        add(document, _paragraph(table.note, _SMALL))
    stream = io.BytesIO()
    document.save(stream)
    archive.write(stream, path)


def turn(section: Section, *, landscape: bool) -> float:
    """Make the section A4, turned sideways if asked; return the width of its text in cm."""
    width, height = reversed(_SHEET) if landscape else _SHEET
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Cm(width), Cm(height)
    section.left_margin = section.right_margin = Cm(_MARGIN)
    section.top_margin = section.bottom_margin = Cm(_MARGIN)
    return width - 2 * _MARGIN


def set_fonts(style: BaseOxmlElement) -> None:
    """Let a style use one font for all scripts, in black."""
    fonts = style.get_or_add_rPr().get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), _FONT)
    for theme in [name for name in fonts.attrib if name.endswith("Theme")]:
        del fonts.attrib[theme]


def mark_rtl(run: BaseOxmlElement, language: str) -> None:
    """Let a run be read from right to left, in the language (he or ar)."""
    properties = run.get_or_add_rPr()
    properties.append(OxmlElement("w:rtl"))
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:bidi"), _LANGUAGES[language])
    properties.append(spoken)


def add(document: Document, element: str) -> None:
    """Add an element at the end, before the properties of the last section."""
    body = document.element.body
    body.insert_element_before(parse_xml(element.replace(">", f" {_NAMESPACE}>", 1)), "w:sectPr")


def table_xml(table: Printed, width: float) -> str:
    """The table as an element of Word, `width` centimetres wide."""
    widths = [round(head.width / 100 * width * _TWIPS) for head in table.heads]
    grid = "".join(f'<w:gridCol w:w="{size}"/>' for size in widths)
    rows = [*_head(table.heads, widths), *(_row(row, table.heads, widths) for row in table.rows)]
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f"<w:tblBorders>{_line('top', 8)}{_line('bottom', 8)}</w:tblBorders>"
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{''.join(rows)}</w:tbl>"
    )


def _head(heads: list[Head], widths: list[int]) -> list[str]:
    """The row of headings, and above it that of the groups; both return on every page."""
    opening = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
    rows = []
    if any(head.group for head in heads):
        groups = [
            _cell(name, sum(widths[at : at + size]), "center" if name else "start", span=size)
            for name, at, size in spans_of(heads)
        ]
        rows.append(f"{opening}{''.join(groups)}</w:tr>")
    cells = [
        _cell(head.heading, size, _side(head), below=_line("bottom", 4))
        for head, size in zip(heads, widths, strict=True)
    ]
    return [*rows, f"{opening}{''.join(cells)}</w:tr>"]


def _row(row: list[str], heads: list[Head], widths: list[int]) -> str:
    cells = [
        _cell(text, size, "start" if is_rtl(text) else _side(head))
        for text, head, size in zip(row, heads, widths, strict=True)
    ]
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def _side(head: Head) -> str:
    return "end" if head.align == "right" else "start"


def _cell(text: str, width: int, side: str, *, span: int = 1, below: str = "") -> str:
    edges = f"<w:tcBorders>{below}</w:tcBorders>" if below else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:gridSpan w:val="{span}"/>{edges}'
        f"</w:tcPr>{_paragraph(text, _SMALL, side=side)}</w:tc>"
    )


def _paragraph(text: str, size: int, *, side: str = "start", label: str = "") -> str:
    """A paragraph; where it runs from right to left, its start is the right edge."""
    direction = "<w:bidi/>" if is_rtl(text) else ""
    parts = [_run(label, "", size, bold=True)] if label else []
    parts += [_run(part, language, size) for part, language in runs(text)]
    return (
        f'<w:p><w:pPr>{direction}<w:spacing w:before="20" w:after="20"/><w:jc w:val="{side}"/>'
        f"</w:pPr>{''.join(parts)}</w:p>"
    )


def _run(text: str, language: str, size: int, *, bold: bool = False) -> str:
    font = f'<w:rFonts w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:cs="{_FONT}"/>'
    weight = "<w:b/><w:bCs/>" if bold else ""
    rtl = f'<w:rtl/><w:lang w:bidi="{_LANGUAGES[language]}"/>' if language else ""
    return (
        f'<w:r><w:rPr>{font}{weight}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>{rtl}</w:rPr>'
        f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    )


def _line(edge: str, size: int) -> str:
    return f'<w:{edge} w:val="single" w:sz="{size}" w:space="0" w:color="auto"/>'
