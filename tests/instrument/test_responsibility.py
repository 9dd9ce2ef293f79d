"""Who is held responsible: made-up news sentences, one word of each taken as the mention."""

from dataclasses import replace

import language_by_hand as by_hand
import pytest
from framing.instrument import annotate, mentions, responsibility, scenes
from framing.instrument.constructions import PREFIXES, Construction, Grammar
from framing.instrument.cues import Cue, CuedLanguage
from framing.instrument.responsibility import Responsibility

import workflow


def read(name: str) -> list[list[str]]:
    """The rows of a sheet of tests, without its header."""
    lines = (workflow.ROOT / "tests/data" / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines[1:]]


SENTENCES, CONSTRUCTIONS = read("responsibility.tsv"), read("constructions.tsv")


def assign(text: str, word: str, language: CuedLanguage, code="violation") -> Responsibility:
    """Responsibility for a mention at the first place of `word`."""
    sentences = annotate.prepare_text(text, language)
    at = text.index(word)
    place = next(i for i, (start, _) in enumerate(sentences[0].spans) if start >= at)
    asks = code == "violation"
    cue = Cue("frame", code, "made_up", "core", "", word, (), asks_responsible=asks)
    mention = annotate.Mention(cue, 0, *sentences[0].spans[place], place, place + 1)
    surveyed = scenes.survey([mention], sentences, text, language)
    return responsibility.assign([mention], surveyed, language)[0]


@pytest.mark.parametrize(("language", "text", "word", "actor"), SENTENCES)
def test_assign(language: str, text: str, word: str, actor: str, book) -> None:
    """Each sentence blames whom a reader sees blamed."""
    assert assign(text, word, book.languages[language]).actor == actor


def test_other_frames_have_nobody(book) -> None:
    """Responsibility is a matter of violations and harm alone."""
    found = assign("המשטר הפר את הפסקת האש.", "הפר", book.languages["he"], code="threat")
    assert found == Responsibility("")


def test_decision_shows_its_words(book) -> None:
    """The offsets are those of the actor's name, in the raw text; none shows what hides it."""
    text = "خروقات خطيرة من الجانب الروسي."
    found = assign(text, "خروقات", book.languages["ar"])
    assert (found.rule, text[found.start : found.end]) == ("by", "الروسي")
    text = "تم خرق الهدنة أمس."
    found = assign(text, "خرق", book.languages["ar"])
    assert (found.rule, text[found.start : found.end]) == ("auxiliary", "تم")


def test_only_frames_hold_responsible(book) -> None:
    """A concept with the name of a frame, as `violation`, has no responsible actor."""
    text, language = "המשטר הפר את הפסקת האש.", book.languages["he"]
    rows = mentions.tabulate(annotate.prepare_text(text, language), text, language)
    columns = [name for name in mentions.COLUMNS if name != "article"]
    found = [dict(zip(columns, row, strict=True)) for row in rows]
    held = {row["kind"]: row["responsible"] for row in found if row["code"] == "violation"}
    assert held == {"frame": "regime", "concept": ""}


# Constructions of a made-up language: word, rule, role, party, scope.
AGENCY = [
    ("hits", "does", "names", "subject", "own after"),
    ("struck", "was", "hides", "", "own"),
    ("got", "auxiliary", "hides", "", "after"),
    ("by", "by", "names", "", "before"),
    ("blames", "blames", "names", "object", "after"),
    ("says", "after", "names", "after", "after"),
    ("bad", "between", "between", "", ""),
    ("fire", "deed", "deed", "", ""),
    ("ships", "doer", "doer", "", ""),
    ("fault", "fault", "names", "after somebody", "before"),
    ("harms", "harms", "names", "subject somebody", "own after"),
    ("suspects", "suspects", "names", "object somebody", "after"),
    ("his", "whose", "names", "earlier somebody", "own"),
    ("hurts", "hurts", "names", "subject", "own after"),
    ("hurts", "passive", "passive", "", "own"),
    ("taking", "taking", "takes_object", "", "own"),
    ("storm", "cause", "cause", "", ""),
    ("beats", "beats", "names", "subject somebody", "own after"),
    ("pirates", "culprit", "culprit", "", ""),
    ("troop", "troop", "doer", "venus", ""),
    ("band", "crowd", "doer", "owner", ""),
    ("theirs", "theirs", "doer", "earlier", ""),
    ("out", "out", "of", "", ""),
    ("tries", "tries", "helps", "", ""),
    ("it", "it", "pronoun", "", ""),
    ("raids", "owned", "names", "owner", "own after"),
    ("bites", "bites", "names", "subject before", "own after"),
    ("since", "since", "conjunction", "", ""),
    ("rule", "rule", "names", "subject anywhere somebody", "own"),
    ("held", "held", "names", "earlier", "before"),
    ("bites", "biting", "takes_object", "", "own"),
]
ACTORS = ("mars", "venus", "civilians")
RAIDS = ("raid venus b|c", "mars raid")


@pytest.fixture
def made_up() -> CuedLanguage:
    """A language with these constructions; `breach` asks who is responsible, as do hits, struck."""
    known = by_hand.language()
    known.cues += [by_hand.cue(known, a, kind="actor", code=a, concept=a) for a in ACTORS]
    known.cues += [
        by_hand.cue(known, words, asks_responsible=True)
        for words in ("breach", "hits", "harms", "hurts", "his", "taking", "struck", "rule", *RAIDS)
    ]
    compiler = by_hand.compiler(known)
    rows = [
        Construction(
            rule,
            role,
            tuple(party.split()),
            tuple(scope.split()),
            f"agency.tsv:{number}",
            compiler.compile(by_hand.pattern(word)),
        )
        for number, (word, rule, role, party, scope) in enumerate(AGENCY, start=2)
    ]
    empty = dict.fromkeys(PREFIXES, ())
    known.agency = Grammar(rows, empty)
    known.speech = Grammar(
        [
            Construction(role, role, (), (), "", compiler.compile(by_hand.pattern(word)))
            for word, role in (
                ("that", "that"),
                ("of", "preposition"),
                ("by", "preposition"),
                ("while", "turn"),
                ("since", "preposition"),
            )
        ],
        empty,
    )
    person = replace(known.speech.rows[0], role="person", party=("jove",))
    known.speech.rows.append(replace(person, sequence=compiler.compile(by_hand.pattern("who"))))
    says = replace(known.speech.rows[0], rule="tells", role="act", party=("subject",))
    known.speech.rows.append(replace(says, sequence=compiler.compile(by_hand.pattern("tells"))))
    return known


@pytest.mark.parametrize(("text", "actor", "rule", "words", "place", "why"), CONSTRUCTIONS)
def test_constructions(made_up, text, actor, rule, words, place, why) -> None:
    """Who does it, by which rule, from which words, in which row."""
    sentences = annotate.prepare_text(text, made_up)
    found = annotate.find_mentions(sentences, made_up)
    surveyed = scenes.survey(found, sentences, text, made_up)
    (held,) = (
        held
        for mention, held in zip(
            found, responsibility.assign(found, surveyed, made_up), strict=True
        )
        if mention.cue.kind == "frame"
    )
    shown = held.actor, held.rule, text[held.start : held.end], held.place
    assert shown == (actor, rule, words, place), why
