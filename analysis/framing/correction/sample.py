"""A random sample of coded texts to be coded by hand, drawn with known probabilities.

Every source of a language gets the same number of texts. Within a source, texts are grouped by the
rarest frame that the instrument finds in them; from each group texts are drawn at random without
replacement. Rare frames are drawn more often, by as much as makes their corrected shares most
precise, so the sample serves all frames at once. The known probabilities undo the unequal choice.
"""

from typing import NamedTuple

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing.errors import InputError

Bits = NDArray[np.bool_]
Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
NO_FRAME = "none"
LEAST = 2  # texts that a group must expect, else it joins the group of the next commoner frame
# ASSUME the sizes of the groups of a sample suit an instrument with a precision and recall of .7.
# With a worse or better one the intervals are wider than they could be, not wrong.
ASSUMED = 0.7
DESIGN = {
    "row": pl.Int64,
    **dict.fromkeys(["unit", "language", "source", "group"], pl.String),
    **dict.fromkeys(["texts", "drawn"], pl.Int64),
    "probability": pl.Float64,
}


class Drawn(NamedTuple):
    """Texts drawn from one source: their places, and by text its group and probability."""

    places: Integers
    groups: Integers
    probabilities: Floats


def draw(coded: pl.DataFrame, frames: list[str], *, per_language: int, seed: int) -> pl.DataFrame:
    """Draw `per_language` texts of each language, or all where there are fewer: table DESIGN.

    `coded`: a row per text with row (its number), language, source, and a column of 0 and 1 per
    frame. Columns of the result: row; unit (a name without meaning, in random order); language;
    source; group (the frames of which the rarest one found is one, or "none"); texts and drawn
    (of the group); probability of inclusion. Raises InputError where a source would get fewer than
    two texts.
    """
    rng = np.random.default_rng(seed)
    parts = []
    for (language,), mine in coded.group_by("language", maintain_order=True):
        sources = mine.partition_by("source", maintain_order=True)
        if per_language < LEAST * len(sources):
            problem = f"{per_language} is too few for the {len(sources)} sources in {language}"
            raise InputError("--per-language", problem, f"give {LEAST * len(sources)} or more")
        sizes = share_out(np.ones(len(sources)), [s.height for s in sources], per_language)
        drawn = pl.concat(
            _draw_source(source, frames, int(size), rng)
            for source, size in zip(sources, sizes, strict=True)
        )
        mixed = drawn[rng.permutation(drawn.height).tolist()]
        names = [f"{language}-{number:03d}" for number in range(1, drawn.height + 1)]
        parts.append(mixed.with_columns(unit=pl.Series(names), language=pl.lit(language)))
    return pl.concat(parts).select(*DESIGN).cast(DESIGN)


def choose(found: Bits, n: int, rng: np.random.Generator) -> Drawn:
    """Draw `n` of the texts of one source; `found` is texts × frames, what the instrument finds."""
    size = measure_of_size(found)
    groups = group(found, size, n)
    _, groups = np.unique(groups, return_inverse=True)
    texts = np.bincount(groups)
    numbers = share_out(np.bincount(groups, weights=size), texts, n)
    places = [
        rng.choice(np.flatnonzero(groups == number), count, replace=False)
        for number, count in enumerate(numbers)
    ]
    return Drawn(np.concatenate(places), groups, (numbers / texts)[groups])


def measure_of_size(found: Bits) -> Floats:
    """The best relative probability of each text for all frames together, texts × frames → texts.

    The variance of a corrected share is a sum over texts of the variance of the truth given the
    code, divided by the probability of inclusion; it is smallest where that probability is
    proportional to the root of the variance. Variances of several frames are added, each relative
    to that of its share (Neyman 1934; Särndal, Swensson & Wretman 1992, 12.2).
    """
    share = (found.sum(axis=0) + 0.5) / (len(found) + 1)
    missed = np.minimum((1 - ASSUMED) * share / (1 - share), 0.5)
    variance = np.where(found, ASSUMED * (1 - ASSUMED), missed * (1 - missed))
    return np.asarray(np.sqrt((variance / (share * (1 - share))).mean(axis=1)))


def group(found: Bits, size: Floats, n: int) -> Integers:
    """The group of each text: the place of its rarest frame in order of rarity, F for no frame.

    Groups that expect fewer than LEAST of `n` draws join the next one, the last the one before.
    """
    order = np.argsort(found.sum(axis=0), kind="stable")
    rank = np.where(found.any(axis=1), found[:, order].argmax(axis=1), found.shape[1])
    expected = n * np.bincount(rank, weights=size, minlength=found.shape[1] + 1) / size.sum()
    joined = np.zeros(len(expected), dtype=int)
    number, waiting = 0, 0.0
    for place, more in enumerate(expected):
        joined[place] = number
        waiting += more
        if waiting >= LEAST:
            number, waiting = number + 1, 0.0
    if waiting:
        joined[joined == number] = max(number - 1, 0)
    return joined[rank]


def share_out(weights: Floats, limits: list[int] | Integers, total: int) -> Integers:
    """Whole numbers proportional to `weights`, at least 1 and at most `limits`, of this sum.

    Where the limits allow no more than their sum, all of it. Largest remainders decide.
    """
    limits = np.asarray(limits)
    total = min(total, int(limits.sum()))
    wanted = total * weights / weights.sum()
    given = np.clip(np.floor(wanted), 1, limits).astype(int)
    while (gap := total - given.sum()) != 0:
        open_ = given < limits if gap > 0 else given > 1
        lack = np.where(open_, np.sign(gap) * (wanted - given), -np.inf)
        given[lack.argmax()] += np.sign(gap)
    return given


def _draw_source(
    texts: pl.DataFrame, frames: list[str], n: int, rng: np.random.Generator
) -> pl.DataFrame:
    """The drawn texts of one source: row, source, group, texts, drawn, probability."""
    found = texts.select(frames).to_numpy().astype(bool)
    drawn = choose(found, n, rng)
    table = texts.select("row", "source").with_columns(
        group=pl.Series(_name_groups(found, frames, drawn.groups)),
        probability=pl.Series(drawn.probabilities),
        taken=pl.Series(np.isin(np.arange(len(found)), drawn.places)),
    )
    counted = table.with_columns(
        texts=pl.len().over("group"), drawn=pl.col("taken").sum().over("group")
    )
    return counted.filter("taken").drop("taken")


def _name_groups(found: Bits, frames: list[str], groups: Integers) -> list[str]:
    """The name of each text's group: its rarest frames, and NO_FRAME for texts without one."""
    order = np.argsort(found.sum(axis=0), kind="stable")
    rarest = found[:, order].argmax(axis=1)
    own = [frames[order[r]] if f.any() else NO_FRAME for r, f in zip(rarest, found, strict=True)]
    members: dict[int, dict[str, None]] = {}
    for number, name in zip(groups, own, strict=True):
        members.setdefault(number, {})[name] = None
    ranked = [*(frames[f] for f in order), NO_FRAME]
    names = {n: "|".join(sorted(kept, key=ranked.index)) for n, kept in members.items()}
    return [names[number] for number in groups]
