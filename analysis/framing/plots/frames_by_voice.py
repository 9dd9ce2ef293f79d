"""Frames by source, in whose voice, and how large the difference is."""

import matplotlib.pyplot as plt
import numpy as np
import polars as pl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from framing.paper.facts.frames_by_voice import CANNOT_TELL, DIFFERENT, EQUIVALENT, facts
from framing.plots import style

__all__ = ["draw", "facts", "tabulate"]

CONTRAST = ["estimate", "low", "high", "method", "floor", "answer", "detectable", "dependence"]
CONTRAST += ["beyond", "reason", "log_ratio", "g2"]
MARKS = {DIFFERENT: ("o", True), EQUIVALENT: ("s", True), CANNOT_TELL: ("o", False)}
BAR, APART = 0.3, 0.36  # height of a bar; from the bar of one source to that of the other
NARROWEST = 5  # points on each side of 0 in the panel of differences


def tabulate(results: dict[str, pl.DataFrame], labels: dict[str, dict[str, str]]) -> pl.DataFrame:
    """Shares of each frame (`frame_shares`) beside its contrast by sentences (`contrasts`).

    For the columns of a contrast see `families.contrasts`; warning: negative controls that the
    frame failed.
    """
    by_sentence = results["contrasts"].filter(kind="frame", measure="sentences")
    by_sentence = by_sentence.select("code", *CONTRAST)
    table = results["frame_shares"].join(by_sentence, on="code", maintain_order="left")
    failed = results["controls"].filter(~pl.col("passed")).group_by("code", maintain_order=True)
    warning = failed.agg(pl.col("control").unique(maintain_order=True).str.join(", "))
    label = pl.col("code").replace_strict(labels["frame"]).alias("label")
    return (
        table.join(warning.rename({"control": "warning"}), on="code", how="left")
        .select("code", label, pl.exclude("code"))
        .with_columns(pl.col("warning").fill_null(""))
    )


def draw(table: pl.DataFrame, *, sources: dict[str, dict], width: float) -> Figure:
    """Bars of the share of sentences with each frame; beside them the difference and its interval.

    `table`: a row per frame and source with label, units, carried, narrator, attributed, estimate,
    low, high, answer.
    """
    labels = table["label"].unique(maintain_order=True).to_list()
    figure, (left, right) = plt.subplots(
        1, 2, figsize=(width, 0.42 * len(labels) + 1.0), sharey=True, width_ratios=[1.75, 1]
    )
    for row, (name, entry) in enumerate(sources.items()):
        _bars(left, table.filter(pl.col("source") == name), entry, row)
    left.set_yticks(range(len(labels)), labels)
    left.set(xlim=(0, 100), ylim=(len(labels) - 0.5, -0.5))
    single = all(entry.get("articles", 1) == 1 for entry in sources.values())
    left.set_xlabel(f"share of {'the article’s' if single else 'all'} sentences (%)")
    left.set_title("Sentences with the frame")
    _differences(right, table.unique("label", keep="first", maintain_order=True))
    first, second = (entry["short"] for entry in sources.values())
    right.set_title(f"{first} − {second}")
    right.set_xlabel("difference (percentage points)")
    figure.legend(handles=_key(table), loc="outside lower center", ncols=5)
    failed = table.filter(pl.col("warning") != "").unique(
        "label", keep="first", maintain_order=True
    )
    parts = [f"{label} ({why})" for label, why in failed.select("label", "warning").iter_rows()]
    style.warn(figure, parts and f"negative control failed for {', '.join(parts)}")
    return figure


def _bars(axes: Axes, table: pl.DataFrame, entry: dict, row: int) -> None:
    """The bars of one source, with counts at their ends; the first bar names the source."""
    colour = entry["colour"]
    y = np.arange(table.height) + (row - 0.5) * APART
    units = table["units"].to_numpy()
    own, said = (100 * table[voice].to_numpy() / units for voice in ("narrator", "attributed"))
    axes.barh(y, own, BAR, color=colour)
    filled = said > 0
    look = style.hatched(colour)
    axes.barh(y[filled], said[filled], BAR, left=own[filled], **look)
    for number, (at, end) in enumerate(zip(y, own + said, strict=True)):
        said_of = f"{table['carried'][number]} of {units[number]}"
        name = f"{entry['short']}: " if number == 0 else ""
        look = {"color": style.ink(colour), "fontweight": "bold" if name else "normal"}
        axes.text(end + 1, at, name + said_of, va="center_baseline", fontsize=7, **look)


def _differences(axes: Axes, table: pl.DataFrame) -> None:
    """A mark for each difference, by its answer, over its interval."""
    axes.axvline(0, color=style.FAINT, linewidth=0.6)
    for at, row in enumerate(table.iter_rows(named=True)):
        estimate, low, high = (
            np.nan if row[name] is None else 100 * row[name] for name in ("estimate", "low", "high")
        )
        marker, full = MARKS[row["answer"]]
        if not np.isnan(low):
            axes.hlines(at, low, high, color=style.INK)
        fill = style.INK if full else "white"
        axes.plot(estimate, at, marker, mfc=fill, mec=style.INK, markersize=4.5)
    axes.margins(x=0.04)
    least, most = axes.get_xlim()
    axes.set_xlim(min(least, -NARROWEST), max(most, NARROWEST))
    axes.tick_params(left=False)


def _key(table: pl.DataFrame) -> list[Patch | Line2D]:
    """What the marks mean; only those that occur."""
    handles = [
        Patch(facecolor=style.QUIET, label="own voice"),
        Patch(**style.hatched(style.QUIET), label="attributed"),
    ]
    known = table["low"].fill_null(np.nan).is_not_nan()
    for answer, (marker, full) in MARKS.items():
        look = {"marker": marker, "mfc": style.INK if full else "white", "mec": style.INK}
        for interval, words in ((True, answer), (False, f"{answer}, no interval")):
            if ((table["answer"] == answer) & (known == interval)).any():
                line = {"linestyle": "-" if interval else "", "color": style.INK}
                handles.append(Line2D([], [], **look, **line, markersize=4.5, label=words))
    return handles
