"""A study of one's own: what `framing new` lays out, and what its commands say of it."""

import csv
import io

import polars as pl
import pytest
import yaml
from framing import cli, new_study, settings
from framing.cli import _describe, _study
from framing.plots import style
from study_by_hand import ROWS, begin, save

import workflow


@pytest.fixture
def study(tmp_path, monkeypatch):
    """A study of the three texts, as the working folder."""
    place = begin(tmp_path)
    monkeypatch.chdir(place)
    return place


@pytest.mark.parametrize("ending", ["tsv", "csv", "jsonl", "parquet"])
def test_texts_of_any_table(tmp_path, ending):
    """The same articles, sources and settings, whatever the table is."""
    texts, place = save(tmp_path / f"texts.{ending}", ROWS), tmp_path / "study"
    assert cli.main(["new", str(place), "--texts", str(texts)]) == 0
    lines = (place / "data" / "articles.tsv").read_text("utf-8").splitlines()
    rows = list(csv.DictReader(lines, dialect="excel-tab"))
    assert [row["article"] for row in rows] == ["texts_1", "texts_2", "texts_3"]
    assert {row["language"] for row in rows} == {"en"}
    raw = (place / rows[1]["file"]).read_text("utf-8")
    assert raw == "Two children were killed."
    config = yaml.safe_load((place / "config" / "config.yaml").read_text("utf-8"))
    assert list(config["sources"]) == ["post", "herald"]


def test_the_settings_are_allowed(study):
    """They pass the schema, and every file and name in them exists."""
    config = settings.read("config/config.yaml")
    settings.check(config, workflow.ROOT / "workflow/schemas/config.yaml", place="config")
    settings.check_names(config, place="config")


def test_what_is_laid_out(study):
    """A codebook of its own to edit, a notebook, a README of five lines, the workflow."""
    assert not (study / "data" / "codebook").is_symlink()
    assert (study / "workflow").resolve() == (workflow.ROOT / "workflow").resolve()
    lines = (study / "README.md").read_text("utf-8").splitlines()
    assert len([line for line in lines if line[:1].isdigit()]) == 5
    assert (study / "look.py").read_text("utf-8").count("# %%") == 8
    assert str(workflow.ROOT) in (study / "Snakefile").read_text("utf-8")


def test_a_folder_with_files_is_left_alone(study, capsys):
    """Nothing is written where something is."""
    before = (study / "README.md").read_bytes()
    assert cli.main(["new", str(study)]) == 2
    assert "is there already; name a new folder" in capsys.readouterr().err
    assert (study / "README.md").read_bytes() == before


def test_without_texts(tmp_path):
    """Sources by name, or two to be renamed; more colours than sources."""
    assert cli.main(["new", str(tmp_path / "a"), "--sources", "x,y,z"]) == 0
    config = yaml.safe_load((tmp_path / "a" / "config" / "config.yaml").read_text("utf-8"))
    assert list(config["sources"]) == ["x", "y", "z"]
    assert len({entry["colour"] for entry in config["sources"].values()}) == 3
    assert cli.main(["new", str(tmp_path / "b")]) == 0
    assert (tmp_path / "b" / "data" / "articles.tsv").read_text("utf-8") == new_study.HEADER


def test_bad_texts_leave_no_folder(tmp_path, capsys):
    """A text without a date is named, and no study is begun."""
    texts = save(tmp_path / "texts.csv", [ROWS[0], ROWS[1] | {"date": ""}])
    assert cli.main(["new", str(tmp_path / "study"), "--texts", str(texts)]) == 2
    assert "texts_2: has no date" in capsys.readouterr().err
    assert not (tmp_path / "study").exists()


def test_a_table_without_rows(tmp_path, capsys):
    """Once: a study of 0 articles, with exit code 0."""
    (tmp_path / "texts.tsv").write_text("text\tsource\tdate\n", encoding="utf-8")
    assert cli.main(["new", str(tmp_path / "study"), "--texts", str(tmp_path / "texts.tsv")]) == 2
    assert "texts.tsv: has no rows; a row for each article" in capsys.readouterr().err
    assert not (tmp_path / "study").exists()


def test_coverage(study, capsys):
    """A row for each source, then the words that no cue meets."""
    assert cli.main(["coverage", "--top", "2"]) == 0
    sources, words = capsys.readouterr().out.strip().split("\n\n")
    table = list(csv.DictReader(io.StringIO(sources), dialect="excel-tab"))
    assert [(row["source"], row["sentences"], row["with_frame"]) for row in table] == [
        ("post", "3", "1"),
        ("herald", "1", "1"),
    ]
    assert [line.split("\t")[1] for line in words.splitlines()[1:]] == ["shine", "sun"]


def test_shares(study, capsys):
    """Of the sources, and by month."""
    assert cli.main(["shares"]) == 0
    table = list(csv.DictReader(io.StringIO(capsys.readouterr().out), dialect="excel-tab"))
    (harm,) = (r for r in table if (r["code"], r["source"]) == ("civilian_harm", "herald"))
    assert (harm["units"], harm["carried"]) == ("1", "1")
    assert cli.main(["shares", "--by", "month", "--output", "o.tsv", "--figure", "f"]) == 0
    lines = (study / "o.tsv").read_text("utf-8").splitlines()
    rows = list(csv.DictReader(lines, dialect="excel-tab"))
    mine = [row for row in rows if (row["code"], row["source"]) == ("violation", "post")]
    assert [(r["period"], r["units"], r["carried"]) for r in mine] == [
        ("2024-01-01", "2", "1"),
        ("2024-02-01", "1", "0"),
    ]
    assert all((study / f"f.{ending}").is_file() for ending in ("pdf", "svg", "png"))
    assert cli.main(["shares", "--figure", "f"]) == 2
    assert "give --by month" in capsys.readouterr().err


def test_outside_a_study(tmp_path, monkeypatch, capsys):
    """One line that says where to go."""
    monkeypatch.chdir(tmp_path)
    for command in ("run", "coverage", "shares"):
        assert cli.main([command]) == 2
        assert "no such file; go to the folder of the study" in capsys.readouterr().err


def test_one_month_is_not_drawn(study, monkeypatch):
    """A figure over time needs two."""
    drawn = []
    monkeypatch.setattr(style, "save", lambda figure, stem, **words: drawn.append(stem))
    read = _study.read()
    tables = _describe._tabulate(read)
    over_time = tables["shares_over_time"]
    assert over_time["period"].n_unique() == 2
    first = over_time.filter(pl.col("period") == over_time["period"].min())
    assert not _describe._draw(first, read)
    assert not (study / "figures").exists()
    assert _describe._draw(over_time, read)
    assert drawn == [str(_describe.FIGURE)]
