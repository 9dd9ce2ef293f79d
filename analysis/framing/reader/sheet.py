"""The sheet of weights: what the learned reader knows, a row per frame and feature.

Rows of the kind `intercept` give a frame its logit without any feature; `threshold` is the
probability from which it is found, `keep` and `add` those beside the rules (see `model.Model`).
Rows of the kind `letters` name a piece of a word (see `letters`), all others a feature (see
`features.Feature`).
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from framing import output, sheets
from framing.errors import InputError
from framing.instrument.codebook import Codebook
from framing.reader.features import Feature, list_all
from framing.reader.letters import Array, Letters, is_piece
from framing.reader.model import Model

if TYPE_CHECKING:
    import polars as pl

FOLDER = sheets.DATA / "reader"
SHIPPED = "press", "newspapers"  # sheets in FOLDER, the default first
PLACE = FOLDER / f"{SHIPPED[0]}.tsv"
INTERCEPT, THRESHOLD, KEEP, ADD, LETTERS = "intercept", "threshold", "keep", "add", "letters"
LIMITS = (KEEP, THRESHOLD, ADD)  # none above the next
COLUMNS = ["frame", "kind", "code", "concept", "weight"]
REMEDY = "train again by this codebook (`framing train`)"

Cell = tuple[str, Feature]  # of a frame
Line = tuple[str, str, str, str, float]  # as COLUMNS


def write(model: Model, path: Path | str) -> None:
    """Write the sheet: frames in the order of the model, the largest weights first."""
    output.write_tsv(lay_out(model), path)


def lay_out(model: Model) -> "pl.DataFrame":
    """The rows of the sheet, COLUMNS; features without weight are left out."""
    import polars as pl

    rows: list[Line] = []
    every = set(model.features)
    for number, frame in enumerate(model.frames):
        limits = zip(LIMITS, (model.keeps, model.thresholds, model.adds), strict=True)
        rows.append((frame, INTERCEPT, "", "", float(model.intercepts[number])))
        rows += [(frame, name, "", "", float(values[number])) for name, values in limits]
        rows += [(frame, *part, weight) for part, weight in model.contributions(every, frame)]
        rows += _lay_out_letters(model.letters, number, frame) if model.letters else ()
    schema = dict.fromkeys(COLUMNS[:-1], pl.String) | {COLUMNS[-1]: pl.Float64}
    table = pl.DataFrame(rows, schema=schema, orient="row")
    return table.with_columns(pl.col(pl.String).replace("", None))  # written as an empty cell


def _lay_out_letters(letters: Letters, number: int, frame: str) -> Iterator[Line]:
    column = letters.weights[:, number]
    used = np.flatnonzero(column)
    for at in sorted(used.tolist(), key=lambda n: (-abs(column[n]), letters.pieces[n])):
        yield frame, LETTERS, letters.pieces[at], "", float(column[at])


def find(name: Path | str | None) -> Path | str:
    """The file of this name, or the shipped sheet that is called so; None is the first of these."""
    if name is None:
        return PLACE
    return FOLDER / f"{name}.tsv" if str(name) in SHIPPED and not Path(name).exists() else name


def read(name: Path | str | None, book: Codebook) -> Model:
    """The model in a sheet (see `find`).

    A sheet without `keep` and `add` keeps what the rules find and adds from the threshold.

    Raises InputError (row) for a frame or feature that the codebook does not have, a row listed
    twice, no piece of a word, limits outside 0 to 1 or out of order, or a frame without intercept
    or threshold.
    """
    path = find(name)
    known, cells = list_all(book), {}
    for number, row in enumerate(sheets.read(path, "weights"), start=2):
        key = (row["frame"], Feature(row["kind"], row["code"], row["concept"]))
        weight = float(row["weight"])
        _check(key, weight, path, number, known, book)
        if key in cells:
            raise InputError(f"{path}: row {number}", "is listed twice", "drop one")
        cells[key] = weight
    return _build(cells, path)


def _build(cells: dict[Cell, float], path: Path | str) -> Model:
    frames = tuple(dict.fromkeys(frame for frame, _ in cells))
    intercepts, thresholds = (_collect(cells, frames, n, path) for n in (INTERCEPT, THRESHOLD))
    given = [{frame: v for (frame, f), v in cells.items() if f.kind == n} for n in (KEEP, ADD)]
    standard = (np.zeros(len(frames)), thresholds)
    keeps, adds = (
        np.array([mine.get(frame, other) for frame, other in zip(frames, others, strict=True)])
        for mine, others in zip(given, standard, strict=True)
    )
    _check_order(frames, keeps, thresholds, adds, path)
    pieces, letters = _tabulate(cells, frames, spelled=True)
    features, weights = _tabulate(cells, frames, spelled=False)
    spelled = Letters(tuple(f.code for f in pieces), letters) if pieces else None
    return Model(frames, features, weights, intercepts, thresholds, keeps, adds, spelled)


def _check_order(
    frames: tuple[str, ...], keeps: Array, thresholds: Array, adds: Array, path: Path | str
) -> None:
    for frame, keep, threshold, add in zip(frames, keeps, thresholds, adds, strict=True):
        if not keep <= threshold <= add:
            problem = f"{KEEP}, {THRESHOLD} and {ADD} of the frame {frame} are out of order"
            raise InputError(path, problem, "let none be above the next")


def _tabulate(
    cells: dict[Cell, float], frames: tuple[str, ...], *, spelled: bool
) -> tuple[tuple[Feature, ...], Array]:
    """The features of the sheet, or its pieces of words, sorted, and their weights × frames."""
    fixed = (INTERCEPT, *LIMITS)
    mine = {key: v for key, v in cells.items() if key[1].kind not in fixed}
    mine = {key: v for key, v in mine.items() if (key[1].kind == LETTERS) == spelled}
    rows = {feature: n for n, feature in enumerate(sorted({f for _, f in mine}))}
    weights = np.zeros((len(rows), len(frames)))
    for (frame, feature), value in mine.items():
        weights[rows[feature], frames.index(frame)] = value
    return tuple(rows), weights


def _check(
    key: Cell, weight: float, path: Path | str, number: int, known: set[Feature], book: Codebook
) -> None:
    (frame, feature), place = key, f"{path}: row {number}"
    if frame not in book.frames:
        raise InputError(f"{place}, column frame", f"{frame!r} is unknown", REMEDY)
    if feature.kind == LETTERS:
        if feature.concept or not is_piece(feature.code):
            problem = f"{feature.code!r} is no piece of a word"
            raise InputError(f"{place}, column code", problem, "write 3 to 5 letters, ^ or $")
    elif feature.kind in LIMITS:
        if not 0 <= weight <= 1:
            problem = f"{weight:g} is no probability"
            raise InputError(f"{place}, column weight", problem, "use 0 to 1")
    elif feature.kind != INTERCEPT and feature not in known:
        name = " ".join(filter(None, feature))
        raise InputError(place, f"the codebook has no {name}", f"{REMEDY}, or drop the row")


def _collect(
    cells: dict[Cell, float], frames: tuple[str, ...], name: str, path: Path | str
) -> Array:
    for frame in frames:
        if (frame, Feature(name, "")) not in cells:
            raise InputError(path, f"has no {name} for the frame {frame}", "add its row")
    return np.array([cells[frame, Feature(name, "")] for frame in frames])
