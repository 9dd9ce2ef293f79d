"""Three answers instead of two: different, equivalent, or cannot tell."""

from typing import Literal

Answer = Literal["different", "equivalent", "cannot tell"]
DIFFERENT: Answer = "different"
EQUIVALENT: Answer = "equivalent"
CANNOT_TELL: Answer = "cannot tell"


def inner_level(level: float) -> float:
    """Return the level of the narrower interval of an equivalence test: 90 % beside 95 %."""
    return 2 * level - 1


def answer(
    outer: tuple[float, float], inner: tuple[float, float], *, smallest_difference: float
) -> Answer:
    """Return what two intervals (low, high) say of a difference.

    Different: the `outer` interval, of level L, excludes zero. Equivalent: the `inner` one, of
    `inner_level`, lies within ± `smallest_difference`: two one-sided tests, each of level 1 − L
    (Schuirmann 1987). Cannot tell: neither, or no interval (nan). A difference that is different
    and equivalent at once is real but too small to matter: it counts as different.
    """
    if outer[0] > 0 or outer[1] < 0:
        return DIFFERENT
    within = -smallest_difference < inner[0] and inner[1] < smallest_difference
    return EQUIVALENT if within else CANNOT_TELL
