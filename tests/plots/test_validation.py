"""The table behind the figure of the instrument's accuracy."""

import math

import polars as pl
import pytest
from framing.plots import style, validation

LABELS = {"frame": {"threat": "threat", "harm": "civilian harm"}, "language": {"he": "Hebrew"}}
NAN = float("nan")


def table(rows, columns):
    """A table of rows."""
    return pl.DataFrame(rows, schema=columns, orient="row", infer_schema_length=None)


@pytest.fixture
def results():
    """Two held-out corpora, the later one used by the study; two frames, one language."""
    external = [
        "corpus",
        "language",
        "frame",
        "measure",
        "estimate",
        "low",
        "high",
        "n",
        "seen",
        "used",
        "instrument",
    ]
    score = ["language", "kind", "code", "measure", "estimate", "low", "high", "n"]
    alpha = ["language", "kind", "code", "coefficient", "estimate", "low", "high", "units"]
    return {
        "external": table(
            [
                ("posts; all", "he", "threat", "f1", 0.7, 0.6, 0.8, 40, "never", False, "v7"),
                ("news (old)", "he", "threat", "f1", 0.5, 0.4, 0.6, 30, "never", True, "v7"),
                ("news (old)", "he", "micro", "f1", 0.6, 0.5, 0.7, 60, "never", True, "v7"),
                ("news (old)", "he", "threat", "recall", 0.1, 0.0, 0.2, 9, "never", True, "v7"),
                ("drafts", "he", "harm", "f1", 0.9, 0.8, 1.0, 20, "development", False, "v7"),
            ],
            external,
        ),
        "scores": table(
            [
                ("he", "frame", "threat", "f1", 1.0, 0.8, 1.0, 5),
                ("he", "frame", "harm", "f1", NAN, NAN, NAN, 0),
                ("he", "frame", "micro", "f1", 1.0, 0.9, 1.0, 5),
                ("he", "event", "micro", "f1", 0.2, 0.1, 0.3, 5),
                ("he", "frame", "threat", "precision", 0.3, 0.1, 0.3, 5),
            ],
            score,
        ),
        "agreement": table(
            [
                ("he", "frame", "threat", "alpha", 1.0, NAN, NAN, 17, 0.16),
                ("he", "frame", "threat", "ac1", 0.9, NAN, NAN, 17, 0.16),
                ("he", "voice", "", "alpha", 0.4, 0.3, 0.5, 9, 0.5),
            ],
            [*alpha, "differing_high"],
        ),
        "coders": table(
            [("he", "three passes", False, True)], ["language", "coders", "people", "seen"]
        ),
        "articles": table([("he", "hebrew")], ["language", "source"]),
    }


def test_tabulate(results):
    """Held out first, the study's own corpus before others; then seen texts; then agreement."""
    found = validation.tabulate(results, LABELS)
    rows = found.select("panel", "corpus", "variable", "estimate", "low", "n").rows()
    assert rows[:6] == [
        ("held out", "news", "threat", 0.5, 0.4, 30),
        ("held out", "news", "all frames", 0.6, 0.5, 60),
        ("held out", "posts", "threat", 0.7, 0.6, 40),
        ("seen", "drafts", "civilian harm", 0.9, 0.8, 20),
        ("seen", "the coded articles", "threat", 1.0, 0.8, 5),
        ("seen", "the coded articles", "civilian harm", pytest.approx(NAN, nan_ok=True),
         pytest.approx(NAN, nan_ok=True), 0),
    ]  # fmt: skip
    assert rows[6][:3] == ("seen", "the coded articles", "all frames")
    assert rows[7][:4] == ("agreement", "the coded articles", "threat", 1.0)
    assert len(rows) == 8
    last = found.row(7, named=True)
    assert math.isnan(last["low"])
    assert (last["differing_high"], last["coders"], last["people"]) == (0.16, "three passes", False)
    assert found["instrument"].to_list() == ["v7"] * 4 + [""] * 4
    assert found["language"].unique().to_list() == ["Hebrew"]
    assert found["source"].unique().to_list() == ["hebrew"]


