"""Several processes give what one gives."""

import gc
import signal
import weakref

import pytest
from framing.instrument import codebook, coder, jobs

TEXTS = {
    "he": "מועצת הביטחון אימצה את ההחלטה.",
    "ar": "خرق الجيش وقف إطلاق النار.",
}


@pytest.mark.slow
def test_any_number_of_processes(book):
    """Parts, their order and the numbers of rows do not depend on processes or batches."""
    rows = [
        {"language": name, "text": f"{text} {n}"} for n in range(12) for name, text in TEXTS.items()
    ]
    results = set()
    for count, size in ((1, 10_000), (1, 40), (2, 100), (3, 40)):
        parts = jobs.code(
            coder.split(rows, size),
            ["text"],
            book,
            place=codebook.PLACE,
            mentions=True,
            jobs=count,
        )
        _, sizes, tables, cues = zip(*parts, strict=True)
        results.add((sum(sizes), b"".join(tables).decode(), b"".join(cues).decode()))
    ((_, table, cues),) = results
    assert table.count("\r\n") == 24
    assert [line.split("\t")[0] for line in cues.splitlines()][-1] == "24"


@pytest.mark.slow
def test_a_process_begins_anew(book, monkeypatch):
    """After BATCHES batches with a new coder; the old one is gone. The parts are the same."""
    handler = signal.getsignal(signal.SIGINT)
    made = []

    def make(known):
        new = coder.Coder(known)
        made.append(weakref.ref(new))
        return new

    monkeypatch.setattr(jobs, "_worker", {})
    monkeypatch.setattr(jobs, "BATCHES", 2)
    batch = [{"language": name, "text": text} for name, text in TEXTS.items()]
    try:
        jobs._start(book, make, {"header": ["text"], "mentions": True})
        parts = [jobs._code(batch, 1) for _ in range(5)]
    finally:
        signal.signal(signal.SIGINT, handler)
        gc.unfreeze()
    assert [one() is None for one in made] == [True, True, False]
    assert all(part == parts[0] for part in parts)
