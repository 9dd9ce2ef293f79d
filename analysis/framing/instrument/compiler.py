"""Pattern text made into sequences of numbered words; what could never match is refused.

A pattern is a row of elements with blanks between them: `word`, `=word`, `word!`, `word*`,
`paradigm:root`, `a|b`, `@class`, `..` (a gap of up to three words), `..6` (up to six). In a
condition `_` is the cue, `&` joins parts that must all hold, and a part that begins with `<>` may
also hold in a neighbouring sentence. `data/codebook/README.md` has examples.
"""

import re

from framing.errors import InputError
from framing.instrument.cue_sheets import Classes, Pattern
from framing.instrument.patterns import CUE, Choice, Condition, Part, Sequence
from framing.instrument.spelling import check_word
from framing.texts.languages import Language

DEFAULT_GAP = 3
JOIN, AROUND = "&", "<>"
_SIGNS = (CUE, JOIN, AROUND)
_GAP = re.compile(r"\.\.(\d*)")
_COMPOSED = re.compile(r"[\s|@&_<.]")
_NOWHERE = Pattern("", "", 0)


class Compiler:
    """Compiles the patterns of one language; `classes` are its word classes by name.

    With a `parent`, whose classes are known as well, `classes` are the word lists of a concept.
    """

    def __init__(
        self, language: Language, classes: Classes, parent: "Compiler | None" = None
    ) -> None:
        """Start with no class compiled. Raises InputError for a list named like a class."""
        self.language, self.classes, self.parent = language, classes, parent
        self._choices: dict[str, Choice] = {}
        self._done: dict[str, Choice] = {}
        self._letters: set[str] = parent._letters if parent else set()
        for name in classes.keys() & (parent.classes.keys() if parent else ()):
            remedy = "give the list another name"
            raise InputError(classes[name][0].where, f"@{name} is a class already", remedy)

    def with_lists(self, lists: Classes) -> "Compiler":
        """A compiler that also knows the word lists of a concept."""
        return Compiler(self.language, lists, self) if lists else self

    def compile(self, pattern: Pattern) -> Sequence:
        """The sequence of a cue or of a member of a class. Raises InputError (place, remedy)."""
        elements = pattern.text.split()
        for element in elements:
            if element in _SIGNS:
                remedy = "write it in a row of the part needs or unless"
                raise InputError(pattern.where, f"{element} acts in a condition only", remedy)
        return self._sequence(elements, pattern)

    def compile_condition(self, pattern: Pattern) -> Condition:
        """The condition of a row of `needs` or `unless`. Raises InputError (place, remedy)."""
        parts: list[list[str]] = [[]]
        for element in pattern.text.split():
            if element == JOIN:
                parts.append([])
            else:
                parts[-1].append(element)
        compiled = tuple(self._part(part, pattern) for part in parts)
        return Condition(compiled, pattern.text, pattern.place)

    def _part(self, elements: list[str], pattern: Pattern) -> Part:
        around = elements[:1] == [AROUND]
        sequence = self._sequence(elements[around:], pattern)
        if not any(isinstance(element, Choice) for element in sequence):
            raise InputError(pattern.where, "a part of the condition has no word", "write one")
        if sequence.count(CUE) > (0 if around else 1):
            problem = "a part with <> has the cue _" if around else "the cue _ is written twice"
            raise InputError(pattern.where, problem, "one part has _ once, and never with <>")
        return Part(sequence, around)

    def _sequence(self, elements: list[str], pattern: Pattern) -> Sequence:
        sequence = tuple([self._element(element, pattern) for element in elements])
        gaps = [at for at, element in enumerate(sequence) if isinstance(element, int)]
        for at in gaps:
            if at in (0, len(sequence) - 1):
                remedy = "begin and end with a word or with _"
                raise InputError(pattern.where, "a gap at the edge says nothing", remedy)
            if re.fullmatch(r"\d|\.\.\d*", elements[at + 1]):
                problem = f"{elements[at + 1]} follows a gap"
                raise InputError(pattern.where, problem, "write one gap: ..2")
        return sequence

    def _element(self, element: str, pattern: Pattern) -> Choice | int | str:
        if element in self._choices:
            return self._choices[element]
        if self.parent and "@" not in element:  # so that all rules share it
            return self.parent._element(element, pattern)
        gap = _GAP.fullmatch(element)
        if gap:
            return int(gap.group(1) or DEFAULT_GAP)
        if element == CUE:
            return CUE
        self._choices[element] = self._choice(element, pattern)
        return self._choices[element]

    def _choice(self, element: str, pattern: Pattern) -> Choice:
        words: set[int] = set()
        sequences: tuple[Sequence, ...] = ()
        for option in element.split("|"):
            if option[:1] == "@":
                member = self._class(option[1:], pattern)
                words |= member.words
                sequences += member.sequences
            elif option:
                words.add(self._word(option, pattern))
            else:
                problem = f"an alternative of {element!r} is empty"
                raise InputError(pattern.where, problem, "drop a |")
        return Choice(frozenset(words), sequences)

    def _word(self, option: str, pattern: Pattern) -> int:
        lexicon = self.language.lexicon
        if option in lexicon.numbers:
            return lexicon.numbers[option]
        letters = option.rpartition(":")[2]
        if not (letters.isalpha() and self._letters.issuperset(letters)):
            check_word(option, self.language.scripts, pattern)
            self._letters.update(letters if letters.isalpha() else ())
        try:
            return lexicon.add(option)
        except InputError as error:
            raise InputError(pattern.where, str(error)) from None

    def _class(self, name: str, pattern: Pattern) -> Choice:
        if self.parent and name not in self.classes:
            return self.parent._class(name, pattern)
        if name not in self.classes:
            remedy = "add a word to it, or a class to a sheet of data/codebook/classes"
            raise InputError(pattern.where, f"@{name}: no such list, class or actor", remedy)
        if name not in self._done:
            self._done[name] = Choice(frozenset())  # A class that names itself adds nothing.
            self._done[name] = self._join(self.classes[name])
        return self._done[name]

    def _join(self, members: list[Pattern]) -> Choice:
        """The words of members of one word, and the sequences of longer ones."""
        words: set[int] = set()
        longer: list[Sequence] = []
        for member in members:
            if not _COMPOSED.search(member.text):
                words.add(self._word(member.text, member))
                continue
            sequence = self.compile(member)
            if len(sequence) > 1:
                longer.append(sequence)
            elif isinstance(sequence[0], Choice):
                words |= sequence[0].words
                longer += sequence[0].sequences
        return Choice(frozenset(words), tuple(longer))

    def find_doubles(self, element: str, *, clitics: bool) -> list[tuple[str, str]]:
        """Alternatives of a compiled element that add nothing, each with one that covers it.

        An alternative is covered if each of its forms is a form of others; with `clitics`, also if
        it is one with clitics. A class is never reported, but covers.
        """
        kept, found, at = element.split("|"), [], 0
        while len(kept) > 1 and at < len(kept):
            option, others = kept[at], kept[:at] + kept[at + 1 :]
            if option.startswith("@") or not self._covers(others, option, clitics):
                at += 1
                continue
            alone = (other for other in others if self._covers([other], option, clitics))
            found.append((option, next(alone, "the others")))
            kept = others
        return found

    def _covers(self, others: list[str], option: str, clitics: bool) -> bool:
        """Whether each form of the option is one of the others; a stricter mark covers none."""
        wider = {"=": ("=", "!", "*", ""), "!": ("!", "*", ""), "*": ("*",), "": ("*", "")}
        known = frozenset().union(*(self._choice(other, _NOWHERE).words for other in others))
        lexicon = self.language.lexicon
        names = lexicon.names
        words = {number for number in known if _mark(names[number]) in wider[_mark(option)]}
        forms = lexicon.expand(option.strip("=!*"))
        if clitics:
            return all(words & lexicon.classify(form) for form in forms)
        return set(forms) <= {
            form for number in words for form in lexicon.expand(names[number].strip("=!*"))
        }


def _mark(option: str) -> str:
    """The mark of an alternative: =, ! or *, or none."""
    return "=" if option.startswith("=") else option[-1] if option[-1] in "!*" else ""
