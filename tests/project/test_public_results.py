"""The public interface on a run: its tables, its labels, and each figure drawn again."""

import shutil

import framing
import polars as pl
import pytest

import workflow


@pytest.fixture
def run(tmp_path):
    """A results folder made by hand: a table, and one in two parts."""
    folder = tmp_path / "results"
    (folder / "corpus").mkdir(parents=True)
    articles = pl.DataFrame({"article": ["a"], "surprise": [1]})
    articles.write_parquet(folder / "corpus" / "articles.parquet")
    (folder / "calibration").mkdir()
    for part in (0, 1):
        cells = pl.DataFrame({"cell": [part]})
        cells.write_parquet(folder / "calibration" / f"cells_{part}.parquet")
    return framing.results(folder)


def test_results_by_name(run):
    """Attribute and key give the same table; parts of a table are joined."""
    assert set(run) == {"articles", "cells"}
    assert len(run) == 2
    assert run.articles is run["articles"]
    assert run.cells["cell"].to_list() == [0, 1]
    assert "articles" in dir(run)
    assert "articles, " in repr(run) or ", articles" in repr(run)
    with pytest.raises(AttributeError, match="no table 'nothing': there are"):
        run.nothing  # noqa: B018
    with pytest.raises(KeyError):
        run["nothing"]


def test_results_describe(run):
    """What a row is, and what a column means; empty where nobody has described it."""
    rows = dict(run.describe().iter_rows())
    assert rows["articles"] == "an article"
    columns = run.describe("articles")
    assert columns.columns == ["column", "type", "unit", "values", "meaning"]
    assert columns["column"].to_list() == ["article", "surprise"]
    assert columns["meaning"].to_list() == ["name of the article, as in data/articles.tsv", ""]


def test_no_results(tmp_path):
    """A folder without tables is an InputError that says what to do."""
    with pytest.raises(framing.InputError, match="holds no results; run `snakemake`"):
        framing.results(tmp_path)


def test_labels_outside_a_project(tmp_path):
    """The study's codebook, no sources."""
    labels = framing.labels(tmp_path)
    assert labels["frame"]["violation"] == "violation"
    assert labels["language"] == {"he": "Hebrew", "ar": "Arabic", "en": "English"}
    assert labels["source"] == {}


@pytest.fixture
def project(tmp_path):
    """The study's config and style, and the counts of two concepts made by hand."""
    shutil.copytree(workflow.ROOT / "config", tmp_path / "config")
    shutil.copytree(workflow.ROOT / "data" / "codebook", tmp_path / "data" / "codebook")
    (tmp_path / "results" / "lexicon").mkdir(parents=True)
    columns = {"item": ["ceasefire", "syria"], "form_first": ["a", "b"], "form_second": ["c", "d"]}
    columns |= {"count_first": [4, 1], "count_second": [1, 5]}
    columns |= {"total_first": [50, 50], "total_second": [60, 60]}
    columns |= {name: [1.5, -1.5] for name in ("log_ratio", "g2", "delta", "z")}
    table = pl.DataFrame(columns)
    table.write_parquet(tmp_path / "results" / "lexicon" / "concepts.parquet")
    return tmp_path


def test_draw(project):
    """The figure has the study's width and labels; the user's own style is as before."""
    import matplotlib.pyplot as plt

    before = dict(plt.rcParams)
    drawn = framing.draw("concept_keyness", framing.results(project / "results"))
    assert drawn.get_size_inches()[0] > 3
    assert dict(plt.rcParams) == before
    texts = [text.get_text() for text in drawn.findobj(plt.Text)]
    assert any("ceasefire" in text for text in texts)
    plt.close(drawn)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("none", "draw: no figure 'none'; use one of "),
        ("style", "draw: no figure 'style'; use one of "),
        ("topics", "has no table 'topics'; run `snakemake`"),
    ],
)
def test_draw_errors(project, name, message):
    """An unknown figure, and results that lack its table."""
    with pytest.raises(framing.InputError) as error:
        framing.draw(name, framing.results(project / "results"))
    assert message in str(error.value)


def test_labels_of_a_project(project):
    """Sources by their short names, codes from the project's codebook."""
    labels = framing.labels(project)
    assert labels["source"] == {"hebrew": "Hebrew", "arabic": "Arabic"}
    assert labels["frame"]["violation"] == "violation"


@pytest.mark.slow
def test_finished_run(mini):
    """Results, labels with sources, and each figure as it was published."""
    import matplotlib.pyplot as plt

    run = framing.results(mini / "results")
    assert run.articles["article"].to_list() == ["hebrew", "arabic"]
    assert framing.labels(mini)["source"] == {"hebrew": "Hebrew", "arabic": "Arabic"}
    published = {path.stem for path in (mini / "figures").glob("*.csv")}
    for name in published:
        drawn = framing.draw(name, run)
        assert drawn.get_size_inches()[0] > 3
        plt.close(drawn)
    with pytest.raises(framing.InputError, match="no figure 'none'; use one of") as error:
        framing.draw("none", run)
    assert all(name in str(error.value) for name in published)
    with pytest.raises(framing.InputError, match="has no table 'cells'; run `snakemake`"):
        framing.draw("calibration", run)
