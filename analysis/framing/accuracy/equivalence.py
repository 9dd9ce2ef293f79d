"""Does the instrument find the same in all languages: the check on parallel sentences.

A parallel file has a row per content: id, frames (coded once, from the content, separated by `|`),
and a column per language with its name (hebrew, arabic, …); further columns are ignored.
"""

from itertools import combinations
from math import sqrt
from pathlib import Path
from statistics import NormalDist

import numpy as np
import polars as pl

from framing import sheets
from framing.errors import InputError, warn_of_frames
from framing.instrument.codebook import Codebook, read_names
from framing.instrument.coder import Coder, Text
from framing.statistics.proportions import wilson

NAN = float("nan")
ALL = "all"  # the row of all frames together
DIFFERENT, EQUIVALENT, CANNOT_TELL = "different", "equivalent", "cannot tell"
MEASURED = {
    **dict.fromkeys(["frame", "first", "second"], pl.String),
    **dict.fromkeys(["sentences", "coded", "found_first", "found_second"], pl.Int64),
    **dict.fromkeys(["ratio", "low", "high"], pl.Float64),
    "answer": pl.String,
    "same": pl.Int64,
    **dict.fromkeys(["share_same", "same_low", "same_high"], pl.Float64),
}
DIFFERING = {
    **dict.fromkeys(["id", "frame"], pl.String),
    "coded": pl.Int64,
    **dict.fromkeys(["found_in", "missed_in"], pl.String),
}


def name_columns(codebook: Path | str) -> dict[str, str]:
    """Code of each language by the name of its column: {"hebrew": "he", …}."""
    return {name.lower(): code for code, name in read_names(codebook).items()}


def read(
    path: Path | str, frames: list[str], columns: dict[str, str]
) -> tuple[list[dict], list[str]]:
    """The rows, with each sentence under its language code, and the list of those codes.

    Frames that the codebook lacks are left out with a warning. Raises InputError for fewer than two
    languages, a doubled id or frame, a missing sentence, or no row.
    """
    return parse(sheets.read(path, "parallel"), frames, columns, place=path)


def parse(
    rows: list[dict[str, str]], frames: list[str], columns: dict[str, str], *, place: Path | str
) -> tuple[list[dict], list[str]]:
    """As `read`, from the rows of the sheet `place`."""
    if not rows:
        raise InputError(place, "has no rows below its header")
    names = [name for name in columns if name in rows[0]]
    if len(names) < 2:
        remedy = f"name at least two columns after languages: {', '.join(columns)}"
        raise InputError(f"{place}: row 1", "has fewer than two languages", remedy)
    seen, lacking, parsed = set(), [], []
    for number, row in enumerate(rows, start=2):
        where = f"{place}: row {number}, column"
        if row["id"] in seen:
            raise InputError(f"{where} id", f"{row['id']!r} is listed twice", "rename one")
        seen.add(row["id"])
        coded = [frame for frame in row["frames"].split("|") if frame]
        for frame in coded:
            if coded.count(frame) > 1:
                raise InputError(f"{where} frames", f"{frame!r} is listed twice", "drop one")
        lacking += [frame for frame in coded if frame not in frames]
        for name in names:
            if not row[name].strip():
                raise InputError(f"{where} {name}", "is empty", "a row needs every language")
        parsed.append(row | {columns[name]: row[name] for name in names} | {"coded": coded})
    warn_of_frames(place, lacking)
    return parsed, [columns[name] for name in names]


def code(rows: list[dict], languages: list[str], book: Codebook) -> pl.DataFrame:
    """What is found: id, frame, coded (0/1, by content), and a 0/1 column per language."""
    coder = Coder(book)
    found = np.array([coder.code([Text(name, row[name]) for row in rows]) for name in languages])
    table = [
        (row["id"], frame, int(frame in row["coded"]), *found[:, at, column].astype(int).tolist())
        for at, row in enumerate(rows)
        for column, frame in enumerate(book.frames)
    ]
    schema = {"id": pl.String, "frame": pl.String, "coded": pl.Int64}
    return pl.DataFrame(table, schema | dict.fromkeys(languages, pl.Int64), orient="row")


def measure(
    found: pl.DataFrame, languages: list[str], *, level: float = 0.95, alike: float = 0.8
) -> pl.DataFrame:
    """How alike two languages are coded: a row per frame and pair of languages, `all` at the end.

    Columns: frame, first, second, sentences, coded (by content), found_first, found_second, ratio
    (of the two rates) with low and high, answer (see `judge`); same (sentences coded alike in
    both), share_same with same_low and same_high (Wilson). In the row `all`, found means with any
    frame, and same means the same set of frames.
    """
    rows = []
    for first, second in combinations(languages, 2):
        whole = found.group_by("id", maintain_order=True).agg(
            pl.col("coded", first, second).max(),
            (pl.col(first) == pl.col(second)).all().alias("same"),
        )
        by_frame = found.with_columns((pl.col(first) == pl.col(second)).alias("same"))
        for part in [*by_frame.partition_by("frame", maintain_order=True), whole]:
            frame = part["frame"][0] if "frame" in part.columns else ALL
            a, b = part[first], part[second]
            cells = int((a * b).sum()), int((a * (1 - b)).sum()), int(((1 - a) * b).sum())
            same, n = int(part["same"].sum()), part.height
            counts = n, int(part["coded"].sum()), int(a.sum()), int(b.sum())
            ratio = *paired_ratio(*cells, level=level), judge(*cells, level=level, alike=alike)
            share = map(float, wilson(same, n, level=level))
            rows.append((frame, first, second, *counts, *ratio, same, *share))
    return pl.DataFrame(rows, schema=MEASURED, orient="row")


def judge(
    both: int, only_first: int, only_second: int, *, level: float = 0.95, alike: float = 0.8
) -> str:
    """Are the two rates equivalent, different, or can these sentences not tell.

    Equivalent: two one-sided tests (Schuirmann 1987) reject that the ratio is below `alike` and
    that it is above 1 / `alike`, each at 1 - `level`; that is, the interval of the ratio at
    2 × `level` - 1 (90 % for 95 %) is within these margins. Else different, if the interval at
    `level` excludes 1.
    """
    cells = both, only_first, only_second
    _, low, high = paired_ratio(*cells, level=2 * level - 1)
    if alike < low and high < 1 / alike:
        return EQUIVALENT
    _, low, high = paired_ratio(*cells, level=level)
    return DIFFERENT if low > 1 or high < 1 else CANNOT_TELL


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
    share_x, share_y = (wilson(k, n, level=adjusted) for k in (x, y))
    upper = float(share_x.high / share_y.low) if share_y.low else float("inf")
    return x / y if y else float("inf"), float(share_x.low / share_y.high), upper


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
    different = found.filter(pl.max_horizontal(languages) != pl.min_horizontal(languages))
    split = [
        pl.concat_str(
            [pl.when(pl.col(n) == value).then(pl.lit(n)) for n in languages],
            separator=", ",
            ignore_nulls=True,
        ).alias(column)
        for column, value in (("found_in", 1), ("missed_in", 0))
    ]
    return different.select("id", "frame", "coded", *split).join(
        texts, on="id", maintain_order="left"
    )
