"""From results to a figure as the paper includes it: tidy table, PDF, SVG, PNG and caption."""

from types import ModuleType

import polars as pl

from framing.paper import captions
from framing.paper.tables import files
from framing.plots import style


def publish(
    figure: ModuleType,
    results: dict[str, pl.DataFrame],
    labels: dict[str, dict[str, str]],
    *,
    sources: dict[str, dict],
    width: float,
    part: str = "",
    facts: dict[str, object] | None = None,
    folder: str = "figures",
    templates: str = "workflow/report",
) -> None:
    """Write the five files of the figure that the module draws; all follow from its tidy table.

    A module that draws several figures of one kind tells them apart by `part` of the file's name;
    `facts` are values that their caption needs beside the table.
    """
    name = figure.__name__.rpartition(".")[2]
    stem = f"{folder}/{name}_{part}" if part else f"{folder}/{name}"
    table = figure.tabulate(results, labels)
    files.write_csv(table, f"{stem}.csv")
    table = style.read(f"{stem}.csv", table.schema)
    style.save(figure.draw(table, sources=sources, width=width), stem)
    first, second = sources
    values = {"rows": table, "sources": sources, "first": first, "second": second}
    caption = captions.fill(f"{templates}/{name}.md", **values, **(facts or {}))
    with open(f"{stem}.md", "w", encoding="utf-8") as file:
        file.write(caption)
