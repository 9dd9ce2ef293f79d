"""Who is held responsible: made-up news sentences, one word of each taken as the mention."""

import pytest
from framing.instrument import annotate, mentions, responsibility, scenes
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
    """A thing meant that bears the name of a frame, as the concept violation, has no actor."""
    text, language = "המשטר הפר את הפסקת האש.", book.languages["he"]
    rows = mentions.tabulate(annotate.prepare_text(text, language), text, language)
    columns = [name for name in mentions.COLUMNS if name != "article"]
    found = [dict(zip(columns, row, strict=True)) for row in rows]
    held = {row["kind"]: row["responsible"] for row in found if row["code"] == "violation"}
    assert held == {"frame": "regime", "concept": ""}
