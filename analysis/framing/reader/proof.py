"""How well the learned reader codes texts of groups that it was not trained on."""

from itertools import pairwise

import numpy as np
import polars as pl

from framing.accuracy import scoring
from framing.errors import InputError
from framing.reader import combine, training
from framing.reader.combine import READERS
from framing.reader.examples import Examples
from framing.reader.fitting import Flags
from framing.reader.letters import Array

COLUMNS = [
    "reader",
    "language",
    "frame",
    "measure",
    "estimate",
    "low",
    "high",
    "method",
    "n",
    "units",
]
LEAST_GROUPS = 3  # one to judge by, and two of which each is left out once
BINS = (0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.0)  # of probabilities


def predict(examples: Examples) -> tuple[dict[str, Flags], Array]:
    """Codes by each reader, and probabilities, from weights trained on other groups.

    All are texts × frames; the codes have the name of their reader (`combine.READERS`).

    Everything is chosen again without the groups that are predicted (nested cross-validation). The
    probability of a frame that too few other texts carry is nan; the rules code it. InputError for
    fewer than LEAST_GROUPS groups.
    """
    if (count := len(set(examples.groups))) < LEAST_GROUPS:
        raise InputError("training table", f"has {count} groups, 3 are needed", training.REGROUP)
    codes = {reader: examples.rules.copy() for reader in READERS}
    probabilities = np.full(examples.rules.shape, np.nan)
    for fold in training.split(examples.groups):
        rest = examples.take(np.setdiff1d(np.arange(len(examples.groups)), fold).tolist())
        if not training.find_learnable(rest):
            continue
        model, judged = training.train(rest).model, examples.take(fold.tolist())
        mine = model.predict(judged.found, judged.words)
        for reader, found in combine.decide(model, mine, judged.rules, judged.frames).items():
            codes[reader][fold] = found
        columns = np.array([examples.frames.index(frame) for frame in model.frames])
        probabilities[np.ix_(fold, columns)] = mine
    return codes, probabilities


def score(
    examples: Examples, codes: dict[str, Flags], *, resamples: int, seed: int
) -> pl.DataFrame:
    """Precision, recall and F1 of each reader, by language and frame (`micro`: all): COLUMNS."""
    tables = []
    languages = np.array(examples.languages)
    for reader in READERS:
        for language in dict.fromkeys(examples.languages):
            mine = languages == language
            both = (_table(part[mine], examples.frames) for part in (examples.truth, codes[reader]))
            scores = scoring.scores(*both, resamples=resamples, seed=seed)
            scores = scores.rename({"code": "frame"})
            names = (pl.lit(reader).alias("reader"), pl.lit(language).alias("language"))
            tables.append(scores.with_columns(*names).select(COLUMNS))
    return pl.concat(tables)


def calibration(examples: Examples, probabilities: Array) -> pl.DataFrame:
    """Mean probability and share of true codes, by bins of the probability, all frames together.

    Columns: low, high (bounds of the bin), decisions, probability, share (nan without decisions).
    """
    known = ~np.isnan(probabilities)
    values, truth = probabilities[known], examples.truth[known]
    rows = []
    for low, high in pairwise(BINS):
        inside = (values >= low) & ((values < high) | (high == BINS[-1]))
        means = (float(a[inside].mean()) if inside.any() else np.nan for a in (values, truth))
        rows.append((low, high, int(inside.sum()), *means))
    columns = ["low", "high", "decisions", "probability", "share"]
    return pl.DataFrame(rows, schema=columns, orient="row")


def _table(flags: Flags, frames: tuple[str, ...]) -> pl.DataFrame:
    columns = {frame: flags[:, n].astype(int) for n, frame in enumerate(frames)}
    return pl.DataFrame({"unit": np.arange(len(flags)), **columns})
