"""The specification curve of a contrast: every estimate, sorted, and the choices below it."""

import matplotlib.pyplot as plt
import numpy as np
import polars as pl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from framing.plots import style

COLUMNS = 600
NUMBERS = ["estimate", "low", "high", "own", "n_first", "n_second"]
CHOICES = {
    "coding": "codes of",
    "repairs": "damaged words",
    "spelling": "spelling variants",
    "matching": "clitics taken off",
    "unit": "unit",
    "repeated_lead": "repeated lead",
    "tiers": "cues",
    "voices": "voice",
    "weight": "weighted by",
    "base": "share of",
}
OPTIONS = {
    "instrument": "the instrument",
    "coders": "the coders",
    "written": "as written",
    "readings": "all",
    "forms": "article, “and” only",
    "window": "window of words",
    "core+extended": "core, extended",
    "narrator+attributed": "own, attributed",
    "narrator": "own only",
    "core": "core only",
    "units": "nothing",
}


def select(
    results: dict[str, pl.DataFrame], contrast: str, frames: list[str]
) -> dict[str, pl.DataFrame]:
    """The differences of one contrast: specifications, choices, summary; controls of its frames."""
    mine = {"contrast": contrast, "measure": "difference"}
    found = {
        name: results[name].filter(**mine) for name in ("specifications", "choices", "multiverse")
    }
    return found | {"controls": results["controls"].filter(pl.col("code").is_in(frames))}


def tabulate(results: dict[str, pl.DataFrame], labels: dict[str, dict[str, str]]) -> pl.DataFrame:
    """Specifications of one contrast (see `select`) in rising order, null estimates left out.

    Columns: rank, NUMBERS, then the choices that vary, the one that moves the result most first,
    and the `warning` of failed controls.
    """
    failed = results["controls"].filter(~pl.col("passed"))["control"].unique().sort()
    return (
        results["specifications"]
        .drop_nulls("estimate")
        .sort(pl.col("estimate").round(9), maintain_order=True)
        .with_row_index("rank", offset=1)
        .select(pl.col("rank").cast(pl.Int64), *NUMBERS, *results["choices"]["choice"])
        .with_columns(pl.lit(", ".join(failed)).alias("warning"))
    )


def summarise(results: dict[str, pl.DataFrame], label: str) -> dict[str, object]:
    """Facts for the caption: the summary of the curve, what the choices move most, a name."""
    moved = results["choices"].filter(pl.col("mean_change") > 0).head(3)
    named = pl.col("choice").replace(CHOICES).alias("choice")
    return {
        "summary": results["multiverse"].row(0, named=True),
        "moved": moved.with_columns(named),
        "label": label,
    }


def draw(table: pl.DataFrame, *, sources: dict[str, dict], width: float) -> Figure:
    """Above, every estimate in rising order over its interval; below, which options it takes.

    `table` as of `tabulate`. The line is in the colour of the source that has more.
    """
    if table.is_empty():
        figure = plt.figure(figsize=(width, 0.6))
        figure.text(0.5, 0.5, "no specification can be estimated", ha="center", fontsize=7.5)
        return figure
    options = [
        (choice, option)
        for choice in table.columns[1 + len(NUMBERS) : -1]
        for option in table.sort("own", choice, descending=[True, False])[choice].unique(
            maintain_order=True
        )
    ]
    figure, (curve, matrix) = plt.subplots(
        2,
        1,
        figsize=(width, 2.1 + 0.145 * len(options)),
        sharex=True,
        height_ratios=[1.7, 0.145 * len(options)],
    )
    _curve(curve, table, sources)
    _matrix(matrix, table, options)
    for axes in (curve, matrix):
        own = table.filter("own")["rank"]
        if len(own):
            axes.axvline(own[0], color="#B00020", linewidth=0.8)
    failed = "".join(table["warning"].head(1))
    style.warn(figure, failed and f"negative control failed: {failed}")
    return figure


def _curve(axes: Axes, table: pl.DataFrame, sources: dict[str, dict]) -> None:
    first, second = sources.values()
    rank = table["rank"].to_numpy()
    estimate, low, high = (
        100 * table[name].cast(pl.Float64).to_numpy() for name in ("estimate", "low", "high")
    )
    known = np.isfinite(low)
    axes.fill_between(
        rank, low, high, where=known, step="mid", color="#dedede", linewidth=0, label="interval"
    )
    axes.axhline(0, color=style.INK, linewidth=0.6)
    for sign, colour in ((1, first["colour"]), (-1, second["colour"]), (0, style.FAINT)):
        part = np.where(np.sign(estimate) == sign, estimate, np.nan)
        axes.plot(rank, part, color=colour, linewidth=2, drawstyle="steps-mid")
    own = table.filter("own")
    if own.height:
        place = own["rank"][0], 100 * own["estimate"][0]
        axes.plot(*place, "D", color="#B00020", markersize=4, clip_on=False)
        left = place[0] > table.height / 2
        axes.annotate(
            "the study’s own",
            place,
            xytext=(-5 if left else 5, 8),
            textcoords="offset points",
            ha="right" if left else "left",
            fontsize=7,
            color="#B00020",
        )
    axes.set_xlim(0.5, table.height + 0.5)
    axes.margins(y=0.08)
    axes.set_ylabel(f"{first['short']} − {second['short']}\n(percentage points)")
    axes.tick_params(bottom=False, labelbottom=False)


def _matrix(axes: Axes, table: pl.DataFrame, options: list[tuple[str, str]]) -> None:
    taken = np.array([(table[choice] == option).to_numpy() for choice, option in options])
    columns = min(table.height, COLUMNS)  # finer ones could not be seen, nor files be small
    edges = np.arange(columns) * table.height // columns
    axes.imshow(
        np.add.reduceat(taken.astype(float), edges, axis=1) / np.diff([*edges, table.height]),
        cmap="Greys",
        vmin=0,
        vmax=1.25,
        aspect="auto",
        interpolation="nearest",
        extent=(0.5, table.height + 0.5, len(options) - 0.5, -0.5),
    )
    names = []
    for row, (choice, option) in enumerate(options):
        begins = row == 0 or options[row - 1][0] != choice
        axes.axhline(row - 0.5, color="white", linewidth=4 if begins else 1.2)
        said = OPTIONS.get(option, option.replace("_", " "))
        names.append(f"{CHOICES[choice]}:  {said}" if begins else said)
    axes.set_yticks(range(len(options)), names, fontsize=6.5)
    axes.set_xlabel(f"{table.height} specifications, in the order of their estimates")
    axes.spines["bottom"].set_visible(False)
    axes.spines["left"].set_visible(False)
