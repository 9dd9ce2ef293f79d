"""Speech acts of a text, found by the constructions of `speech.tsv`, with what is said."""

from framing.instrument import headlines, inversion, speakers
from framing.instrument.acts import NOWHERE, Act
from framing.instrument.constructions import Match
from framing.instrument.scene import Scene

# ASSUME “that” opens what is said if it is within this many words behind the verb, or further on in
# the clause of the verb.
SAID_REACH = 8
SAID_CLAUSE_REACH = 14


def find_acts(scenes: list[Scene]) -> list[Act]:
    """Speech acts of one text, in order; verbs of another sense too count only when complete."""
    acts: list[Act] = []
    for number, scene in enumerate(scenes):
        if not (scene.acts or scene.colons or scene.dashes):
            continue
        headline = (*headlines.find_opening(scene), *headlines.find_closing(scene))
        matches = sorted((*scene.acts, *headline), key=lambda m: m.first)
        for place, match in enumerate(matches):
            later = (m.first for m in matches[place + 1 :] if m.first >= match.last)
            said = _find_said(scene, match, next(later, len(scene)))
            near = said is not None and said < match.last + SAID_REACH
            near = near and not inversion.is_between(scene, match, said)
            inverted = not near and inversion.is_inverted(scene, match)
            said = None if inverted else said
            if said is not None or inverted or match.construction.role != "that_act":
                start = scene.sentence.spans[match.first][0]
                end = scene.sentence.spans[match.last - 1][1]
                speaker = speakers.find_speaker(match, number, scene, acts)
                named = speakers.find_words(match, speaker, scene) if speaker else NOWHERE
                inserted = inverted and inversion.is_inserted(scene, match)
                resumes = said is not None and inversion.resumes(scene, match, said)
                row = match, number, start, end, speaker, said, inverted, named, inserted, resumes
                acts.append(Act(*row))
    return acts


def _find_said(scene: Scene, match: Match, rest: int) -> int | None:
    """The word that opens what is said, before the next act at the word `rest`."""
    level = scene.quoted[match.first]
    for at in range(match.last, min(match.last + SAID_CLAUSE_REACH, rest)):
        far = at >= match.last + SAID_REACH
        if far and any(place in scene.breaks for place in range(match.last, at + 1)):
            return None
        quoted = scene.quoted[at] not in (None, level)
        if quoted or at in scene.colons or _opens(scene, at):
            return at
        joined = at < match.last + 3 and scene.takes_that(at)
        if joined and not (scene.has("person", at) or _is_timed(scene, at)):
            return at
    return None


def _opens(scene: Scene, at: int) -> bool:
    """Whether *that* opens what is said here; not so in *after that* and *except that*."""
    return scene.has("that", at) and not scene.has("but", at) and not _is_timed(scene, at)


def _is_timed(scene: Scene, at: int) -> bool:
    """Whether *after* or the like is before the word: after that, and not in the debate that."""
    return scene.has("setting", at - 1) and scene.has("preposition", at - 1)
