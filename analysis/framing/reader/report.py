"""What `framing train` prints: the reader, and how well it codes groups that it did not see."""

from collections.abc import Iterator

import numpy as np
import polars as pl

from framing.accuracy import same_contents
from framing.accuracy.scoring import MEASURES, MICRO
from framing.reader.training import Trained

NOTE = """\
Scores of all frames: nested cross-validation, whole groups left out;
[95 % interval]: bootstrap over texts; probabilities and shares: on the texts left out.
rules: the codebook alone; learned: the weights alone; both: the rules, corrected by the weights."""


def lay_out(
    trained: Trained, scores: pl.DataFrame, calibration: pl.DataFrame, agreement: pl.DataFrame
) -> str:
    """The report as aligned text, from the tables of `proof` and `same_contents`."""
    model = trained.model
    sizes = (np.count_nonzero(model.weights), len(model.features), len(model.frames))
    lines = ["{} weights of {} features for {} frames".format(*sizes)]
    if model.letters:
        count = np.count_nonzero(model.letters.weights)
        lines.append(f"{count} weights of {len(model.letters.pieces)} pieces of words")
    lines.append(f"penalty (C) {trained.penalty:g}, threshold {model.thresholds[0]:g}")
    limits = (model.keeps[0], model.adds[0])
    lines += ["both: keeps what the rules find from {:g}, adds from {:g}".format(*limits), ""]
    lines += [*_lay_out_scores(scores), "", *_lay_out_calibration(calibration), ""]
    if not agreement.is_empty():
        lines += [*same_contents.lay_out(agreement), ""]
    return "\n".join([*lines, NOTE])


def _lay_out_scores(scores: pl.DataFrame) -> Iterator[str]:
    yield f"{'reader':<10}{'language':<10}" + "".join(f"{name:^19}" for name in MEASURES).rstrip()
    micro = scores.filter(frame=MICRO)
    for (reader, language), part in micro.group_by("reader", "language", maintain_order=True):
        cells = {row["measure"]: row for row in part.iter_rows(named=True)}
        shown = (
            "{estimate:.2f} [{low:.2f}, {high:.2f}]".format(**cells[name]) for name in MEASURES
        )
        yield f"{reader:<10}{language:<10}" + "".join(f"{cell:^19}" for cell in shown).rstrip()


def _lay_out_calibration(calibration: pl.DataFrame) -> Iterator[str]:
    yield f"{'probability':<14}{'decisions':>10}{'mean':>8}{'true':>8}"
    for low, high, decisions, mean, share in calibration.iter_rows():
        cells = f"{mean:>8.2f}{share:>8.2f}" if decisions else f"{'–':>8}{'–':>8}"
        yield f"{f'{low:g} to {high:g}':<14}{decisions:>10}{cells}"
