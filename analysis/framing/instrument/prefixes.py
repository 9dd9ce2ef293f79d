"""Small words written together with the next word: *that*, *and*, prepositions, the article."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from framing.instrument.constructions import Construction
from framing.instrument.cues import Cue, CuedLanguage
from framing.instrument.patterns import first_words

REMEMBERED = 2**16  # forms of which a property is remembered


def find(forms: tuple[str, ...], language: CuedLanguage) -> Mapping[str, frozenset[int]]:
    """By role the words that may begin with a prefix of it, so far as their letters tell."""
    return _Prefixed(forms, language)


class _Prefixed(Mapping[str, frozenset[int]]):
    """The words are found when they are asked for: few sentences are."""

    def __init__(self, forms: tuple[str, ...], language: CuedLanguage) -> None:
        self.forms, self.prefixes = forms, language.speech.prefixes
        self._found: dict[str, frozenset[int]] = {}

    def __getitem__(self, role: str) -> frozenset[int]:
        if role not in self._found:
            prefixes = self.prefixes[role]
            self._found[role] = frozenset(
                i
                for i, form in enumerate(self.forms)
                if form.startswith(prefixes)
                and any(form.startswith(p) and len(form) > len(p) + 2 for p in prefixes)
            )
        return self._found[role]

    def __iter__(self) -> Iterator[str]:
        return iter(self.prefixes)

    def __len__(self) -> int:
        return len(self.prefixes)


@lru_cache(REMEMBERED)
def takes(
    roles: tuple[str, ...], form: str, row: Construction | Cue, language: CuedLanguage
) -> bool:
    """Whether the form begins a match of the row only without a prefix of these roles."""
    lexicon, sought = language.lexicon, first_words(row.sequence)
    taken = [p for role in roles for p in language.speech.prefixes[role]]
    others = ["", *(p for p in lexicon.proclitics if p not in taken)]

    bare = [form[len(p) :] for p in others if form.startswith(p)]
    if any(sought & (lexicon.plain.get(f, set()) | lexicon.exact.get(f, set())) for f in bare):
        return False
    return any(form.startswith(p) and sought & lexicon.classify(form[len(p) :]) for p in taken)
