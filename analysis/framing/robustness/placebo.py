"""Placebo cues: what contrast would words without meaning show, and what hangs on a single cue?"""

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing.columns import UNIT
from framing.statistics import intervals
from framing.statistics.pair import TIE

Array = NDArray[np.float64]
QUANTILES = (0.025, 0.5, 0.975)


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
) -> list[list[Array]]:
    """For each source the sentences with placebo cues of a frame: by article, draws × sentences.

    For every concept of the frame that was found a word is drawn at random in each source, content
    words that are no cue of the frame, as frequent as the concept is in both sources together: so
    the number of words tells nothing of either source, only their distribution does. An expected
    count between two whole numbers is rounded at random; a word of the nearest frequency stands in
    where none has that count. Which sentences hold one of the words is the placebo of the frame.
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
        held = _hold(sentences, _pick(sentences.sum(axis=1), counts, rng))
        sizes = mine.group_by("article", maintain_order=True).len()["len"].to_numpy()
        result.append(np.split(held, np.cumsum(sizes)[:-1], axis=1))
    return result


def differences(placebo: list[list[Array]]) -> Array:
    """The difference of the shares of sentences in each draw, the first source minus the second."""
    first, second = (np.concatenate(side, axis=1).mean(axis=1) for side in placebo)
    return first - second


def tail(null: Array, value: float) -> float:
    """Twice the smaller share of draws on either side of a value, which counts as one of them.

    Both sides are taken by themselves, since a null need not lie around zero: where sentences are
    longer, random words stand in more of them. The floor is 2 / (draws + 1).
    """
    below, above = (null <= value + TIE).sum(), (null >= value - TIE).sum()
    return float(min(1.0, 2 * (1 + min(below, above)) / (1 + len(null))))


def report(
    units: pl.DataFrame,
    coded: pl.DataFrame,
    placebos: dict[str, list[list[Array]]],
    sources: list[str],
) -> pl.DataFrame:
    """The observed difference of each frame beside those of its placebos.

    Columns: code, estimate, placebo_low, placebo_median, placebo_high (the middle 95 % of the
    draws), placebo_tail (of the estimate, see `tail`), draws. It describes: words that belong
    together stand together, which random words do not, so the null is rather too narrow.
    """
    sizes = [units.filter(pl.col("source") == source).height for source in sources]
    rows = []
    for code, placebo in placebos.items():
        found = coded.filter(pl.col("code") == code)
        shares = (
            found.filter(pl.col("source") == source).height / n
            for source, n in zip(sources, sizes, strict=True)
        )
        estimate, null = np.subtract(*shares), differences(placebo)
        rows.append(
            (code, estimate, *np.quantile(null, QUANTILES), tail(null, estimate), len(null))
        )
    names = ["code", "estimate", "placebo_low", "placebo_median", "placebo_high", "placebo_tail"]
    return pl.DataFrame(rows, schema=[*names, "draws"], orient="row")


def leave_each_out(
    units: pl.DataFrame, coded: pl.DataFrame, codes: list[str], sources: list[str], *, method: str
) -> pl.DataFrame:
    """The tables of `leave_one_out` of all frames, one after the other."""
    parts = [leave_one_out(units, coded, code, sources, method=method) for code in codes]
    return pl.concat(parts)


def leave_one_out(
    units: pl.DataFrame, coded: pl.DataFrame, frame: str, sources: list[str], *, method: str
) -> pl.DataFrame:
    """The contrast of a frame without each of its concepts, the greatest change first.

    Columns: code, concept, estimate, low, high (of the rest), change (rest minus whole), and for
    each source carried_<source> (sentences with the concept) and lost_<source> (the share of the
    frame's sentences that hold no other concept of it). A frame found nowhere has no row.
    """
    mine = coded.filter(pl.col("code") == frame)
    sets = mine.select(*UNIT, "source", pl.col("concepts").str.split("|"))
    whole = _difference(units, sets, sources, method)
    rows = []
    for concept in sets["concepts"].explode().drop_nulls().unique(maintain_order=True):
        kept = sets.filter(pl.col("concepts").list.set_difference([concept]).list.len() > 0)
        rest = _difference(units, kept, sources, method)
        row = {"code": frame, "concept": concept, "estimate": rest.estimate}
        row |= {"low": rest.low, "high": rest.high, "change": rest.estimate - whole.estimate}
        for source in sources:
            of_source = pl.col("source") == source
            before, after = sets.filter(of_source), kept.filter(of_source)
            held = before.filter(pl.col("concepts").list.contains(concept)).height
            row[f"carried_{source}"] = held
            row[f"lost_{source}"] = 1 - after.height / before.height if before.height else 0.0
        rows.append(row)
    floats = ["estimate", "low", "high", "change"]
    schema = {"code": pl.String, "concept": pl.String} | dict.fromkeys(floats, pl.Float64)
    for source in sources:
        schema |= {f"carried_{source}": pl.Int64, f"lost_{source}": pl.Float64}
    rows.sort(key=lambda row: -round(abs(row["change"]), 9))
    return pl.DataFrame(rows, schema=schema)


def _difference(units: pl.DataFrame, held: pl.DataFrame, sources: list[str], method: str):
    series = units.join(held.select(*UNIT, carried=1.0), on=UNIT, how="left", maintain_order="left")
    sides = [
        [part["carried"].fill_null(0).to_numpy() for part in side.partition_by("article")]
        for side in (series.filter(pl.col("source") == source) for source in sources)
    ]
    return intervals.contrast(*sides, method=method)


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
    """How often each candidate stands in each sentence of a source: words × sentences."""
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


def _pick(frequency: Array, counts: NDArray[np.int64], rng: np.random.Generator) -> NDArray:
    """A random word of each wanted count (of the nearest there is); −1 where the count is 0."""
    known = np.unique(frequency)
    nearest = known[np.abs(counts[..., None] - known).argmin(axis=-1)]
    order = np.argsort(frequency, kind="stable")
    left, right = (np.searchsorted(frequency[order], nearest, side) for side in ("left", "right"))
    place = left + np.floor(rng.random(counts.shape) * (right - left)).astype(int)
    return np.where(counts > 0, order[place], -1)


def _hold(sentences: Array, picked: NDArray) -> Array:
    """Whether each sentence holds one of the words picked: draws × sentences, 0 or 1."""
    rows = np.vstack([sentences > 0, np.zeros((1, sentences.shape[1]), dtype=bool)])
    return rows[picked].any(axis=1).astype(float)
