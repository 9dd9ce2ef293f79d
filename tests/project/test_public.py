"""The public interface: what `import framing` offers, on texts, series, and a finished run."""

import doctest
import shutil
import subprocess
import sys
from importlib import import_module

import framing
import polars as pl
import pytest
from framing.instrument import mentions

import workflow

HE = "מועצת הביטחון אימצה את ההחלטה."
AR = "خرق الجيش وقف إطلاق النار."
TEXTS = pl.DataFrame({"id": [7, 8], "language": ["he", "ar"], "text": [HE, AR]})
OFFERED = ["InputError", "code", "contrast", "draw", "find"]
OFFERED += ["labels", "read_codebook", "results", "tokens"]


def test_import_is_fast():
    """Nothing but the interface is loaded: no table library, no subpackage."""
    code = "import sys, framing; print(sorted(n for n in sys.modules if 'framing' in n))"
    code += "; print('polars' in sys.modules, 'numpy' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines() == ["['framing']", "False False"]


def test_what_is_offered():
    """Every name is listed, documented and found; another name is an AttributeError."""
    assert framing.__all__ == OFFERED
    assert set(OFFERED) <= set(dir(framing))
    for name in OFFERED:
        assert getattr(framing, name).__doc__
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        framing.nothing  # noqa: B018
    from framing import errors

    assert framing.InputError is errors.InputError


@pytest.mark.parametrize(
    "name", ["framing", *(f"framing.api.{m}" for m in ("texts", "comparison"))]
)
def test_examples(name):
    """The examples of the docstrings give what they say."""
    result = doctest.testmod(import_module(name))
    assert result.attempted
    assert not result.failed


def test_find_in_a_table():
    """Rows count from 1, offsets point into each text, columns as in the results."""
    found = framing.find(TEXTS)
    assert found.columns == ["row", *list(mentions.COLUMNS)[1:]]
    for row in found.iter_rows(named=True):
        assert TEXTS["text"][row["row"] - 1][row["start"] : row["end"]] == row["text"]
    frames = found.filter(kind="frame").select("row", "code").unique().sort("row").rows()
    assert frames == [(1, "endorsement"), (2, "violation")]


def test_find_nothing():
    """A text without a cue gives an empty table with the same columns."""
    empty = framing.find("השמש זורחת היום.", language="he").filter(kind="frame")
    assert empty.is_empty()
    assert empty.columns == framing.find(TEXTS).columns


def test_code_keeps_the_table():
    """Columns before, order and other cells stay; one 0/1 column per frame follows."""
    coded = framing.code(TEXTS)
    assert coded.select(TEXTS.columns).equals(TEXTS)
    assert coded.columns[3:] == list(framing.read_codebook().frames)
    assert coded.select("endorsement", "violation").rows() == [(1, 0), (0, 1)]


def test_language_of_all_texts():
    """`language` replaces the column."""
    table = pl.DataFrame({"text": [AR, AR]})
    assert framing.code(table, language="ar")["violation"].to_list() == [1, 1]


def test_another_codebook():
    """A codebook that was read is used, here one whose frames are fewer."""
    book = framing.read_codebook()
    book.frames = {"violation": book.frames["violation"]}
    assert framing.code(AR, language="ar", codebook=book).columns[2:] == ["violation"]


@pytest.mark.parametrize(
    ("texts", "language", "message"),
    [
        (HE, None, "texts: column language is missing; add it, or give `language=`"),
        (HE, "fr", "language: unknown language 'fr'; use he, ar"),
        (TEXTS, "he", "language: is given, and the table has a column of it; drop one"),
        (TEXTS.drop("text"), None, "texts: column text is missing; add it"),
        (TEXTS.with_columns(text=pl.lit(None)), None, "texts: row 1, column text: is missing"),
        (TEXTS.with_columns(language=pl.lit("fr")), None, "unknown language 'fr'; use he, ar"),
        ([HE], "he", "texts: is a list; give a string or a polars table"),
        (TEXTS.with_columns(violation=0), None, "texts: has a column violation already"),
    ],
)
def test_clear_errors(texts, language, message):
    """One line: what is wrong, and what to do."""
    with pytest.raises(framing.InputError) as error:
        framing.code(texts, language=language)
    assert message in str(error.value)


def test_tokens_error():
    """An unknown language is refused with those that are known."""
    with pytest.raises(framing.InputError, match="unknown language 'fr'; use he, ar"):
        framing.tokens("oui", language="fr")


def test_contrast_of_groups():
    """Lists of series: a group of articles each; the method names the unit."""
    first = [[1, 0, 1, 1], [1, 1, 1, 0], [1, 1, 0, 1], [1, 0, 0, 1]]
    second = [[0, 0, 1, 0], [0, 1, 0, 0], [0, 0, 0, 1], [1, 0, 0, 0]]
    found = framing.contrast(first, second)
    assert found.estimate == pytest.approx(11 / 16 - 4 / 16)
    assert (found.n_a, found.n_b) == (16, 16)  # sentences: the default method counts them
    assert found.method.startswith("effective number of sentences")
    assert found.low < found.estimate < found.high


def test_contrast_level():
    """The interval narrows with its level; a level that is none is refused."""
    series = [1, 0, 1, 1, 0, 1, 1, 0], [0, 0, 1, 0, 0, 0, 1, 0]
    wide, narrow = (framing.contrast(*series, level=level) for level in (0.9, 0.5))
    assert wide.low < narrow.low < narrow.estimate == wide.estimate < narrow.high <= wide.high
    with pytest.raises(framing.InputError, match="level: 95 is not between 0 and 1"):
        framing.contrast(*series, level=95)


def test_contrast_without_variation():
    """No interval and no p, with the reason, where all values are the same."""
    found = framing.contrast([0, 0, 0, 0], [0, 0, 0, 0])
    assert found.estimate == 0
    assert found.p != found.p
    assert found.reason


@pytest.mark.parametrize("bad", [[], ["a", "b"], [float("nan"), 1.0], 3])
def test_contrast_error(bad):
    """Bad series are an InputError."""
    with pytest.raises(framing.InputError, match="contrast: "):
        framing.contrast(bad, [0, 1, 0, 1])


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


@pytest.mark.slow
def test_types_are_known(tmp_path):
    """A type checker sees what is offered, though it is imported late, and finds wrong calls."""
    script = tmp_path / "script.py"
    script.write_text(
        "import framing\n"
        "reveal_type(framing.find('x', language='ar'))\n"
        "framing.find('x', langage='ar')\n"
        "framing.nothing\n"
    )
    command = [sys.executable, "-m", "mypy", "--config-file", "pyproject.toml", str(script)]
    run = subprocess.run(command, cwd=workflow.ROOT, capture_output=True, text=True)
    assert 'Revealed type is "polars' in run.stdout
    assert 'Unexpected keyword argument "langage"' in run.stdout
    assert 'Module has no attribute "nothing"' in run.stdout
