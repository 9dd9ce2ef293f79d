"""What tables call things: the labels of codes, sources and languages, glosses, translations."""

from dataclasses import dataclass, field
from itertools import permutations
from pathlib import Path

import polars as pl

from framing import sheets
from framing.instrument import codebook
from framing.instrument.cue_sheets import Rule
from framing.robustness.choices import Choices
from framing.robustness.choices import labels as label

Labels = dict[str, dict[str, str]]


@dataclass(frozen=True)
class Names:
    """The words of the tables.

    `labels` by kind (frame, event, actor, source, language, pair of languages, …) and code,
    `glosses` of the concepts in English, `translations` of texts; `codes` and `rules` are of the
    codebook; `top`: rows of a list of words for each source.
    """

    sources: list[str]
    labels: Labels
    glosses: dict[str, str] = field(default_factory=dict)
    translations: dict[str, str] = field(default_factory=dict)
    codes: dict[str, dict] = field(default_factory=dict)
    rules: list[Rule] = field(default_factory=list)
    top: int = 15

    def english(self, column: str) -> pl.Expr:
        """The translations of the texts in a column, "" where there is none."""
        return pl.col(column).replace_strict(self.translations or {"": ""}, default="")

    def gloss(self, column: str) -> pl.Expr:
        """The glosses of the concepts in a column, "" where there is none."""
        return pl.col(column).replace_strict(self.glosses or {"": ""}, default="")


def read(
    place: Path | str,
    sources: dict[str, dict],
    *,
    translations: Path | str = "",
    contrasts: dict[str, dict] | None = None,
    choices: Choices | None = None,
    top: int = 15,
) -> Names:
    """The names by a codebook (a folder), sources, contrasts and choices of the study, and a sheet.

    Raises InputError where a sheet is missing or wrong.
    """
    codes = codebook.read_codes(place)
    labels = codebook.read_labels(place, sources)
    labels["source"] = {name: entry["short"] for name, entry in sources.items()}
    labels |= label(choices or {}, contrasts or {})
    labels["covered_by"] = labels.pop("source_only")
    labels["pair"] = {
        f"{first}_{second}": f"{labels['language'][first]} − {labels['language'][second]}"
        for first, second in permutations(labels["language"], 2)
    }
    rows = sheets.read(translations, "translations") if translations else []
    return Names(
        sources=list(sources),
        labels=labels,
        glosses=labels["frame_concept"] | labels["concept"],
        translations={row["text"]: row["english"] for row in rows},
        codes=codes,
        rules=codebook.read_rules(place),
        top=top,
    )
