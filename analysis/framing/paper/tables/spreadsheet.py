"""All tables as one spreadsheet: the full tables, a sheet each, and a list of contents."""

import io
from datetime import datetime
from pathlib import Path

import openpyxl
import polars as pl
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.functions import tostring

from framing.paper.tables import archive
from framing.paper.tables.direction import is_rtl
from framing.paper.tables.values import is_missing

CONTENTS = "contents"
WIDEST = 60  # characters
_TEXT = "@"  # the format of cells in which nothing is taken for a date or a formula
_CORE = "docProps/core.xml"


def write(tables: dict[str, pl.DataFrame], captions: dict[str, str], path: Path | str) -> None:
    """Write the tables; texts stay texts, right-to-left ones are aligned right.

    The first sheet lists the tables with their captions. The same tables give the same bytes.
    """
    book = openpyxl.Workbook(write_only=True)
    listed = pl.DataFrame({"table": list(captions), "caption": list(captions.values())})
    for name, table in ({CONTENTS: listed} | tables).items():
        _fill(book.create_sheet(name), table)
    stream = io.BytesIO()
    book.save(stream)
    book.properties.created = book.properties.modified = datetime(*archive.DATE)
    archive.write(stream, path, {_CORE: tostring(book.properties.to_tree())})


def _fill(sheet: Worksheet, table: pl.DataFrame) -> None:
    sheet.freeze_panes = "A2"
    for at, width in enumerate(_widths(table), start=1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    head = [_cell(sheet, name) for name in table.columns]
    for cell in head:
        cell.font = Font(bold=True)
    sheet.append(head)
    for row in table.iter_rows():
        sheet.append([_cell(sheet, value) for value in row])


def _cell(sheet: Worksheet, value: object) -> Cell | None:
    """A cell for a number or a text; None for a value that is missing."""
    if is_missing(value):
        return None
    cell = WriteOnlyCell(sheet, value=value)
    if isinstance(value, str):
        cell.data_type, cell.number_format = "s", _TEXT
        order = {"readingOrder": 2, "horizontal": "right"} if is_rtl(value) else {}
        cell.alignment = Alignment(vertical="top", wrap_text=len(value) > WIDEST, **order)
    return cell


def _widths(table: pl.DataFrame) -> list[int]:
    """Width of each column in characters: that of its longest value, within limits."""
    longest = [max([len(c.name), *c.cast(pl.String).str.len_chars().drop_nulls()]) for c in table]
    return [min(width + 2, WIDEST) for width in longest]
