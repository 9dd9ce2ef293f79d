"""Python's search for unused objects, which costs much where many objects stay."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

OFTEN = 50_000  # new objects between two searches


@contextmanager
def building() -> Iterator[None]:
    """No search while something large is built, all of which stays."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


def settle() -> None:
    """From now on search seldom, and never among the objects that exist already."""
    gc.freeze()
    gc.set_threshold(OFTEN)
