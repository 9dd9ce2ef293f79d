"""How a word of a pattern may be spelled: as a word of a text, in one script of the language."""

import re
import unicodedata
from functools import cache

from framing.errors import InputError
from framing.instrument.cue_sheets import Pattern
from framing.texts.morphology import SHORTEST_STEM
from framing.texts.text import split_compound, tokenise

_MARK = re.compile(r"=(?P<exact>.*)|(?P<bare>.*)!|(?P<stem>.*)\*|(?P<plain>.*)", re.S)
_REMEDIES = {
    "&": "put blanks around &, which joins two parts of a condition",
    "/": "give each pattern a row of its own",
    ",": "write | between alternatives",
    "،": "write | between alternatives",
    "<>": "put a blank after <>, at the beginning of a part of a condition",
    ".": "a gap is written .. or, for up to six words, ..6",
    "…": "a gap is written .. or, for up to six words, ..6",
    "-": "write the parts of a compound as words with blanks between them",
    "־": "write the parts of a compound as words with blanks between them",
    "=": "give a word one mark at most: =word, word! or word*",
    "!": "give a word one mark at most: =word, word! or word*",
    "*": "give a word one mark at most: =word, word! or word*",
    "_": "_ is the cue; it is an element of its own, and only in a condition",
}


def check_word(option: str, scripts: tuple[str, ...], pattern: Pattern) -> None:
    """Refuse an alternative that no word of a text can be, or that is in a foreign script.

    `scripts` are Unicode names (Hebrew, Arabic, Latin). A script is that of whole words: letters
    of two scripts are never in one. Raises InputError at the row of the pattern.
    """
    mark = _MARK.fullmatch(option)
    assert mark is not None
    word = mark[mark.lastgroup or 0]
    _, colon, root = word.rpartition(":")
    letters = root if colon and mark.lastgroup == "plain" else word
    if not letters.isalpha() and not _is_token(letters):
        remedy = next((text for sign, text in _REMEDIES.items() if sign in letters), "")
        problem = f"no word of a text can be {option!r}"
        raise InputError(pattern.where, problem, remedy or "write a word")
    if mark.lastgroup == "stem" and len(word) < SHORTEST_STEM:
        remedy = f"give {SHORTEST_STEM} letters or list the forms"
        raise InputError(pattern.where, f"{option} begins too many words", remedy)
    found = {script_of(letter) for letter in letters if letter.isalpha()}
    if len(found) > 1 or not found <= set(scripts):
        problem = f"{option!r} is in another script than the row's language"
        raise InputError(pattern.where, problem, f"write words of {' or '.join(scripts)} letters")


def _is_token(word: str) -> bool:
    return tokenise(word) == [(0, len(word))] and split_compound(word) == [(0, len(word))]


@cache
def script_of(letter: str) -> str:
    """First word of the letter's Unicode name, as a title: Hebrew, Arabic, Latin."""
    return unicodedata.name(letter, "?").split()[0].capitalize()
