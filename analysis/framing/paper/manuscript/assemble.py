"""The files of a manuscript, read, checked and brought together."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from framing import sheets
from framing.paper import captions
from framing.paper.manuscript import assumptions, binding, references, source, wording
from framing.paper.manuscript.source import Block
from framing.paper.manuscript.values import Figure, Given
from framing.paper.tables import layout, names, publish
from framing.paper.tables.printed import Printed


@dataclass(frozen=True)
class Manuscript:
    """What an author writes: the text, sentences that depend on results, references, exceptions."""

    path: str
    blocks: list[Block]
    wording_path: str
    sections: wording.Sections
    references: references.Entries
    allowed: list[str]


def read(text: str, sentences: str, entries: str, allowed: str) -> Manuscript:
    """Read the files of a manuscript; InputError with file and line for a mistake in one."""
    patterns = binding.read_allowed(allowed)
    blocks = source.read(text)
    known = references.read(entries)
    references.check(text, blocks, known)
    sections = wording.read(sentences, patterns)
    return Manuscript(text, blocks, sentences, sections, known, patterns)


def gather(
    manuscript: Manuscript,
    numbers: pl.DataFrame,
    current: pl.DataFrame,
    *,
    facts: dict[str, Any],
    paragraphs: list[str],
    figures: dict[str, str],
    tables: dict[str, Printed],
    package: Path | str,
) -> Given:
    """Check the numbers of a manuscript (see `binding.check`) and gather all that it may quote.

    `paragraphs` are files of labelled paragraphs, `figures` the paths of figures without ending by
    name, `package` the folder whose assumptions are listed. The bold sentence of the caption of a
    figure can be quoted as `name.finding`.
    """
    binding.check(manuscript.path, manuscript.blocks, numbers, current, manuscript.allowed)
    said = wording.say(manuscript.wording_path, manuscript.sections, numbers, facts)
    for path in paragraphs:
        said |= {k: v for k, v in wording.labelled(sheets.read_text(path)).items() if k not in said}
    known = {name: _figure(path) for name, path in figures.items()}
    said |= {f"{name}.finding": captions.finding(each.caption) for name, each in known.items()}
    found = assumptions.collect(package)
    return Given(numbers, said, known, tables, found, manuscript.references)


def read_tables(
    blocks: list[Block], paths: dict[str, list[str]], layouts: Path | str, config: dict[str, Any]
) -> dict[str, Printed]:
    """The printed tables that the blocks show, by name, from their full tables and captions."""
    shown = {call.arguments[0] for call in source.calls(blocks, "table-of")}
    named = names.read(config["codebook"], config["sources"])
    known = layout.read(layouts)
    level = config["compare"]["level"]
    return {
        name: publish.read(name, full, caption, known, named, level=level)
        for name, (full, caption, *_) in paths.items()
        if name in shown
    }


def _figure(path: str) -> Figure:
    return Figure(
        path,
        sheets.read_text(f"{path}.md"),
        sheets.read_text(f"{path}.alt.txt").strip(),
    )
