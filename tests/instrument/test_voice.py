"""Whose voice: made-up news sentences, one word of each taken as the mention of a frame."""

from dataclasses import replace

import language_by_hand as by_hand
import pytest
from framing.instrument import annotate, scenes, voice
from framing.instrument.constructions import Construction, Match
from framing.instrument.cues import Cue, CuedLanguage
from framing.instrument.voice import Voice
from voice_by_hand import decide

import workflow

# Made-up sentences: expected is the speaker, "narrator", or nothing for a speaker that is no actor;
# an asterisk for any speaker.
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
    said_by = found.speaker if speaker == "*" else speaker
    expected = ("narrator", "") if speaker == "narrator" else ("attributed", said_by)
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


def test_nobody_speaks() -> None:
    """The narrator."""
    assert decide("a b", mention=0) == Voice("narrator")


def test_noun_without_a_speaker() -> None:
    """A noun of saying in nobody's name leaves the mention to the act around it."""
    made = by_hand.scene("v n b")
    rows = [
        Construction("say", "act", ("A",), ("after",), "", ()),
        Construction("call", "noun_act", ("",), ("after",), "", ()),
    ]
    cue = Cue("frame", "f", "c", "core", "", "", ())
    mention = annotate.Mention(cue, 0, *made.sentence.spans[2], 2, 3)
    for acts, speaker, rule in ((rows, "A", "say"), (rows[1:], "", "call")):
        first = 2 - len(acts)
        matches = tuple(Match(row, at, at + 1) for at, row in enumerate(acts, start=first))
        (found,) = voice.assign([mention], [replace(made, acts=matches)], " " * 40)
        assert (found.speaker, found.rule) == (speaker, rule)


def test_own_words_that_set_the_scene() -> None:
    """Words shared with an act are governed, but not a scene that is set in or behind them."""
    made = by_hand.scene("v s b w", setting="s")
    row = Construction("say", "act", ("A",), ("own",), "", ())
    cue = Cue("frame", "f", "c", "core", "", "", ())

    def attributed(act: tuple[int, int], first: int, last: int) -> bool:
        scene = replace(made, acts=(Match(row, *act),))
        start, end = made.sentence.spans[first][0], made.sentence.spans[last - 1][1]
        mention = annotate.Mention(cue, 0, start, end, first, last)
        (found,) = voice.assign([mention], [scene], " " * 40)
        return found.voice == "attributed"

    assert attributed((0, 1), 0, 1)
    assert not attributed((0, 1), 0, 3)  # A said after a meeting
    assert not attributed((0, 4), 2, 3)  # within the words of the act
    assert attributed((0, 4), 3, 4)  # the last of them
    assert not attributed((0, 1), 2, 3)


def test_continued() -> None:
    """And that, where a sentence begins, goes on with what was said; the narrator turns away."""
    assert decide("t b", mention=1, and_that="t").rule == "continued"
    found = decide("t b", mention=1, and_that="t")
    assert (found.start, found.end) == (0, 1)  # the words that go on: *and that*
    assert decide("t w b", mention=2, and_that="t", turn="w") == Voice("narrator")
    assert decide("t w b", mention=2, and_that="t", but="w") == Voice("narrator")
    assert decide("a t b", mention=2, and_that="t") == Voice("narrator")


def test_first_person() -> None:
    """I, unquoted and before any act, is somebody who is quoted."""
    found = decide("i b", mention=1, first_person="i")
    assert found == Voice("attributed", "", "first_person", 0, 1)
    assert decide("b i", mention=0, first_person="i").voice == "attributed"
    assert decide("i b", mention=1, first_person="i", quoted="i") == Voice("narrator")
    assert decide("b v i", (1, "own"), mention=0, first_person="i") == Voice("narrator")


def test_nearest_act_before() -> None:
    """Of several acts before it the last governs; one before outweighs one after."""
    assert decide("v v b", (0, "after"), (1, "after"), mention=2).place == "speech.tsv:1"
    assert decide("v b v", (0, "after"), (2, "before"), mention=1).place == "speech.tsv:0"
    assert decide("b v v", (1, "before"), (2, "before"), mention=0).place == "speech.tsv:1"
    assert decide("v b v", (0, "sentence"), (2, "before"), mention=1).place == "speech.tsv:2"
    assert decide("v v b", (0, "after"), (1, "own"), mention=1).place == "speech.tsv:1"


def test_quotation() -> None:
    """Words in a quotation without an act: the last subject before them outside of it speaks."""
    found = decide("A B c q", mention=3, quoted="q")
    assert found == Voice("attributed", "B", "quotation", 6, 7)
    assert decide("A B c q", mention=3, quoted="q", parties="B").speaker == "A"
    assert decide("A B q", mention=2, quoted="Bq").speaker == "A"
    assert decide("q A", mention=0, quoted="q").speaker == ""
    assert decide("v q", (0, "introduces"), mention=1, quoted="q").speaker == "A"


def test_loose_quotation(book) -> None:
    """A line with one mark is quoted, up to an act behind the mention."""
    language = book.languages["he"]
    assert assign("ההסכם ייחתם מחר, אין ספק ”.", "ההסכם", language).rule == "quotation"
    assert (
        assign("ההסכם ייחתם מחר. מוסקבה אמרה: זה טוב ”.", "ההסכם", language).voice == "attributed"
    )
    text = "ההסכם ייחתם מחר ומוסקבה הודיעה: זה טוב ”."
    assert assign(text, "ההסכם", language) == Voice("narrator")


def test_owner_of_a_quotation(book) -> None:
    """An act right behind the quotation owns it, whoever spoke before."""
    text = 'מוסקבה הודיעה דבר. "ההסכם ייחתם מחר בבוקר", אמרה אנקרה.'
    assert assign(text, "ההסכם", book.languages["he"]).speaker == "turkey"
    text = 'אנקרה הודיעה דבר. "ההסכם ייחתם מחר בבוקר". מוסקבה אמרה כי הגשם ירד.'
    assert assign(text, "ההסכם", book.languages["he"]).speaker == "turkey"
