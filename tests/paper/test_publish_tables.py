"""From results to files: every table of the paper has a function, a layout and its files."""

import re
from pathlib import Path

import polars as pl
import pytest
from framing.errors import InputError
from framing.paper.tables import layout, publish
from results_by_hand import NAMES, RESULTS

import workflow

SHEET = workflow.ROOT / "workflow/report/tables.yaml"
SNAKEFILE = (workflow.ROOT / "Snakefile").read_text(encoding="utf-8")


def listed(name):
    """The names in a list of the Snakefile."""
    return re.findall(
        r'"(\w+)"', re.search(rf"^{name} = \[(.*?)\]", SNAKEFILE, re.S | re.M).group(1)
    )


def test_every_table_has_a_function_and_a_layout():
    """The lists of the Snakefile, the sheet and the functions name the same tables."""
    tables = listed("TABLES") + listed("CALIBRATION") + listed("CORRECTION")
    assert len(tables) >= 25
    assert set(layout.read(SHEET)) == set(tables)
    for name in tables:
        assert sum(hasattr(module, name) for module in publish.STAGES) == 1, name


def test_unknown_tables_are_refused():
    """One line that says what is missing."""
    with pytest.raises(InputError, match="table invented: no function composes it"):
        publish.stage("invented")
    with pytest.raises(InputError, match="table invented: has no layout"):
        publish.find({}, "invented")


def test_write(tmp_path):
    """The full table, the caption filled with the facts of its stage, the printed form."""
    names = ("events.csv", "captions/events.md", "events.tex")
    paths = [str(tmp_path / name) for name in names]
    entry = layout.read(SHEET)["events"]
    publish.write("events", RESULTS, NAMES, {"events": entry}, paths, {"level": 0.95})
    full, caption, tex = (Path(path).read_text(encoding="utf-8") for path in paths)
    assert full.splitlines()[0] == "event,covered_by,source,sentences,frame,frame_sentences"
    assert full.count("\n") == 8
    assert caption.startswith("Events that the articles report.")
    assert r"vote in the Council & both & Hebrew & 2 & violation 2, threat 1 \\" in tex
    assert r" &  & Arabic & 1 &  \\" in tex


def test_a_caption_cannot_name_what_no_stage_knows(tmp_path):
    """An unknown value in a caption stops the run."""
    entry = layout.Layout("events", "{{ invented }}", ())
    paths = [str(tmp_path / name) for name in "abc"]
    with pytest.raises(Exception, match="'invented' is undefined"):
        publish.write("events", RESULTS, NAMES, {"events": entry}, paths, {"level": 0.95})


def test_captions_follow_their_numbers(tmp_path):
    """The caption of the contrasts counts intervals, one or many that exclude zero."""
    template = layout.read(SHEET)["contrasts"].caption
    column = layout.Column("code", "Code", 50)
    entry = {"contrasts": layout.Layout("contrasts", template, (column,))}
    paths = [str(tmp_path / name) for name in "abc"]
    for low, words in (
        (0.1, "1 of these intervals excludes zero"),
        (-0.1, "0 of these intervals exclude zero"),
    ):
        table = RESULTS["contrasts"].with_columns(
            pl.when(pl.col("low") == 0.1).then(low).otherwise("low").alias("low")
        )
        publish.write(
            "contrasts", RESULTS | {"contrasts": table}, NAMES, entry, paths, {"level": 0.9}
        )
        caption = (tmp_path / "b").read_text(encoding="utf-8")
        assert words in caption
        assert "4 of 5 differences have an interval" in caption
        assert "Hebrew minus Arabic" in caption
        assert "90 % interval" in caption
