"""Which words of the codebook a written form can be: clitics taken off, paradigms written out.

Neither script shows short vowels, and both write small words together with their neighbour, so a
cue is looked up under every reading that remains when the clitics of `clitics.tsv` are taken off.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from framing.errors import InputError

SHORTEST_STEM = 3


@dataclass
class Lexicon:
    """Words sought in one language; `add` numbers them, `classify` finds them in a form.

    Clitics come with the number of letters that must remain without them.
    """

    proclitics: dict[str, int]
    enclitics: dict[str, int]
    paradigms: dict[str, list[str]]
    unsuffixed: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    exact: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    plain: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    construct: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    prefixes: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    numbers: dict[str, int] = field(default_factory=dict)

    def add(self, word: str, normalise) -> int:
        """Number of one word of the pattern language, with its mark or paradigm."""
        if word in self.numbers:
            return self.numbers[word]
        number = self.numbers[word] = len(self.numbers)
        if word.startswith("="):
            self.exact[normalise(word[1:])].add(number)
        elif word.endswith("!"):
            self.unsuffixed[normalise(word[:-1])].add(number)
        elif word.endswith("*"):
            self.prefixes[normalise(word[:-1])].add(number)
        else:
            for form in self.expand(word):
                self._add_plain(form, number, normalise)
        return number

    def expand(self, word: str) -> list[str]:
        """Every form of `paradigm:root`; the word itself where it names no paradigm."""
        name, colon, root = word.partition(":")
        if not colon:
            return [word]
        if name not in self.paradigms:
            known = ", ".join(self.paradigms)
            raise InputError(word, f"no paradigm {name!r}", f"use one of {known}")
        templates = self.paradigms[name]
        if any(digit in "".join(templates) for digit in "123") and len(root) != 3:
            raise InputError(word, "this paradigm takes a root of three letters")
        letters = {"~": root, **dict(zip("123", root, strict=False))}
        return ["".join(letters.get(char, char) for char in form) for form in templates]

    def classify(self, form: str) -> frozenset[int]:
        """Numbers of all words that the normalised form can stand for."""
        found = set(self.exact.get(form, ()))
        for rest in self._without_proclitic(form):
            found |= self.plain.get(rest, set()) | self.unsuffixed.get(rest, set())
            for length in range(SHORTEST_STEM, len(rest) + 1):
                found |= self.prefixes.get(rest[:length], set())
            for enclitic, shortest in self.enclitics.items():
                stem = rest.removesuffix(enclitic)
                if stem != rest and len(stem) >= shortest:
                    found |= self.plain.get(stem, set()) | self.construct.get(stem, set())
        return frozenset(found)

    def strip(self, form: str) -> list[str]:
        """The form and what remains of it without each proclitic that it may begin with."""
        return list(self._without_proclitic(form))

    def _add_plain(self, form: str, number: int, normalise) -> None:
        form = normalise(form)
        self.plain[form].add(number)
        # Ta marbuta is also written ه, and turns into ت before an enclitic.
        if form.endswith("ة"):
            self.plain[form[:-1] + "ه"].add(number)
            self.construct[form[:-1] + "ت"].add(number)

    def _without_proclitic(self, form: str):
        yield form
        for proclitic, shortest in self.proclitics.items():
            if form.startswith(proclitic) and len(form) - len(proclitic) >= shortest:
                yield form[len(proclitic) :]
