"""Draw a figure of the study from the results of a run, without writing a file."""

import io
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import TYPE_CHECKING

from framing import plots
from framing.api.results import Results, labels, read_config
from framing.errors import InputError

if TYPE_CHECKING:
    from matplotlib.figure import Figure


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
    figure = _find_module(name)
    try:
        table = figure.tabulate(results, labels(project))
    except KeyError as error:
        raise InputError(results.folder, f"has no table {error}", "run `snakemake`") from None
    table = style.read(io.BytesIO(table.write_csv().encode()), table.schema)
    with plt.style.context(project / config["figures"]["style"]):
        drawn: Figure = figure.draw(
            table, sources=config["sources"], width=config["figures"]["width"]
        )
    return drawn


def _find_module(name: str) -> ModuleType:
    modules = {module.name for module in iter_modules(plots.__path__)}
    found = {path: import_module(f"framing.plots.{path}") for path in sorted(modules)}
    drawn = [path for path, module in found.items() if hasattr(module, "tabulate")]
    if name not in drawn:
        raise InputError("draw", f"no figure {name!r}", f"use one of {', '.join(drawn)}")
    return found[name]
