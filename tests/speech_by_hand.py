"""Sentences of one-letter words in which each `v` is a speech act; capitals are parties."""

from dataclasses import replace

import language_by_hand as by_hand
from framing.instrument import speech
from framing.instrument.constructions import Construction, Match


def scene(text, *, party="subject", role="act", scope="after", **options):
    """A sentence in which each `v` is a speech act."""
    made = by_hand.scene(text, **options)
    row = Construction("say", role, tuple(party.split()), (scope,), "xx/speech_patterns.tsv:2", ())
    acts = tuple(Match(row, i, i + 1) for i, word in enumerate(made.forms) if word == "v")
    return replace(made, acts=acts)


def speakers(*scenes):
    """Speakers of all acts."""
    return [act.speaker for act in speech.find_acts(list(scenes))]
