"""How common lemmas are in a language in general, counted as the articles' lemmas are."""

from collections.abc import Collection, Iterator
from importlib.metadata import version

from wordfreq import cB_to_freq, get_frequency_list

from framing import store
from framing.store import Store
from framing.texts import lemmas
from framing.texts.languages import Language

# Forms rarer than this (3 % of all running words) are read only if they are lemmas of the articles:
# they add little to any lemma, and reading them all takes four times as long.
RARE = 3e-7


def frequencies(vocabulary: Collection[str], language: Language) -> dict[str, float]:
    """Share of each lemma among the content words of the language (Speer et al., wordfreq).

    wordfreq counts written forms. Its forms are lemmatised, and function words left out, by the
    same rules as the words of the articles (`lemmas`); the shares of the forms of a lemma are added
    up. The keys of the result are the lemmas of `vocabulary`, folded (`Language.normalise`); a
    lemma without any form in the list gets 0.
    """
    shares = dict.fromkeys(lemmas.fold_all(vocabulary, language), 0.0)
    content, usual = _store(language).get("general", lambda: _read_common(language))
    shares |= {known: usual[known] for known in shares.keys() & usual.keys()}
    rare = _listed(language.wordfreq, wanted=set(vocabulary))
    for share, lemma in _read(rare, language):
        if lemma is None:
            content -= share
        elif lemma in shares:
            shares[lemma] += share
    return {lemma: share / content for lemma, share in shares.items()}


def _read_common(language: Language) -> tuple[float, dict[str, float]]:
    """Of the forms that are not rare: the share of content words, and that of each lemma."""
    content, shares = 1.0, dict[str, float]()
    for share, lemma in _read(_listed(language.wordfreq), language):
        if lemma is None:
            content -= share
        else:
            shares[lemma] = shares.get(lemma, 0.0) + share
    return content, shares


def _read(listed: dict[str, float], language: Language) -> Iterator[tuple[float, str | None]]:
    """The share of each form with its lemma, folded; None for a function word."""
    found = lemmas.lemmatise(listed, language)
    function = lemmas.function_words(found, language)
    for form, lemma in zip(found, lemmas.fold_all(found.values(), language), strict=True):
        yield listed[form], None if form in function else lemma


def _listed(code: str, wanted: Collection[str] | None = None) -> dict[str, float]:
    """The forms that wordfreq lists, with their shares: those not rare, or the rare ones wanted."""
    listed: dict[str, float] = {}
    for centibels, forms in enumerate(get_frequency_list(code) if code else []):
        share = cB_to_freq(-centibels)
        if (share >= RARE) == (wanted is None):
            kept = forms if wanted is None else set(wanted).intersection(forms)
            listed.update(dict.fromkeys(kept, share))
    return listed


def _store(language: Language) -> Store:
    """What was made from the same general frequencies by the same rules."""
    lexicon = language.lexicon
    rules = (lexicon.proclitics, lexicon.enclitics, lexicon.endings, sorted(language.stopwords))
    versions = [(name, version(name)) for name in ("wordfreq", "simplemma")]
    names = language.code, language.wordfreq, language.simplemma, versions
    return Store(lambda: (repr((names, rules)).encode(), store.describe(language.rules)))
