"""Pattern text made into sequences of numbered words; what could never match is refused.

A pattern is a row of elements with blanks between them: `word`, `=word`, `word!`, `word*`,
`paradigm:root`, `a|b`, `@class`, `..` (a gap of up to three words), `..6` (up to six). In a
condition `_` is the cue, `&` joins parts that must all hold, and a part that begins with `<>` may
also hold in a neighbouring sentence. `data/codebook/README.md` has examples.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from framing.errors import InputError
from framing.instrument.cue_sheets import Pattern
from framing.instrument.patterns import CUE, Choice, Condition, Part, Sequence
from framing.texts.languages import Language
from framing.texts.morphology import SHORTEST_STEM
from framing.texts.text import split_compound, tokenise

DEFAULT_GAP = 3
JOIN, AROUND = "&", "<>"
_GAP = re.compile(r"\.\.(\d*)")
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


class Compiler:
    """Compiles the patterns of one language; `classes` are its word classes by name."""

    def __init__(self, language: Language, classes: Mapping[str, list[Pattern]]) -> None:
        """Start with no class compiled."""
        self.language, self.classes = language, classes
        self._done: dict[str, Choice] = {}
        self._checked: set[str] = set()

    def compile(self, pattern: Pattern) -> Sequence:
        """The sequence of a cue or of a member of a class. Raises InputError (place, remedy)."""
        elements = pattern.text.split()
        for element in elements:
            if element in (CUE, JOIN, AROUND):
                remedy = "write it in a row of the part needs or unless"
                raise InputError(pattern.where, f"{element} acts in a condition only", remedy)
        sequence = self._sequence(elements, pattern.where)
        if not sequence or isinstance(sequence[0], int):
            raise InputError(pattern.where, "a cue begins with a gap", "begin with a word")
        return sequence

    def compile_condition(self, pattern: Pattern) -> Condition:
        """The condition of a row of `needs` or `unless`. Raises InputError (place, remedy)."""
        parts: list[list[str]] = [[]]
        for element in pattern.text.split():
            if element == JOIN:
                parts.append([])
            else:
                parts[-1].append(element)
        compiled = tuple(self._part(part, pattern.where) for part in parts)
        return Condition(compiled, pattern.text, pattern.place)

    def _part(self, elements: list[str], where: str) -> Part:
        around = elements[:1] == [AROUND]
        sequence = self._sequence(elements[around:], where)
        if not any(isinstance(element, Choice) for element in sequence):
            raise InputError(where, "a part of the condition has no word", "write one")
        if sequence.count(CUE) > around ^ 1:
            problem = "a part with <> has the cue _" if around else "the cue _ is written twice"
            raise InputError(where, problem, "one part has _ once, and never with <>")
        return Part(sequence, around)

    def _sequence(self, elements: list[str], where: str) -> Sequence:
        sequence = tuple(self._element(element, where) for element in elements)
        for before, element in zip(sequence, elements[1:], strict=False):
            if isinstance(before, int) and re.fullmatch(r"\d|\.\.\d*", element):
                raise InputError(where, f"{element} follows a gap", "write one gap: ..2")
        if sequence and any(isinstance(sequence[end], int) for end in (0, -1)):
            remedy = "begin and end with a word or with _"
            raise InputError(where, "a gap at the edge says nothing", remedy)
        return sequence

    def _element(self, element: str, where: str) -> Choice | int | str:
        gap = _GAP.fullmatch(element)
        if gap:
            return int(gap.group(1) or DEFAULT_GAP)
        return CUE if element == CUE else self._choice(element, where)

    def _choice(self, element: str, where: str) -> Choice:
        words: set[int] = set()
        sequences: list[Sequence] = []
        for option in element.split("|"):
            if not option:
                raise InputError(where, f"an alternative of {element!r} is empty", "drop a |")
            if option.startswith("@"):
                member = self._class(option[1:], where)
                words |= member.words
                sequences += member.sequences
            else:
                words.add(self._word(option, where))
        return Choice(frozenset(words), tuple(sequences))

    def _word(self, option: str, where: str) -> int:
        if option not in self._checked:
            check_word(option, self.language.scripts, where)
            self._checked.add(option)
        try:
            return self.language.lexicon.add(option, self.language.normalise)
        except InputError as error:
            raise InputError(where, str(error)) from None

    def _class(self, name: str, where: str) -> Choice:
        if name not in self.classes:
            remedy = "add it to a sheet of data/codebook/classes"
            raise InputError(where, f"@{name}: no such class or actor", remedy)
        if name not in self._done:
            self._done[name] = Choice(frozenset())  # A class that names itself adds nothing.
            members = [self.compile(pattern) for pattern in self.classes[name]]
            single = [m[0] for m in members if len(m) == 1 and isinstance(m[0], Choice)]
            words = frozenset[int]().union(*(choice.words for choice in single))
            longer = tuple(m for m in members if len(m) > 1)
            longer += tuple(s for choice in single for s in choice.sequences)
            self._done[name] = Choice(words, longer)
        return self._done[name]

    def find_doubles(self, element: str) -> list[tuple[str, str]]:
        """Alternatives of a compiled element that add nothing, each with those that cover it.

        The test is whether every form of the alternative is also a form of the others, as folded
        and with clitics taken off.
        """
        kept, found, at = element.split("|"), [], 0
        while len(kept) > 1 and at < len(kept):
            option, others = kept[at], kept[:at] + kept[at + 1 :]
            if option.startswith("@") or not self._covers(others, option):
                at += 1
                continue
            covering = next((o for o in others if self._covers([o], option)), "the others")
            found.append((option, covering))
            kept = others
        return found

    def _covers(self, others: list[str], option: str) -> bool:
        """Whether each form of the option is one of the others; a stricter mark covers none."""
        wider = {"=": ("=", "!", "*", ""), "!": ("!", "*", ""), "*": ("*",), "": ("*", "")}
        lexicon, normalise = self.language.lexicon, self.language.normalise
        known = frozenset().union(*(self._choice(other, "").words for other in others))
        names = {number: name for name, number in lexicon.numbers.items()}
        words = {number for number in known if _mark(names[number]) in wider[_mark(option)]}
        forms = lexicon.expand(option.strip("=!*"))
        return all(words & lexicon.classify(normalise(form)) for form in forms)


def _mark(option: str) -> str:
    """The mark of an alternative: =, ! or *, or none."""
    return "=" if option.startswith("=") else option[-1] if option[-1] in "!*" else ""


def check_word(option: str, scripts: tuple[str, ...], where: str) -> None:
    """Refuse an alternative that no word of a text can be, or that is in a foreign script.

    `scripts` are Unicode names (Hebrew, Arabic, Latin). Raises InputError (place, remedy).
    """
    mark = _MARK.fullmatch(option)
    assert mark is not None
    word = mark[mark.lastgroup or 0]
    _, colon, root = word.rpartition(":")
    letters = root if colon and mark.lastgroup == "plain" else word
    if not letters.isalpha() and not _is_token(letters):
        remedy = next((text for sign, text in _REMEDIES.items() if sign in letters), "")
        raise InputError(where, f"no word of a text can be {option!r}", remedy or "write a word")
    if mark.lastgroup == "stem" and len(word) < SHORTEST_STEM:
        remedy = f"give {SHORTEST_STEM} letters or list the forms"
        raise InputError(where, f"{option} begins too many words", remedy)
    found = {script_of(letter) for letter in letters if letter.isalpha()}
    if len(found) > 1 or not found <= set(scripts):
        remedy = f"write words of {' or '.join(scripts)} letters"
        raise InputError(where, f"{option!r} is in another script than the row's language", remedy)


def _is_token(word: str) -> bool:
    return tokenise(word) == [(0, len(word))] and split_compound(word) == [(0, len(word))]


@cache
def script_of(letter: str) -> str:
    """First word of the letter's Unicode name, as a title: Hebrew, Arabic, Latin."""
    return unicodedata.name(letter, "?").split()[0].capitalize()
