"""The voice of one mention in a scene of letters, made by hand."""

from dataclasses import replace

import language_by_hand as by_hand
from framing.instrument import annotate, voice
from framing.instrument.constructions import Construction, Match
from framing.instrument.cues import Cue
from framing.instrument.voice import Voice


def decide(text: str, *acts: tuple[int, str], mention: int, speaker: str = "A", **options) -> Voice:
    """Voice of the word `mention` of a made-up sentence; `acts` are pairs of word and scope."""
    made = by_hand.scene(text, **options)
    rows = [
        Construction("say", "act", (speaker,), (scope,), f"speech.tsv:{at}", ())
        for at, scope in acts
    ]
    matches = (Match(row, at, at + 1) for row, (at, _) in zip(rows, acts, strict=True))
    scene = replace(made, acts=tuple(matches))
    cue = Cue("frame", "f", "c", "core", "", "", ())
    place = annotate.Mention(cue, 0, *made.sentence.spans[mention], mention, mention + 1)
    return voice.assign([place], [scene], " " * 40)[0]
