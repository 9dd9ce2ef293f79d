"""Which words of the codebook many written forms can be: the answers of `Lexicon.classify`.

All forms are looked up at once, and what is found is put together once for all forms alike.
"""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from framing.texts.letters import Letters, Places, Words, spell
from framing.texts.morphology import NONE, SHORTEST_STEM, Lexicon
from framing.texts.normalise import fold_all

Found = tuple[Places, Places]  # numbers of stretches, and the entry that each is


class Lookup:
    """The words of a lexicon, which must be complete, ready for many forms."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Number the entries of all indexes."""
        self._fold, self._longest = lexicon.fold, lexicon.longest
        self._sets: list[tuple[int, ...]] = []
        self._exact, self._plain = self._enter(lexicon.exact), self._enter(lexicon.plain)
        self._unsuffixed = self._enter(lexicon.unsuffixed)
        self._construct, self._prefixes = map(self._enter, (lexicon.construct, lexicon.prefixes))
        self._heads = Words(sorted({prefix[:SHORTEST_STEM] for prefix in lexicon.prefixes}))
        self._before, self._after = map(_Clitics, (lexicon.proclitics, lexicon.enclitics))
        self._doubled = _spread(lexicon.doubled)
        self._known: dict[bytes, frozenset[int]] = {}

    def classify(self, forms: Sequence[str]) -> list[frozenset[int]]:
        """For each written form the numbers of all words that it can be."""
        sets = [NONE] * len(forms)
        owners, entries = self._find(spell(fold_all(forms, self._fold)))
        order = np.lexsort((entries, owners))
        owners, data = owners[order], entries[order].astype(np.int32).tobytes()
        firsts = np.flatnonzero(np.append(True, owners[1:] != owners[:-1])[: owners.size])
        bounds = (4 * np.append(firsts, owners.size)).tolist()
        for number, form in enumerate(owners[firsts].tolist()):
            key = data[bounds[number] : bounds[number + 1]]
            sets[form] = self._known.get(key) or self._put_together(key)
        return sets

    def _put_together(self, key: bytes) -> frozenset[int]:
        """The words of the entries whose numbers are in the key."""
        entries = np.frombuffer(key, np.int32).tolist()
        self._known[key] = frozenset().union(*(self._sets[entry] for entry in entries))
        return self._known[key]

    def _enter(self, index: Mapping[str, tuple[int, ...]]) -> "_Index":
        first = len(self._sets)
        self._sets += index.values()
        return _Index(index, first)

    def _find(self, letters: Letters) -> Found:
        """All entries that the forms are, as they are or without clitics."""
        start, end = letters.starts, letters.ends
        exact = self._exact.find(letters, start, end)
        stripped = [(rest, start[rest] + size) for rest, size in self._before.find_first(letters)]
        once = [self._drop_double(letters, *rests) for rests in stripped]
        owner, start = _join([(np.arange(start.size), start), *stripped, *once])
        found, entries = _join(list(self._find_rests(letters, start, end[owner])))
        return _join([exact, (owner[found], entries)])

    def _drop_double(self, letters: Letters, owner: Places, start: Places) -> Found:
        """Stretches that begin with a doubled letter, each without the first of the two."""
        some = np.flatnonzero(letters.ends[owner] - start > 1)
        first, second = (letters.codes[start[some] + at] for at in (0, 1))
        least = self._doubled[np.minimum(first, self._doubled.size - 1)]
        long = letters.ends[owner[some]] - start[some] > least
        twice = some[long & (first == second)]
        return owner[twice], start[twice] + 1

    def _find_rests(self, letters: Letters, start: Places, end: Places) -> Iterator[Found]:
        """The entries that stretches without proclitics are."""
        yield self._plain.find(letters, start, end)
        yield self._unsuffixed.find(letters, start, end)
        yield from self._find_prefixes(letters, start, end)
        for rest, size in self._after.find_last(letters, start, end):
            for index in (self._plain, self._construct):
                places, entries = index.find(letters, start[rest], end[rest] - size)
                yield rest[places], entries

    def _find_prefixes(self, letters: Letters, start: Places, end: Places) -> Iterator[Found]:
        long = np.flatnonzero(end - start >= SHORTEST_STEM)
        places, _ = self._heads.find(letters, start[long], start[long] + SHORTEST_STEM)
        some = long[places]
        for length in range(SHORTEST_STEM, self._longest + 1):
            some = some[end[some] - start[some] >= length]
            places, entries = self._prefixes.find(letters, start[some], start[some] + length)
            yield some[places], entries


class _Index:
    """The forms of an index of the lexicon; `first` is the number of its first entry."""

    def __init__(self, forms: Mapping[str, tuple[int, ...]], first: int) -> None:
        self._words, self._first = Words(list(forms)), first

    def find(self, letters: Letters, start: Places, end: Places) -> Found:
        """Which stretches are forms of the index, and their entries."""
        places, words = self._words.find(letters, start, end)
        return places, words + self._first


class _Clitics:
    """Clitics with the number of letters that must remain without them."""

    def __init__(self, clitics: Mapping[str, int]) -> None:
        self._words = Words(list(clitics))
        self._shortest = np.array(list(clitics.values()), np.int64)
        self._lengths = sorted(set(map(len, clitics)))

    def find_first(self, letters: Letters) -> Iterator[tuple[Places, int]]:
        """By the length of a clitic the texts that begin with one."""
        start, end = letters.starts, letters.ends
        for size in self._lengths:
            long = np.flatnonzero(end - start >= size)
            yield self._keep(letters, long, start[long], size, end - start), size

    def find_last(
        self, letters: Letters, start: Places, end: Places
    ) -> Iterator[tuple[Places, int]]:
        """By the length of a clitic the stretches that end with one."""
        for size in self._lengths:
            long = np.flatnonzero(end - start >= size)
            yield self._keep(letters, long, end[long] - size, size, end - start), size

    def _keep(
        self, letters: Letters, some: Places, at: Places, size: int, lengths: Places
    ) -> Places:
        """Those stretches that have a clitic at `at` and enough letters besides."""
        places, words = self._words.find(letters, at, at + size)
        rest = some[places]
        return rest[lengths[rest] - size >= self._shortest[words]]


def _spread(doubled: Mapping[str, int]) -> Places:
    """For each code of a letter how many letters must remain; the last is for all beyond."""
    least = np.full(max(map(ord, doubled), default=0) + 2, np.iinfo(np.int64).max)
    for letter, rest in doubled.items():
        least[ord(letter)] = rest
    return least


def _join(found: Sequence[Found]) -> Found:
    first, second = (np.concatenate(column) for column in zip(*found, strict=True))
    return first, second
