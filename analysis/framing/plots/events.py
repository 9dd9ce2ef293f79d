"""Events that both texts report or only one of them, with the frames of their sentences."""

import textwrap

import polars as pl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Rectangle

from framing.paper.facts.events import facts
from framing.plots import style
from framing.plots.page import page

__all__ = ["draw", "facts", "tabulate"]

ANY = "any"
# Inches on the page.
EDGE, NAMES, TOTALS, HEADS, ROW, GROUP, FOOT = 0.05, 1.0, 0.57, 0.5, 0.31, 0.3, 0.5
LETTER = 0.057  # mean width of a letter of 7 points
EMPTY = "#c8c8c8"
LIGHT, DARK = 96, 72  # lightness of one sentence, and of the most; dark ink can be read on both
DASH = "–"


def tabulate(results: dict[str, pl.DataFrame], labels: dict[str, dict[str, str]]) -> pl.DataFrame:
    """Sentences by event, frame, source and voice, a row for each, also where there are none.

    The frame `any` counts all sentences that report the event (`units` only). Events that both
    sources report come first, then those of one source alone, each in the codebook's order.
    Columns: event, frame and their labels, source, units, narrator, attributed, covered_by.
    """
    coverage, pairs = results["event_coverage"], results["events_by_frame"]
    sources = [name for name in coverage.columns if name not in ("code", "covered_by")]
    totals = coverage.unpivot(
        sources, index=["code", "covered_by"], variable_name="source", value_name="units"
    ).select(pl.col("code").alias("event"), pl.lit(ANY).alias("frame"), "source", "units")
    voices = [
        pl.col("units").filter(pl.col("voice") == voice).sum().alias(voice)
        for voice in ("narrator", "attributed")
    ]
    framed = pairs.group_by("event", "frame", "source", maintain_order=True).agg(
        pl.col("units").sum(), *voices
    )
    groups = ["both", *sources, "neither"]
    grid = (
        coverage.select(pl.col("code").alias("event"), "covered_by")
        .sort(
            pl.col("covered_by").replace_strict(groups, range(len(groups))),
            pl.col("event").replace_strict(list(labels["event"]), range(len(labels["event"]))),
        )
        .join(pl.DataFrame({"frame": [ANY, *labels["frame"]]}), how="cross")
        .join(pl.DataFrame({"source": sources}), how="cross")
    )
    key = ["event", "frame", "source"]
    counts = pl.concat([totals, framed], how="diagonal")
    return grid.join(counts, on=key, how="left", maintain_order="left").select(
        "event",
        pl.col("event").replace_strict(labels["event"]).alias("event_label"),
        "frame",
        pl.col("frame").replace_strict(labels["frame"] | {ANY: "all"}).alias("frame_label"),
        "source",
        pl.col("units", "narrator", "attributed").fill_null(0),
        "covered_by",
    )


def draw(table: pl.DataFrame, *, sources: dict[str, dict], width: float) -> Figure:
    """A row per event, a column per frame; each cell has a half for each source, with its count.

    `table` as of `tabulate`. Solid: own voice; hatched: attributed; darker: more sentences.
    """
    frames = table["frame_label"].unique(maintain_order=True).to_list()[1:]
    groups = table["covered_by"].unique(maintain_order=True).to_list()
    events = table["event"].n_unique()
    height = HEADS + events * ROW + len(groups) * GROUP + FOOT
    figure, axes = page(width, height)
    step = (width - 2 * EDGE - NAMES - TOTALS) / len(frames)
    _heads(axes, frames, step)
    most = table.filter(pl.col("frame") != ANY)["units"].max()
    at = HEADS
    for group in groups:
        _group(axes, group, sources, at, width)
        at += GROUP
        mine = table.filter(pl.col("covered_by") == group)
        for event in mine["event"].unique(maintain_order=True):
            rows = mine.filter(pl.col("event") == event)
            _event(axes, rows, sources, at, step, max(most, 1))
            at += ROW
    figure.legend(handles=_key(sources), loc="lower center", ncols=3, borderaxespad=0.2)
    return figure


def _key(sources: dict[str, dict]) -> list[Patch | Line2D]:
    """What the marks mean: a column for each source, and one for what is absent."""
    handles = []
    for entry in sources.values():
        for voice in ("own voice", "attributed"):
            look = _ground(entry["colour"], 0.5, attributed=voice == "attributed")
            line = {"edgecolor": style.line(entry["colour"]), "linewidth": 0.5}
            handles.append(Patch(**(look | line), label=f"{entry['short']}, {voice}"))
    absent = Line2D([], [], marker="_", color=style.INK, linestyle="", markersize=4)
    absent.set_label("event not reported")
    none = Patch(facecolor="white", edgecolor=EMPTY, linewidth=0.6)
    none.set_label("reported, without this frame")
    return [*handles, none, absent]


