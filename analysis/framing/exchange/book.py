"""The codebook as codes of a project: what a code is called, and what a name means."""

from framing.exchange.project import Code
from framing.instrument.cue_sheets import Concept
from framing.instrument.sources import Codes

# Kinds of codes that are not frames: first part of their names, and what to do with them.
PARTS = {
    "event": "Events that a passage reports.",
    "voice": "Who says what carries the frame. Give it to the same passage as the frame.",
    "speaker": "The actor to whom it is attributed. Give it to the same passage as the frame.",
    "responsible": "The actor held responsible. Give it to the same passage as the frame.",
}
VOICES = {
    "narrator": "the text itself says it, in its own voice",
    "attributed": "the text attributes it to somebody",
}
FRAME, FRAGILE, NOBODY = "frame", "fragile", "none"


def name(kind: str, code: str, concept: str = "") -> str:
    """The name of a code: `violation`, `violation.breach_rule`, `event.unsc_vote`, `fragile`.

    Many programs refuse a name that occurs twice anywhere in a project: so names have parts.
    """
    if kind == FRAME:
        return f"{code}.{concept}" if concept else code
    return f"{kind}.{code}" if kind in PARTS else kind


def meaning(named: str, codes: Codes) -> tuple[str, str]:
    """Kind and id of a name, or two empty strings if it is none of the codebook."""
    kind, _, code = named.partition(".")
    if kind in codes["frame"]:
        return FRAME, kind
    if named == FRAGILE:
        return FRAGILE, ""
    known = {"event": codes["event"], "voice": VOICES}
    actors = [*codes["actor"], NOBODY]
    return (kind, code) if kind in PARTS and code in known.get(kind, actors) else ("", "")


def codes_of(codes: Codes, concepts: list[Concept]) -> tuple[Code, ...]:
    """All codes: frames with their concepts, events, voices, speakers, responsible actors."""
    frames = tuple(
        Code(name(FRAME, frame), f"{row['label']}: {row['definition']}", _below(frame, concepts))
        for frame, row in codes["frame"].items()
    )
    events = {
        event: f"{row['label']}: {row['definition']}" for event, row in codes["event"].items()
    }
    actors = {
        actor: f"{row['label']}: {row['definition']}" for actor, row in codes["actor"].items()
    }
    groups = {"event": events, "voice": VOICES, "speaker": actors}
    groups["responsible"] = actors | {NOBODY: "the construction names nobody"}
    others = tuple(
        Code(kind, PARTS[kind], tuple(Code(name(kind, key), text) for key, text in rows.items()))
        for kind, rows in groups.items()
    )
    return (*frames, *others, Code(FRAGILE, "the passage calls the ceasefire fragile"))


def _below(frame: str, concepts: list[Concept]) -> tuple[Code, ...]:
    mine = [concept for concept in concepts if (concept.kind, concept.code) == (FRAME, frame)]
    return tuple(Code(name(FRAME, frame, c.name), f"{c.gloss} ({c.tier})") for c in mine)
