"""How far the words of an act reach: where what is said begins and ends."""

from dataclasses import replace

import language_by_hand as by_hand
import pytest
from framing.instrument import annotate, voice
from framing.instrument.constructions import Construction, Match
from framing.instrument.cues import Cue
from framing.instrument.voice import Voice
from voice_by_hand import decide


@pytest.mark.parametrize(
    ("scope", "mention", "attributed"),
    [
        ("after", 2, True),
        ("after", 0, False),
        ("after", 1, False),
        ("before", 0, True),
        ("before", 2, False),
        ("before", 1, False),
        ("own", 1, True),
        ("own", 0, False),
        ("own", 2, False),
        ("sentence", 0, True),
        ("sentence", 2, True),
        ("introduces", 2, False),
    ],
)
def test_scope(scope: str, mention: int, attributed: bool) -> None:
    """What an act governs: its own words, those after or before it, the sentence."""
    found = decide("a v b", (1, scope), mention=mention)
    assert (found.voice == "attributed") is attributed
    if attributed:
        assert found == Voice("attributed", "A", "say", 2, 3, "speech.tsv:1")


@pytest.mark.parametrize(
    ("text", "options", "attributed"),
    [
        ("v a w b", {"turn": "w"}, False),
        ("v t w b", {"turn": "w", "that": "t"}, True),  # part of what is said
        ("v a w b", {"turn": "w", "quoted": "w"}, True),
        ("v A s b", {"setting": "s"}, False),
        ("v A p s b", {"setting": "s", "preposition": "p"}, True),
        ("v t s b", {"setting": "s", "that": "t"}, True),
        ("v s c d b", {"setting": "s"}, True),  # too far from the mention
        ("v a w b", {"but": "w"}, False),
        ("v t a w b", {"but": "w", "that": "t"}, True),  # whoever speaks goes on
    ],
)
def test_reach(text: str, options: dict[str, str], attributed: bool) -> None:
    """What is said ends at a turn; words that set the scene of the act are the narrator's."""
    found = decide(text, (0, "after"), mention=len(text.split()) - 1, **options)
    assert (found.voice == "attributed") is attributed


def test_scene_before_that() -> None:
    """What sets the scene of an act is the narrator's up to *that*, behind a preposition too."""
    options = {"setting": "s", "preposition": "p", "that": "t"}
    assert decide("v p s b t", (0, "after"), mention=3, **options).voice == "narrator"
    assert decide("v p s c d b t", (0, "after"), mention=5, **options).voice == "narrator"
    assert decide("v p b t s c", (0, "after"), mention=2, **options).voice == "attributed"
    assert decide("v p s t b", (0, "after"), mention=4, **options).voice == "attributed"


@pytest.mark.parametrize(
    ("text", "role", "relative", "attributed"),
    [
        ("v a / b", "act", True, False),  # who demanded a, b
        ("v a / b", "act", False, True),
        ("v a b", "act", True, True),
        ("v a / b", "noun_act", False, False),  # the demand of a, b
        ("v a b", "noun_act", False, True),
        ("v t / b", "noun_act", False, True),  # the demand that a, b
    ],
)
def test_end_at_a_pause(text: str, role: str, relative: bool, attributed: bool) -> None:
    """What is said in a relative clause or by a noun ends at a pause, unless that opens it."""
    made = by_hand.scene(text, that="t")
    row = Construction("say", role, ("A",), ("after",), "", ())
    starts = frozenset({0} if relative else ())
    scene = replace(made, acts=(Match(row, 0, 1),), relative=starts)
    last = len(scene) - 1
    cue = Cue("frame", "f", "c", "core", "", "", ())
    mention = annotate.Mention(cue, 0, *scene.sentence.spans[last], last, last + 1)
    (found,) = voice.assign([mention], [scene], " " * 40)
    assert (found.voice == "attributed") is attributed


@pytest.mark.parametrize(
    ("text", "options", "attributed"),
    [
        ("v a / b", {"timed": {0}}, False),  # after A demanded a, b
        ("v a b", {"timed": {0}}, True),
        ("v t a / b", {"timed": {0}}, False),
        ("v t a / t b", {"timed": {0}}, True),  # and that b
        ("v t a / b", {"relative": {0}}, False),
        ("v a / b", {"semicolons": {2}}, False),
        ("v t a / b", {"semicolons": {3}}, False),
        ("v t a / t b", {"semicolons": {3}}, True),  # and that b
        ("v n / r b", {"roles": "r"}, False),  # demanded A, who met b
        ("v t / r b", {"roles": "r"}, True),
    ],
)
def test_end(text: str, options: dict[str, object], attributed: bool) -> None:
    """What is said in a clause of time ends with it; a semicolon, a clause on the speaker."""
    made = by_hand.scene(text, that="t", relative=str(options.pop("roles", "")))
    row = Construction("say", "act", ("A",), ("after",), "", ())
    scene = replace(made, acts=(Match(row, 0, 1),), **options)
    last = len(scene) - 1
    cue = Cue("frame", "f", "c", "core", "", "", ())
    mention = annotate.Mention(cue, 0, *scene.sentence.spans[last], last, last + 1)
    (found,) = voice.assign([mention], [scene], " " * 40)
    assert (found.voice == "attributed") is attributed


