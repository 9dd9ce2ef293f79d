"""Whether a text is what its row says: in the stated language, and lemmatised or not."""

import unicodedata

from framing.errors import warn
from framing.texts import text
from framing.texts.languages import Language
from framing.texts.lemmas import function_words, lemmatise

ENOUGH = 50  # words, fewer show nothing
# ASSUME a text in its language has half of its letters in the script of the language, and a
# tenth of its words are function words (news: a seventh to a quarter).
LETTERS, FUNCTION_WORDS = 0.5, 0.1
# ASSUME of a lemmatised text two thirds of the words are lemmas (running news: two fifths to half).
LEMMAS = 0.65


def check(article: dict[str, str], language: Language) -> None:
    """Warn in one line of a text that is hardly in the stated language or form.

    `article` has the columns of the sheet of articles, and `text`.
    """
    letters = share_of_letters(article["text"], language)
    if letters < LETTERS:
        problem = f"only {letters:.0%} of its letters are {language.scripts[0]}"
        return warn(article["file"], problem, f"is its language {language.code}?")
    words = [article["text"][a:b] for a, b in text.tokenise(article["text"])]
    if len(words) < ENOUGH:
        return None
    lemmas = lemmatise(set(words), language)
    known = function_words(lemmas, language)
    frequent = sum(word in known for word in words) / len(words)
    if frequent < FUNCTION_WORDS:
        problem = f"only {frequent:.1%} of its words are function words"
        return warn(article["file"], problem, f"is its language {language.code}?")
    own = sum(lemmas[word] == word for word in words) / len(words)
    if article["form"] == "lemmatised" and own < LEMMAS:
        problem = f"is said to be lemmatised, but only {own:.0%} of its words are lemmas"
        return warn(article["file"], problem, "is its form raw?")
    return None


def share_of_letters(raw: str, language: Language) -> float:
    """The share of the letters of a text that are in the script of the language (0 without any)."""
    letters = [char for char in raw if char.isalpha()]
    own = language.scripts[0].upper()
    mine = sum(unicodedata.name(char, "").startswith(own) for char in letters)
    return mine / len(letters) if letters else 0.0
