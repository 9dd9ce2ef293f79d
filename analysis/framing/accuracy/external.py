"""How good the instrument is on texts that it was not developed on: counts from a sheet.

The texts themselves are no part of the project; the sheet says how many decisions on them were
right and wrong, who coded them, and which version of the instrument was tested.
"""

from pathlib import Path

import polars as pl

from framing import sheets
from framing.accuracy import scoring
from framing.errors import InputError, warn_of_frames

SCORES = "scores"  # value of the column `seen`: nobody read the texts, but scores on them were seen
HELD_OUT = ["never", SCORES]
COUNTS = ["texts", "true_positive", "false_positive", "false_negative"]
ORIGIN = ["coders", "seen", "instrument"]
KEYS = ["corpus", "language", "frame"]
ACCURACY = {
    **dict.fromkeys([*KEYS, "measure"], pl.String),
    **dict.fromkeys(["estimate", "low", "high"], pl.Float64),
    "n": pl.Int64,
    **dict.fromkeys(ORIGIN, pl.String),
}


def read(path: Path | str, codes: dict[str, dict], languages: list[str]) -> pl.DataFrame:
    """The counts of the sheet: KEYS, COUNTS and ORIGIN, a row per corpus, language and frame.

    Of a corpus on which several versions of the instrument were tested, the last in the sheet
    counts. Frames that the codebook lacks are left out with a warning. Raises InputError (file,
    row, column) for an unknown language, a doubled row, or counts that exceed the number of texts.
    """
    rows, keys, lacking = [], set(), []
    for number, row in enumerate(sheets.read(path, "external"), start=2):
        place = f"{path}: row {number}"
        key = tuple(row[name] for name in (*KEYS, "instrument"))
        if row["language"] not in languages:
            problem = f"{row['language']!r} is unknown"
            raise InputError(f"{place}, column language", problem, f"use {', '.join(languages)}")
        if key in keys:
            raise InputError(place, f"{', '.join(key[:-1])} is listed twice", "drop one")
        keys.add(key)
        counts = {name: int(row[name]) for name in COUNTS}
        texts, *decided = counts.values()
        if sum(decided) > texts:
            problem = f"{sum(decided)} decisions on {texts} texts"
            raise InputError(place, problem, "count each text once for each frame")
        if row["frame"] in codes["frame"]:
            rows.append(row | counts)
        else:
            lacking.append(row["frame"])
    warn_of_frames(path, lacking)
    last = {row["corpus"]: row["instrument"] for row in rows}
    tested = [row for row in rows if row["instrument"] == last[row["corpus"]]]
    schema = dict.fromkeys(KEYS, pl.String) | dict.fromkeys(COUNTS, pl.Int64)
    return pl.DataFrame(tested, schema=schema | dict.fromkeys(ORIGIN, pl.String))


def choose(counts: pl.DataFrame, corpus: str, path: Path | str) -> pl.DataFrame:
    """The counts of one corpus; InputError if the sheet has others only."""
    mine = counts.filter(corpus=corpus)
    if mine.is_empty() and counts.height:
        known = "; ".join(counts["corpus"].unique(maintain_order=True))
        raise InputError(path, f"has no corpus {corpus!r}", f"accuracy.corpus may be {known}")
    return mine


def measure(counts: pl.DataFrame, *, level: float = 0.95) -> pl.DataFrame:
    """Precision, recall and F1 of each frame and of all together (`micro`): ACCURACY.

    `n` is the denominator of the measure (for f1 the decisions true or found). Intervals as in
    `scoring.rate`.
    """
    # ASSUME in scores over all frames the decisions on one text count as independent, since only
    # counts are known. On 2,400 coded development sentences the variance over sentences was .88 to
    # 1.01 of that of independent decisions.
    parts = []
    for _, mine in counts.group_by("corpus", "language", maintain_order=True):
        whole = {name: mine[name].sum() for name in COUNTS} | {"frame": scoring.MICRO}
        for row in [*mine.to_dicts(), mine.row(0, named=True) | whole]:
            cells = (row[name] for name in COUNTS[1:])
            for name, (interval, n) in scoring.rate(*cells, level=level).items():
                ends = dict(zip(("estimate", "low", "high"), map(float, interval), strict=True))
                parts.append(row | {"measure": name, "n": n} | ends)
    return pl.DataFrame(parts, schema=ACCURACY)
