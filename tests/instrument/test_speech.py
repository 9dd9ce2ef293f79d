"""Speech acts and speakers, in sentences of one-letter words; `v` speaks, capitals are parties."""

from dataclasses import replace

import language_by_hand as by_hand
import pytest
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
        (scene("v b s t", that="t", setting="s"), False),  # after that
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


def test_subject():
    """The party; a subject that is none ends the search; an open one leaves the next place."""
    assert speakers(scene("A v", party="subject previous")) == ["A"]
    first = scene("B v")
    assert speakers(first, scene("a v", party="subject previous")) == ["B", ""]
    assert speakers(first, scene("l v", light="l", party="subject previous")) == ["B", "B"]


def test_unlisted():
    """Somebody who is none of the actors is the unlisted one, a pronoun is nobody."""
    made = replace(scene("a v t", that="t"), unlisted="X")
    assert speakers(made) == ["X"]
    assert speakers(replace(scene("l v t", light="l", that="t"), unlisted="X")) == [""]
    source = scene("v p o b A", party="after", preposition="p", outsider="o")
    assert speakers(replace(source, unlisted="X")) == ["X"]  # o speaks for himself, not for A
    belongs = scene("n p A v t", person="n", preposition="p", parties="A", that="t")
    assert speakers(replace(belongs, unlisted="X")) == ["A"]


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


def test_named():
    """Offsets of the words that name the speaker, an actor or somebody else, in the clause."""

    def named(made):
        (act,) = speech.find_acts([replace(made, unlisted="X")])
        return act.named

    assert named(scene("l a A v t", light="l", that="t")) == (2, 5)
    assert named(scene("a b c A v t", that="t")) == (2, 7)  # a title of two words
    assert named(scene("v p A d t", party="after", preposition="p", that="t")) == (4, 5)
    assert named(scene("v A C A t", that="t")) == (2, 3)
    assert named(scene("v A A c t", that="t")) == (2, 5)  # a title and a name
    assert named(scene("a s p A v t", person="s", preposition="p", that="t")) == (2, 7)
    assert named(scene("s v A t", person="s", that="t")) == (4, 5)  # not over the verb
    assert named(scene("A / v b t", party="A", that="t")) == speech.NOWHERE
    assert named(scene("l a b v t", light="l", that="t")) == (2, 5)
    assert named(scene("v o b t", party="after", outsider="o", that="t")) == (2, 3)
    assert named(scene("v t", that="t")) == speech.NOWHERE


def test_after():
    """A source after the act, as in *according to A*, within five words, with prepositions."""
    assert speakers(scene("v p A", party="after", preposition="p")) == ["A"]
    assert speakers(scene("v b c d e A", party="after")) == ["A"]
    assert speakers(scene("v b c d e f A", party="after")) == [""]


def test_earlier():
    """The speaker of the act before it in the sentence, else the first possible subject."""
    assert speakers(scene("A v b v", party="earlier")) == ["A", "A"]
    assert speakers(scene("A B b v", party="earlier", parties="A")) == ["B"]
    assert speakers(scene("v A", party="earlier")) == [""]
    assert speakers(scene("B v"), scene("A b v", party="earlier")) == ["B", "A"]
    assert speakers(scene("a v b / v A", party="subject earlier")) == ["", "A"]


def test_actor_of_the_sheet():
    """An actor that the sheet names."""
    assert speakers(scene("v", party="un")) == ["un"]


def test_quoted_parties_are_hidden():
    """A party in the quotation is not who quotes, and the other way round."""
    assert speakers(scene("A v", quoted="A")) == [""]
    assert speakers(scene("A v", quoted="Av")) == ["A"]


def test_find_recent():
    """The last act, up to three sentences back."""
    acts = speech.find_acts([scene("A v"), scene("B v"), scene("a"), scene("a")])
    assert speech.find_recent(acts, 1).speaker == "B"
    assert speech.find_recent(acts, 4).speaker == "B"
    assert speech.find_recent(acts, 5) is None
    assert not speech.find_recent([], 0)


def test_previous():
    """A speech act without a speaker of its own continues the one before."""
    later = scene("v", party="previous")
    calm = scene("a")
    assert speakers(scene("A v"), later) == ["A", "A"]
    assert speakers(scene("A v"), calm, calm, calm, later) == ["A", ""]


def test_transitive():
    """What is behind a transitive verb is its object, and not who speaks."""
    assert speakers(scene("v A", scope="own after")) == ["A"]
    assert speakers(scene("v A", scope="transitive")) == [""]
    assert speakers(scene("B a / v A", scope="transitive", party="subject earlier")) == ["B"]


def test_office():
    """An office speaks for whoever was named before, or else for somebody of its own."""
    named = "subject earlier previous"
    made = replace(scene("o v t", that="t", party=named, light="o", office="o"), unlisted="J")
    plain = replace(scene("o v t", that="t", party=named, light="o"), unlisted="J")
    assert speakers(made) == ["J"]
    assert speakers(plain) == [""]
    assert speakers(scene("A v"), made) == ["A", "A"]


def test_office_of_a_party():
    """Who holds an office of an actor speaks for that actor: the head of A."""
    made = replace(scene("o p A v", light="o", office="o", preposition="p", parties="A"))
    assert speakers(made) == ["A"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("v a", "J"),
        ("v l a", "J"),
        ("v l", ""),
        ("v p a", ""),
        ("v t a", ""),
        ("v l / a", ""),
        ("v A", "A"),
    ],
)
def test_somebody(text, speaker):
    """Whoever is named behind an act that asks for it: according to a; not behind p or that."""
    made = scene(text, party="after somebody", light="l", preposition="p", that="t")
    assert speakers(replace(made, unlisted="J")) == [speaker]


def test_earlier_of_acts_within_another():
    """Of acts in what another one says, that other one goes on: A said B denied it, and warned."""
    options = {"party": "subject earlier", "that": "t"}
    assert speakers(scene("A v t B v / v", **options)) == ["A", "B", "A"]
    assert speakers(scene("A v t a / B v / v", **options)) == ["A", "B", "B"]


def test_civilians_are_no_earlier_speaker():
    """Who only suffers in a sentence does not speak through somebody's office."""
    made = scene("a A b / v", party="earlier")
    civil = tuple(party._replace(actor="civilians") for party in made.parties)
    assert speakers(replace(made, parties=civil)) == [""]
    assert speakers(made) == ["A"]