@pytest.mark.parametrize(
    ("text", "act", "mention", "party", "attributed"),
    [
        ("b v", 1, 0, "subject", True),
        ("s b v", 2, 1, "subject", False),  # after a meeting, A said
        ("c s b v", 3, 2, "subject", True),
        ("s b v", 2, 1, "after", True),  # after a meeting, according to A
        ("v s b", 0, 2, "subject", False),
        ("v c s b", 0, 3, "subject", False),
        ("v t s b", 0, 3, "subject", True),
        ("v w b", 0, 2, "subject", False),
        ("b w v", 2, 0, "subject", True),
    ],
)
def test_whole_sentence(text: str, act: int, mention: int, party: str, attributed: bool) -> None:
    """An act that governs its sentence leaves what sets its scene to the narrator."""
    options = {"setting": "s", "that": "t", "turn": "w"}
    found = decide(text, (act, "sentence"), mention=mention, speaker=party, **options)
    assert (found.voice == "attributed") is attributed


@pytest.mark.parametrize(
    ("text", "act", "options", "attributed"),
    [
        ("b a / c v", 3, {}, True),  # …, c said
        ("b a / j c v", 4, {"joins": "j"}, False),  # b came, and c said
        ("b j v", 2, {"joins": "j"}, False),  # b came and said
        ("b / a j v", 3, {"joins": "j"}, True),  # …, A and C said
        ("b / c v t", 3, {}, True),
        ("b / c v t", 2, {"that": "t"}, False),  # b came, c said that
        ("b c v t", 2, {"that": "t"}, True),  # the head of b said that
        ("b / c v q", 2, {"quoted": "q"}, True),  # what is quoted goes on
    ],
)
def test_clause_before(text: str, act: int, options: dict[str, str], attributed: bool) -> None:
    """A clause before the one of the act is the narrator's where the act begins a new one."""
    found = decide(text, (act, "sentence"), mention=0, speaker="subject", **options)
    assert (found.voice == "attributed") is attributed


def test_semicolon_before() -> None:
    """What is before a semicolon is not said behind it, whatever the act is."""
    made = by_hand.scene("b / c v")
    row = Construction("say", "act", ("A",), ("sentence",), "", ())
    cue = Cue("frame", "f", "c", "core", "", "", ())
    mention = annotate.Mention(cue, 0, *made.sentence.spans[0], 0, 1)
    for semicolons, said in ((frozenset(), True), (frozenset({1}), False)):
        scene = replace(made, acts=(Match(row, 2, 3),), semicolons=semicolons)
        (found,) = voice.assign([mention], [scene], " " * 40)
        assert (found.voice == "attributed") is said


def test_clause_on_the_speaker_before_that() -> None:
    """Between the verb and what is said a relative clause tells who speaks."""
    options = {"that": "t", "relative": "r"}
    assert decide("v n r b t", (0, "after"), mention=3, **options).voice == "narrator"
    assert decide("v n c b t", (0, "after"), mention=3, **options).voice == "attributed"


@pytest.mark.parametrize(
    ("text", "mention", "attributed"),
    [
        ("n b v t", 1, True),
        ("n b v c", 1, False),  # nothing is said
        ("n p b v t", 2, False),  # behind a preposition
        ("n c d e b v t", 4, False),  # too far in a long name
    ],
)
def test_name_of_the_speaker(text: str, mention: int, attributed: bool) -> None:
    """A frame in the name of who speaks is said with what follows, if the name is plain."""
    made = by_hand.scene(text, that="t", preposition="p", person="n")
    at = made.forms.index("v")
    row = Construction("say", "act", ("subject",), ("after",), "", ())
    scene = replace(made, acts=(Match(row, at, at + 1),), unlisted="J")
    cue = Cue("frame", "f", "c", "core", "", "", ())
    place = annotate.Mention(cue, 0, *made.sentence.spans[mention], mention, mention + 1)
    (found,) = voice.assign([place], [scene], " " * 40)
    assert (found.voice == "attributed") is attributed
