"""Sentences made ready for grammar: parties, pauses, quotations, and words by their role."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise

from framing.instrument import annotate, constructions, quotes
from framing.instrument.constructions import Construction, Match
from framing.instrument.cues import Cue, CuedLanguage, keep_kinds
from framing.instrument.patterns import first_words
from framing.texts.text import Span

ACTS = ("act", "that_act")
REMEMBERED = 2**16  # forms of which a property is remembered
_PAUSE = re.compile(r"[,،;؛:()\[\]–—]|\s-\s")


@dataclass(frozen=True)
class Party:
    """An actor named at the words `first` to `last`.

    It is `oblique` where a preposition governs it; it `opens` a clause where *that* is part of it.
    """

    actor: str
    first: int
    last: int
    oblique: bool
    opens: bool


@dataclass(frozen=True)
class Scene:
    """One sentence with its parties, the words that begin a clause, and words by role.

    `unlisted` is the actor of whoever is named, but is none of the actors; '' where a codebook has
    no such actor.
    """

    sentence: annotate.Sentence
    forms: tuple[str, ...]
    parties: tuple[Party, ...]
    breaks: frozenset[int]
    colons: frozenset[int]
    roles: dict[str, frozenset[int]]
    acts: tuple[Match, ...]
    quoted: tuple[int | None, ...]
    prefixed: Mapping[str, frozenset[int]]
    unlisted: str = ""

    def has(self, role: str, at: int) -> bool:
        """Whether the word `at` has this role."""
        return at in self.roles.get(role, ())

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.sentence.words)


def survey(
    mentions: Iterable[annotate.Mention],
    sentences: list[annotate.Sentence],
    text: str,
    language: CuedLanguage,
    *,
    only: Collection[int] | None = None,
) -> list[Scene]:
    """A scene for each sentence; parties are the mentions of actors, sought where none is given.

    With `only` the other sentences have an empty scene, and no actor is sought.
    """
    actors = [m for m in mentions if m.cue.kind == "actor"]
    if not actors and only is None:
        actors = annotate.find_mentions(sentences, _of_actors(language))
    speech = quotes.find_speech(text)
    named: list[list[annotate.Mention]] = [[] for _ in sentences]
    for mention in actors:
        named[mention.sentence].append(mention)
    return [
        _survey(sentence, named[number], text, language, speech)
        if only is None or number in only
        else _leave_empty(sentence)
        for number, sentence in enumerate(sentences)
    ]


def _leave_empty(sentence: annotate.Sentence) -> Scene:
    """A scene in which nobody speaks and nothing is said."""
    return Scene(sentence, (), (), frozenset(), frozenset(), {}, (), (), {})


@cache
def _of_actors(language: CuedLanguage) -> CuedLanguage:
    return keep_kinds(language, ("actor",))


def _survey(
    sentence: annotate.Sentence,
    actors: list[annotate.Mention],
    text: str,
    language: CuedLanguage,
    speech: list[Span],
) -> Scene:
    quoted = tuple(quotes.number_words(speech, list(sentence.spans)))
    matches = constructions.find(sentence.words, language.speech)
    roles: dict[str, set[int]] = {}
    for match in matches:
        roles.setdefault(match.construction.role, set()).update(range(match.first, match.last))
    forms = tuple(language.normalise(text[a:b]) for a, b in sentence.spans)
    scene = Scene(
        sentence=sentence,
        forms=forms,
        parties=(),
        breaks=frozenset(_breaks(sentence, text, quoted)),
        colons=frozenset(i for i, gap in _gaps(sentence, text) if ":" in gap),
        roles={role: frozenset(places) for role, places in roles.items()},
        acts=tuple(
            match
            for match in matches
            if match.construction.role in ACTS and is_verb(match, forms[match.first], language)
        ),
        quoted=quoted,
        prefixed=_Prefixed(forms, language),
        unlisted=language.speech.unlisted,
    )
    return replace(scene, parties=_parties(scene, actors, language))


def _breaks(sentence: annotate.Sentence, text: str, quoted: tuple[int | None, ...]) -> set[int]:
    """Words that follow a comma, colon or bracket, or the edge of a quotation; and the first."""
    paused = {at for at, gap in _gaps(sentence, text) if _PAUSE.search(gap)}
    edges = {at for at, (a, b) in enumerate(pairwise(quoted), start=1) if a != b}
    return {0} | paused | edges


def _gaps(sentence: annotate.Sentence, text: str) -> Iterator[tuple[int, str]]:
    """Each word but the first, with what is between it and the word before: more than a blank."""
    for at, (before, here) in enumerate(pairwise(sentence.spans), start=1):
        gap = text[before[1] : here[0]]
        if gap != " ":
            yield at, gap


def is_verb(match: Match, form: str, language: CuedLanguage) -> bool:
    """Whether a match that begins with `form` can be a verb: without preposition or article."""
    return not _takes(("prefix", "article"), form, match.construction, language)


def is_governed(scene: Scene, match: Match, language: CuedLanguage) -> bool:
    """Whether a preposition governs the match, or is written together with its first word."""
    first = match.first
    before = scene.has("preposition", first - 1) and first not in scene.breaks
    return before or _takes(("prefix",), scene.forms[first], match.construction, language)


class _Prefixed(Mapping[str, frozenset[int]]):
    """By role the words that may begin with a prefix of it, so far as their letters tell.

    They are found when they are asked for: few sentences are.
    """

    def __init__(self, forms: tuple[str, ...], language: CuedLanguage) -> None:
        self.forms, self.prefixes = forms, language.speech.prefixes
        self._found: dict[str, frozenset[int]] = {}

    def __getitem__(self, role: str) -> frozenset[int]:
        if role not in self._found:
            prefixes = self.prefixes[role]
            self._found[role] = frozenset(
                i
                for i, form in enumerate(self.forms)
                if form.startswith(prefixes)
                and any(form.startswith(p) and len(form) > len(p) + 2 for p in prefixes)
            )
        return self._found[role]

    def __iter__(self) -> Iterator[str]:
        return iter(self.prefixes)

    def __len__(self) -> int:
        return len(self.prefixes)


@lru_cache(REMEMBERED)
def _takes(
    roles: tuple[str, ...], form: str, row: Construction | Cue, language: CuedLanguage
) -> bool:
    """Whether the form begins a match of the row only without a prefix of these roles."""
    lexicon, sought = language.lexicon, first_words(row.sequence)
    taken = [p for role in roles for p in language.speech.prefixes[role]]
    others = ["", *(p for p in lexicon.proclitics if p not in taken)]

    bare = [form[len(p) :] for p in others if form.startswith(p)]
    if any(sought & (lexicon.plain.get(f, set()) | lexicon.exact.get(f, set())) for f in bare):
        return False
    return any(form.startswith(p) and sought & lexicon.classify(form[len(p) :]) for p in taken)


def _parties(
    scene: Scene, actors: list[annotate.Mention], language: CuedLanguage
) -> tuple[Party, ...]:
    parties: list[Party] = []
    for mention in sorted(actors, key=lambda m: (m.first, -m.last)):
        if parties and mention.last <= parties[-1].last and mention.cue.code == parties[-1].actor:
            continue
        form, cue = scene.forms[mention.first], mention.cue
        before = scene.has("preposition", mention.first - 1) and mention.first not in scene.breaks
        opens = _takes(("that_prefix",), form, cue, language)
        oblique = not opens and (before or _takes(("prefix",), form, cue, language))
        joined = bool(parties) and parties[-1].last == mention.first
        if joined and parties[-1].oblique and mention.first not in scene.breaks and not opens:
            oblique = True
        parties.append(Party(mention.cue.code, mention.first, mention.last, oblique, opens))
    return tuple(parties)
