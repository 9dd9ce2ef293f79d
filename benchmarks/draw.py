"""Speed and memory by the number of posts."""

from pathlib import Path

import matplotlib

matplotlib.use("svg")
import matplotlib.pyplot as plt

PANELS = {"tokens_per_second": "tokens a second", "peak_mb": "peak memory (MB)"}


def draw(rows: list[dict], path: Path) -> None:
    """A line per program in two panels, logarithmic axes."""
    figure, panels = plt.subplots(1, 2, figsize=(9, 3.6), layout="constrained")
    for axes, (column, label) in zip(panels, PANELS.items(), strict=True):
        for what in dict.fromkeys(row["what"] for row in rows):
            mine = [row for row in rows if row["what"] == what]
            axes.plot([r["posts"] for r in mine], [r[column] for r in mine], "o-", label=what)
        axes.set(xscale="log", yscale="log", xlabel="posts", ylabel=label)
        axes.spines[["top", "right"]].set_visible(False)
    handles, labels = panels[0].get_legend_handles_labels()
    figure.legend(handles, labels, loc="outside lower center", ncols=2, frameon=False)
    figure.savefig(path, metadata={"Date": None})
    plt.close(figure)
