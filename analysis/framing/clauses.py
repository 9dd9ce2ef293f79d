"""Clauses of a sentence, and the parties in them that can be a subject, an agent or a source."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from framing import annotate, constructions, quotes
from framing.constructions import Match
from framing.languages import Language
from framing.patterns import first_words

# ASSUME a subject stands within this many words of its verb.
REACH = 6
CLAUSE_REACH = 10
_PAUSE = re.compile(r"[,،;؛:()\[\]–—]|\s-\s")


@dataclass(frozen=True)
class Party:
    """An actor named at the words `first` to `last`; `oblique` where a preposition governs it."""

    actor: str
    first: int
    last: int
    oblique: bool


@dataclass(frozen=True)
class Scene:
    """One sentence with its parties, the words that begin a clause, and words by role."""

    sentence: annotate.Sentence
    parties: tuple[Party, ...]
    breaks: frozenset[int]
    roles: dict[str, frozenset[int]]
    acts: tuple[Match, ...]
    quoted: tuple[int | None, ...]
    prefixed: frozenset[int]

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
    language: Language,
) -> list[Scene]:
    """A scene for each sentence. The mentions of actors are the parties, sought where none is given."""
    actors = [m for m in mentions if m.cue.kind == "actor"]
    actors = actors or annotate.find_mentions(sentences, _of_actors(language))
    speech = quotes.find_speech(text)
    named: list[list[annotate.Mention]] = [[] for _ in sentences]
    for mention in actors:
        named[mention.sentence].append(mention)
    return [
        _survey(sentence, named[number], text, language, speech)
        for number, sentence in enumerate(sentences)
    ]


def _of_actors(language: Language) -> Language:
    anchors = {
        word: [pair for pair in pairs if pair[0].kind == "actor"]
        for word, pairs in language.anchors.items()
    }
    return replace(language, anchors=anchors)


def _survey(sentence, actors, text, language, speech) -> Scene:
    quoted = tuple(quotes.number_words(speech, list(sentence.spans)))
    matches = constructions.find(sentence.words, language.speech)
    roles: dict[str, set[int]] = {}
    for match in matches:
        roles.setdefault(match.construction.role, set()).update(range(match.first, match.last))
    forms = [language.normalise(text[a:b]) for a, b in sentence.spans]
    scene = Scene(
        sentence=sentence,
        parties=(),
        breaks=frozenset(_breaks(sentence, text, quoted)),
        roles={role: frozenset(places) for role, places in roles.items()},
        acts=tuple(m for m in matches if m.construction.role in ("act", "that_act")),
        quoted=quoted,
        prefixed=frozenset(i for i, f in enumerate(forms) if _has_prefix(f, language)),
    )
    return replace(scene, parties=_parties(scene, actors, forms, language))


def _breaks(sentence: annotate.Sentence, text: str, quoted: tuple[int | None, ...]) -> set[int]:
    """Words that a comma, colon, bracket or the edge of a quotation parts from the one before."""
    found = {0}
    for at in range(1, len(sentence.spans)):
        gap = text[sentence.spans[at - 1][1] : sentence.spans[at][0]]
        if _PAUSE.search(gap) or quoted[at] != quoted[at - 1]:
            found.add(at)
    return found


def _has_prefix(form: str, language: Language) -> bool:
    return any(form.startswith(p) and len(form) > len(p) + 2 for p in language.speech.prefixes)


def _parties(scene: Scene, actors, forms: list[str], language: Language) -> tuple[Party, ...]:
    parties: list[Party] = []
    for mention in sorted(actors, key=lambda m: (m.first, -m.last)):
        if parties and mention.last <= parties[-1].last and mention.cue.code == parties[-1].actor:
            continue
        oblique = _is_oblique(scene, mention, forms[mention.first], language)
        joined = bool(parties) and parties[-1].last == mention.first
        if joined and parties[-1].oblique and mention.first not in scene.breaks:
            oblique = True
        parties.append(Party(mention.cue.code, mention.first, mention.last, oblique))
    return tuple(parties)


def _is_oblique(scene: Scene, mention: annotate.Mention, form: str, language: Language) -> bool:
    """Whether a preposition stands before the name, as a word or written together with it."""
    at, lexicon = mention.first, language.lexicon
    if at and at not in scene.breaks and scene.has("preposition", at - 1):
        return True
    sought = {word for sequence in mention.cue.sequences for word in first_words(sequence)}
    if sought & (lexicon.plain.get(form, set()) | lexicon.exact.get(form, set())):
        return False
    return any(
        form.startswith(prefix) and sought & lexicon.classify(form[len(prefix) :])
        for prefix in language.speech.prefixes
    )


def find_adjacent_before(scene: Scene, at: int) -> Party | None:
    """Party whose name ends right before the word `at`, light words (also, today, he) let pass."""
    while at > 0 and at not in scene.breaks:
        for party in scene.parties:
            if party.last == at:
                return None if party.oblique else party
        if not scene.has("light", at - 1):
            return None
        at -= 1
    return None


def find_after(scene: Scene, at: int, *, reach: int = REACH, oblique: bool = False) -> Party | None:
    """First party from the word `at` on, before the clause ends; `oblique` admits prepositions."""
    for place in range(at, min(at + reach, len(scene))):
        if place in scene.breaks and place > 0:
            return None
        for party in scene.parties:
            if party.first == place:
                return party if oblique or not party.oblique else None
        if scene.has("that", place) or (scene.has("preposition", place) and not oblique):
            return None
    return None


def find_in_clause(scene: Scene, at: int, *, reach: int = CLAUSE_REACH) -> Party | None:
    """Nearest party before the word `at` within its clause that no preposition governs."""
    start = find_clause_start(scene, at)
    for place in range(at, max(start, at - reach), -1):
        for party in scene.parties:
            if party.last == place and party.first >= start and not party.oblique:
                return party
    return None


def find_clause_start(scene: Scene, at: int) -> int:
    """First word of the clause that leads up to the word `at`."""
    while at > 0 and at not in scene.breaks and not scene.has("that", at - 1):
        at -= 1
    return at


def has_own_subject(scene: Scene, first: int, last: int) -> bool:
    """Whether a verb at `first:last` seems to have a subject, though not one that is a known actor.

    A clause that begins with a preposition or with light words alone leaves the verb's subject open.
    """
    start = find_clause_start(scene, first)
    while start < first and scene.has("light", start):
        start += 1
    person = scene.roles.get("person", frozenset())
    before = range(start, first)
    if any(i in person for i in before):
        return True
    if before and not (scene.has("preposition", start) or start in scene.prefixed):
        return True
    after = _slot(scene, last)
    return any(i in person for i in after) or (not before and bool(after))


def _slot(scene: Scene, at: int) -> list[int]:
    """Words between a verb and what is said, in which its subject could stand."""
    places = []
    for place in range(at, min(at + REACH, len(scene))):
        if place in scene.breaks or scene.has("that", place):
            return places
        if scene.has("preposition", place) or (not places and place in scene.prefixed):
            break
        if not scene.has("light", place):
            places.append(place)
    # Without "that" the words are as well an object: whoever stressed the need of a truce.
    return [place for place in places if scene.has("person", place)]
