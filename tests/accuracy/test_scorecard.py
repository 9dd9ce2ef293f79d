"""A user's own coded texts: voice and responsible actor beside the frames."""

import pytest
from framing.accuracy import scorecard
from framing.errors import InputError

HEADER = ["language", "text", "violation", "voice", "responsible"]
OWN = "חיל האוויר הסורי הפר את הפסקת האש."
SAID = "האופוזיציה אמרה כי צבא סוריה הפר את הפסקת האש."
CALM = "השמש זורחת היום."


def rows(*cells):
    """Rows of a coded table."""
    return [dict(zip(HEADER, row, strict=True)) for row in cells]


def compare(book, *cells):
    """The table beside the instrument."""
    return scorecard.compare(HEADER, rows(*cells), book)


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
    ]
    scores = scorecard.score(compared, resamples=50, seed=1)
    shares = {row["frame"]: row for row in scores.filter(measure="accuracy").to_dicts()}
    assert (shares["voice"]["estimate"], shares["voice"]["n"]) == (1, 2)
    assert (shares["responsible"]["estimate"], shares["responsible"]["n"]) == (0.5, 2)
    shown = scorecard.lay_out(scores, {"violation": "violation"}).splitlines()
    actor = next(line for line in shown if line.startswith("right actor"))
    assert actor == "right actor        2          0.50 [0.09, 0.91]"
    violation = next(line for line in shown if line.startswith("violation"))
    assert [violation.index(start) for start in ("1.00 [", "0.67 [", "0.80 [")] == [30, 53, 76]


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


@pytest.mark.parametrize(
    ("column", "value", "message"),
    [
        (3, "author", "row 2, column voice: 'author' is unknown; use narrator, attributed"),
        (4, "mars", "row 2, column responsible: 'mars' is unknown; use "),
    ],
)
def test_unknown_values(book, column, value, message):
    """Row, column and what is allowed."""
    cells = ["he", OWN, "1", "narrator", "none"]
    cells[column] = value
    with pytest.raises(InputError, match=message):
        compare(book, cells)
