"""Values as a printed table shows them."""

from collections.abc import Callable

MISSING = "–"
SMALLEST_P = 0.01


def is_missing(value: object) -> bool:
    """Whether there is no value: None, an empty text, or not a number."""
    return value in (None, "") or value != value


def text(value: object, digits: int) -> str:
    """Words as they are."""
    return "" if is_missing(value) else str(value)


def integer(value: float, digits: int) -> str:
    """A count, with a comma between thousands: 14406 → 14,406."""
    return number(value, 0)


def number(value: float, digits: int) -> str:
    """A number with as many decimals and a true minus; never a negative zero."""
    if is_missing(value):
        return MISSING
    shown = f"{value:,.{digits}f}"
    return shown.lstrip("-") if not shown.strip("-0.,") else shown.replace("-", "−")


def percent(value: float, digits: int) -> str:
    """A share in percent, or a difference of shares in points: 0.294 → 29."""
    return MISSING if is_missing(value) else number(100 * value, digits)


def p(value: float, digits: int) -> str:
    """A p-value with two decimals, the smallest as <0.01."""
    if is_missing(value):
        return MISSING
    return f"<{SMALLEST_P}" if value < SMALLEST_P else number(value, 2)


# Formats by the `kind` of a column, each with its usual number of decimals.
KINDS: dict[str, tuple[Callable, int]] = {
    "text": (text, 0),
    "integer": (integer, 0),
    "number": (number, 2),
    "percent": (percent, 0),
    "points": (percent, 0),
    "p": (p, 2),
}
