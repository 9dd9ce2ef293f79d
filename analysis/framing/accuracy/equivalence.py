"""Does the instrument find the same in all languages: the check on parallel sentences.

A parallel file has a row per content: id, frames (coded once, from the content, parted by `|`), and
a column per language with its name (hebrew, arabic, …); further columns are left alone.
"""

from itertools import combinations
from math import sqrt
from pathlib import Path
from statistics import NormalDist

import polars as pl

from framing import sheets
from framing.accuracy.scoring import wilson
from framing.errors import InputError
from framing.instrument import annotate
from framing.instrument.codebook import Codebook

NAN = float("nan")
ALL = "all"  # the row of all frames together


def name_columns(codebook: Path | str) -> dict[str, str]:
    """Code of each language by the name of its column: {"hebrew": "he", …}."""
    rows = sheets.read(Path(codebook) / "languages.tsv", "languages")
    return {row["name"].lower(): row["language"] for row in rows}


def read(
    path: Path | str, frames: list[str], columns: dict[str, str]
) -> tuple[list[dict[str, str]], list[str]]:
    """Rows of a parallel file, sentences under the codes of their languages, and these codes.

    Raises InputError for fewer than two languages, a doubled id, an unknown frame, a missing
    sentence.
    """
    rows, parsed = sheets.read(path, "parallel"), []
    names = [name for name in columns if rows and name in rows[0]]
    if len(names) < 2:
        remedy = f"name at least two columns after languages: {', '.join(columns)}"
        raise InputError(f"{path}: row 1", "has fewer than two languages", remedy)
    seen = set()
    for number, row in enumerate(rows, start=2):
        place = f"{path}: row {number}, column"
        if row["id"] in seen:
            raise InputError(f"{place} id", f"{row['id']!r} stands twice", "rename one")
        seen.add(row["id"])
        coded = [frame for frame in row["frames"].split("|") if frame]
        for frame in coded:
            if frame not in frames:
                raise InputError(
                    f"{place} frames", f"{frame!r} is unknown", f"use {', '.join(frames)}"
                )
        for name in names:
            if not row[name].strip():
                raise InputError(f"{place} {name}", "is empty", "a row needs every language")
        parsed.append(row | {columns[name]: row[name] for name in names} | {"coded": coded})
    return parsed, [columns[name] for name in names]


def code(rows: list[dict], languages: list[str], book: Codebook) -> pl.DataFrame:
    """What is found: id, frame, coded (0/1, by content), and a 0/1 column per language."""
    classify = {name: annotate.classifier(book.languages[name]) for name in languages}
    table = []
    for row in rows:
        found = {}
        for name in languages:
            language = book.languages[name]
            prepared = annotate.prepare_text(row[name], language, classify[name])
            mentions = annotate.find_mentions(prepared, language)
            found[name] = {m.cue.code for m in mentions if m.cue.kind == "frame"}
        table += [
            (
                row["id"],
                frame,
                int(frame in row["coded"]),
                *(int(frame in f) for f in found.values()),
            )
            for frame in book.frames
        ]
    schema = {"id": pl.String, "frame": pl.String, "coded": pl.Int64}
    return pl.DataFrame(table, schema | dict.fromkeys(languages, pl.Int64), orient="row")


def measure(found: pl.DataFrame, languages: list[str], *, level: float = 0.95) -> pl.DataFrame:
    """How alike two languages are coded: a row per frame and pair of languages, `all` at the end.

    Columns: frame, first, second, sentences, coded (by content), found_first, found_second, ratio
    (of the two rates) with low and high; same (sentences coded alike in both), share_same with
    same_low and same_high (Wilson). In the row `all`, found means with any frame, and same means
    the same set of frames.
    """
    rows = []
    for first, second in combinations(languages, 2):
        whole = found.group_by("id", maintain_order=True).agg(
            pl.col("coded", first, second).max(),
            (pl.col(first) == pl.col(second)).all().alias("same"),
        )
        by_frame = found.with_columns((pl.col(first) == pl.col(second)).alias("same"))
        parts = [*by_frame.partition_by("frame", maintain_order=True), whole]
        for part in parts:
            frame = part["frame"][0] if "frame" in part.columns else ALL
            a, b = part[first], part[second]
            cells = int((a * b).sum()), int((a * (1 - b)).sum()), int(((1 - a) * b).sum())
            same, n = int(part["same"].sum()), part.height
            counts = n, int(part["coded"].sum()), int(a.sum()), int(b.sum())
            ratio = paired_ratio(*cells, level=level)
            share = same / n, *wilson(same, n, level=level)
            rows.append((frame, first, second, *counts, *ratio, same, *share))
    names = "frame first second sentences coded found_first found_second ratio low high"
    schema = [*names.split(), "same", "share_same", "same_low", "same_high"]
    return pl.DataFrame(rows, schema=schema, orient="row")


def paired_ratio(
    both: int, only_first: int, only_second: int, *, level: float = 0.95
) -> tuple[float, float, float]:
    """Ratio of two rates measured on the same sentences, with its interval.

    From the sentences found in both, only in the first, only in the second language. Hybrid
    Wilson interval, which has a width also where both agree throughout; nan where neither finds
    any; the ratio or its upper end is infinite where the second finds none. Bonett & Price 2006;
    recommended by Fagerland et al. 2014.
    """
    n, x, y = both + only_first + only_second, both + only_first, both + only_second
    if n == 0:
        return NAN, NAN, NAN
    spread = sqrt((only_first + only_second + 2) / ((x + 1) * (y + 1)))
    parts = (sqrt((1 - (k + 1) / (n + 2)) / (k + 1)) for k in (x, y))
    z = NormalDist().inv_cdf((1 + level) / 2) * spread / sum(parts)
    adjusted = 2 * NormalDist().cdf(z) - 1
    (low_x, high_x), (low_y, high_y) = (wilson(k, n, level=adjusted) for k in (x, y))
    upper = high_x / low_y if low_y else float("inf")
    return x / y if y else float("inf"), low_x / high_y, upper


def differing(found: pl.DataFrame, languages: list[str], rows: list[dict]) -> pl.DataFrame:
    """Items that function differently: sentences in which a frame is found in some languages only.

    Columns: id, frame, coded (by content: 1 or 0), found_in, missed_in (languages), and the
    sentence in each language.
    """
    texts = pl.DataFrame(
        [(row["id"], *(row[name] for name in languages)) for row in rows],
        schema=dict.fromkeys(["id", *languages], pl.String),
        orient="row",
    )
    apart = found.filter(pl.max_horizontal(languages) != pl.min_horizontal(languages))
    split = [
        pl.concat_str(
            [pl.when(pl.col(n) == value).then(pl.lit(n)) for n in languages],
            separator=", ",
            ignore_nulls=True,
        ).alias(column)
        for column, value in (("found_in", 1), ("missed_in", 0))
    ]
    return apart.select("id", "frame", "coded", *split).join(texts, on="id", maintain_order="left")
