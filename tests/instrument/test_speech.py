"""Speech acts in sentences of one-letter words: found, complete, inverted, and what they govern."""

from dataclasses import replace

import pytest
from framing.instrument import speech
from speech_by_hand import scene, speakers


def test_find_acts():
    """Words, offsets, speaker and number of the sentence."""
    (act,) = speech.find_acts([scene("a"), scene("b A v c")])
    assert (act.sentence, act.start, act.end, act.speaker, act.complete) == (1, 4, 5, "A", False)
    assert act.governs("after")
    assert not act.governs("before")


@pytest.mark.parametrize(
    ("made", "complete"),
    [
        (scene("v t", that="t"), True),
        (scene("v b c d e f g h t", that="t"), True),  # the eighth word
        (scene("v b c d e f g h i j k l m t", that="t"), True),  # further in its clause
        (scene("v b c d e f g h i j k l m n o t", that="t"), False),
        (scene("v b c d e f g h / i t", that="t"), False),  # in another one
        (scene("v b s t", that="t", setting="s", preposition="s"), False),  # after that
        (scene("v b s t", that="t", setting="s"), True),  # in the debate that
        (scene("v b t", that="t", but="t"), False),  # except that
        (scene("v c", colons="c"), True),
        (scene("v q", quoted="q"), True),
        (scene("v q", quoted="qv"), False),  # in the same quotation
        (scene("v t", that_prefix="t"), True),
        (scene("v b c t", that_prefix="t"), True),  # the third word
        (scene("v b c d t", that_prefix="t"), False),
        (scene("t v", that="t"), False),
        (scene("v"), False),
    ],
)
def test_complete(made, complete):
    """What is said follows: *that*, a colon, another quotation."""
    (act,) = speech.find_acts([made])
    assert act.complete is complete


def test_that_act():
    """A verb of another sense too is a speech act only when complete."""
    assert speech.find_acts([scene("A v b", role="that_act")]) == []
    assert speakers(scene("A v t", role="that_act", that="t")) == ["A"]


def test_acts_in_order():
    """By place, colons among verbs."""
    found = speech.find_acts([scene("A c / b B v", colons="c")])
    assert [(act.start, act.speaker) for act in found] == [(0, "A"), (8, "B")]
    assert found[0].match.construction.rule == "colon"
    assert found[0].governs("after")


def test_colon():
    """A party right before a colon speaks, unless a verb of its clause does, or it is oblique."""
    assert speakers(scene("A c", colons="c")) == ["A"]
    assert speakers(scene("A c", colons="c", parties="A")) == []
    assert speakers(scene("A b c", colons="c")) == []
    assert speakers(scene("a b / A c", colons="bc")) == []  # behind another colon
    assert speakers(scene("A b c", colons="bc")) == []  # a dateline: another one shortly behind
    assert speakers(scene("A b c d e f g h", colons="bh")) == []
    assert speakers(scene("A b c d e f g h i", colons="bi")) == ["A"]
    assert speakers(scene("v A c", colons="c")) == ["A"]
    assert [a.match.construction.rule for a in speech.find_acts([scene("v A c", colons="c")])] == [
        "say"
    ]


@pytest.mark.parametrize(
    ("made", "inverted"),
    [
        (scene("a b / v A", scope="inverted"), True),
        (scene("a b / v A / t", scope="inverted", that="t"), False),
        (scene("a b v A", scope="inverted"), False),  # no pause before it
        (scene("v A", scope="inverted"), False),
        (scene("a / v", scope="inverted"), False),
        (scene("a / v A", scope="inverted", and_prefix="v"), False),
        (scene("a / v A", scope="after"), False),
        (scene("a / v A b c d e f g h t", scope="inverted", that="t"), True),  # another clause's
    ],
)
def test_inverted(made, inverted):
    """A verb of saying behind a pause, without *that* and *and*: what is said comes before it."""
    (act,) = speech.find_acts([made])
    assert act.inverted is inverted
    assert act.governs("before") is inverted


@pytest.mark.parametrize(
    ("made", "inverted"),
    [
        (scene("a b / v A", scope="final"), True),  # …, warned A
        (scene("a b / v A p c", scope="final", preposition="p"), False),  # …, A warned of c
        (scene("a b / v A / p c", scope="final", preposition="p"), True),
    ],
)
def test_final(made, inverted):
    """A verb that may have an object has nobody but its subject behind it."""
    (act,) = speech.find_acts([made])
    assert act.inverted is inverted


def test_inserted():
    """What is said goes on behind a verb of saying that is put into it, unless *and* follows."""
    (act,) = speech.find_acts([scene("a / v A / b", scope="inverted")])
    assert act.governs("before")
    assert act.governs("after")
    joined = replace(scene("a / v A / b", scope="inverted"), joining=("b",))
    for made in (joined, scene("a / v A b", scope="inverted")):
        (act,) = speech.find_acts([made])
        assert not act.governs("after")


def test_relative_is_not_inverted():
    """A verb in a relative clause says nothing about what is before it: *…, who said*."""
    made = replace(scene("a / v A", scope="inverted"), relative=frozenset({1}))
    (act,) = speech.find_acts([made])
    assert not act.inverted


def test_name_that_begins_like_that():
    """A name is no *that*, though its first letter may be one."""
    (act,) = speech.find_acts([scene("v b t", that_prefix="t", person="t")])
    assert not act.complete


def test_act_that_opens_its_sentence():
    """It governs what follows, as in *as A announced, …*, if it usually governs what is before."""
    first, later = speech.find_acts([scene("v a v", scope="before")])
    assert first.governs("after")
    assert not later.governs("after")
