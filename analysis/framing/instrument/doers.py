"""Those who act without being named: armed men, soldiers, weapons, as parties of a sentence."""

from collections.abc import Iterable, Set
from dataclasses import replace

from framing.instrument import scenes
from framing.instrument.constructions import Match
from framing.instrument.cues import CuedLanguage
from framing.instrument.deed import PATIENTS
from framing.instrument.scene import Party, Scene
from framing.texts.text import Span

OWNER_REACH = 4  # words from the doer to whose it is, the last of them included


def add(scene: Scene, matches: tuple[Match, ...], language: CuedLanguage) -> Scene:
    """The scene with those who act, but are not named, as parties.

    They are the actor that their construction names (an army by where it is), or
    `Scene.unlisted`. A party beside them shows whose they are: *planes of A* are A's, and one
    party with it.
    """
    doers = [m for m in matches if m.construction.role == "doer"]
    if not doers:
        return scene
    starts, parties = {m.last: m.first for m in doers}, list(scene.parties)
    for match in doers:
        words = starts.get(match.first, match.first), match.last
        owner = find_owner(words, scene, matches)
        oblique = scenes.is_governed(scene, match, language)
        actor = owner.actor if owner else _find_actor(match, scene)
        if owner and owner.first >= match.last and actor not in PATIENTS:
            oblique = oblique and owner.oblique
            parties = [party for party in parties if party != owner]
            parties.append(Party(actor, match.first, owner.last, oblique, opens=False))
        elif actor and not owner:
            parties.append(Party(actor, match.first, match.last, oblique, opens=False))
    return replace(scene, parties=tuple(sorted(parties, key=lambda party: party.first)))


def _find_actor(match: Match, scene: Scene) -> str:
    """The actor of a doer without owner: of its row, of the party before, or somebody.

    The row says `earlier` where *their* means a party before, and `owner` where nobody acts then.
    """
    places = match.construction.party
    if "owner" in places:
        return ""
    if "earlier" not in places:
        return places[0] if places else scene.unlisted
    ahead = [p.actor for p in scene.parties if p.last <= match.first and p.actor not in PATIENTS]
    return ahead[-1] if ahead else scene.unlisted


def find_owner(words: Span, scene: Scene, matches: Iterable[Match]) -> Party | None:
    """Party among the words (a range) of a doer, right before them or right behind them.

    *Of*, light words and one other word may be between, but no verb of what the doer does.
    """
    first, last = words
    for party in scene.parties:
        before = party.last == first and first not in scene.breaks
        if before or first <= party.first < last:
            return party
    verbs, of = _list(matches, "names", "own"), _list(matches, "of")
    starts, free = {party.first: party for party in scene.parties}, True
    for place in range(last, min(last + OWNER_REACH, len(scene))):
        if place in scene.breaks or place in verbs:
            return None
        if place in starts:
            return starts[place]
        if place in of or scene.has("light", place):
            continue
        if not free or scene.has("preposition", place):
            return None
        free = False
    return None


def _list(matches: Iterable[Match], role: str, scope: str = "") -> Set[int]:
    """The words that begin a construction of this role (and scope)."""
    found = (m for m in matches if m.construction.role == role)
    return {m.first for m in found if not scope or scope in m.construction.scope}
