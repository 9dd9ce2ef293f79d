"""All numbers of the study as one table, and as LaTeX macros."""

import re
from collections import Counter
from typing import Any

import polars as pl

from framing.errors import InputError
from framing.instrument import codebook
from framing.paper.numbers import accuracy, calibration, comparison, lexicon, robustness, study
from framing.paper.numbers.entry import SEPARATOR, Number, Results, Study

STAGES = (study, comparison, robustness, accuracy, lexicon, calibration)
COLUMNS = {
    **{"key": pl.String, "value": pl.Float64, "text": pl.String, "unit": pl.String},
    **{"source": pl.String, "n": pl.Int64, "method": pl.String, "sentences": pl.String},
}
DIGITS = ("Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")
TEX = {"−": "\\ensuremath{-}", "%": "\\%", "–": "--", " \\%": "~\\%"}


def from_files(results: Results, config: dict[str, Any]) -> pl.DataFrame:
    """The numbers of a project: `results`, the sheet of offered methods, labels of its codebook."""
    labels = codebook.read_labels(config["codebook"], config["sources"])
    offered = pl.read_csv(config["compare"]["offered"])
    return collect(results | {"offered": offered}, Study(config, labels))


def collect(results: Results, known: Study) -> pl.DataFrame:
    """A row a number with COLUMNS, in the order of the stages; InputError for a key used twice."""
    found = [entry for stage in STAGES for entry in stage.numbers(results, known)]
    twice = [key for key, times in Counter(entry.key for entry in found).items() if times > 1]
    if twice:
        remedy = "give one of the codes, sources or contrasts another name"
        raise InputError(f"number {twice[0]}", "has two values", remedy)
    return pl.DataFrame([_row(entry) for entry in found], schema=COLUMNS, orient="row")


def macros(numbers: pl.DataFrame) -> str:
    """The numbers as LaTeX commands, a line each; InputError where two keys give one name."""
    lines = {}
    for key, text in numbers.select("key", "text").iter_rows():
        name = macro(key)
        if name in lines:
            raise InputError(f"number {key}", f"has the macro of another one, \\{name}")
        lines[name] = f"\\newcommand{{\\{name}}}{{{latex(text)}}}"
    return "\n".join(["% The numbers of the study: \\input{numbers}.", *lines.values(), ""])


def macro(key: str) -> str:
    """The name of a macro: coordination.hebrew.sentences → framingCoordinationHebrewSentences."""
    parts = re.findall(r"[A-Za-z]+|\d", key)
    return "framing" + "".join(DIGITS[int(p)] if p.isdigit() else p.title() for p in parts)


def latex(text: str) -> str:
    """A number's text in LaTeX: a true minus, and a percent sign that stays on the line."""
    for plain, command in TEX.items():
        text = text.replace(plain, command)
    return text


def _row(entry: Number) -> tuple[Any, ...]:
    names = SEPARATOR.join(entry.sentences)
    about = (entry.source, entry.n, entry.method, names)
    return (entry.key, entry.value, entry.text, entry.unit, *about)
