"""Whose voice: made-up news sentences, one word of each taken as the mention of a frame."""

import pytest
from framing.instrument import annotate, scenes, voice
from framing.instrument.cues import Cue, CuedLanguage
from framing.instrument.voice import Voice

import workflow

# Made-up sentences: expected is the speaker, "narrator", or nothing for a speaker that is no actor.
SENTENCES = [
    line.split("\t")
    for line in (workflow.ROOT / "tests/data/voice.tsv").read_text("utf-8").splitlines()
][1:]


def assign(text: str, word: str, known: CuedLanguage) -> Voice:
    """Voice of a mention at the first place of `word`, beside the actors that the cues find."""
    sentences = annotate.prepare_text(text, known)
    at = text.index(word)
    number = next(n for n, s in enumerate(sentences) if s.start <= at < s.end)
    place = next(i for i, (start, _) in enumerate(sentences[number].spans) if start >= at)
    cue = Cue("frame", "coordination", "made_up", "core", "", word, ())
    span = sentences[number].spans[place]
    mention = annotate.Mention(cue, number, *span, place, place + 1)
    return voice.assign([mention], scenes.survey([mention], sentences, text, known), text)[0]


@pytest.mark.parametrize(("language", "text", "word", "speaker"), SENTENCES)
def test_assign(language: str, text: str, word: str, speaker: str, book) -> None:
    """Each sentence has the voice that a reader hears."""
    found = assign(text, word, book.languages[language])
    expected = ("narrator", "") if speaker == "narrator" else ("attributed", speaker)
    assert (found.voice, found.speaker) == expected, found


def test_decision_shows_its_words(book) -> None:
    """The offsets are those of the words that decided, in the raw text."""
    text = "הקרמלין הודיע כי התיאום יימשך."
    found = assign(text, "התיאום", book.languages["he"])
    assert (found.rule, text[found.start : found.end]) == ("announce", "הודיע")


def test_carried_speaker_fades(book) -> None:
    """A statement is not continued after four sentences without a speech act."""
    between = " השמש זרחה." * 4
    text = f"הקרמלין הודיע דבר.{between} עוד נמסר כי התיאום יימשך."
    assert assign(text, "התיאום", book.languages["he"]).speaker == ""
