"""Verbs of saying behind what was said, in sentences of one-letter words; `v` speaks."""

import language_by_hand as by_hand
import pytest
from framing.instrument import inversion
from framing.instrument.constructions import Construction, Match

ROW = Construction("say", "act", ("subject",), ("inverted",), "", ())


@pytest.mark.parametrize(
    ("text", "options", "inverted"),
    [
        ("a b / v A", {}, True),
        ("a / r b / v A", {"relative": "r"}, False),  # a, who came late, said
        ("a / r b / v A", {"that_prefix": "r"}, False),
        ("a / b / v A", {"relative": "r"}, True),
        ("a / v A", {"quoted": "v"}, False),  # a part of what is quoted
    ],
)
def test_is_inverted(text: str, options: dict[str, str], inverted: bool) -> None:
    """It opens a clause behind what was said, outside a quotation."""
    made = by_hand.scene(text, **options)
    at = made.forms.index("v")
    assert inversion.is_inverted(made, Match(ROW, at, at + 1)) is inverted


@pytest.mark.parametrize(
    ("text", "options", "between"),
    [
        ("a / v b / c q", {"quoted": "q"}, True),  # a, said b, c …
        ("a / v b / q", {"quoted": "q", "colons": "q"}, False),
        ("a / v b / t", {"that": "t"}, False),
        ("a / v b c q", {"quoted": "q"}, False),
        ("a v b / c q", {"quoted": "q"}, False),
    ],
)
def test_is_between(text: str, options: dict[str, str], between: bool) -> None:
    """Pauses are before the verb and behind its clause, and a quotation goes on later."""
    made = by_hand.scene(text, **options)
    at = made.forms.index("v")
    said = len(made) - 1
    assert inversion.is_between(made, Match(ROW, at, at + 1), said) is between