def test_nothing_was_tested(results):
    """A codebook of one's own: a line instead of a traceback for a figure without panels."""
    found = validation.tabulate({name: part.clear() for name, part in results.items()}, LABELS)
    figure = validation.draw(found, sources={"hebrew": {"colour": "#0072B2"}}, width=7)
    assert [text.get_text() for text in figure.texts] == ["these frames were never tested"]
    style.plt.close(figure)


def test_draw(results):
    """A panel per corpus and one for agreement; a hollow dot where there is no interval."""
    found = validation.tabulate(results, LABELS)
    figure = validation.draw(found, sources={"hebrew": {"colour": "#0072B2"}}, width=7)
    titles = [axes.get_title(loc="left") or axes.get_title() for axes in figure.axes]
    assert [title.replace("\n", " ") for title in titles] == [
        "Held out: news",
        "Held out: posts",
        "Developed on these: drafts",
        "Developed on these: the coded articles",
        "Agreement of the passes of one model",
    ]
    fills = [[line.get_markerfacecolor() for line in axes.lines] for axes in figure.axes]
    assert fills[-1] == ["white"]
    assert fills[0] == [style.line("#0072B2")] * 2
    assert len(fills[3]) == 2  # nothing is drawn for a frame that does not occur
    labels = [label.get_text() for label in figure.axes[0].get_yticklabels()]
    assert labels == ["all frames", "threat", "civilian harm"]
    style.plt.close(figure)


def test_places_of_dots(results):
    """Languages one below the other in the row of their frame; a rule for all frames."""
    more = results["external"].with_columns(language=pl.lit("ar"), estimate=pl.lit(0.3))
    both = results | {"external": pl.concat([results["external"], more])}
    labels = LABELS | {"language": {"he": "Hebrew", "ar": "Arabic"}}
    found = validation.tabulate(both, labels)
    figure = validation.draw(found, sources={"hebrew": {"colour": "#0072B2"}}, width=7)
    first, last = figure.axes[0], figure.axes[-1]
    dots = {(line.get_xdata()[0], round(line.get_ydata()[0], 2)) for line in first.lines}
    assert dots == {(0.5, 0.83), (0.6, -0.17), (0.3, 1.17), (0.3, 0.17)}
    assert first.get_ylim() == pytest.approx((2.6, -0.6))
    assert first.get_xlim() == (0, 1.04)
    assert figure.get_size_inches().tolist() == pytest.approx([7, 0.24 * 3 + 1.3])
    assert (first.get_xlabel(), last.get_xlabel()) == ("F1", "Krippendorff's α")
    intervals = [c.get_segments()[0].tolist() for c in first.collections]
    assert [[0.4, pytest.approx(0.83)], [0.6, pytest.approx(0.83)]] in intervals
    names = [text.get_text() for text in figure.legends[0].get_texts()]
    assert names[-1] == "no unit differs, no interval"


def test_colours():
    """A language has the colour of its source; two of one source, or of none, have two greys."""
    sources = {"a": {"colour": "#0072B2"}, "rest": {"colour": "#7F7F7F"}}
    alone = table([("Hebrew", "a"), ("Arabic", "rest")], ["language", "source"])
    assert validation._colours(alone, sources)["Hebrew"] == "#0072b2"
    shared = table([("Hebrew", "rest"), ("Arabic", "rest")], ["language", "source"])
    none = table([("Hebrew", ""), ("Arabic", "")], ["language", "source"])
    assert validation._colours(shared, sources) == validation._colours(none, sources)
    assert validation._colours(none, sources)["Hebrew"] == style.INK
    assert len(set(validation._colours(none, sources).values())) == 2


def test_titles():
    """People are coders, and passes of a model are not."""
    _, axes = style.plt.subplots()
    validation._dress(axes, validation.AGREEMENT, "x", letters=20, people=True)
    assert axes.get_title().replace("\n", " ") == "Agreement of the coders"
    assert axes.get_xlim()[0] == 0
    axes.set_xlim(-0.5, 1)
    validation._dress(axes, validation.AGREEMENT, "x", letters=20, people=False)
    assert axes.get_xlim()[0] == -0.5
