"""Words that somebody's earlier processing damaged, restored from a table and counted."""

from collections import Counter

from framing.texts.text import Span, tokenise

BOUNDARY = "¶"


def find_boundaries(text: str, rows: list[dict[str, str]]) -> list[int]:
    """Offsets in `text` where the table separates sentences that had been joined."""
    cuts = []
    for row in rows:
        if row["kind"] == "boundary":
            before = row["restored"].split(BOUNDARY)[0].rstrip()
            at = text.find(row["damaged"])
            while at >= 0:
                cuts.append(at + len(before))
                at = text.find(row["damaged"], at + 1)
    return sorted(cuts)


def restore(
    text: str, spans: list[Span], rows: list[dict[str, str]]
) -> tuple[list[str], Counter[int]]:
    """Restored form of each word, and how often each row (by its index) was applied.

    `damaged` and `restored` have the same number of words; words that are equal in both are context
    and stay as they are. Where several rows fit, the longest is used; no word is restored twice.
    """
    forms = [text[start:end] for start, end in spans]
    result, used = list(forms), [False] * len(forms)
    counts: Counter[int] = Counter()
    for index in sorted(_word_rows(rows), key=lambda i: -len(rows[i]["damaged"])):
        damaged, restored = (_words(rows[index][cell]) for cell in ("damaged", "restored"))
        width = len(damaged)
        for at in range(len(forms) - width + 1):
            changed = [at + i for i in range(width) if damaged[i] != restored[i]]
            if forms[at : at + width] == damaged and not any(used[i] for i in changed):
                for i in changed:
                    result[i], used[i] = restored[i - at], True
                counts[index] += 1
    return result, counts


def _word_rows(rows: list[dict[str, str]]) -> list[int]:
    return [i for i, row in enumerate(rows) if row["kind"] == "word"]


def _words(cell: str) -> list[str]:
    return [cell[start:end] for start, end in tokenise(cell)]
