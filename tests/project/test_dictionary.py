"""The data dictionary explains every column of a finished build, and nothing else."""

import polars as pl
import pytest
from framing import cli
from framing.api import dictionary

import workflow

ROWS = [
    ("results/a", "(row)", "", "a thing"),
    ("results/a", "name", "text", "its name"),
    ("results/a", "n_{source}", "integer", "how many"),
    ("figures/b_{kind}", "share", "number", "how large"),
]
NAMES = {"source": ["hebrew", "arabic"], "kind": ["one"]}


@pytest.fixture
def small(monkeypatch):
    """A dictionary of four rows."""
    rows = [
        {"table": t, "column": c, "type": k, "unit": "", "values": "", "meaning": m}
        for t, c, k, m in ROWS
    ]
    monkeypatch.setattr(dictionary, "read", lambda: rows)


def explain(rows):
    """Rows to add or mend in the form that the file has."""
    return "\n".join("\t".join(row.values()) for row in rows)


def test_describe(small):
    """Names in braces mean the study's names, or for any word where none are given."""
    assert dictionary.describe("results/a", "n_hebrew", NAMES)["meaning"] == "how many"
    assert dictionary.describe("results/a", "n_french", NAMES) is None
    assert dictionary.describe("results/a", "n_french")["meaning"] == "how many"
    assert dictionary.describe("figures/b_one", "share", NAMES)["meaning"] == "how large"
    assert dictionary.describe("figures/b_two", "share", NAMES) is None
    assert dictionary.describe_row("results/a") == "a thing"
    assert dictionary.describe_row("results/z") == ""


def test_missing(small):
    """A column, the row of a table, and another type; an empty type says nothing."""
    tables = {
        "results/a": {"name": "integer", "n_arabic": "", "new": "text"},
        "results/z": {"name": "text"},
    }
    found = dictionary.missing(tables, NAMES)
    assert [(row["table"], row["column"], row["type"]) for row in found] == [
        ("results/a", "name", "integer"),
        ("results/a", "new", "text"),
        ("results/z", "(row)", ""),
        ("results/z", "name", "text"),
    ]
    assert [row["meaning"] for row in found] == ["", "", "", "its name"]


def test_unused(small):
    """A row that explains nothing is found, unless no table of its folder was made."""
    tables = {"results/a": {"name": "text"}}
    assert [row["column"] for row in dictionary.unused(tables, NAMES)] == ["n_{source}"]
    tables |= {"figures/c": {"share": "number"}}
    assert [row["column"] for row in dictionary.unused(tables, NAMES)] == ["n_{source}", "share"]


def test_types(tmp_path):
    """Parquet and CSV have the same types; an empty CSV column has none; parts are one table."""
    table = pl.DataFrame({"t": ["x"], "i": [1], "f": [0.5], "b": [True]})
    empty = table.with_columns(none=pl.lit(None, pl.Float64), nothing=pl.lit(None))
    (tmp_path / "results" / "x").mkdir(parents=True)
    (tmp_path / "tables").mkdir()
    for part in (0, 1):
        empty.write_parquet(tmp_path / "results" / "x" / f"cells_{part}.parquet")
    empty.write_csv(tmp_path / "tables" / "c.csv")
    types = {"t": "text", "i": "integer", "f": "number", "b": "true/false"}
    assert dictionary.find_tables(tmp_path) == {
        "results/x/cells": types | {"none": "number", "nothing": ""},
        "tables/c": types | {"none": "", "nothing": ""},
    }


@pytest.mark.study
def test_names_of_the_study():
    """From the config, the sheet of articles and the languages of the codebook."""
    names = dictionary.study_names(workflow.ROOT)
    assert names["source"] == ["hebrew", "arabic"]
    assert names["article"] == ["israeli_he", "arab_ar"]
    assert names["language"] == ["he", "ar", "en"]
    assert names["language_name"] == ["hebrew", "arabic", "english"]


def test_render_one_table(small):
    """A section has a heading, what a row is, and a line per column; a bar does not end a cell."""
    dictionary.read()[1]["values"] = "a|b"
    assert dictionary.render("results/a").splitlines() == [
        "## `results/a`",
        "",
        "A row is a thing.",
        "",
        "| column | type | unit | values | meaning |",
        "| --- | --- | --- | --- | --- |",
        "| `name` | text |  | a\\|b | its name |",
        "| `n_{source}` | integer |  |  | how many |",
    ]


def test_command(capsys):
    """One table is printed; an unknown one is an error in one line."""
    assert cli.main(["dictionary", "results/mentions"]) == 0
    assert "| `voice_rule` | text |" in capsys.readouterr().out
    assert cli.main(["dictionary", "results/none"]) == 2
    assert "TABLE: 'results/none' is unknown" in capsys.readouterr().err


def test_nothing_is_empty_or_twice():
    """Every column has a type and a meaning, every table says what its row is, none twice."""
    rows = dictionary.read()
    keys = [(row["table"], row["column"]) for row in rows]
    assert len(keys) == len(set(keys))
    assert {t for t, c in keys if c == dictionary.ROW} == {table for table, _ in keys}
    for row in rows:
        assert bool(row["type"]) == (row["column"] != dictionary.ROW), row


def test_document_is_current():
    """`docs/data-dictionary.md` is what `framing dictionary` prints."""
    document = workflow.ROOT / "docs" / "data-dictionary.md"
    remedy = "run `framing dictionary > docs/data-dictionary.md`"
    assert document.read_text(encoding="utf-8") == dictionary.render() + "\n", remedy


@pytest.mark.slow
def test_finished_build(mini):
    """Columns and types of all results, figures' CSVs and tables are explained, and no others.

    The message lists the rows to add to data/dictionary.tsv, with a meaning taken from a column of
    the same name elsewhere: check it. The committed files have what the mini corpus leaves empty.
    """
    made, committed = (dictionary.find_tables(place) for place in (mini, workflow.ROOT))
    tables = {name: committed.get(name, {}) | made.get(name, {}) for name in committed | made}
    names = dictionary.study_names(mini)
    for key, values in dictionary.study_names(workflow.ROOT).items():
        names[key] += values
    missing, unused = dictionary.missing(tables, names), dictionary.unused(tables, names)
    assert not missing, f"add to data/dictionary.tsv:\n{explain(missing)}"
    assert not unused, f"remove from data/dictionary.tsv:\n{explain(unused)}"


def test_missing_and_unused_of_a_project(monkeypatch, capsys):
    """A line for each, and exit code 1; 0 where nothing is amiss."""
    row = {"table": "results/a", "column": "n", "type": "integer", "unit": "", "values": ""}
    monkeypatch.setattr(dictionary, "find_tables", lambda place: {"results/a": {"n": "integer"}})
    monkeypatch.setattr(dictionary, "study_names", lambda place: NAMES)
    monkeypatch.setattr(dictionary, "missing", lambda *_: [row])
    monkeypatch.setattr(dictionary, "unused", lambda *_: [row])
    assert cli.main(["dictionary", "--missing", "."]) == 1
    out, err = capsys.readouterr()
    assert out == "results/a\tn\tinteger\t\t\n"
    assert err == "explains nothing: results/a, column n\n"
    monkeypatch.setattr(dictionary, "missing", lambda *_: [])
    assert cli.main(["dictionary", "--missing", "."]) == 1
    monkeypatch.setattr(dictionary, "unused", lambda *_: [])
    assert cli.main(["dictionary", "--missing", "."]) == 0
