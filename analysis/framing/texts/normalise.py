"""Spelling variants folded into one, for comparison only: the raw text is never changed."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from framing.errors import InputError

Fold = Callable[[str], str]
Rule = tuple[str, Fold]

REMEMBERED = 2**14  # forms
_CLASS = re.compile(r"\[((?:[^\\^\[\]-](?:-[^\\^\[\]-])?)+)\]")
_LETTERS = r"[^\\^$.*+?{}()\[\]|\n]+"
_ALTERNATIVES = re.compile(rf"{_LETTERS}(?:\|{_LETTERS})*")


class Letters:
    """A rule that replaces single letters: `table` maps each to its replacement."""

    def __init__(self, table: dict[int, str]) -> None:
        """Keep the table, by the number of the letter."""
        self.table = table

    def __call__(self, text: str) -> str:
        """The text with its letters replaced."""
        return text.translate(self.table)

    def then(self, other: "Letters") -> "Letters":
        """Both rules as one."""
        replaced = {letter: other(new) for letter, new in self.table.items()}
        return Letters(other.table | replaced)


class Replacement:
    """A rule that replaces what a regular expression matches."""

    def __init__(self, pattern: re.Pattern[str], replacement: str) -> None:
        """Keep both."""
        self.pattern, self.replacement = pattern, replacement

    def __call__(self, text: str) -> str:
        """The text with every match replaced."""
        return self.pattern.sub(self.replacement, text)


def compose(text: str) -> str:
    """The text with compatible characters made one, and marks joined to their letters (NFKC)."""
    return unicodedata.normalize("NFKC", text)


def build_rules(
    rows: list[dict[str, str]],
    names: Iterable[str],
    switches: dict[str, bool],
    *,
    place: Path | str = "normalisation.tsv",
) -> list[Rule]:
    """Rules whose switch is on, in the order of `normalisation.tsv`.

    `names` are those that a row may give to its language: the code, and the name of its script.
    `place` is the file of the rows. Raises InputError for a pattern that is no regular expression.
    """
    return [
        (row["switch"], _rule(row["pattern"], row["replacement"], f"{place}: row {number}"))
        for number, row in enumerate(rows, start=2)
        if row["language"] in ("*", *names) and switches.get(row["switch"], True)
    ]


def normalise(text: str, rules: list[Rule]) -> str:
    """The text after every rule."""
    for _, apply in rules:
        text = apply(text)
    return text


class Folding:
    """Rules as one function, much faster than `normalise`; it remembers forms."""

    def __init__(self, rules: list[Rule]) -> None:
        """Join what can be done in one step."""
        self._steps: list[Fold] = []
        for _, apply in rules:
            if self._steps and isinstance(apply, Letters) and isinstance(self._steps[-1], Letters):
                self._steps[-1] = self._steps[-1].then(apply)
            else:
                self._steps.append(apply)
        self._known: dict[str, str] = {}

    def __getstate__(self) -> dict[str, object]:
        """What is kept of it: the forms that it remembers are not."""
        return self.__dict__ | {"_known": {}}

    def __call__(self, form: str) -> str:
        """The form after every rule."""
        if form not in self._known:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            self._known[form] = self._apply(form)
        return self._known[form]

    def all(self, forms: Sequence[str]) -> list[str]:
        """Each form after every rule, all at once where no rule looks beyond what it replaces."""
        text = "\n".join(forms)
        if text.count("\n") == len(forms) - 1 and not any(map(_looks_around, self._steps)):
            folded = self._apply(text).split("\n")
            if len(folded) == len(forms):
                return folded
        return list(map(self._apply, forms))

    def _apply(self, text: str) -> str:
        for apply in self._steps:
            text = apply(text)
        return text


def fold_all(forms: Sequence[str], fold: Fold) -> list[str]:
    """Each form folded."""
    return fold.all(forms) if isinstance(fold, Folding) else list(map(fold, forms))


def _looks_around(step: Fold) -> bool:
    return isinstance(step, Replacement) and not _ALTERNATIVES.fullmatch(step.pattern.pattern)


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


def _rule(pattern: str, replacement: str, where: str) -> Fold:
    if pattern == "NFKC":
        return compose
    if pattern == "casefold":
        return str.casefold
    letters = _letters(pattern)
    if letters:
        return Letters(dict.fromkeys(map(ord, letters), replacement))
    try:
        compiled = re.compile(pattern)
        re.compile(f"(?:{pattern})|").sub(replacement, "")  # it matches, so groups are looked up
    except (re.error, IndexError) as error:
        problem = f"{pattern!r} → {replacement!r}: {error}"
        raise InputError(where, problem, "correct the regular expression") from None
    return Replacement(compiled, replacement)


def _letters(pattern: str) -> str:
    """Letters of a pattern that is one letter, or a class of letters and ranges; else none."""
    if len(pattern) == 1 and pattern.isalnum():
        return pattern
    spelled = re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), pattern)
    inside = _CLASS.fullmatch(spelled)
    ranges = re.findall(r"(.)(?:-(.))?", inside[1], re.S) if inside else []
    return "".join(chr(n) for a, b in ranges for n in range(ord(a), ord(b or a) + 1))
