"""Batches of rows coded by several processes; the result does not depend on how many there are."""

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from framing.instrument import codebook
from framing.instrument.codebook import Codebook
from framing.instrument.coder import Coder, Part, render

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

    `make` gives the coder of a codebook. With one job all is done here. At most two batches per
    process are read in advance, so that memory does not grow with the corpus.
    """
    settings: dict[str, Any] = {"header": header, "mentions": mentions}
    if jobs == 1:
        coder = make(book)
        for first, batch in _number(batches):
            yield render(batch, coder, first=first, **settings)
        return
    # Started afresh, not forked: libraries with threads of their own may hang in a fork.
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), _start, (place, make, settings))
    running: deque[Future[Part]] = deque()
    try:
        for first, batch in _number(batches):
            running.append(pool.submit(_code, batch, first))
            if len(running) > 2 * jobs:
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


def _start(place: Path | str, make: Make, settings: dict[str, Any]) -> None:
    """Make a process ready; an interrupt is for the process that asked."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _worker.update(settings, coder=make(codebook.read(place)))


def _code(batch: Batch, first: int) -> Part:
    return render(batch, first=first, **_worker)
