"""Lemmas of written forms, without the small words that Hebrew and Arabic join to them.

simplemma knows the lemmas of whole forms. A form that it does not know may be a word with clitics,
as `clitics.tsv` lists them; which of several readings is meant, the general language decides.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from simplemma.strategies.dictionaries import DEFAULT_DICTIONARY_FACTORY
from wordfreq import get_frequency_dict

from framing.texts import normalise
from framing.texts.languages import Language

# ASSUME an ending is a joined pronoun only if the word without it is a hundred times as common.
SUFFIXED = 0.01
# ASSUME an unknown form has joined words only if the word without them is four times as common.
COMMONER = 4.0


def lemmatise(forms: Iterable[str], language: Language) -> dict[str, str]:
    """Lemma of each form, its mark # left out; the form itself where nothing is known of it.

    A form that simplemma knows has the lemma that simplemma gives. Else clitics are taken off: of
    the stems that simplemma knows, the commonest counts; if it knows none, the commonest stem is
    the lemma, provided that it is much commoner than the form (names, mostly). How common a word
    is, wordfreq says (its short list, which lacks words below one in a million).
    """
    reader = _Reader(
        known=_known(language.simplemma),
        common=_common(language.wordfreq),
        proclitics=_Clitics(language.lexicon.proclitics, before=True),
        enclitics=_Clitics(language.lexicon.enclitics, before=False),
        endings={e.variant: e.ending for e in language.lexicon.endings if e.before_enclitic},
    )
    return {form: reader.lemma(form.lstrip("#")) for form in forms}


def function_words(lemmas: dict[str, str], language: Language) -> set[str]:
    """The forms that are function words: the form or its lemma is in the list of the language."""
    folded = zip(
        fold_all(lemmas.keys(), language), fold_all(lemmas.values(), language), strict=True
    )
    return {
        form
        for form, words in zip(lemmas, folded, strict=True)
        if not language.stopwords.isdisjoint(words)
    }


def fold_all(words: Iterable[str], language: Language) -> list[str]:
    """Each word with its spelling variants folded; all at once, which is much faster."""
    return normalise.fold_all(list(words), language.lexicon.fold)


class _Clitics:
    """Clitics at one end of a word, with the number of letters that each must leave."""

    def __init__(self, least: Mapping[str, int], *, before: bool) -> None:
        self.least, self.before = least, before
        self.longest = max(map(len, least), default=0)
        self.outermost = {clitic[0 if before else -1] for clitic in least}

    def without(self, form: str) -> list[str]:
        """The form without each clitic that it has at this end, if enough letters remain."""
        if (form[:1] if self.before else form[-1:]) not in self.outermost:
            return []
        found, size = [], len(form)
        for left in range(size - 1, max(0, size - self.longest - 1), -1):
            cut = size - left
            clitic, rest = (form[:cut], form[cut:]) if self.before else (form[left:], form[:left])
            if left >= self.least.get(clitic, size):
                found.append(rest)
        return found


@dataclass(frozen=True)
class _Reader:
    """Forms with their lemmas, frequencies of words, and clitics with the letters they leave.

    `endings`: what an ending becomes before a suffix, with the ending itself.
    """

    known: Mapping[str, str]
    common: Mapping[str, float]
    proclitics: _Clitics
    enclitics: _Clitics
    endings: Mapping[str, str]

    def lemma(self, form: str) -> str:
        whole = self._find(form)
        if whole or not self.known:
            return whole or form
        stems = dict(self._stems(form.replace("’", "'")))
        familiar = [stem for stem in stems if self._find(stem)]
        if familiar:
            return self._find(max(familiar, key=stems.__getitem__))
        stem = max(stems, key=stems.__getitem__, default=form)
        return stem if stems.get(stem, 0.0) > COMMONER * self._frequency(form) else form

    def _find(self, form: str) -> str:
        """Lemma of a form that simplemma knows as it is or in lower case, else ""."""
        found, small = self.known.get(form), form.casefold()
        return found or (self.known.get(small, "") if small != form else "")

    def _frequency(self, word: str) -> float:
        return self.common.get(word.casefold(), 0.0)

    def _stems(self, form: str) -> Iterator[tuple[str, float]]:
        """What can remain without clitics, and how well the general language supports it."""
        for rest in (form, *self.proclitics.without(form)):
            if rest != form:
                yield rest, self._frequency(rest)
            for stem in self.enclitics.without(rest):
                yield stem, SUFFIXED * self._frequency(stem)
                for variant, ending in self.endings.items():
                    if stem.endswith(variant):
                        whole = stem.removesuffix(variant) + ending
                        yield whole, SUFFIXED * self._frequency(whole)


@cache
def _known(code: str) -> Mapping[str, str]:
    """All forms that simplemma knows in the language, with their lemmas; none without simplemma."""
    return DEFAULT_DICTIONARY_FACTORY.get_dictionary(code) if code else {}


@cache
def _common(code: str) -> Mapping[str, float]:
    """Frequencies of the commoner words of the language; none if wordfreq does not cover it."""
    return get_frequency_dict(code, "small") if code else {}
