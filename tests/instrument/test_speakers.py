"""Who speaks: the speaker of each act in sentences of one-letter words."""

from dataclasses import replace

import pytest
from framing.instrument import acts, speech
from speech_by_hand import scene, speakers


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
    assert named(scene("p s v A t", person="s", preposition="p", that="t")) == (
        6,
        7,
    )  # not over the verb
    assert named(scene("A / v b t", party="A", that="t")) == acts.NOWHERE
    assert named(scene("l a b v t", light="l", that="t")) == (2, 5)
    assert named(scene("v o b t", party="after", outsider="o", that="t")) == (2, 3)
    assert named(scene("v t", that="t")) == acts.NOWHERE


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


def test_dependent():
    """A verb without a subject of its own goes on with whoever spoke or acted before it."""
    known = "subject earlier previous"
    made = scene("A w b C v t", party=known, that="t", dependent="v")
    assert speakers(made) == ["A"]
    assert speakers(scene("A w b C v t", party=known, that="t")) == ["C"]


def test_begun():
    """Somebody whom the sentence began with goes on speaking; a pronoun names nobody."""
    known = "subject earlier previous"

    def heard(text, **roles):
        return speakers(replace(scene(text, party=known, that="t", **roles), unlisted="X"))

    assert heard("a b / v t") == ["X"]
    assert heard("a b / j v t", joins="j") == ["X"]
    assert heard("a b / h v t", light="h", pronoun="h") == [""]
    assert heard("p b / v t", preposition="p") == [""]
    assert heard("p b s / v t", preposition="p", person="s") == ["X"]
    assert heard("p s / v t", preposition="p", person="s") == [""]


def test_source_ends_with_that():
    """What is said names no source, nor does whom or what a noun is about."""
    source = scene("v b t s", party="after", that="t", person="s")
    assert speakers(replace(source, unlisted="X")) == [""]
    assert speakers(scene("v p A t", party="after", preposition="p", that="t")) == ["A"]
    about = scene("v p A t", party="after", preposition="p", towards="p", that="t")
    assert speakers(about) == [""]


def test_envoy():
    """Where an envoy is sent to is not who speaks."""
    roles = {"preposition": "p", "parties": "A", "that": "t", "person": "n"}
    assert speakers(replace(scene("n p A v t", **roles), unlisted="X")) == ["A"]
    assert speakers(replace(scene("n p A v t", envoy="n", **roles), unlisted="X")) == ["X"]


def test_object_behind():
    """Behind a verb with a subject before it is whom it is told to."""
    made = scene("a v A t", party="subject", that="t")
    assert speakers(replace(made, unlisted="X")) == ["X"]
    assert speakers(replace(scene("l v A t", party="subject", light="l"), unlisted="X")) == ["A"]


def test_joined():
    """A verb joined to an act goes on with its speaker, and not with whom it is about."""
    roles = {"party": "subject earlier previous", "joins": "j"}
    assert speakers(scene("A v B j v t", that="t", **roles)) == ["A", "A"]
    assert speakers(scene("A v B / j C v t", that="t", **roles)) == ["A", "C"]
    assert speakers(scene("A v B v t", that="t", **roles)) == ["A", "B"]


def test_semicolon():
    """A speaker before a semicolon does not go on where a subject is behind it."""
    roles = {"party": "earlier previous", "that": "t"}
    first = scene("A v t a b / C d v t", **roles)
    assert speakers(first) == ["A", "A"]
    assert speakers(replace(first, semicolons=first.breaks)) == ["A", "C"]


def test_quoted_noun():
    """A noun in a quotation is used by whoever is quoted: *saw in it "an open threat"*."""
    made = scene("A b q v", party="subject earlier", role="noun_act", quoted="qv")
    assert speakers(replace(made, unlisted="X")) == [""]


def test_civilians_are_no_earlier_speaker():
    """Who only suffers in a sentence does not speak through somebody's office."""
    made = scene("a A b / v", party="earlier")
    civil = tuple(party._replace(actor="civilians") for party in made.parties)
    assert speakers(replace(made, parties=civil)) == [""]
    assert speakers(made) == ["A"]
