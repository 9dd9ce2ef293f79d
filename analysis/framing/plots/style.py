"""What all figures share: the style sheet, the sources' colours, and files equal to the byte."""

import textwrap
from pathlib import Path

import matplotlib as mpl

mpl.use("agg")

import matplotlib.pyplot as plt
import numpy as np
import polars as pl
from fontTools import subset
from matplotlib.colors import to_hex, to_rgb
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from framing.errors import InputError

INK = "#222222"
FAINT = "#9a9a9a"
# A PDF places its glyphs itself: the tables by which fonts join and kern them are dead weight, and
# cutting those down to the glyphs used takes half of the time that a figure takes.
subset.Options._drop_tables_default = [
    *subset.Options._drop_tables_default,
    "GDEF",
    "GPOS",
    "GSUB",
]
METADATA = {"pdf": {"CreationDate": None}, "svg": {"Date": None}, "png": {"Software": None}}


def use(sheet: str) -> None:
    """Draw from here on with the style sheet of the study."""
    plt.style.use(sheet)


def save(figure: Figure, stem: str) -> None:
    """Write the figure as PDF, SVG and PNG without date or program, and close it."""
    for _ in range(2):  # the second pass sees the room that the labels took in the first
        figure.draw_without_rendering()
    figure.set_layout_engine("none")  # else the layout is computed anew for every format
    for ending, metadata in METADATA.items():
        figure.savefig(f"{stem}.{ending}", metadata=metadata)
    plt.close(figure)


def read(path: str | Path, schema: dict) -> pl.DataFrame:
    """The tidy table of a figure; empty cells of text are empty strings."""
    return pl.read_csv(path, schema=schema).with_columns(pl.col(pl.String).fill_null(""))


def source(sources: dict[str, dict], name: str) -> dict:
    """Label, short name and colour of a source; InputError for one that the config lacks."""
    if name not in sources:
        raise InputError("figure", f"unknown source {name!r}", f"known are {', '.join(sources)}")
    return sources[name]


def tint(colour: str, strength: float = 0.35) -> str:
    """The colour mixed with white; `strength` 1 is the colour itself."""
    return to_hex(1 - strength * (1 - np.array(to_rgb(colour))))


def voice_legend(sources: dict[str, dict]) -> list[Patch]:
    """Legend handles: each source in the text's own voice, and in somebody's mouth."""
    handles = []
    for entry in sources.values():
        colour = entry["colour"]
        handles.append(
            Patch(facecolor=colour, edgecolor=colour, label=f"{entry['short']}, own voice")
        )
        handles.append(
            Patch(
                facecolor=tint(colour),
                edgecolor=colour,
                hatch="////",
                label=f"{entry['short']}, attributed",
            )
        )
    return handles


def warn(figure: Figure, text: str) -> None:
    """A visible warning across the head of a figure; nothing if the text is empty."""
    if text:
        wide = int(13 * figure.get_figwidth())  # letters of this size in a line
        lines = textwrap.fill(f"Warning: {text}", wide)
        figure.suptitle(lines, color="#B00020", fontsize=7.5, fontweight="bold")
