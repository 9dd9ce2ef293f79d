"""What the user did wrong, in one line."""

from collections.abc import Callable
from typing import NoReturn


class InputError(Exception):
    """Bad input: names the file, the place in it and the remedy."""

    def __init__(self, place: object, problem: str, remedy: str = "") -> None:
        """Join the three parts to one line."""
        text = f"{place}: {problem}" + (f"; {remedy}" if remedy else "")
        super().__init__(" ".join(text.split()))


Report = Callable[[InputError], None]


def refuse(error: InputError) -> NoReturn:
    """Raise the error: what a reader does with a mistake unless it is to collect them."""
    raise error
