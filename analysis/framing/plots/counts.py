"""A matrix of counts as a heat map in the colour of its source."""

import numpy as np
import seaborn as sns
from matplotlib.axes import Axes


def draw(
    axes: Axes, counts: np.ndarray, *, colour: str, top: int, rows: list | str = "auto"
) -> None:
    """Draw the counts, zeros blank, shaded from 0 to `top`; `rows` are labels of the rows."""
    sns.heatmap(
        counts,
        ax=axes,
        cmap=sns.light_palette(colour, as_cmap=True),
        vmin=0,
        vmax=top,
        annot=np.where(counts > 0, counts.astype(str), ""),
        fmt="",
        annot_kws={"fontsize": 7},
        linewidths=0.6,
        cbar=False,
        yticklabels=rows,
    )
    axes.tick_params(left=False, bottom=False)
