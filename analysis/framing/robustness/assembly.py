"""From the corpus and the settings to the texts that the multiverse compares."""

from pathlib import Path
from typing import Any

import polars as pl

from framing.coders import codings
from framing.instrument import codebook
from framing.robustness import by_coders, choices, originals, readings
from framing.robustness.choices import Choices
from framing.robustness.units import Texts
from framing.statistics import permutation


def assemble(
    articles: pl.DataFrame,
    sentences: pl.DataFrame,
    tokens: pl.DataFrame,
    known: Choices,
    *,
    book: Path | str,
    coded: Path | str,
    models: list[str],
    sources: list[str],
    text: dict[str, Any],
    settings: dict[str, Any],
) -> tuple[Texts, str]:
    """The articles, ready for every specification, and in words who the coders are.

    `book` and `coded` are the folders of the codebook and of the codings, `models` the coders that
    are passes of a language model; `text` and `settings` (multiverse) are sections of the config.
    Where nobody coded every sentence the option "coders" is dropped, and the words are empty.
    """
    decided, coders = None, ""
    if "coders" in known["coding"].options:
        codes = codebook.read_codes(book)
        found = codings.read(coded, articles, sentences, codes, models=models)
        compared = {frame for row in settings["contrasts"].values() for frame in row["frames"]}
        decided = by_coders.decide(found, compared, sentences)
        coders = codings.describe(found.units["coder"].unique(maintain_order=True), models)
    if decided is None:
        known, coders = choices.drop(known, "coding", "coders"), ""
    reader = readings.Reader(
        originals.read(articles, tokens),
        str(book),
        text,
        settings["clause_words"],
        settings["clitics"],
        decided,
    )
    numbered = permutation.number(articles, sentences, sources, settings["blocks"])
    return Texts(reader, known, numbered, sources, settings["window"]), coders
