"""The sheet of weights: what the learned reader knows, a row per frame and feature.

Rows of the kind `intercept` and `threshold` give a frame its logit without any feature, and the
probability from which it is found. All other rows name a feature (see `features.Feature`).
"""

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from framing import output, sheets
from framing.errors import InputError
from framing.instrument.codebook import Codebook
from framing.reader.features import Feature, list_all
from framing.reader.model import Model

if TYPE_CHECKING:
    import polars as pl

PLACE = sheets.DATA / "reader" / "weights.tsv"
INTERCEPT, THRESHOLD = "intercept", "threshold"
COLUMNS = ["frame", "kind", "code", "concept", "weight"]


def write(model: Model, path: Path | str) -> None:
    """Write the sheet: frames in the order of the model, the largest weights first."""
    output.write_tsv(lay_out(model), path)


def lay_out(model: Model) -> "pl.DataFrame":
    """The rows of the sheet, COLUMNS; features without weight are left out."""
    import polars as pl

    rows: list[tuple[str, str, str, str, float]] = []
    every = set(model.features)
    for number, frame in enumerate(model.frames):
        rows.append((frame, INTERCEPT, "", "", float(model.intercepts[number])))
        rows.append((frame, THRESHOLD, "", "", float(model.thresholds[number])))
        rows += [(frame, *part, weight) for part, weight in model.contributions(every, frame)]
    schema = dict.fromkeys(COLUMNS[:-1], pl.String) | {COLUMNS[-1]: pl.Float64}
    table = pl.DataFrame(rows, schema=schema, orient="row")
    return table.with_columns(pl.col(pl.String).replace("", None))  # written as an empty cell


def read(path: Path | str, book: Codebook) -> Model:
    """The model in a sheet.

    Raises InputError (row) for a frame or feature that the codebook does not have, a row listed
    twice, a threshold outside 0 to 1, or a frame without intercept or threshold.
    """
    known, cells = list_all(book), {}
    for number, row in enumerate(sheets.read(path, "weights"), start=2):
        key = (row["frame"], Feature(row["kind"], row["code"], row["concept"]))
        _check(key, row["weight"], f"{path}: row {number}", known, book)
        if key in cells:
            raise InputError(f"{path}: row {number}", "is listed twice", "drop one")
        cells[key] = float(row["weight"])
    frames = tuple(dict.fromkeys(frame for frame, _ in cells))
    fixed = {name: _collect(cells, frames, name, path) for name in (INTERCEPT, THRESHOLD)}
    found = tuple(sorted({f for _, f in cells if f.kind not in fixed}))
    weights = np.array([[cells.get((frame, f), 0.0) for frame in frames] for f in found])
    shape = (len(found), len(frames))
    return Model(frames, found, weights.reshape(shape), fixed[INTERCEPT], fixed[THRESHOLD])


def _check(
    key: tuple[str, Feature], weight: str, place: str, known: set[Feature], book: Codebook
) -> None:
    frame, feature = key
    remedy = "train again by this codebook (`framing train`)"
    if frame not in book.frames:
        raise InputError(f"{place}, column frame", f"{frame!r} is unknown", remedy)
    if feature.kind == THRESHOLD and not 0 <= float(weight) <= 1:
        raise InputError(f"{place}, column weight", f"{weight} is no probability", "use 0 to 1")
    if feature.kind not in (INTERCEPT, THRESHOLD) and feature not in known:
        name = " ".join(filter(None, feature))
        raise InputError(place, f"the codebook has no {name}", remedy)


def _collect(
    cells: dict[tuple[str, Feature], float], frames: tuple[str, ...], name: str, path: Path | str
) -> np.ndarray:
    for frame in frames:
        if (frame, Feature(name, "")) not in cells:
            raise InputError(path, f"has no {name} for the frame {frame}", "add its row")
    return np.array([cells[frame, Feature(name, "")] for frame in frames])
