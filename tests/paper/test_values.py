"""How values are printed."""

import pytest
from framing.paper.tables import values

NAN = float("nan")


@pytest.mark.parametrize(
    ("kind", "value", "digits", "shown"),
    [
        ("text", "a", 0, "a"),
        ("text", None, 0, ""),
        ("integer", 14406, 0, "14,406"),
        ("integer", None, 0, "–"),
        ("number", -0.2649, 2, "−0.26"),
        ("number", -0.001, 2, "0.00"),
        ("number", 1234.5, 1, "1,234.5"),
        ("number", NAN, 2, "–"),
        ("percent", 0.294, 0, "29"),
        ("percent", NAN, 0, "–"),
        ("points", -0.255, 0, "−26"),
        ("points", -0.001, 0, "0"),
        ("points", 0.0351, 1, "3.5"),
        ("p", 0.3741, 2, "0.37"),
        ("p", 0.0099, 2, "<0.01"),
        ("p", 0.01, 2, "0.01"),
        ("p", None, 2, "–"),
    ],
)
def test_values(kind, value, digits, shown):
    """True minus, no negative zero, a dash for what is missing."""
    assert values.KINDS[kind][0](value, digits) == shown


def test_missing():
    """None, an empty text and not a number are missing, zero is not."""
    assert [values.is_missing(value) for value in (None, "", NAN, 0)] == [True, True, True, False]
