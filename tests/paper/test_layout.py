"""Layouts: columns by source, checks of the sheet, widths that fit the page."""

import pytest
from framing.errors import InputError
from framing.paper.tables import layout

SHEET = """
frames:
  caption: Frames.
  columns:
    - {column: frame, heading: Frame, width: 20}
    - each: source
      columns:
        - {column: "carried_{source}", of: "units_{source}", heading: S, kind: integer, width: 10}
        - {column: "main_{source}", heading: "Most in {source}", width: 10}
    - {column: estimate, heading: "D [{level}]", kind: points, interval: [low, high], width: 20}
    - {column: gloss, heading: In English, width: 10, optional: true}
"""
FOUND = [
    *("frame", "carried_hebrew", "units_hebrew", "main_hebrew", "main_share_hebrew"),
    *("carried_arabic", "units_arabic", "main_arabic", "estimate", "low", "high"),
]
LABELS = {"source": {"hebrew": "Hebrew", "arabic": "Arabic"}}


def read(tmp_path, text):
    """The layouts of a sheet with this text."""
    (tmp_path / "tables.yaml").write_text(text, encoding="utf-8")
    return layout.read(tmp_path / "tables.yaml")


def test_columns_of_each_source(tmp_path):
    """They follow the columns of the table and bear the label of their source."""
    columns = layout.resolve(read(tmp_path, SHEET)["frames"], FOUND, LABELS, 0.9)
    assert [column.column for column in columns] == [
        *("frame", "carried_hebrew", "main_hebrew", "carried_arabic", "main_arabic", "estimate"),
    ]
    assert [column.group for column in columns] == ["", "Hebrew", "", "Arabic", "", ""]
    assert columns[1].of == "units_hebrew"
    assert columns[2].heading == "Most in Hebrew"
    assert columns[5].heading == "D [90 %]"
    assert columns[5].interval == ("low", "high")


def test_a_source_without_columns_is_left_out(tmp_path):
    """Of a source whose columns are not all there nothing is printed."""
    found = [name for name in FOUND if name != "main_arabic"]
    columns = layout.resolve(read(tmp_path, SHEET)["frames"], found, LABELS, 0.95)
    assert not [column for column in columns if "arabic" in column.column]


def test_a_missing_column_is_named(tmp_path):
    """The message says which table, which column, and what there is."""
    with pytest.raises(InputError, match=r"table frames: has no column low; it has frame, "):
        layout.resolve(
            read(tmp_path, SHEET)["frames"], [n for n in FOUND if n != "low"], LABELS, 0.95
        )


def test_wide_tables_are_made_narrower(tmp_path):
    """Widths that exceed the page shrink in proportion; others stay."""
    wide = SHEET.replace("width: 20", "width: 80")
    columns = layout.fit(layout.resolve(read(tmp_path, wide)["frames"], FOUND, LABELS, 0.95))
    assert [column.width for column in columns] == [40, 5, 5, 5, 5, 40]
    columns = layout.fit(layout.resolve(read(tmp_path, SHEET)["frames"], FOUND, LABELS, 0.95))
    assert [column.width for column in columns] == [20, 10, 10, 10, 10, 20]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("caption:", "title:", r"table frames: unknown field title; use one of caption"),
        ("kind: points", "kind: point", r"column estimate: unknown kind point; use text"),
        ("heading: Frame, width: 20", "heading: Frame", r"column frame: missing .*'width'"),
        ("of: ", "total: ", r"column carried_\{source\}: unknown field total"),
    ],
)
def test_mistakes_are_named(tmp_path, old, new, message):
    """One line with table, column and what is allowed."""
    with pytest.raises(InputError, match=message):
        read(tmp_path, SHEET.replace(old, new))
