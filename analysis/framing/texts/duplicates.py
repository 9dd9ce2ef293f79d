"""Sentences of a text that repeat an earlier one, found without comparing all pairs.

Two sentences that have most words in common share one of their rarest words. So a sentence is
compared with those alone that share such a word (prefix filter: Chaudhuri, Ganti & Kaushik 2006).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from math import ceil

Words = Sequence[str]
Numbered = tuple[str, int]  # a word, and how often it came before in its sentence
TINY = 1e-9  # rounding


def find(sentences: Sequence[Words], *, ratio: float, min_words: int) -> list[int | None]:
    """For each sentence (its words) the index of the earliest that it repeats, or None.

    A sentence repeats another when both have at least `min_words` words (one or more) and the ratio
    of matching words (Ratcliff & Obershelp, as in difflib) is at least `ratio`, which is above 0.
    That earlier sentence repeats no other. Time grows as the sentences that share rare words.
    """
    long = [tuple(words) if len(words) >= max(min_words, 1) else () for words in sentences]
    frequency = Counter(one for words in set(long) for one in _number(words))
    known: dict[tuple[str, ...], int] = {}  # what equal words repeat
    index = _Index(ratio)
    result: list[int | None] = []
    for at, words in enumerate(long):
        found = known.get(words)
        if words and found is None:
            rarest = sorted(_number(words), key=lambda one: (frequency[one], one))
            near = index.near(rarest)
            found = next(_matching(words, ((i, long[i]) for i in near), ratio), None)
            known[words] = at if found is None else found
            if found is None:
                index.add(at, rarest)
        result.append(found)
    return result


class _Index:
    """Sentences by length and by their rarest words.

    Of m and n words, ratio · (m + n) / 2 at least must be common to both: so many that the rarest
    common one is among the m + 1 (and n + 1) rarest less that number.
    """

    def __init__(self, ratio: float) -> None:
        self.ratio = ratio
        self._found: dict[int, dict[Numbered, list[tuple[int, int]]]] = {}

    def add(self, sentence: int, rarest: list[Numbered]) -> None:
        """Add a sentence by its words, the rarest first."""
        size = len(rarest)
        mine = self._found.setdefault(size, defaultdict(list))
        least = max(1, ceil(size * self.ratio / (2 - self.ratio) - TINY))  # with the shortest
        for place, one in enumerate(rarest[: size - least + 1]):
            mine[one].append((place, sentence))

    def near(self, rarest: list[Numbered]) -> list[int]:
        """The sentences, in order, that can have enough words in common with these."""
        found: set[int] = set()
        for size, others in self._found.items():
            common = max(1, ceil(self.ratio * (len(rarest) + size) / 2 - TINY))
            if common <= min(size, len(rarest)):
                for one in rarest[: len(rarest) - common + 1]:
                    found.update(at for place, at in others.get(one, ()) if place <= size - common)
        return sorted(found)


def _number(words: Words) -> list[Numbered]:
    seen: Counter[str] = Counter()
    numbered = []
    for word in words:
        numbered.append((word, seen[word]))
        seen[word] += 1
    return numbered


def _matching(words: Words, near: Iterable[tuple[int, Words]], ratio: float) -> Iterator[int]:
    match = SequenceMatcher(b=words, autojunk=False)
    for index, earlier in near:
        match.set_seq1(earlier)
        if match.quick_ratio() >= ratio and match.ratio() >= ratio:
            yield index
