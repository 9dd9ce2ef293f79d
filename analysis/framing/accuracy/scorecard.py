"""How well the instrument codes a user's own coded texts: scores, and a table to read."""

from collections.abc import Iterable
from itertools import combinations

import polars as pl

from framing.accuracy import coded_texts, scoring
from framing.instrument import coder
from framing.instrument.codebook import Codebook

COLUMNS = ["language", "frame", "measure", "estimate", "low", "high", "method", "n", "units"]
HEADS = {"precision": "precision", "recall": "recall", "f1": "F1"}
NOTE = """\
coded: texts that carry the frame by the file; found: by the instrument; [95 % interval]: Wilson;
all frames: micro values, bootstrap over texts; difference: square and add (Newcombe 1998)."""


def compare(
    header: list[str], rows: Iterable[dict[str, str]], book: Codebook, *, place: str = "input"
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """What the file says and what the instrument finds: unit, language, a 0/1 column per frame.

    Only frames that are columns of the file count. Raises InputError if there are none, for another
    value than 0 and 1 (row, column), an unknown language, or a file without rows.
    """
    remedy = f"give 0/1 columns named {', '.join(book.frames)} (one is enough)"
    frames = coded_texts.find_frames(header, book.frames, place=place, remedy=remedy)
    rows = coded_texts.check(rows, frames, place=place)
    coded = (row for row, _ in coder.code(rows, book, place=place))
    return tuple(
        pl.DataFrame(
            [(n, row["language"], *(int(row[f]) for f in frames)) for n, row in enumerate(table)],
            schema={"unit": pl.Int64, "language": pl.String} | dict.fromkeys(frames, pl.Int64),
            orient="row",
        )
        for table in (rows, coded)
    )


def score(truth: pl.DataFrame, found: pl.DataFrame, *, resamples: int, seed: int) -> pl.DataFrame:
    """Scores by language, and the differences between languages as further rows (`he-ar`): COLUMNS.

    Languages stand in the order of the file. Frame `micro` stands for all decisions together. A
    difference has no n and no units.
    """
    by_language = {}
    for (language,), mine in truth.group_by("language", maintain_order=True):
        theirs = found.filter(pl.col("language") == language)
        sides = (side.drop("language") for side in (mine, theirs))
        by_language[language] = scoring.scores(*sides, resamples=resamples, seed=seed)
    parts = [
        table.select(
            pl.lit(language).alias("language"), pl.col("code").alias("frame"), *COLUMNS[2:]
        )
        for language, table in by_language.items()
    ]
    for first, second in combinations(by_language, 2):
        gap = scoring.difference(by_language[first], by_language[second])
        parts.append(
            gap.select(
                pl.lit(f"{first}-{second}").alias("language"),
                pl.col("code").alias("frame"),
                "measure",
                pl.col("difference").alias("estimate"),
                "low",
                "high",
                pl.lit("square_and_add").alias("method"),
                pl.lit(None, pl.Int64).alias("n"),
                pl.lit(None, pl.Int64).alias("units"),
            )
        )
    return pl.concat(parts)


def lay_out(scores: pl.DataFrame, labels: dict[str, str]) -> str:
    """The scores as aligned text: a block per language, then a block per difference."""
    width = max(map(len, [*labels.values(), "all frames"])) + 2
    names = labels | {scoring.MICRO: "all frames"}
    blocks = []
    for (language,), mine in scores.group_by("language", maintain_order=True):
        units = mine["units"][0]
        counted = units is not None
        title = f"{language}: {units} texts" if counted else f"difference {language}"
        counts = f"{'coded':>7}{'found':>7}" if counted else " " * 14
        lines = [title, " " * width + counts + "".join(f"{h:^23}" for h in HEADS.values()).rstrip()]
        for (frame,), part in mine.group_by("frame", maintain_order=True):
            cells = {row["measure"]: row for row in part.iter_rows(named=True)}
            sizes = (
                f"{cells['recall']['n']:>7}{cells['precision']['n']:>7}" if counted else " " * 14
            )
            shown = "".join(_show(cells[m], signed=not counted) for m in HEADS)
            lines.append((f"{names[frame]:<{width}}" + sizes + shown).rstrip())
        blocks.append("\n".join(lines))
    return "\n\n".join([*blocks, NOTE])


def _show(row: dict, *, signed: bool) -> str:
    if row["estimate"] is None or row["estimate"] != row["estimate"]:
        return f"{'–':^23}"
    # Adding zero turns the negative zero of rounding into a plain one.
    estimate, low, high = (round(row[c], 2) + 0.0 for c in ("estimate", "low", "high"))
    form = "+.2f" if signed else ".2f"
    return f"{estimate:{form}} [{low:{form}}, {high:{form}}]".center(23)
