"""Which sentences of the two articles speak of the same things."""

import textwrap

import matplotlib.pyplot as plt
import polars as pl
import seaborn as sns
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from framing.paper.captions import listed, short
from framing.paper.facts.sentence_correspondence import facts
from framing.plots import style

__all__ = ["draw", "facts", "tabulate"]

MOST = 40  # sentences shown of each source
NAMED = 6  # pairs whose shared concepts are named beside the matrix
OUTLINE = "#B34700"
GREYS = LinearSegmentedColormap.from_list("greys", ["#f2f2f2", style.INK])
SHORT = 3  # letters of a name that has room beside its neighbours
WIDE = 42  # letters of a line beside the matrix


def tabulate(results: dict[str, pl.DataFrame], labels: dict[str, dict[str, str]]) -> pl.DataFrame:
    """The pairs of `sentence_pairs`, sentences numbered from 1, the most alike if there are many.

    With several articles in a source the name of a sentence says which. `shared_glosses` are the
    concepts that both sentences mention, in English, joined by |.
    """
    glosses = {concept: short(gloss) for concept, gloss in labels["concept"].items()}
    table = results["sentence_pairs"].with_columns(
        pl.col("first", "second") + 1,
        pl.col("shared")
        .str.split("|")
        .list.eval(pl.element().replace(glosses))
        .list.join("|")
        .alias("shared_glosses"),
    )
    for end in ("first", "second"):
        several = table[f"article_{end}"].n_unique() > 1
        name = pl.format("{} {}", f"article_{end}", end) if several else pl.col(end).cast(str)
        table = table.with_columns(name.alias(f"name_{end}"))
        best = table.group_by(f"name_{end}", maintain_order=True).agg(pl.col("similarity").max())
        shown = best.sort("similarity", descending=True, maintain_order=True).head(MOST)
        table = table.filter(pl.col(f"name_{end}").is_in(shown[f"name_{end}"].to_list()))
    return table


def draw(table: pl.DataFrame, *, sources: dict[str, dict], width: float) -> Figure:
    """A matrix of shades: how alike the sentences are; pairs above chance outlined, and named.

    `table`: a row per pair with name_first, name_second, similarity, above_chance, shared_glosses.
    """
    wide = table.pivot("name_second", index="name_first", values="similarity", maintain_order=True)
    rows, columns = wide["name_first"].to_list(), wide.columns[1:]
    height = max(2.6, 0.17 * len(rows) + 0.9)
    above = table.filter("above_chance").sort("similarity", descending=True, maintain_order=True)
    ratios, part = ([1.15, 1], 0.44) if above.height else ([2, 1], 0.55)
    figure, (axes, words) = plt.subplots(1, 2, figsize=(width, height), width_ratios=ratios)
    key = words.inset_axes((0, 0, 0.75, 0.03))
    bar = {"orientation": "horizontal", "label": "cosine of the concepts mentioned"}
    shades = {"cmap": GREYS, "vmin": 0, "vmax": 1, "rasterized": True}
    sns.heatmap(wide.drop("name_first").to_numpy(), ax=axes, **shades, cbar_ax=key, cbar_kws=bar)
    for pair in above.iter_rows(named=True):
        corner = columns.index(pair["name_second"]), rows.index(pair["name_first"])
        axes.add_patch(Rectangle(corner, 1, 1, fill=False, edgecolor=OUTLINE, linewidth=1.5))
    first, second = sources.values()
    axes.set_ylabel(f"sentence of {first['label']}")
    axes.set_xlabel(f"sentence of {second['label']}")
    pitch = part * width * 72 / len(columns)  # points between two columns
    small = {"rotation": 90, "fontsize": min(7, 0.8 * pitch)}
    upright = small if max(map(len, columns)) > SHORT else {}
    axes.set_xticks([n + 0.5 for n in range(len(columns))], columns, **upright)
    axes.set_yticks([n + 0.5 for n in range(len(rows))], rows, fontsize=7, rotation=0)
    axes.tick_params(length=0)
    _name(words, above.head(NAMED), sources)
    return figure


def _name(axes: Axes, pairs: pl.DataFrame, sources: dict[str, dict]) -> None:
    """The pairs in words: both sentences, their cosine and the concepts that they share."""
    axes.set_axis_off()
    short_names = [entry["short"] for entry in sources.values()]
    lines = [] if pairs.height else ["No pair is more alike", "than by chance."]
    for pair in pairs.iter_rows(named=True):
        names = zip(short_names, (pair["name_first"], pair["name_second"]), strict=True)
        head = " – ".join(f"{name} {number}" for name, number in names)
        shared = listed(pair["shared_glosses"].split("|"))
        lines += [f"{head} ({pair['similarity']:.2f})", *textwrap.wrap(shared, WIDE), ""]
    axes.text(0, 1, "\n".join(lines), va="top", fontsize=7.5, color=style.INK, linespacing=1.25)
