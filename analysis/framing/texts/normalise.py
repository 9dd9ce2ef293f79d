"""Spelling variants folded into one, for comparison only: the raw text is never changed."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable

Rule = tuple[str, Callable[[str], str]]


def build_rules(rows: list[dict[str, str]], language: str, switches: dict[str, bool]) -> list[Rule]:
    """The rules of a language, in the order of `normalisation.tsv`, without those switched off."""
    return [
        (row["switch"], _rule(row["pattern"], row["replacement"]))
        for row in rows
        if row["language"] in ("*", language) and switches.get(row["switch"], True)
    ]


def normalise(text: str, rules: list[Rule]) -> str:
    """The text after every rule."""
    for _, apply in rules:
        text = apply(text)
    return text


def count_changes(forms: Iterable[str], rules: list[Rule]) -> Counter[str]:
    """Number of word forms that each switch changes, counted with repetition."""
    counts: Counter[str] = Counter({switch: 0 for switch, _ in rules})
    for form, n in Counter(forms).items():
        changed = set()
        for switch, apply in rules:
            new = apply(form)
            if new != form:
                changed.add(switch)
            form = new
        counts.update(dict.fromkeys(changed, n))
    return counts


def _rule(pattern: str, replacement: str) -> Callable[[str], str]:
    if pattern == "NFKC":
        return lambda text: unicodedata.normalize("NFKC", text)
    letters = _letters(pattern)
    if letters:
        return lambda text: _replace(text, letters, replacement)
    compiled = re.compile(pattern)
    return lambda text: compiled.sub(replacement, text)


def _letters(pattern: str) -> str:
    """The letters of a pattern that is one letter or a plain class of letters (fast), else ""."""
    inside = pattern[1:-1] if pattern.startswith("[") and pattern.endswith("]") else pattern
    return inside if inside.isalpha() and (inside != pattern or len(pattern) == 1) else ""


def _replace(text: str, letters: str, replacement: str) -> str:
    for letter in letters:
        text = text.replace(letter, replacement)
    return text
