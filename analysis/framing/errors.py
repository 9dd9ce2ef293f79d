"""What the user did wrong, or should look at, in one line."""

import warnings
from collections.abc import Callable, Collection
from typing import NoReturn


class InputError(Exception):
    """Bad input: names the file, the place in it and the remedy."""

    def __init__(self, place: object, problem: str, remedy: str = "") -> None:
        """Join the three parts to one line."""
        super().__init__(_join(place, problem, remedy))


class InputWarning(UserWarning):
    """Input that is accepted but is probably not what the user means."""


def warn(place: object, problem: str, remedy: str = "") -> None:
    """Warn of doubtful input in one line; the work goes on."""
    warnings.warn(_join(place, problem, remedy), InputWarning, stacklevel=3)


def warn_of_frames(path: object, lacking: Collection[str]) -> None:
    """Warn of frames in a sheet that the codebook lacks, say one of the user's own; if any."""
    if lacking:
        problem = f"the codebook lacks {', '.join(dict.fromkeys(lacking))}"
        warn(path, problem, "what the sheet says of that is left out")


def show_warnings(show: Callable[[str], None]) -> None:
    """Hand each warning on doubtful input to `show`, as its line alone, each time it is given."""
    usual = warnings.showwarning

    def display(message: Warning | str, category: type[Warning], *rest: object) -> None:
        if issubclass(category, InputWarning):
            show(str(message))
        else:
            usual(message, category, *rest)  # type: ignore[arg-type]

    warnings.simplefilter("always", InputWarning)
    warnings.showwarning = display  # type: ignore[assignment]


def _join(place: object, problem: str, remedy: str) -> str:
    text = f"{place}: {problem}" + (f"; {remedy}" if remedy else "")
    return " ".join(text.split())


Report = Callable[[InputError], None]


def refuse(error: InputError) -> NoReturn:
    """Raise the error: the default `Report`, beside functions that collect all mistakes."""
    raise error
