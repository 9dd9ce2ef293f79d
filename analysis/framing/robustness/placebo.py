"""Placebo cues: what contrast would words without meaning show?"""

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing.columns import UNIT
from framing.statistics import corrections
from framing.statistics.pair import TIE

Array = NDArray[np.float64]
Placebos = list[list[Array]]  # for each source, for each article: draws × sentences
COLUMNS = ("estimate", "placebo_low", "placebo_median", "placebo_high", "placebo_tail")


def draw(
    units: pl.DataFrame,
    coded: pl.DataFrame,
    mentions: pl.DataFrame,
    tokens: pl.DataFrame,
    frame: str,
    sources: list[str],
    *,
    draws: int,
    seed: int,
) -> Placebos:
    """For each source the sentences with placebo cues of a frame: by article, draws × sentences.

    For every concept of the frame that was found a word is drawn at random in each source, content
    words that are no cue of the frame, as frequent as the concept is in both sources together: so
    the two sources differ only in where the words occur, not in how many there are. An expected
    count between two whole numbers is rounded at random; where no word has that count, one of the
    nearest frequency is taken. Which sentences carry one of the words is the placebo of the frame.
    """
    rng = np.random.default_rng([seed, *frame.encode()])
    found = _occurrences(units, coded, mentions, frame)
    rates = found.group_by("concept", maintain_order=True).len()["len"] / units["words"].sum()
    result = []
    for source in sources:
        mine = units.filter(pl.col("source") == source)
        expected = rates.to_numpy() * mine["words"].sum()
        counts = np.floor(expected + rng.random((draws, len(expected)))).astype(int)
        sentences = _sentences(mine, tokens, found)
        carried = _carry(sentences, _pick(sentences.sum(axis=1), counts, rng))
        sizes = mine.group_by("article", maintain_order=True).len()["len"].to_numpy()
        result.append(np.split(carried, np.cumsum(sizes)[:-1], axis=1))
    return result


def differences(placebo: Placebos) -> Array:
    """The difference of the shares of sentences in each draw, the first source minus the second."""
    first, second = (np.concatenate(side, axis=1).mean(axis=1) for side in placebo)
    return np.asarray(first - second)


def tail(null: Array, value: float) -> float:
    """Twice the smaller share of draws on either side of a value, which counts as one of them.

    Both sides are counted by themselves, since the draws need not lie around zero: where sentences
    are longer, more of them carry a random word. The floor is 2 / (draws + 1).
    """
    below, above = (null <= value + TIE).sum(), (null >= value - TIE).sum()
    return float(min(1.0, 2 * (1 + min(below, above)) / (1 + len(null))))


def report(
    units: pl.DataFrame,
    coded: pl.DataFrame,
    placebos: dict[str, Placebos],
    sources: list[str],
    *,
    level: float,
) -> pl.DataFrame:
    """The observed difference of each frame beside those of its placebos.

    Columns: code, estimate, placebo_low, placebo_median, placebo_high (the middle `level` of the
    draws), placebo_tail (of the estimate, see `tail`), draws, level, placebo_tail_holm (corrected
    over the frames). This describes: words that belong together occur together, which random words
    do not, so the draws vary too little (see `halves.compare`).
    """
    rows = [
        (code, *compare(units, coded, code, placebo, sources, level))
        for code, placebo in placebos.items()
    ]
    table = pl.DataFrame(rows, schema=["code", *COLUMNS], orient="row")
    corrected = corrections.holm(table["placebo_tail"].to_numpy())
    return table.with_columns(
        draws=pl.lit(len(next(iter(placebos.values()))[0][0])),
        level=pl.lit(level),
        placebo_tail_holm=pl.Series(corrected),
    )


def compare(
    units: pl.DataFrame,
    coded: pl.DataFrame,
    code: str,
    placebo: Placebos,
    sources: list[str],
    level: float,
) -> tuple[float, ...]:
    """The observed difference, the middle `level` of the draws with their median, and the tail."""
    shares = [
        coded.filter(code=code, source=source).height / units.filter(source=source).height
        for source in sources
    ]
    estimate, null = shares[0] - shares[1], differences(placebo)
    band = np.quantile(null, [(1 - level) / 2, 0.5, (1 + level) / 2]).tolist()
    return (estimate, *band, tail(null, estimate))


def _occurrences(
    units: pl.DataFrame, coded: pl.DataFrame, mentions: pl.DataFrame, frame: str
) -> pl.DataFrame:
    """Places where cues of the frame were counted, once each: article, start, end, concept."""
    is_frame = (pl.col("kind") == "frame") & (pl.col("code") == frame)
    counted = coded.filter(pl.col("code") == frame).select(UNIT)
    concepts = mentions.filter(is_frame).join(counted, on=UNIT, how="semi").sort("article", "start")
    kept, last = [], ("", 0)
    for row in concepts.select("article", "start", "end", "concept").iter_rows():
        if row[0] != last[0] or row[1] >= last[1]:
            kept.append(row)
            last = row[0], row[2]
    schema = {name: concepts.schema[name] for name in ("article", "start", "end", "concept")}
    return pl.DataFrame(kept, schema=schema, orient="row")


def _sentences(mine: pl.DataFrame, tokens: pl.DataFrame, found: pl.DataFrame) -> Array:
    """How often each candidate occurs in each sentence of a source: words × sentences."""
    numbered = mine.select(*UNIT).with_row_index("unit")
    words = tokens.join(numbered, on=UNIT, how="inner", maintain_order="left")
    cues = words.join(found.drop("concept"), on="article", suffix="_cue").filter(
        (pl.col("start") < pl.col("end_cue")) & (pl.col("start_cue") < pl.col("end"))
    )
    free = words.filter(
        ~pl.col("stop")
        & pl.col("form").str.contains(r"^\p{L}{2,}")
        & ~pl.col("lemma").is_in(cues["lemma"].unique().to_list())
    )
    types = {lemma: i for i, lemma in enumerate(free["lemma"].unique().sort())}
    counts = np.zeros((max(len(types), 1), mine.height))  # without a candidate: none anywhere
    if types:
        rows = free["lemma"].replace_strict(types, return_dtype=pl.Int64).to_numpy()
        np.add.at(counts, (rows, free["unit"].to_numpy()), 1)
    return counts


def _pick(
    frequency: Array, counts: NDArray[np.int64], rng: np.random.Generator
) -> NDArray[np.int64]:
    """A random word of each wanted count (of the nearest there is); −1 where the count is 0."""
    known = np.unique(frequency)
    nearest = known[np.abs(counts[..., None] - known).argmin(axis=-1)]
    order = np.argsort(frequency, kind="stable")
    left, right = (np.searchsorted(frequency[order], nearest, side) for side in ("left", "right"))
    place = left + np.floor(rng.random(counts.shape) * (right - left)).astype(int)
    return np.where(counts > 0, order[place], -1)


def _carry(sentences: Array, picked: NDArray[np.int64]) -> Array:
    """Whether each sentence carries one of the words picked: draws × sentences, 0 or 1."""
    rows = np.vstack([sentences > 0, np.zeros((1, sentences.shape[1]), dtype=bool)])
    return np.asarray(rows[picked].any(axis=1), dtype=float)
