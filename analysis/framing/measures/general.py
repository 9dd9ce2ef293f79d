"""How common lemmas are in a language in general, counted as the articles' lemmas are."""

from collections.abc import Collection

from wordfreq import cB_to_freq, get_frequency_list

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
    listed = _listed(vocabulary, language.wordfreq)
    found = lemmas.lemmatise(listed, language)
    function, content = lemmas.function_words(found, language), 1.0
    for form, lemma in zip(found, lemmas.fold_all(found.values(), language), strict=True):
        if form in function:
            content -= listed[form]
        elif lemma in shares:
            shares[lemma] += listed[form]
    return {lemma: share / content for lemma, share in shares.items()}


def _listed(vocabulary: Collection[str], code: str) -> dict[str, float]:
    """The forms that wordfreq lists, with their shares; of the rare ones only those asked for."""
    wanted, listed = set(vocabulary), {}
    for centibels, forms in enumerate(get_frequency_list(code) if code else []):
        share = cB_to_freq(-centibels)
        kept = forms if share >= RARE else wanted.intersection(forms)
        listed.update(dict.fromkeys(kept, share))
    return listed
