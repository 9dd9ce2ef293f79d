"""Speech acts of a text in order: which of them a later sentence continues."""

from framing.instrument import speech
from framing.instrument.acts import find_recent
from speech_by_hand import scene


def test_find_recent():
    """The last act, up to three sentences back."""
    acts = speech.find_acts([scene("A v"), scene("B v"), scene("a"), scene("a")])
    assert find_recent(acts, 1).speaker == "B"
    assert find_recent(acts, 4).speaker == "B"
    assert find_recent(acts, 5) is None
    assert not find_recent([], 0)
