"""Small words written together with the next word: *that*, *and*, prepositions, the article."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from framing.instrument.constructions import Construction
from framing.instrument.cues import Cue, CuedLanguage
from framing.instrument.patterns import first_words
from framing.texts.normalise import Fold
from framing.texts.text import Span

REMEMBERED = 2**13  # forms of which a property is remembered


class Forms(Sequence[str]):
    """The words of a sentence with spelling variants folded, when they are asked for: few are."""

    def __init__(self, spans: Sequence[Span], text: str, language: CuedLanguage) -> None:
        """`spans` are the places of the words in the text."""
        self.spans, self._text, self.fold = spans, text, language.lexicon.fold

    def __getitem__(self, at: Any) -> Any:
        """Return the word of this number."""
        return self.fold(self.raw(at))

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.spans)

    def raw(self, at: int) -> str:
        """The word of this number as it is written."""
        start, end = self.spans[at]
        return self._text[start:end]


def find(forms: Forms, language: CuedLanguage) -> Mapping[str, Container[int]]:
    """By role the words that may begin with a prefix of it, so far as their letters tell."""
    return _Prefixed(forms, language)


@dataclass(eq=False, slots=True)
class _Beginning(Container[int]):
    """The words that may begin with one of the prefixes; each is looked at when asked for."""

    forms: Forms
    prefixes: tuple[str, ...]

    def __contains__(self, at: Any) -> bool:
        forms = self.forms
        return 0 <= at < len(forms.spans) and _begins(forms.raw(at), self.prefixes, forms.fold)


@lru_cache(REMEMBERED)
def _begins(form: str, prefixes: tuple[str, ...], fold: Fold) -> bool:
    """Whether a form as it is written may begin with one of the prefixes."""
    folded = fold(form)
    return folded.startswith(prefixes) and any(
        folded.startswith(p) and len(folded) > len(p) + 2 for p in prefixes
    )


class _Prefixed(Mapping[str, Container[int]]):
    def __init__(self, forms: Forms, language: CuedLanguage) -> None:
        self.forms, self.prefixes = forms, language.speech.prefixes
        self._made: dict[str, Container[int]] = {}

    def __getitem__(self, role: str) -> Container[int]:
        if role not in self._made:
            self._made[role] = _Beginning(self.forms, self.prefixes[role])
        return self._made[role]

    def __iter__(self) -> Iterator[str]:
        return iter(self.prefixes)

    def __len__(self) -> int:
        return len(self.prefixes)


def takes(
    roles: tuple[str, ...], form: str, row: Construction | Cue, language: CuedLanguage
) -> bool:
    """Whether the form begins a match of the row only without a prefix of these roles."""
    return form.startswith(_join(roles, language)) and _takes(roles, form, row, language)


@lru_cache(2**7)
def _join(roles: tuple[str, ...], language: CuedLanguage) -> tuple[str, ...]:
    """The prefixes of these roles."""
    return tuple(p for role in roles for p in language.speech.prefixes[role])


@lru_cache(REMEMBERED)
def _takes(
    roles: tuple[str, ...], form: str, row: Construction | Cue, language: CuedLanguage
) -> bool:
    lexicon, sought = language.lexicon, first_words(row.sequence)
    taken = _join(roles, language)
    others = ["", *(p for p in lexicon.proclitics if p not in taken)]
    bare = [form[len(p) :] for p in others if form.startswith(p)]
    whole = (lexicon.plain, lexicon.exact)
    if any(sought.intersection(index.get(word, ())) for index in whole for word in bare):
        return False
    return any(form.startswith(p) and sought & lexicon.classify(form[len(p) :]) for p in taken)
