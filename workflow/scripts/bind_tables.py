"""Bind all tables: one document each for LaTeX, Word and browsers, and one spreadsheet."""

import shutil
from pathlib import Path

from framing import steps
from framing.errors import warn
from framing.paper.tables import (
    calibration,
    files,
    html,
    latex,
    layout,
    names,
    publish,
    spreadsheet,
    word,
)


def step(input, output, params):
    """Read back the tables that exist, in the order of the paper, and write them together."""
    known = names.read(params.codebook, params.sources)
    layouts = layout.read(input.layout)
    paths = {name: files_of for name, files_of in params.paths.items() if exist(files_of)}
    if "power" in paths and not calibration.fits(
        files.read_csv(paths["power"][0]), *steps.read_results(input).values()
    ):
        remedy = "it is left out; run `snakemake calibration`"
        warn(paths["power"][0], "is about articles of other lengths than these", remedy)
        paths = {name: files_of for name, files_of in paths.items() if name != "power"}
    tables = [
        publish.read(name, *files_of[:2], layouts, known, level=params.level)
        for name, files_of in paths.items()
    ]
    word.write(tables, output.word)
    html.write(tables, input.page, output.page)
    full = {name: files.read_csv(files_of[0]) for name, files_of in paths.items()}
    spreadsheet.write(full, {table.name: table.caption for table in tables}, output.spreadsheet)
    Path(output.document).write_text(latex.document(list(paths)), encoding="utf-8")
    shutil.copyfile(input.preamble, output.preamble)


def exist(paths):
    """Whether all files of a table are there: those of the calibration may not be."""
    return all(Path(path).exists() for path in paths)


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
