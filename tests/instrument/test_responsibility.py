"""Who is held responsible: made-up news sentences, one word of each taken as the mention."""

from dataclasses import replace

import language_by_hand as by_hand
import pytest
from framing.instrument import annotate, mentions, responsibility, scenes
from framing.instrument.constructions import PREFIXES, Construction, Grammar
from framing.instrument.cues import Cue, CuedLanguage
from framing.instrument.responsibility import Responsibility

import workflow

SENTENCES = [
    line.split("\t")
    for line in (workflow.ROOT / "tests/data/responsibility.tsv").read_text("utf-8").splitlines()
][1:]


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
        for words in ("breach", "hits", "harms", "hurts", "his", "taking", "struck", *RAIDS)
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
            )
        ],
        empty,
    )
    person = replace(known.speech.rows[0], role="person", party=("jove",))
    known.speech.rows.append(replace(person, sequence=compiler.compile(by_hand.pattern("who"))))
    return known


@pytest.mark.parametrize(
    ("text", "actor", "rule", "words", "place"),
    [
        ("breach mars", "mars", "genitive", "mars", ""),
        ("breach bad mars", "mars", "genitive", "mars", ""),
        ("breach bad bad mars", "mars", "genitive", "mars", ""),
        ("breach good mars", "none", "unnamed", "breach", ""),
        ("breach, mars", "none", "unnamed", "breach", ""),
        ("breach bad, mars", "none", "unnamed", "breach", ""),
        ("breach civilians", "none", "unnamed", "breach", ""),  # who suffers it
        ("breach by mars", "mars", "by", "mars", "agency.tsv:5"),
        ("breach a b c d by mars", "mars", "by", "mars", "agency.tsv:5"),
        ("breach a b c d e by mars", "mars", "by", "mars", "agency.tsv:5"),  # the sixth word
        ("breach a b c d e f by mars", "none", "unnamed", "breach", ""),
        ("breach, by mars", "none", "unnamed", "breach", ""),
        ("breach fire by mars", "mars", "carried_by", "mars", "agency.tsv:5"),  # of another deed
        ("breach by a b mars", "mars", "by", "mars", "agency.tsv:5"),
        ("breach by a b c mars", "none", "unnamed", "breach", ""),
        ("mars hits a", "mars", "does", "mars", "agency.tsv:2"),
        ("hits a mars", "mars", "does", "mars", "agency.tsv:2"),
        ("mars struck a", "none", "was", "struck", "agency.tsv:3"),  # the subject suffers it
        ("struck mars", "none", "was", "struck", "agency.tsv:3"),
        ("struck a by mars", "mars", "by", "mars", "agency.tsv:5"),
        ("got breach mars", "none", "auxiliary", "got", "agency.tsv:4"),
        ("got a breach a", "none", "unnamed", "breach", ""),
        ("venus blames mars a breach", "mars", "blames", "mars", "agency.tsv:6"),
        ("venus blames mars that a breach", "none", "unnamed", "breach", ""),
        ("venus blames mars that breach", "mars", "blames", "mars", "agency.tsv:6"),  # it does
        ("mars a, hits b", "mars", "does", "mars", "agency.tsv:2"),  # two verbs of one subject
        ("mars a that b, hits c", "none", "unnamed", "hits", ""),
        ("civilians a, hits b", "none", "unnamed", "hits", ""),
        ("venus blames a b c d e f g breach mars", "mars", "genitive", "mars", ""),
        ("a says of mars b breach", "mars", "after", "mars", "agency.tsv:7"),
        ("a says b c d e mars breach", "none", "unnamed", "breach", ""),
        ("a says b c d mars breach", "mars", "after", "mars", "agency.tsv:7"),  # the fourth word
        ("raid venus b", "venus", "genitive", "venus", ""),  # within the words of the cue
        ("mars raid b", "none", "unnamed", "mars raid", ""),
        ("a blames b raid venus c", "venus", "genitive", "venus", ""),
        ("fire mars and breach", "mars", "carried_genitive", "mars", ""),
        ("breach and fire mars", "mars", "carried_genitive", "mars", ""),
        ("fire mars, breach, fire venus", "mars", "carried_genitive", "mars", ""),
        ("fire mars while breach", "none", "unnamed", "breach", ""),
        ("ships hits a", "jove", "does", "ships", "agency.tsv:2"),  # of nobody in particular
        ("ships mars hits a", "mars", "does", "mars", "agency.tsv:2"),
        ("ships a mars hits a", "mars", "does", "mars", "agency.tsv:2"),
        ("breach by ships", "jove", "by", "ships", "agency.tsv:5"),
        ("breach of ships", "none", "unnamed", "breach", ""),
        ("breach fault a b", "jove", "fault", "a", "agency.tsv:11"),  # somebody, none of the actors
        ("breach fault mars", "mars", "fault", "mars", "agency.tsv:11"),
        ("breach fault of a", "none", "unnamed", "breach", ""),
        ("breach fault, a", "none", "unnamed", "breach", ""),
        ("breach fault", "none", "unnamed", "breach", ""),
        ("breach fault storm", "none", "unnamed", "breach", ""),  # in nobody's name
        ("breach fault fire", "none", "unnamed", "breach", ""),
        ("a b harms c", "jove", "harms", "a b", "agency.tsv:12"),
        ("storm harms c", "none", "unnamed", "harms", ""),
        ("harms c", "none", "unnamed", "harms", ""),
        ("a beats c, breach", "jove", "beats", "a", "agency.tsv:19"),
        ("a beats c d e f g h i j k breach", "jove", "carried_beats", "a", "agency.tsv:19"),
        ("a harms c, fire mars", "mars", "carried_genitive", "mars", ""),  # an actor counts more
        ("a suspects breach", "jove", "suspects", "breach", "agency.tsv:13"),
        ("mars a his", "mars", "whose", "mars", "agency.tsv:14"),
        ("a his", "jove", "whose", "his", "agency.tsv:14"),
        ("hurts mars", "none", "passive", "hurts", "agency.tsv:16"),  # read as a passive
        ("mars hurts a", "mars", "hurts", "mars", "agency.tsv:15"),
        ("mars a hurts b", "mars", "hurts", "mars", "agency.tsv:15"),
        ("of mars hurts b", "none", "passive", "hurts", "agency.tsv:16"),
        ("a mars hurts b", "none", "passive", "hurts", "agency.tsv:16"),
        ("taking mars", "none", "taking", "taking", "agency.tsv:17"),
        ("taking by mars", "mars", "by", "mars", "agency.tsv:5"),
    ],
)
def test_constructions(made_up, text, actor, rule, words, place) -> None:
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
    assert (held.actor, held.rule, text[held.start : held.end], held.place) == (
        actor,
        rule,
        words,
        place,
    )
