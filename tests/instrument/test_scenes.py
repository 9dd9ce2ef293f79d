"""Scenes of a made-up language; `p-` is a preposition and `w-` opens a clause, both prefixes."""

from dataclasses import replace

import language_by_hand as by_hand
import pytest
from framing.instrument import annotate, scenes
from framing.instrument.constructions import PREFIXES, Construction, Grammar


@pytest.fixture
def language():
    """Actors `mars` and `venus`, the verb `says`, words of some roles."""
    known = by_hand.language()
    known.lexicon = replace(known.lexicon, proclitics={"p": 2, "w": 2})
    made = by_hand.compiler(known)
    rows = [
        ("say", "act", "says"),
        ("that", "that", "that"),
        ("of", "preposition", "of"),
        ("the", "light", "the"),
        ("head", "office", "head"),
        ("daily", "medium", "daily|pdaily"),
    ]
    known.speech = Grammar(
        [
            Construction(
                rule, role, ("subject",), ("after",), "", made.compile(by_hand.pattern(word))
            )
            for rule, role, word in rows
        ],
        dict.fromkeys(PREFIXES, ()) | {"prefix": ("p",), "that_prefix": ("w",)},
    )
    known.cues = [
        by_hand.cue(known, name, kind="actor", code=name, concept=name)
        for name in ("mars", "venus")
    ] + [by_hand.cue(known, "mars rover", kind="actor", code="mars", concept="mars.rover")]
    return known


def survey(text, language):
    """The scene of a text of one sentence."""
    sentences = annotate.prepare_text(text, language)
    mentions = annotate.find_mentions(sentences, language)
    (scene,) = scenes.survey(mentions, sentences, text, language)
    return scene


def list_prefixed(scene):
    """By role the words that begin with a prefix; those beyond the sentence do not."""
    places = range(-1, len(scene) + 2)
    return {role: {at for at in places if at in found} for role, found in scene.prefixed.items()}


def test_words(language):
    """Forms, roles, acts, and words with a prefix."""
    scene = survey("mars says that pmars wvenus", language)
    assert tuple(scene.forms) == ("mars", "says", "that", "pmars", "wvenus")
    assert len(scene) == 5
    assert scene.roles["that"] == {2}
    assert scene.has("that", 2)
    assert not scene.has("that", 1)
    assert not scene.has("light", 2)
    assert [(act.first, act.last) for act in scene.acts] == [(1, 2)]
    others = ("and_prefix", "when_prefix", "article", "noun_article")
    empty = dict.fromkeys(others, frozenset())
    assert list_prefixed(scene) == {"prefix": {3}, "that_prefix": {4}} | empty


def test_prefix_needs_letters(language):
    """Three letters must follow a prefix."""
    assert list_prefixed(survey("pab pabc", language))["prefix"] == {1}


def test_pauses(language):
    """A clause may begin after a comma, a bracket, a dash; not after a hyphen or a blank."""
    assert survey("a b, c (d) e - f; g", language).breaks == {0, 2, 3, 4, 5, 6}
    assert survey("a b: c", language).breaks == {0, 2}
    assert survey("a b: c, d", language).colons == {2}


def test_quotations(language):
    """A quotation of three words and more, with a break at both ends."""
    scene = survey('a "b c d" e "f" g', language)
    assert scene.quoted == (None, 0, 0, 0, None, None, None)
    assert {1, 4} <= scene.breaks
    assert 5 not in scene.breaks


def test_parties(language):
    """An actor, its words, whether a preposition governs it or it opens a clause."""
    parties = survey("mars a of venus b pmars c wvenus", language).parties
    assert [(p.actor, p.first, p.last, p.oblique, p.opens) for p in parties] == [
        ("mars", 0, 1, False, False),
        ("venus", 3, 4, True, False),
        ("mars", 5, 6, True, False),
        ("venus", 7, 8, False, True),
    ]


def test_preposition_before_a_pause(language):
    """A pause ends what a preposition governs."""
    assert survey("a of, venus", language).parties[0].oblique is False


def test_preposition_before_a_light_word(language):
    """One light word may be between: *of the mars*."""
    assert survey("of the mars", language).parties[0].oblique is True
    assert survey("of the the mars", language).parties[0].oblique is False
    assert survey("of, the mars", language).parties[0].oblique is False
    assert survey("of a mars", language).parties[0].oblique is False


