"""Publishing: every file of a figure follows from the table that its module makes."""

from types import ModuleType

import matplotlib.pyplot as plt
import polars as pl
import pytest
from framing.plots.publish import publish

SOURCES = {"hebrew": {"label": "the Hebrew article"}, "arabic": {"label": "the Arabic article"}}
TEMPLATE = (
    "**{{ rows|length }} rows, {{ first }} before {{ second }}.** {{ extra }}\n\n---\n\nBars.\n"
)
RESULTS = {"shares": pl.DataFrame({"code": ["a", "b"], "share": [0.1, None], "note": ["", "x"]})}


@pytest.fixture
def place(tmp_path):
    """A folder for figures and a template of a caption."""
    (tmp_path / "figures").mkdir()
    (tmp_path / "bars.md").write_text(TEMPLATE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def figure():
    """A module that draws, and remembers what it was given."""
    module = ModuleType("framing.plots.bars")
    module.given = {}

    def tabulate(results, labels):
        return results["shares"].with_columns(label=pl.col("code").replace(labels["frame"]))

    def draw(table, *, sources, width):
        module.given |= {"table": table, "sources": sources, "width": width}
        return plt.figure(figsize=(width, 1))

    module.tabulate, module.draw = tabulate, draw
    return module


def write(figure, place, **options):
    """Publish into the folder."""
    labels = {"frame": {"a": "alpha", "b": "beta"}}
    options |= {"folder": str(place / "figures"), "templates": str(place)}
    publish(figure, RESULTS, labels, sources=SOURCES, width=3.0, **options)
    return {path.name: path for path in (place / "figures").iterdir()}


def test_files(figure, place):
    """Table, three pictures, caption and alternative text; drawn from the table as written."""
    made = write(figure, place, facts={"extra": "So."})
    endings = {"csv", "pdf", "svg", "png", "md", "alt.txt"}
    assert set(made) == {f"bars.{ending}" for ending in endings}
    assert made["bars.md"].read_text() == "**2 rows, hebrew before arabic.** So.\n"
    assert made["bars.alt.txt"].read_text() == "Bars.\n"
    assert "2 rows, hebrew before arabic." in made["bars.svg"].read_text()
    table = figure.given["table"]
    assert table["label"].to_list() == ["alpha", "beta"]
    assert table["share"].to_list() == [0.1, None]
    assert table["note"].to_list() == ["", "x"]
    assert table.equals(pl.read_csv(made["bars.csv"]).with_columns(pl.col("note").fill_null("")))
    assert figure.given["width"] == 3.0
    assert figure.given["sources"] == SOURCES


def test_one_of_several(figure, place):
    """`part` ends the names of the files; the template stays that of the module."""
    made = write(figure, place, part="one", facts={"extra": ""})
    assert "bars_one.csv" in made
    assert not any(name.startswith("bars.") for name in made)


def test_facts_of_the_module(figure, place):
    """The module's own `facts` take those given as arguments and go before the common values."""
    figure.facts = lambda table, *, sources, n: {"extra": f"{n} of {table.height}.", "first": "x"}
    made = write(figure, place, facts={"n": 1})
    assert made["bars.md"].read_text() == "**2 rows, x before arabic.** 1 of 2.\n"
