"""Blank coding sheets: every sentence, right to left, and ready to be read back once filled in."""

import shutil
from html.parser import HTMLParser

import codings_by_hand as hand
import polars as pl
import pytest
from framing import sheets
from framing.coders import blank_sheet, codings
from framing.coders.codings import FRAGILITY
from framing.errors import InputError

import workflow

CODES = {
    "frame": {
        name: {"id": name, "label": name, "responsible": asks, "definition": f"what {name} is"}
        for name, asks in (("threat", "no"), ("violation", "yes"))
    },
    "event": {"vote": {"id": "vote", "label": "vote", "definition": "a vote < 1"}},
    "actor": {"russia": {"id": "russia", "label": "Russia", "definition": "the state"}},
}
DIRECTIONS = {"he": "rtl", "ar": "rtl"}


class Page(HTMLParser):
    """Tags with their attributes, and the text."""

    def __init__(self, text):
        """Parse the page."""
        super().__init__()
        self.tags, self.words = [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        """Keep the tag."""
        self.tags.append((tag, dict(attributes)))

    def handle_data(self, data):
        """Keep the text."""
        self.words.append(data)


@pytest.fixture
def folder(tmp_path):
    """The sheets of the hand-made corpus."""
    template = sheets.read_text(workflow.ROOT / "workflow/report/coding_sheet.html")
    blank_sheet.write(
        hand.ARTICLES, hand.SENTENCES, CODES, DIRECTIONS, template, tmp_path / "new" / "sheets"
    )
    return tmp_path / "new" / "sheets"


def test_four_files_per_article(folder):
    """A page and three tables for each."""
    assert sorted(path.name for path in folder.iterdir()) == [
        f"{article}{ending}"
        for article in ("x", "y")
        for ending in (".html", "_codes.tsv", "_frames.tsv", "_units.tsv")
    ]


def test_the_page(folder):
    """Right to left, self-contained, every sentence whole, a box for each frame and event."""
    page = Page((folder / "x.html").read_text(encoding="utf-8"))
    assert page.tags[0] == ("html", {"lang": "he", "dir": "rtl"})
    assert not {"script", "link", "img"} & {tag for tag, _ in page.tags}
    assert not [
        value
        for _, attributes in page.tags
        for value in attributes.values()
        if value and "://" in value
    ]
    text = "".join(page.words)
    for number, sentence in enumerate(hand.TEXTS["x"][1]):
        assert f"x_{number:02d}" in text
        assert sentence in text
    assert text.count("☐") == 3 * (
        2 + 2 * 2 + 1 + 1
    )  # sentences × (frames, voices, event, fragile)
    assert "a vote < 1" in text
    assert "خرقوا" not in text


def test_only_blamed_frames_ask_who_is_responsible(folder):
    """Violation has an open cell for the actor, threat a grey one."""
    page = Page((folder / "y.html").read_text(encoding="utf-8"))
    grey = [attributes for tag, attributes in page.tags if tag == "td" and attributes]
    assert len(grey) == 2


def test_blank_sheets_must_be_filled_in(folder):
    """A blank sheet is no coding: its fragility is empty."""
    with pytest.raises(InputError, match="row 2, column fragility: '' is unknown; use true, false"):
        codings.read(folder, hand.ARTICLES, hand.SENTENCES, CODES)


def test_filled_sheets_are_codings(folder, tmp_path):
    """Filled in and saved under the name of a coder they are read."""
    for article in ("x", "y"):
        units = pl.read_csv(folder / f"{article}_units.tsv", separator="\t", infer_schema=False)
        assert units.columns == hand.UNIT_COLUMNS
        filled = units.with_columns(fragility=pl.lit("false"), events=pl.lit("vote"))
        filled.write_csv(tmp_path / f"anna.{article}_units.tsv", separator="\t")
        frames = (folder / f"{article}_frames.tsv").read_text(encoding="utf-8")
        shutil.copy(folder / f"{article}_codes.tsv", tmp_path / f"anna.{article}_codes.tsv")
        row = f"{article}_00\tviolation\tnarrator\t\trussia\n"
        (tmp_path / f"anna.{article}_frames.tsv").write_text(frames + row, encoding="utf-8")
    found = codings.read(tmp_path, hand.ARTICLES, hand.SENTENCES, CODES)
    assert found.units["unit"].to_list() == ["x_00", "x_01", "x_02", "y_00", "y_01"]
    assert found.frames["responsible"].to_list() == ["russia", "russia"]
    asked = found.asked.filter(unit="x_00").select("kind", "code").rows()
    assert asked == [("frame", "threat"), ("frame", "violation"), ("event", "vote"), FRAGILITY]
