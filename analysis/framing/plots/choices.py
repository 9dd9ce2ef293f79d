"""What each choice does to the main contrasts: the results under each option, side by side."""

import textwrap

import matplotlib.pyplot as plt
import polars as pl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from framing.paper.facts.choices import facts
from framing.plots import style

__all__ = ["draw", "facts", "tabulate"]
SPREAD = ["specifications", "least", "lower", "median", "upper", "greatest"]
EVERY = "all specifications"
OWN = "#B00020"
MARKS = ({"color": style.INK, "mfc": style.INK}, {"color": "#7b5aa6", "mfc": "white"})
GAP = 0.45  # of a row, between two choices
ROW = 0.21  # inches
LETTERS = 75  # above and below all panels together


def tabulate(results: dict[str, pl.DataFrame], labels: dict[str, dict[str, str]]) -> pl.DataFrame:
    """Spread of the differences under each option, for contrasts with more than one result.

    Columns: contrast, question, choice, option (labels; the first rows of a contrast are of all
    specifications), own (the study's option), worse (known to be), SPREAD, study (estimate of the
    study's own specification) and warning (controls that a frame of the contrast failed). Choices
    are in the order of what they move on average, those with a worse option last.
    """
    curves = results["multiverse"].filter(measure="difference")
    drawn = curves.filter((pl.col("distinct") > 1).any().over("contrast"))
    every = drawn.select(
        "contrast", "question", pl.lit("").alias("choice"), pl.lit(EVERY).alias("option"), *SPREAD
    ).with_columns(own=pl.lit(False), worse=pl.lit(False))
    options = (
        results["options"]
        .filter(measure="difference")
        .join(_order(results["choices"]), on="choice")
    )
    shown = options.filter(~pl.col("sensitivity") | pl.col("worse")).sort(
        "order", maintain_order=True
    )
    named = pl.format("{}: {}", "choice", "option").replace_strict(labels["option"])
    shown = shown.with_columns(
        option=named, choice=pl.col("choice").replace_strict(labels["choice"])
    )
    columns = ["contrast", "question", "choice", "option", "own", "worse", *SPREAD]
    table = pl.concat([every.select(columns), shown.select(columns)])
    study = drawn.select("contrast", "question", study="own")
    table = table.join(study, on=["contrast", "question"], maintain_order="left")
    warning = {
        name: _failed(results["controls"], frames) for name, frames in labels["frames"].items()
    }
    return table.with_columns(
        pl.col("contrast").replace_strict(warning, default="").alias("warning"),
        pl.col("contrast").replace_strict(labels["contrast"]),
        pl.col("question").replace(labels["question"]),
    )


def _order(moved: pl.DataFrame) -> pl.DataFrame:
    """Choices in the order in which they are drawn: choice, sensitivity, order."""
    return (
        moved.filter(measure="difference")
        .group_by("choice", maintain_order=True)
        .agg(pl.col("sensitivity").first(), pl.col("mean_change").mean().round(9))
        .sort("sensitivity", "mean_change", descending=[False, True], maintain_order=True)
        .select("choice", "sensitivity")
        .with_row_index("order")
    )


def _failed(controls: pl.DataFrame, frames: str) -> str:
    mine = controls.filter(pl.col("code").is_in(frames.split("|")) & ~pl.col("passed"))
    return ", ".join(mine["control"].unique(maintain_order=True))


def draw(table: pl.DataFrame, *, sources: dict[str, dict[str, str]], width: float) -> Figure:
    """A panel per contrast, a row per option, a mark per question; `table` as of `tabulate`."""
    if table.is_empty():
        figure = plt.figure(figsize=(width, 0.6))
        figure.text(0.5, 0.5, "no choice changes any result", ha="center")
        return figure
    first, second = (entry["short"] for entry in sources.values())
    rows = _rows(table)
    contrasts = table["contrast"].unique(maintain_order=True).to_list()
    height = ROW * (rows["y"][-1] + 1) + 1.0
    figure, panels = plt.subplots(
        1, len(contrasts), figsize=(width, height), sharey=True, squeeze=False
    )
    room = LETTERS // len(contrasts)
    for axes, contrast in zip(panels[0], contrasts, strict=True):
        _panel(axes, table.filter(pl.col("contrast") == contrast), rows)
        axes.set_title(textwrap.fill(contrast, room))
        axes.set_xlabel(textwrap.fill(f"{first} − {second} (points)", room))
    _name_rows(panels[0][0], rows)
    figure.legend(handles=_legend(table), loc="outside lower center", ncols=3)
    failed = (
        table.filter(pl.col("warning") != "")
        .select("contrast", "warning")
        .unique(maintain_order=True)
    )
    style.warn(figure, "; ".join(f"{name}: {why} failed" for name, why in failed.iter_rows()))
    return figure


def _rows(table: pl.DataFrame) -> pl.DataFrame:
    """The rows of every panel: choice, option, own, worse, y (with a gap before each choice)."""
    rows = table.select("choice", "option", "own", "worse").unique(maintain_order=True)
    begins = rows["choice"] != rows["choice"].shift(fill_value="")
    breaks = begins & ~(rows["worse"] & rows["worse"].shift(fill_value=False))
    return rows.with_columns(y=pl.int_range(rows.height) + GAP * breaks.cum_sum(), begins=begins)


def _panel(axes: Axes, mine: pl.DataFrame, rows: pl.DataFrame) -> None:
    questions = mine["question"].unique(maintain_order=True).to_list()
    axes.axvline(0, color=style.INK, linewidth=0.6)
    for number, question in enumerate(questions):
        shift = (number - (len(questions) - 1) / 2) * 0.4
        part = mine.filter(pl.col("question") == question).join(
            rows, on=["choice", "option"], maintain_order="left"
        )
        y, colours = part["y"].to_numpy() + shift, MARKS[number % len(MARKS)]
        least, lower, median, upper, greatest = (100 * part[n].to_numpy() for n in SPREAD[1:])
        axes.hlines(y, least, greatest, color=colours["color"], linewidth=0.6)
        axes.hlines(y, lower, upper, color=colours["color"], linewidth=2.2)
        axes.plot(median, y, "o", ms=3.6, mec=colours["color"], mfc=colours["mfc"], mew=0.8)
        study = part["study"].drop_nulls()
        if len(study):
            axes.plot(
                100 * study[0], y[0], "D", ms=4.2, mec=OWN, mfc=OWN if number == 0 else "white"
            )
    axes.margins(x=0.06)


def _name_rows(axes: Axes, rows: pl.DataFrame) -> None:
    names = [
        f"{row['choice']}:  {row['option']}" if row["begins"] else row["option"]
        for row in rows.iter_rows(named=True)
    ]
    axes.set_yticks(rows["y"].to_numpy(), names)
    for label, own in zip(axes.get_yticklabels(), rows["own"], strict=True):
        label.set_fontweight("bold" if own else "normal")
    axes.set_ylim(rows["y"][-1] + 0.6, -0.6)


def _legend(table: pl.DataFrame) -> list[Line2D]:
    questions = table["question"].unique(maintain_order=True).to_list()
    handles = [
        Line2D(
            [], [], marker="o", ms=3.6, linewidth=2.2, color=m["color"], mfc=m["mfc"], label=name
        )
        for name, m in zip(questions, MARKS, strict=False)
        if name
    ]
    return [
        *handles,
        Line2D(
            [], [], marker="D", ms=4.2, linestyle="", color=OWN, label="the study’s own choices"
        ),
    ]
