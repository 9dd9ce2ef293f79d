"""Texts with a 0/1 column per frame: which columns are frames, and whether every cell is 0 or 1."""

from collections.abc import Iterable
from difflib import get_close_matches

from framing.errors import InputError

Row = dict[str, str]
ALMOST = 0.85  # ratio of matching letters from which a name is taken for a misspelt one


def find_frames(
    header: list[str], frames: Iterable[str], *, place: object, remedy: str
) -> list[str]:
    """The frames that are columns of a table.

    Raises InputError (with `remedy`) if there is none, and for a column with almost such a name.
    """
    frames = list(frames)
    for name in header:
        if name not in frames and (close := get_close_matches(name, frames, 1, ALMOST)):
            problem = f"no frame is named {name!r}"
            raise InputError(f"{place}: row 1", problem, f"is it {close[0]}? Rename the column")
    found = [frame for frame in frames if frame in header]
    if not found:
        raise InputError(f"{place}: row 1", "has no column of a frame", remedy)
    return found


def check(rows: Iterable[Row], frames: list[str], *, place: object) -> list[Row]:
    """The rows; InputError if there are none, or for a cell of a frame that is not 0 or 1."""
    checked = []
    for number, row in enumerate(rows, start=2):
        for frame in frames:
            if row[frame] not in ("0", "1"):
                where = f"{place}: row {number}, column {frame}"
                problem = f"{row[frame]!r} is not allowed" if row[frame] else "is empty"
                raise InputError(where, problem, "write 0 or 1")
        checked.append(row)
    if not checked:
        raise InputError(place, "has no rows below its header")
    return checked
