"""Batches of rows coded by several processes; the result does not depend on how many there are."""

import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from framing import memory
from framing.instrument import codebook
from framing.instrument.codebook import AsNeeded, Codebook
from framing.instrument.coder import Coder, Part, render

BATCHES = 14  # after so many a process begins anew with the words that it knows, to bound memory
FORKED = sys.platform == "linux"  # there a new process has the codebook without reading it again

Batch = list[dict[str, str]]
Make = Callable[[Codebook], Coder]


def code(
    batches: Iterable[Batch],
    header: list[str],
    book: Codebook,
    *,
    place: Path | str,
    mentions: bool,
    jobs: int,
    make: Make = Coder,
) -> Iterator[Part]:
    """The parts of the batches, in their order; `book` is the codebook in the folder `place`.

    `make` gives the coder of a codebook. With one job all is done here. Little is read in advance,
    so that memory does not grow with the corpus.
    """
    settings: dict[str, Any] = {"header": header, "mentions": mentions}
    if jobs == 1:
        coder = make(book)
        for first, batch in _number(batches):
            yield render(batch, coder, first=first, **settings)
        return
    context = get_context("fork" if FORKED else "spawn")
    given = (book if FORKED else place, make, settings)
    pool = ProcessPoolExecutor(jobs, context, _start, given)
    running: deque[Future[Part]] = deque()
    try:
        for first, batch in _number(batches):
            running.append(pool.submit(_code, batch, first))
            if FORKED and isinstance(book.languages, AsNeeded):
                book.languages.forget()  # The processes have begun, each with its copy.
            if len(running) > jobs:
                yield running.popleft().result()
        while running:
            yield running.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _number(batches: Iterable[Batch]) -> Iterator[tuple[int, Batch]]:
    """Each batch with the number of its first row."""
    first = 1
    for batch in batches:
        yield first, batch
        first += len(batch)


_worker: dict[str, Any] = {}


def _start(book: Codebook | Path | str, make: Make, settings: dict[str, Any]) -> None:
    """Make a process ready; an interrupt is for the process that asked."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    known = book if isinstance(book, Codebook) else codebook.read(book)
    _worker.update(make=lambda: make(known), settings=settings, left=0)


def _code(batch: Batch, first: int) -> Part:
    if not _worker["left"]:
        _worker["coder"] = None
        memory.release()
        _worker.update(coder=_worker["make"](), left=BATCHES)
        memory.settle()
    _worker["left"] -= 1
    return render(batch, _worker["coder"], first=first, **_worker["settings"])
