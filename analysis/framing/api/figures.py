"""Draw a figure of the study from the results of a run, without writing a file."""

import io
from collections.abc import Mapping
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import TYPE_CHECKING, Any

import polars as pl

from framing import plots
from framing.api.results import Results, labels, read_config
from framing.errors import InputError

if TYPE_CHECKING:
    from matplotlib.figure import Figure

CURVE = "specification"  # a figure for each main contrast: specification_violation, …


def draw(name: str, results: Results) -> "Figure":
    """Return the figure of this name, as in the folder `figures/`, drawn from the results.

    Sources, colours and style are those of the project to which the results belong. Raises
    InputError for an unknown name, or for results that lack what the figure shows.

    >>> import framing
    >>> draw("topics", framing.results()).savefig("mine.png")  # doctest: +SKIP
    """
    try:
        import matplotlib.pyplot as plt

        from framing.plots import style
    except ModuleNotFoundError as error:
        remedy = "pip install 'framing[study]'"
        raise InputError("draw", f"needs the package {error.name}", remedy) from None
    project = results.folder.resolve().parent
    config = read_config(project)
    figure = _find_module(name, config)
    try:
        table = figure.tabulate(_select(figure, name, results, config), labels(project))
    except KeyError as error:
        raise InputError(results.folder, f"has no table {error}", "run `snakemake`") from None
    table = style.read(io.BytesIO(table.write_csv().encode()), table.schema)
    with plt.style.context(project / config["figures"]["style"]):
        drawn: Figure = figure.draw(
            table, sources=config["sources"], width=config["figures"]["width"]
        )
    return drawn


def _find_module(name: str, config: dict[str, Any]) -> ModuleType:
    curves = {f"{CURVE}_{contrast}": CURVE for contrast in config["multiverse"]["contrasts"]}
    modules = {module.name: module.name for module in iter_modules(plots.__path__)} | curves
    found = {figure: import_module(f"framing.plots.{path}") for figure, path in modules.items()}
    drawn = [figure for figure in found if hasattr(found[figure], "tabulate") and figure != CURVE]
    if name not in drawn:
        raise InputError("draw", f"no figure {name!r}", f"use one of {', '.join(drawn)}")
    return found[name]


def _select(
    figure: ModuleType, name: str, results: Results, config: dict[str, Any]
) -> Mapping[str, pl.DataFrame]:
    contrast = name.removeprefix(f"{CURVE}_")
    if contrast == name:
        return results
    frames = config["multiverse"]["contrasts"][contrast]["frames"]
    selected: Mapping[str, pl.DataFrame] = figure.select(results, contrast, frames)
    return selected
