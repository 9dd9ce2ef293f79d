"""From results to the files of a table: full table, caption and printed form."""

from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

import polars as pl

from framing import output
from framing.errors import InputError
from framing.paper import captions
from framing.paper.tables import (
    accuracy,
    calibration,
    comparison,
    correction,
    files,
    latex,
    lexicon,
    printed,
    robustness,
    study,
)
from framing.paper.tables.layout import Layout
from framing.paper.tables.names import Names

STAGES = (study, comparison, lexicon, accuracy, robustness, calibration, correction)
ENDINGS = ("csv", "md", "tex")


def write(
    name: str,
    results: dict[str, pl.DataFrame],
    names: Names,
    layouts: Mapping[str, Layout],
    paths: list[str],
    values: dict[str, object],
) -> None:
    """Write a table as CSV, its caption, and its printed form in LaTeX (`paths`, in this order).

    The table comes from the function of its name in one of STAGES. The caption is the template of
    its layout, filled with the facts of the stage and `values`, of which `level` is needed.
    """
    module = stage(name)
    folder = Path(paths[0]).parent
    table = getattr(module, name)(results, names)
    ends = dict(zip(("first", "second"), names.labels.get("source", {}).values(), strict=False))
    text = captions.render(
        find(layouts, name).caption, **module.facts(results, names), **ends, **values
    )
    with output.fill(folder) as new:
        full, caption, tex = (new / Path(path).relative_to(folder) for path in paths)
        caption.parent.mkdir(exist_ok=True)
        files.write_csv(table, full)
        caption.write_text(text, encoding="utf-8")
        printed_table = read(name, full, caption, layouts, names, level=values["level"])
        tex.write_text(latex.render(printed_table), encoding="utf-8")


def read(
    name: str,
    full: Path | str,
    caption: Path | str,
    layouts: Mapping[str, Layout],
    names: Names,
    *,
    level: float,
) -> printed.Printed:
    """The printed form of a table that `write` wrote, from its CSV and its caption."""
    text = Path(caption).read_text(encoding="utf-8").strip()
    table = files.read_csv(full)
    return printed.compose(table, find(layouts, name), text, labels=names.labels, level=level)


def stage(name: str) -> ModuleType:
    """The module that composes a table; InputError for a table that none composes."""
    for module in STAGES:
        if hasattr(module, name):
            return module
    raise InputError(f"table {name}", "no function composes it", "add one to framing.paper.tables")


def find(layouts: Mapping[str, Layout], name: str) -> Layout:
    """The layout of a table; InputError for a table that has none."""
    if name not in layouts:
        raise InputError(f"table {name}", "has no layout", "add it to workflow/report/tables.yaml")
    return layouts[name]
