"""How well the instrument codes a user's own coded texts: scores, and a table to read."""

from dataclasses import dataclass
from itertools import combinations

import numpy as np
import polars as pl

from framing.accuracy import details, same_contents, scoring
from framing.accuracy.coded_texts import CodedTexts, Row
from framing.instrument import codebook
from framing.instrument.codebook import Codebook
from framing.instrument.coder import Coder, Text

LEVEL = 0.95
NO_NUMBER = pl.lit(None, pl.Int64)
COLUMNS = ["language", "frame", "measure", "estimate", "low", "high", "method", "n", "units"]
DETAILS = {
    details.VOICE: "right voice",
    details.SPEAKER: "right speaker",
    details.RESPONSIBLE: "right actor",
    details.BLAMED: "somebody or nobody",
}
HEADS = {"precision": "precision", "recall": "recall", "f1": "F1"}
NOTE = """\
coded: texts that carry the frame by the file; found: by the instrument; [95 % interval]: Wilson;
all frames: micro values, bootstrap over texts; difference: square and add (Newcombe 1998);
right voice, right actor: share of frames, found and coded, in which the instrument names the same;
right speaker: the same of frames in somebody's words by file and instrument;
somebody or nobody: share in which both blame somebody, or both nobody."""
SAME_NOTE = """\
same codes: contents that are coded alike in both languages; Jaccard: codes found in both languages,
of those found in one at least. The texts of a content are alike: as the intervals of differences
count them as different texts, they are rather too wide."""


@dataclass(frozen=True)
class Compared:
    """What a coded table says and what the instrument finds.

    `truth` and `found`: unit, language, a 0/1 column per frame; `details` as of `details.compare`;
    `same` as of `same_contents.compare`, empty if no content is in several languages.
    """

    truth: pl.DataFrame
    found: pl.DataFrame
    details: pl.DataFrame
    same: pl.DataFrame


def compare(
    texts: CodedTexts, book: Codebook, *, instrument: Coder | None = None, reader: str = "rules"
) -> Compared:
    """Compare coded texts with the instrument; by default that is the rules of the codebook.

    Only frames that are columns of the table count. `reader`: the name of the instrument. Raises
    InputError for a mistake in the details (`details.read`).
    """
    blamed = codebook.blamed({"frame": book.frames})
    coded = details.read(texts, book.actors, blamed)
    instrument = instrument or Coder(book)
    plain = [Text(row["language"], row["text"]) for row in texts.rows]
    mentions = instrument.find(plain)
    cells = (
        dict(zip(book.frames, of_text, strict=False))
        for of_text in instrument.cells(plain, mentions)
    )
    mine = [row | of_text for row, of_text in zip(texts.rows, cells, strict=True)]
    truth, found = (_tabulate(rows, texts.frames) for rows in (texts.rows, mine))
    flags = found.select(texts.frames).to_numpy().astype(np.bool_)
    languages = [row["language"] for row in texts.rows]
    same = same_contents.compare(texts.units, languages, {reader: flags})
    return Compared(truth, found, details.compare(coded, mentions), same)


def _tabulate(rows: list[Row], frames: list[str]) -> pl.DataFrame:
    return pl.DataFrame(
        [(n, row["language"], *(int(row[f]) for f in frames)) for n, row in enumerate(rows)],
        schema={"unit": pl.Int64, "language": pl.String} | dict.fromkeys(frames, pl.Int64),
        orient="row",
    )


def score(compared: Compared, *, resamples: int, seed: int) -> pl.DataFrame:
    """Scores by language, and the differences between languages as further rows (`he-ar`): COLUMNS.

    Languages are in the order of the table. Frame `micro` is all frames together; those of
    DETAILS have the share of right values as measure `accuracy`, where the table gives them.
    A difference has no n and no units.
    """
    by_language = {}
    for (language,), truth in compared.truth.group_by("language", maintain_order=True):
        found = compared.found.filter(language=language)
        both = (table.drop("language") for table in (truth, found))
        rows = scoring.scores(*both, resamples=resamples, seed=seed)
        mine = compared.details.filter(language=language)
        parts = [
            scoring.accuracy(part, level=LEVEL).with_columns(code=pl.lit(kind))
            for (kind,), part in mine.group_by("kind", maintain_order=True)
        ]
        by_language[language] = pl.concat([rows, *(part.select(rows.columns) for part in parts)])
    tables = [_name(table, language) for language, table in by_language.items()]
    for first, second in combinations(by_language, 2):
        gap = scoring.difference(by_language[first], by_language[second])
        nothing = {"method": pl.lit("square_and_add"), **dict.fromkeys(["n", "units"], NO_NUMBER)}
        rows = gap.with_columns(estimate="difference", **nothing)
        tables.append(_name(rows, f"{first}-{second}"))
    return pl.concat(tables)


def _name(scores: pl.DataFrame, language: str) -> pl.DataFrame:
    named = scores.with_columns(language=pl.lit(language), frame="code")
    return named.select(COLUMNS)


def lay_out(scores: pl.DataFrame, same: pl.DataFrame, labels: dict[str, str]) -> str:
    """The scores as aligned text: a block per language, then a block per difference.

    Then how alike the languages are coded, if `same` (of Compared) has rows.
    """
    names = labels | {scoring.MICRO: "all frames"} | DETAILS
    width = max(map(len, names.values())) + 2
    blocks = []
    for (language,), mine in scores.group_by("language", maintain_order=True):
        units = mine["units"][0]
        one = units is not None
        title = f"{language}: {units} texts" if one else f"difference {language}"
        counts = f"{'coded':>7}{'found':>7}" if one else " " * 14
        lines = [title, " " * width + counts + "".join(f"{h:^23}" for h in HEADS.values()).rstrip()]
        for (frame,), part in mine.group_by("frame", maintain_order=True):
            cells = {row["measure"]: row for row in part.iter_rows(named=True)}
            line = f"{names[frame]:<{width}}" + _sizes(cells) + _values(cells, signed=not one)
            lines.append(line.rstrip())
        blocks.append("\n".join(lines))
    if same.is_empty():
        return "\n\n".join([*blocks, NOTE])
    return "\n\n".join([*blocks, "\n".join(same_contents.lay_out(same)), f"{NOTE}\n{SAME_NOTE}"])


def _sizes(cells: dict[str, dict]) -> str:
    """How many are coded and found, or compared."""
    wanted = ("accuracy",) if "accuracy" in cells else ("recall", "precision")
    numbers = [cells[name]["n"] for name in wanted]
    return "".join(f"{n:>7}" for n in numbers if n is not None).ljust(14)


def _values(cells: dict[str, dict], *, signed: bool) -> str:
    wanted = ("accuracy",) if "accuracy" in cells else HEADS
    return "".join(_show(cells[name], signed=signed) for name in wanted)


def _show(row: dict, *, signed: bool) -> str:
    if row["estimate"] is None or row["estimate"] != row["estimate"]:
        return f"{'–':^23}"
    # Adding zero turns the negative zero of rounding into a plain one.
    estimate, low, high = (round(row[c], 2) + 0.0 for c in ("estimate", "low", "high"))
    form = "+.2f" if signed else ".2f"
    return f"{estimate:{form}} [{low:{form}}, {high:{form}}]".center(23)
