"""From results to a figure as the paper includes it: tidy table, PDF, SVG, PNG and caption."""

from types import ModuleType

import polars as pl

from framing import captions, tables
from framing.plots import style


def publish(
    figure: ModuleType,
    results: dict[str, pl.DataFrame],
    labels: dict[str, dict[str, str]],
    *,
    sources: dict[str, dict],
    width: float,
    folder: str = "figures",
    templates: str = "workflow/report",
) -> None:
    """Write the five files of the figure that the module draws; all follow from its tidy table."""
    name = figure.__name__.rpartition(".")[2]
    stem = f"{folder}/{name}"
    table = figure.tabulate(results, labels)
    tables.write_csv(table, f"{stem}.csv")
    table = style.read(f"{stem}.csv", table.schema)
    style.save(figure.draw(table, sources=sources, width=width), stem)
    first, second = sources
    caption = captions.fill(
        f"{templates}/{name}.md", rows=table, sources=sources, first=first, second=second
    )
    with open(f"{stem}.md", "w", encoding="utf-8") as file:
        file.write(caption)
