"""English glosses of lemmas, for readers of tables who know neither language."""

from pathlib import Path

from framing import sheets
from framing.texts.languages import Language


def read(place: Path | str, languages: dict[str, Language]) -> dict[str, dict[str, str]]:
    """The glosses of each language, by folded lemma, from `languages/<code>/glosses.tsv`.

    A language without that sheet has none. `place` is the folder of the codebook.
    """
    found: dict[str, dict[str, str]] = {}
    for code, language in languages.items():
        path = Path(place) / "languages" / code / "glosses.tsv"
        rows = sheets.read(path, "glosses") if path.exists() else []
        found[code] = {language.normalise(row["lemma"]): row["gloss"] for row in rows}
    return found
