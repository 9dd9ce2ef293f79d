"""Every example of docs/cue-language.md is true."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from framing.instrument import annotate, codebook, cue_sheets, sources
from framing.instrument.compiler import Compiler
from framing.instrument.cue_sheets import Pattern
from framing.instrument.cues import Cue

TEXT = (Path(__file__).parents[2] / "docs" / "cue-language.md").read_text(encoding="utf-8")


def examples():
    """The rows of tables that say in which sentence a cue is found."""
    header = []
    for line in TEXT.splitlines():
        cells = [c.strip().replace("\\|", "|") for c in re.split(r"(?<!\\)\|", line)[1:-1]]
        header = cells if "found in" in cells else header if cells else []
        if header and cells != header and not cells[0].startswith("-"):
            yield dict(zip(header, cells, strict=True))


def patterns(cell):
    """The patterns in a cell; an empty cell has none."""
    return [Pattern(text, "page", 1) for text in re.findall("`(.+?)`", cell)]


@pytest.fixture(scope="module")
def compilers(book):
    """A compiler with the classes of the study, by language."""
    classes, rules = cue_sheets.read_classes(codebook.PLACE, book.languages), codebook.read_rules()
    return {
        name: Compiler(
            language,
            sources.add_actors(classes[name], [r for r in rules if r.language == name]),
        )
        for name, language in book.languages.items()
    }


@pytest.mark.parametrize("example", list(examples()))
def test_example(compilers, example):
    """The cue is found in the first sentence and not in the second."""
    made = compilers[example["language"]]
    conditions = (
        tuple(made.compile_condition(p) for p in patterns(example.get(part, "")))
        for part in ("needs", "unless")
    )
    (pattern,) = patterns(example["cue"])
    cue = Cue("frame", "f", "c", "core", "", "", made.compile(pattern), *conditions)
    known = replace(made.language, cues=[cue])
    for column, wanted in (("found in", True), ("not found in", False)):
        prepared = annotate.prepare_text(example[column], known)
        assert bool(annotate.find_mentions(prepared, known)) is wanted, example[column]


def test_enough_examples():
    """Both scripts, equally often."""
    languages = [example["language"] for example in examples()]
    assert languages.count("he") == languages.count("ar") >= 16
