"""What all figures share: the style sheet, readable colours, and files that are byte-stable."""

import textwrap
from functools import cache
from pathlib import Path
from typing import IO
from xml.sax.saxutils import escape

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import polars as pl
from fontTools import subset
from matplotlib.colors import to_hex, to_rgb
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from framing.errors import InputError

INK = "#222222"
QUIET = "#626262"  # text of less weight, still readable
FONTS = "'DejaVu Sans', Verdana, sans-serif"  # of an SVG; Verdana is as wide
FAINT = "#9a9a9a"  # lines only: too light for text
SMALLEST = 7.0  # points of text at printed width
TEXT_CONTRAST, LINE_CONTRAST = 4.5, 3.2  # with white; WCAG 2.2 asks for 4.5 and 3
# A PDF places its glyphs itself: the tables by which fonts join and kern them are dead weight, and
# cutting those down to the glyphs used takes half of the time that a figure takes.
subset.Options._drop_tables_default = [
    *subset.Options._drop_tables_default,
    "GDEF",
    "GPOS",
    "GSUB",
]


def use(sheet: str) -> None:
    """Draw with this style sheet from now on, into files only."""
    mpl.use("agg")
    plt.style.use(sheet)


def save(figure: Figure, stem: str, *, title: str = "", description: str = "") -> None:
    """Write the figure as PDF, SVG and PNG without date or program, and close it.

    `title` (the finding) and `description` (the alternative text) go into the metadata of the PDF
    and PNG and into `<title>` and `<desc>` of the SVG, where screen readers find them.
    """
    for _ in range(2):  # the second pass sees the room that the labels took in the first
        figure.draw_without_rendering()
    figure.set_layout_engine("none")  # else the layout is computed again for every format
    metadata = {
        "pdf": {"CreationDate": None, "Title": title, "Subject": description},
        "svg": {"Date": None, "Title": title},
        "png": {"Software": None, "Title": title, "Description": description},
    }
    for ending, entries in metadata.items():
        figure.savefig(f"{stem}.{ending}", metadata=entries)
    plt.close(figure)
    _describe(Path(f"{stem}.svg"), description)


def _describe(path: Path, description: str) -> None:
    """Mark an SVG as one picture with a description, and name fonts that any browser has."""
    svg = path.read_text(encoding="utf-8")
    svg = svg.replace("<svg ", '<svg role="img" aria-labelledby="title desc" ', 1)
    head, _, rest = svg.partition("</title>")
    head = head.replace("<title>", '<title id="title">')
    svg = f'{head}</title>\n <desc id="desc">{escape(description)}</desc>{rest}'
    path.write_text(svg.replace("'DejaVu Sans'", FONTS), encoding="utf-8")


def read(path: str | Path | IO[bytes], schema: dict) -> pl.DataFrame:
    """The tidy table of a figure; empty cells of text are empty strings."""
    return pl.read_csv(path, schema=schema).with_columns(pl.col(pl.String).fill_null(""))


def source(sources: dict[str, dict], name: str) -> dict:
    """Label, short name and colour of a source; InputError for one that the config lacks."""
    if name not in sources:
        raise InputError("figure", f"unknown source {name!r}", f"use one of {', '.join(sources)}")
    return sources[name]


@cache
def tint(colour: str, strength: float = 0.35) -> str:
    """The colour mixed with white; `strength` 1 is the colour itself."""
    return to_hex(1 - strength * (1 - np.array(to_rgb(colour))))


def contrast(colour: str, ground: str = "white") -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(colour), _luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    value = np.array(to_rgb(colour))
    linear = np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)
    return float(linear @ (0.2126, 0.7152, 0.0722))


def line(colour: str) -> str:
    """The colour, darkened where a thin line in it could not be made out on white."""
    return _darkened(colour, LINE_CONTRAST)


def ink(colour: str) -> str:
    """The colour, darkened until text in it can be read on white."""
    return _darkened(colour, TEXT_CONTRAST)


@cache
def _darkened(colour: str, least: float) -> str:
    for share in np.linspace(1, 0, 101):
        darker = to_hex(share * np.array(to_rgb(colour)))
        if contrast(darker) >= least:
            return darker
    raise ValueError(colour)


@cache
def lightened(colour: str, lightness: float) -> str:
    """The colour mixed with white until its lightness (CIE L*, 0 to 100) is that asked for.

    So different colours of the same lightness weigh the same. One lighter already is left alone.
    """
    shades = [tint(colour, strength) for strength in np.linspace(1, 0, 201)]
    return next(shade for shade in shades if _lightness(shade) >= lightness - 1e-9)


def _lightness(colour: str) -> float:
    share = _luminance(colour)  # of white
    return 116 * share ** (1 / 3) - 16 if share > 0.008856 else 903.3 * share


def hatched(colour: str, strength: float = 1) -> dict[str, object]:
    """The look of what is attributed to a speaker; own voice is the plain colour."""
    ground, edge = tint(colour, 0.12 * strength), tint(line(colour), strength)
    return {"facecolor": ground, "edgecolor": edge, "hatch": "//////", "linewidth": 0.6}


def voice_legend(sources: dict[str, dict]) -> list[Patch]:
    """Legend handles: each source in the text's own voice, and attributed to a speaker."""
    return [
        Patch(**look, label=f"{entry['short']}, {voice}")
        for entry in sources.values()
        for voice, look in (
            ("own voice", {"color": entry["colour"]}),
            ("attributed", hatched(entry["colour"])),
        )
    ]


def warn(figure: Figure, text: str) -> None:
    """A visible warning across the head of a figure; nothing if the text is empty."""
    if text:
        wide = int(13 * figure.get_figwidth())  # letters of this size in a line
        lines = textwrap.fill(f"Warning: {text}", wide)
        figure.suptitle(lines, color="#B00020", fontsize=7.5, fontweight="bold")
