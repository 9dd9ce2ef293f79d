"""A user's own coded texts: voice and responsible actor beside the frames."""

from framing.accuracy import scorecard
from framing.accuracy.coded_texts import CodedTexts

HEADER = ["language", "text", "violation", "voice", "responsible"]
OWN = "חיל האוויר הסורי הפר את הפסקת האש."
SAID = "האופוזיציה אמרה כי צבא סוריה הפר את הפסקת האש."
CALM = "השמש זורחת היום."


def compare(book, *cells):
    """The table beside the instrument."""
    rows = [dict(zip(HEADER, row, strict=True)) for row in cells]
    numbers = list(range(2, len(rows) + 2))
    return scorecard.compare(CodedTexts("input", ["violation"], rows, numbers), book)


def test_details_by_hand(book):
    """Two violations: the voice of both is read right, the actor of the second is coded wrongly."""
    compared = compare(
        book,
        ("he", OWN, "1", "narrator", "regime"),
        ("he", SAID, "1", "attributed", "russia"),
        ("he", CALM, "0", "", ""),
        ("he", CALM, "1", "narrator", "none"),  # the instrument finds no frame: not compared
    )
    found = compared.details.select("unit", "kind", "majority", "instrument").rows()
    assert found == [
        (0, "voice", "narrator", "narrator"),
        (0, "responsible", "regime", "regime"),
        (1, "voice", "attributed", "attributed"),
        (1, "responsible", "russia", "regime"),
        (0, "blamed", "somebody", "somebody"),
        (1, "blamed", "somebody", "somebody"),
    ]
    scores = scorecard.score(compared, resamples=50, seed=1)
    shares = {row["frame"]: row for row in scores.filter(measure="accuracy").to_dicts()}
    assert (shares["voice"]["estimate"], shares["voice"]["n"]) == (1, 2)
    assert (shares["responsible"]["estimate"], shares["responsible"]["n"]) == (0.5, 2)
    assert (shares["blamed"]["estimate"], shares["blamed"]["n"]) == (1, 2)
    shown = scorecard.lay_out(scores, compared.same, {"violation": "violation"}).splitlines()
    actor, blamed = (next(line for line in shown if line.startswith(name))
                     for name in ("right actor", "somebody or nobody"))  # fmt: skip
    assert actor == "right actor               2          0.50 [0.09, 0.91]"
    assert blamed == "somebody or nobody        2          1.00 [0.34, 1.00]"
    violation = next(line for line in shown if line.startswith("violation"))
    assert [violation.index(start) for start in ("1.00 [", "0.67 [", "0.80 [")] == [37, 60, 83]
    assert not any(line.startswith("reader") for line in shown)


def test_empty_cells_are_not_compared(book):
    """Neither voice nor actor given."""
    compared = compare(book, ("he", OWN, "1", "", ""))
    assert compared.details.height == 0
    scores = scorecard.score(compared, resamples=50, seed=1)
    assert set(scores["measure"]) == {"precision", "recall", "f1"}


def test_languages_differ_in_what_both_have(book):
    """A difference of voice where both languages give it."""
    ar = "خرق الجيش السوري وقف إطلاق النار."
    compared = compare(book, ("he", OWN, "1", "narrator", ""), ("ar", ar, "1", "attributed", ""))
    scores = scorecard.score(compared, resamples=50, seed=1)
    gap = scores.filter(language="he-ar", frame="voice").row(0, named=True)
    assert gap["estimate"] == 1
    assert gap["low"] < 1


def test_languages_of_the_same_content(book):
    """The breach is found in Hebrew alone, so one of two contents is coded alike."""
    rows = [
        {"id": unit, "language": language, "text": text, "frames": "", "violation": "0"}
        for unit, language, text in (
            ("a", "he", OWN), ("a", "ar", "الشمس مشرقة"), ("b", "he", CALM), ("b", "ar", "الشمس")
        )
    ]  # fmt: skip
    texts = CodedTexts("input", ["violation"], rows, [2, 2, 3, 3], parallel=True)
    compared = scorecard.compare(texts, book, reader="mine")
    assert compared.same.rows() == [("mine", "he-ar", 2, 0.5, 0)]
    scores = scorecard.score(compared, resamples=20, seed=1)
    shown = scorecard.lay_out(scores, compared.same, {"violation": "violation"})
    assert "\nmine      he-ar              2        0.50     0.00\n" in shown
    assert shown.endswith(scorecard.SAME_NOTE)