def test_office_is_light(language):
    """An office names nobody new, so it is a light word too."""
    scene = survey("the head says", language)
    assert [scene.has("light", at) for at in range(3)] == [True, True, False]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("daily mars says", 0),
        ("mars daily says", 0),
        ("daily, mars says", 1),
        ("mars, daily says", 1),
        ("mars pdaily says", 1),
        ("mars a daily says", 1),
    ],
)
def test_whose_medium_it_is(text, parties, language):
    """Whose newspaper it is names no party."""
    assert len(survey(text, language).parties) == parties


def test_joined_names(language):
    """A name right behind one that a preposition governs is governed too, unless it opens."""
    assert [p.oblique for p in survey("of mars venus", language).parties] == [True, True]
    assert [p.oblique for p in survey("of mars, venus", language).parties] == [True, False]
    assert [p.oblique for p in survey("of mars wvenus", language).parties] == [True, False]
    assert [p.oblique for p in survey("mars venus", language).parties] == [False, False]


def test_one_party_a_place(language):
    """Of two mentions of an actor within each other the longer is the party."""
    parties = survey("mars rover venus", language).parties
    assert [(p.actor, p.first, p.last) for p in parties] == [("mars", 0, 2), ("venus", 2, 3)]


def test_actors_are_sought(language):
    """Where no mention of an actor is given, they are found by their cues."""
    sentences = annotate.prepare_text("mars says", language)
    (scene,) = scenes.survey([], sentences, "mars says", language)
    assert [p.actor for p in scene.parties] == ["mars"]


def test_sentences(language):
    """A scene for each sentence, with its own parties."""
    text = "mars a\nb venus"
    sentences = annotate.prepare_text(text, language)
    first, second = scenes.survey([], sentences, text, language)
    assert [[p.actor for p in s.parties] for s in (first, second)] == [["mars"], ["venus"]]
    assert tuple(first.forms) == ("mars", "a")


@pytest.mark.parametrize(("form", "verb"), [("says", True), ("psays", False), ("wsays", True)])
def test_is_verb(language, form, verb):
    """A word with a preposition before it is no verb."""
    scene = survey(f"mars {form}", language)
    assert [act.first for act in scene.acts] == ([1] if verb else [])


def test_noun_of_saying(language):
    """It may follow a preposition, but has no article."""
    language.speech.prefixes["article"] = ("the",)
    language.lexicon = replace(language.lexicon, proclitics={"p": 2, "the": 2})
    made = by_hand.compiler(language).compile(by_hand.pattern("demand"))
    language.speech.rows.append(Construction("noun", "noun_act", ("after",), ("after",), "", made))
    assert [act.first for act in survey("mars pdemand", language).acts] == [1]
    assert survey("mars thedemand", language).acts == ()


def test_relative(language):
    """*Who* is before the verb, with light words alone between, or written together with it."""
    for role in ("who", "now"):
        made = by_hand.compiler(language).compile(by_hand.pattern(role))
        kind = {"who": "relative", "now": "light"}[role]
        language.speech.rows.append(Construction(role, kind, (), (), "", made))
    assert survey("mars who says", language).relative == {2}
    assert survey("mars who now says", language).relative == {3}
    assert survey("mars wsays", language).relative == {1}
    assert survey("mars who a says", language).relative == set()
    assert survey("mars who, says", language).relative == set()


def test_governed(language):
    """A preposition governs what follows, unless *that* is written together with it."""
    made = by_hand.compiler(language).compile(by_hand.pattern("ships"))
    match = scenes.Match(Construction("doer", "doer", (), (), "", made), 1, 2)
    assert scenes.is_governed(survey("of ships", language), match, language)
    assert scenes.is_governed(survey("a pships", language), match, language)
    assert not scenes.is_governed(survey("of wships", language), match, language)


def test_ambiguous_prefix(language):
    """A form that is the verb also without taking the prefix off is a verb."""
    made = by_hand.compiler(language)
    sequence = made.compile(by_hand.pattern("pays|ays"))
    match = scenes.Match(Construction("pay", "act", (), (), "", sequence), 0, 1)
    assert scenes.is_verb(match, "pays", language)
    assert scenes.is_verb(match, "wpays", language)
    assert not scenes.is_verb(match, "ppays", language)


def test_beginning_of_a_verb(language):
    """A form that begins as the sheet says is a verb, though its first letter may be a prefix."""
    sequence = by_hand.compiler(language).compile(by_hand.pattern("pay*"))
    match = scenes.Match(Construction("pay", "act", (), (), "", sequence), 0, 1)
    assert scenes.is_verb(match, "payed", language)
    assert not scenes.is_verb(match, "ppayed", language)
