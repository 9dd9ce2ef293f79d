"""Which sentences of the two articles speak of the same things."""

import matplotlib.pyplot as plt
import numpy as np
import polars as pl
import seaborn as sns
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from framing.plots import style

MOST = 40  # sentences shown of each source


def tabulate(results: dict[str, pl.DataFrame], labels: dict[str, dict[str, str]]) -> pl.DataFrame:
    """The pairs of `sentence_pairs`, sentences counted from 1, the most alike if there are many.

    With several articles a side the name of a sentence tells its article.
    """
    table = results["sentence_pairs"].with_columns(pl.col("first", "second") + 1)
    for end in ("first", "second"):
        several = table[f"article_{end}"].n_unique() > 1
        name = pl.format("{} {}", f"article_{end}", end) if several else pl.col(end).cast(str)
        table = table.with_columns(name.alias(f"name_{end}"))
        best = table.group_by(f"name_{end}", maintain_order=True).agg(pl.col("similarity").max())
        shown = best.sort("similarity", descending=True, maintain_order=True).head(MOST)
        table = table.filter(pl.col(f"name_{end}").is_in(shown[f"name_{end}"].to_list()))
    return table


def draw(table: pl.DataFrame, *, sources: dict[str, dict], width: float) -> Figure:
    """A matrix of cosines between the sentences; frames mark pairs above the chance level.

    `table`: a row per pair with name_first, name_second, similarity, above_chance.
    """
    matrix = table.pivot(
        "name_second", index="name_first", values="similarity", maintain_order=True
    )
    rows, columns = matrix["name_first"].to_list(), matrix.columns[1:]
    values = matrix.drop("name_first").to_numpy()
    figure, axes = plt.subplots(figsize=(width * 0.72, 0.2 * len(rows) + 0.9))
    sns.heatmap(
        values,
        ax=axes,
        cmap=sns.light_palette(style.INK, as_cmap=True),
        vmin=0,
        vmax=1,
        linewidths=0.4,
        annot=np.where(values >= 0.1, _two_places(values), ""),
        fmt="",
        annot_kws={"fontsize": 5.5},
        cbar_kws={"label": "cosine in concept space (TF-IDF)", "shrink": 0.8},
        xticklabels=columns,
        yticklabels=rows,
    )
    for pair in table.filter(pl.col("above_chance")).iter_rows(named=True):
        corner = columns.index(pair["name_second"]), rows.index(pair["name_first"])
        axes.add_patch(Rectangle(corner, 1, 1, fill=False, edgecolor="#D55E00", linewidth=1.3))
    first, second = sources.values()
    axes.set_ylabel(f"sentence of {first['label']}")
    axes.set_xlabel(f"sentence of {second['label']}")
    axes.tick_params(left=False, bottom=False, axis="both", rotation=0)
    return figure


def _two_places(values: np.ndarray) -> np.ndarray:
    return np.array([[f"{value:.2f}".removeprefix("0") for value in row] for row in values])
