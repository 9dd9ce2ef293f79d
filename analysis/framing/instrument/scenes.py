"""Sentences made ready for grammar: parties, pauses, quotations, and words by their role."""

from collections.abc import Collection, Iterable
from functools import cache

from framing.instrument import annotate, constructions, gaps, prefixes, quotes
from framing.instrument.constructions import Match
from framing.instrument.cues import CuedLanguage, keep_kinds
from framing.instrument.scene import NOTHING, Party, Scene
from framing.texts.text import Span

ACTS = ("act", "that_act", "noun_act")
NAMING = ("person", "outsider", "office")


def survey(
    mentions: Iterable[annotate.Mention],
    sentences: list[annotate.Sentence],
    text: str,
    language: CuedLanguage,
    *,
    only: Collection[int] | None = None,
) -> list[Scene]:
    """A scene for each sentence; parties are the mentions of actors, sought where none is given.

    With `only` the other sentences have the scene NOTHING, and no actor is sought.
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
        else NOTHING
        for number, sentence in enumerate(sentences)
    ]


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
    quoted = tuple(quotes.number_words(speech, sentence.spans))
    forms = prefixes.Forms(sentence.spans, text, language)
    roles: dict[str, set[int]] = {}
    acts = []
    for match in constructions.find(sentence.words, language.speech):
        role = match.construction.role
        roles.setdefault(role, set()).update(range(match.first, match.last))
        if role in NAMING and _is_whole(match, forms[match.first], language):
            roles.setdefault("whole", set()).add(match.first)
        if role in ACTS and _is_act(match, forms[match.first], language):
            acts.append(match)
    roles.setdefault("light", set()).update(roles.get("office", ()))
    between = gaps.find(sentence, text)
    scene = Scene(
        sentence=sentence,
        forms=forms,
        parties=(),
        breaks=gaps.find_breaks(between, quoted),
        colons=gaps.find_colons(between),
        semicolons=gaps.find_semicolons(between),
        dashes=gaps.find_dashes(between),
        roles=roles,
        acts=tuple(acts),
        quoted=quoted,
        prefixed=prefixes.find(forms, language),
        unlisted=language.speech.unlisted,
        joining=language.speech.prefixes["and_prefix"],
    )
    if actors:
        scene.parties = _parties(scene, actors, language)
    if acts:
        scene.relative = frozenset(m.first for m in acts if _is_relative(m, scene, language))
        scene.timed = frozenset(m.first for m in acts if _is_timed(m, scene, language))
    return scene


def _is_act(match: Match, form: str, language: CuedLanguage) -> bool:
    """Whether a match can be a verb; or a noun of saying, which may follow a preposition."""
    if match.construction.role == "noun_act":
        return not prefixes.takes(("article",), form, match.construction, language)
    return is_verb(match, form, language)


def _is_whole(match: Match, form: str, language: CuedLanguage) -> bool:
    """Whether no preposition, and no *that*, is written together with the word."""
    return not prefixes.takes(("prefix", "that_prefix"), form, match.construction, language)


def _is_relative(match: Match, scene: Scene, language: CuedLanguage) -> bool:
    """Whether *who* is before the verb, with light words alone between, or a part of it."""
    at = match.first
    while "relative" in scene.roles and at > 0 and at not in scene.breaks:
        at -= 1
        if scene.has("relative", at):
            return True
        if not scene.has("light", at):
            break
    return prefixes.takes(("that_prefix",), scene.forms[match.first], match.construction, language)


def _is_timed(match: Match, scene: Scene, language: CuedLanguage) -> bool:
    """Whether *when* or *after that* is before the verb in its clause, or a part of it."""
    at = match.first
    if "subject" not in match.construction.party:
        return False
    if prefixes.takes(("when_prefix",), scene.forms[at], match.construction, language):
        return True
    openers = scene.roles.keys() & {"when", "setting"}
    while openers and at > 0 and at not in scene.breaks:
        at -= 1
        if scene.has("when", at) or (scene.has("setting", at) and scene.takes_that(at + 1)):
            return True
    return False


def is_verb(match: Match, form: str, language: CuedLanguage) -> bool:
    """Whether a match that begins with `form` can be a verb: without preposition or article."""
    return not prefixes.takes(("prefix", "article"), form, match.construction, language)


def is_governed(scene: Scene, match: Match, language: CuedLanguage) -> bool:
    """Whether a preposition governs the match, or is written together with its first word.

    *That* written together with it opens a clause, which the preposition before it introduces.
    """
    first = match.first
    if prefixes.takes(("that_prefix",), scene.forms[first], match.construction, language):
        return False
    before = scene.has("preposition", first - 1) and first not in scene.breaks
    return before or prefixes.takes(("prefix",), scene.forms[first], match.construction, language)


def _parties(
    scene: Scene, actors: list[annotate.Mention], language: CuedLanguage
) -> tuple[Party, ...]:
    parties: list[Party] = []
    for mention in sorted(actors, key=lambda m: (m.first, -m.last)):
        if parties and mention.last <= parties[-1].last and mention.cue.code == parties[-1].actor:
            continue
        if _owns_medium(scene, mention):
            continue
        form, cue = scene.forms[mention.first], mention.cue
        before = _is_behind_preposition(scene, mention.first)
        opens = prefixes.takes(("that_prefix",), form, cue, language)
        oblique = not opens and (before or prefixes.takes(("prefix",), form, cue, language))
        joined = bool(parties) and parties[-1].last == mention.first
        if joined and parties[-1].oblique and mention.first not in scene.breaks and not opens:
            oblique = True
        parties.append(Party(mention.cue.code, mention.first, mention.last, oblique, opens))
    return tuple(parties)


def _owns_medium(scene: Scene, mention: annotate.Mention) -> bool:
    """Whether the mention tells whose newspaper or station it is: *the Turkish news agency*."""
    first, after = mention.first, mention.last
    behind = scene.has("medium", first - 1) and first not in scene.breaks
    apart = after in scene.breaks or scene.is_prefixed(after)
    return behind or (scene.has("medium", after) and not apart)


def _is_behind_preposition(scene: Scene, at: int) -> bool:
    """Whether a preposition is before the word, or before one light word: *to the UN*."""
    light = scene.has("light", at - 1) and at - 1 not in scene.breaks
    before = scene.has("preposition", at - 1) or (light and scene.has("preposition", at - 2))
    return before and at not in scene.breaks
