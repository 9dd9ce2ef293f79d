"""What the study knows of each language: spelling, clitics, paradigms, repairs, stop words."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from framing import sheets
from framing.texts.morphology import Lexicon
from framing.texts.normalise import Rule, build_rules, normalise


@dataclass(eq=False)
class Language:
    """One language; `scripts` are the Unicode names of its letters, its own script first."""

    code: str
    direction: str
    scripts: tuple[str, ...]
    simplemma: str
    wordfreq: str
    rules: list[Rule]
    lexicon: Lexicon
    repairs: list[dict[str, str]]
    stopwords: frozenset[str]

    def normalise(self, text: str) -> str:
        """The text with spelling variants folded."""
        return normalise(text, self.rules)


def read(place: Path | str, switches: dict[str, bool] | None = None) -> dict[str, Language]:
    """Languages of the codebook folder `place`, by code; `switches` turn normalisations off."""
    place = Path(place)
    spelling = sheets.read(place / "normalisation.tsv", "normalisation")
    rows = sheets.read(place / "languages.tsv", "languages")
    return {row["language"]: _read(place, row, spelling, switches or {}) for row in rows}


def _read(place: Path, row: dict[str, str], spelling: list, switches: dict) -> Language:
    folder = place / "languages" / row["language"]
    rules = build_rules(spelling, row["language"], switches)
    fold = partial(normalise, rules=rules)
    clitics = sheets.read(folder / "clitics.tsv", "clitics")
    before, after = ([c for c in clitics if c["place"] == p] for p in ("before", "after"))
    paradigms = sheets.read(folder / "paradigms.tsv", "paradigms")
    repairs = folder / "repairs.tsv"
    return Language(
        code=row["language"],
        direction=row["direction"],
        scripts=tuple(row["scripts"].split()),
        simplemma=row["simplemma"],
        wordfreq=row["wordfreq"],
        rules=rules,
        lexicon=Lexicon(
            proclitics={fold(c["clitic"]): int(c["rest"]) for c in before},
            enclitics={fold(c["clitic"]): int(c["rest"]) for c in after},
            paradigms={p["paradigm"]: p["forms"].split() for p in paradigms},
        ),
        repairs=sheets.read(repairs, "repairs") if repairs.exists() else [],
        stopwords=frozenset(map(fold, sheets.read_text(folder / "stopwords.txt").split())),
    )
