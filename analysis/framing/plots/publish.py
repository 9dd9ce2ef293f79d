"""From results to a figure as the paper includes it: all its files follow from one tidy table."""

from pathlib import Path
from types import ModuleType

import polars as pl

from framing import output
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
    """Write table, pictures, caption and alternative text of the figure that the module draws.

    The module has `tabulate(results, labels)`, `draw(table, sources=, width=)` and, for its
    caption, `facts(table, sources=, …)`. A module that draws several figures of one kind names
    each by `part`, the end of its file's name. `facts` are values that the caption needs beside
    the table: keyword arguments of `figure.facts`, or of the template where there is none.
    """
    name = figure.__name__.rpartition(".")[2]
    table = figure.tabulate(results, labels)
    with output.fill(folder) as new:
        stem = new / (f"{name}_{part}" if part else name)
        files.write_csv(table, f"{stem}.csv")
        table = style.read(f"{stem}.csv", table.schema)
        values = _values(figure, table, sources, facts or {})
        caption, alternative = captions.caption(f"{templates}/{name}.md", **values)
        drawn = figure.draw(table, sources=sources, width=width)
        style.save(drawn, str(stem), title=captions.finding(caption), description=alternative)
        Path(f"{stem}.md").write_text(caption, encoding="utf-8")
        Path(f"{stem}.alt.txt").write_text(alternative + "\n", encoding="utf-8")


def _values(
    figure: ModuleType, table: pl.DataFrame, sources: dict[str, dict], given: dict[str, object]
) -> dict[str, object]:
    """What the caption's template may use."""
    first, second = sources
    values = {"rows": table, "sources": sources, "first": first, "second": second}
    if hasattr(figure, "facts"):
        return values | figure.facts(table, sources=sources, **given)
    return values | given