def _heads(axes: Axes, frames: list[str], step: float) -> None:
    """Names of the frames over their columns, tilted where they are too long for them."""
    look = {"fontsize": 7, "color": style.INK}
    words = [word for frame in frames for word in frame.replace("-", "- ").split()]
    crowded = max(map(len, words)) * LETTER > step + 0.02
    for number, frame in enumerate(frames):
        middle = EDGE + NAMES + TOTALS + step * (number + 0.5)
        if crowded:
            tilt = {"rotation": 45, "rotation_mode": "anchor", "ha": "left"}
            axes.text(middle - 0.05, HEADS - 0.05, frame, **tilt, **look)
        else:
            lines = "\n".join(textwrap.wrap(frame, int((step + 0.02) / LETTER)))
            axes.text(middle, HEADS - 0.05, lines, ha="center", va="bottom", **look)
    place = EDGE + NAMES + TOTALS / 2, HEADS - 0.05
    axes.text(*place, "all\nsentences", ha="center", va="bottom", **look)


def _group(axes: Axes, group: str, sources: dict[str, dict], at: float, width: float) -> None:
    if group in sources:
        name, colour = f"Only {sources[group]['label']}", style.ink(sources[group]["colour"])
    else:
        name = {"both": "Reported by both", "neither": "Reported by neither"}[group]
        colour = style.INK
    axes.plot([EDGE, width - EDGE], [at + 0.02] * 2, color=style.FAINT, linewidth=0.5)
    place = EDGE, at + GROUP / 2 + 0.02
    axes.text(*place, name, va="center", fontsize=7.5, fontweight="bold", color=colour)


def _event(
    axes: Axes, rows: pl.DataFrame, sources: dict[str, dict], at: float, step: float, most: int
) -> None:
    """The name of an event, and its counts by source: of all sentences, and of each frame."""
    middle = at + ROW / 2
    name = "\n".join(textwrap.wrap(rows["event_label"][0], 18))
    axes.text(EDGE, middle, name, va="center", fontsize=7, color=style.INK, linespacing=1.05)
    for side, (source, entry) in enumerate(sources.items()):
        mine = rows.filter(pl.col("source") == source)
        total = mine["units"][0]
        place = EDGE + NAMES + TOTALS * (0.25 + 0.5 * side), middle
        look = {"ha": "center", "va": "center_baseline", "fontsize": 7.5}
        said = {"color": style.ink(entry["colour"]), "fontweight": "bold"}
        axes.text(*place, total or DASH, **look, **said)
        for number, row in enumerate(mine[1:].iter_rows(named=True) if total else ()):
            left = EDGE + NAMES + TOTALS + step * (number + 0.04 + 0.47 * side)
            _cell(axes, row, (left, at + 0.02), (0.45 * step, ROW - 0.04), entry["colour"], most)


def _cell(
    axes: Axes,
    row: dict,
    corner: tuple[float, float],
    size: tuple[float, float],
    colour: str,
    most: int,
) -> None:
    """A count on its ground: own voice at the left, attributed at the right, by their shares."""
    units = row["units"]
    if not units:
        axes.add_patch(Rectangle(corner, *size, fill=False, edgecolor=EMPTY, linewidth=0.6))
        return
    own = size[0] * row["narrator"] / units
    there = corner[0] + own, corner[1]
    share = units / most
    axes.add_patch(Rectangle(corner, own, size[1], **_ground(colour, share)))
    if row["attributed"]:
        look = _ground(colour, share, attributed=True)
        axes.add_patch(Rectangle(there, size[0] - own, size[1], **look))
    line = style.line(colour)
    axes.add_patch(Rectangle(corner, *size, fill=False, edgecolor=line, linewidth=0.5))
    middle = corner[0] + size[0] / 2, corner[1] + size[1] / 2
    look = {"ha": "center", "va": "center_baseline", "fontsize": 7.5, "color": style.INK}
    axes.text(*middle, units, **look)


def _ground(colour: str, share: float, *, attributed: bool = False) -> dict[str, object]:
    """The look of a cell by its share of the greatest count: alike in all colours."""
    lightness = LIGHT - (LIGHT - DARK) * share
    look = {"facecolor": style.lightened(colour, lightness), "linewidth": 0}
    if attributed:
        look |= {"hatch": "/////", "hatchcolor": style.lightened(colour, lightness - 16)}
    return look
