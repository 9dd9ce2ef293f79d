"""Python's garbage collector, which costs much time where many objects stay in memory."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

OFTEN = 500_000  # new objects between two collections


@contextmanager
def building() -> Iterator[None]:
    """No garbage collection while something large is built that stays in memory."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


def settle() -> None:
    """From now on collect seldom, and never among the objects that exist already."""
    gc.freeze()
    gc.set_threshold(OFTEN)


def release() -> None:
    """Collect what nothing uses any more, also of the objects that existed when it settled."""
    gc.unfreeze()
    gc.collect()
