"""Compare two series of values, or two groups of series."""

from collections.abc import Sequence
from typing import cast

from numpy.typing import ArrayLike

from framing.errors import InputError
from framing.statistics import intervals
from framing.statistics.contrast import Contrast


def contrast(
    first: ArrayLike,
    second: ArrayLike,
    *,
    method: str = intervals.DEFAULT,
    level: float = 0.95,
) -> Contrast:
    """Return the mean of `first` minus that of `second`, with its interval and p-value.

    Each is a series of numbers, one per sentence in reading order (say 1 where a sentence carries a
    frame, else 0), or a list of such series, one per article. Fields of the result: `estimate`,
    `low` and `high` (interval of confidence `level`), `p`, `method`, `n_a` and `n_b` (units
    compared), `floor` (smallest p that an exact test over articles could give), and `reason`: why
    there is no interval or no p (then nan). `method` is one of
    `framing.statistics.intervals.METHODS`; the default takes values between 0 and 1 only. Raises
    InputError for an empty series, a value that is no number or outside that range, an unknown
    method or a level outside 0 to 1.

    >>> found = contrast([1, 0, 1, 1, 0, 1, 1, 0], [0, 0, 1, 0, 0, 0, 1, 0])
    >>> found.estimate, found.n_a, found.n_b
    (0.375, 8, 8)
    >>> found.method
    'effective number of sentences, dependence 0.5'
    """
    if not 0 < level < 1:
        raise InputError("level", f"{level} is not between 0 and 1", "give 0.95, say")
    try:
        return intervals.contrast(_as_group(first), _as_group(second), method=method, level=level)
    except (TypeError, ValueError) as error:
        raise InputError("contrast", str(error)) from None


def _as_group(values: ArrayLike) -> list[ArrayLike]:
    series = list(cast(Sequence[ArrayLike], values))
    return series if any(hasattr(one, "__len__") for one in series) else [values]
