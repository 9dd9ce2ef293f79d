"""What may be said of each main contrast: three answers, by a stated rule.

*Different*, *equivalent* or *cannot tell* is what the text says. A verdict repeats that answer only
where the choices of the analysis and the reading of the instrument support it.
"""

from collections.abc import Collection
from itertools import product
from typing import Any

import polars as pl

from framing.accuracy.external import HELD_OUT
from framing.robustness import choices
from framing.robustness.choices import Choices
from framing.robustness.valuing import OWN_VOICE, VOICES
from framing.statistics import equivalence_test
from framing.statistics.equivalence_test import CANNOT_TELL, EQUIVALENT

Row = dict[str, Any]
COLUMNS = {  # of a finding: of a curve
    "n_first": "n_first",
    "n_second": "n_second",
    "count_first": "carrying_first",
    "count_second": "carrying_second",
    "estimate": "own",
    "text_low": "own_low",
    "text_high": "own_high",
    "specifications": "specifications",
    "distinct": "distinct",
    "choices_low": "least",
    "choices_high": "greatest",
    "same_sign": "same_sign",
    "own_rank": "distinct_rank",
    "counted_from": "own_end",
    "as_extreme": "as_extreme",
}


def judge(
    curves: pl.DataFrame,
    external: pl.DataFrame,
    reliability: pl.DataFrame,
    contrasts: dict[str, dict[str, Any]],
    known: Choices,
    *,
    spoken: Collection[str],
    rule: dict[str, float],
) -> pl.DataFrame:
    """A row per main contrast and question.

    `curves` as of `curve.summarise`, `external` as of `accuracy.external.measure`, `reliability` as
    of `coders.agreement`, `contrasts` of the config, `known` the choices, `spoken` the languages of
    the articles, `rule` the arguments of `decide`. Columns: contrast, finding (label), voice (label
    of the question), n and count (units of both sources, and those with the frames or in own
    voice), estimate (first source minus second), text_low, text_high (its interval),
    specifications, distinct (results), choices_low, choices_high (their range), same_sign (share of
    the distinct results with the sign of the estimate), own_rank (place of the estimate among the
    distinct results), counted_from (which end), as_extreme, reading and reading_low (see
    `_reading`), agreement (the lowest alpha of the coders), answer, choices, verdict and because
    (see `decide`). What cannot be computed is null.
    """
    named = choices.labels(known, contrasts)["question"]
    rows = []
    for curve in curves.filter(measure="difference").iter_rows(named=True):
        contrast = contrasts[curve["contrast"]]
        voice = contrast["of"] == OWN_VOICE or _by_voice(curve["question"], known)
        found = {name: _value(curve[column]) for name, column in COLUMNS.items()}
        found |= _reading(contrast["frames"], voice, external, spoken)
        found |= {"agreement": _agreement(contrast["frames"], voice, reliability)}
        asked = named.get(curve["question"], curve["question"])
        label = f"{contrast['label']} ({asked})" if asked else contrast["label"]
        place = {"contrast": curve["contrast"], "finding": label, "voice": asked}
        rows.append(place | found | decide(found, **rule))
    return pl.DataFrame(rows, infer_schema_length=None)


def decide(
    found: Row, *, smallest_difference: float, same_sign: float, reading: float
) -> dict[str, str]:
    """Answer of the text, of the choices, the verdict, and the reasons against a firm verdict.

    The answer is that of `answer`. The choices "agree" if `same_sign` of the distinct results or
    more have the sign of the estimate (of an equivalence: if all lie within the bounds), else the
    result "depends". The verdict is the answer if the choices agree, and if the lower end of the
    reading on held-out text, and the agreement of the coders, reach `reading`; else "cannot tell".
    """
    ends = found["text_low"], found["text_high"]
    said, why = answer(*ends, smallest_difference=smallest_difference)
    agree, which = _choices(found, said, smallest_difference, same_sign)
    doubts = [*([] if agree else [which]), *_doubts(found, reading)]
    because = [text for text in (why, *doubts) if text]
    return {
        "answer": said,
        "choices": "agree" if agree else "depends",
        "verdict": CANNOT_TELL if doubts else said,
        "because": "; ".join(because),
    }


def answer(low: float | None, high: float | None, *, smallest_difference: float) -> tuple[str, str]:
    """What an interval says (`equivalence_test.answer`), and the reason if it cannot tell."""
    if low is None or high is None:
        return CANNOT_TELL, "no interval can be given for the text"
    said = equivalence_test.answer(low, high, smallest_difference=smallest_difference)
    why = "the interval of the text includes zero and differences that matter"
    return said, why if said == CANNOT_TELL else ""


def _choices(found: Row, said: str, smallest: float, same_sign: float) -> tuple[bool, str]:
    """Whether the choices agree, and what to say if they do not."""
    low, high, share = (found[name] for name in ("choices_low", "choices_high", "same_sign"))
    if low is None or high is None:
        return False, "no specification can be estimated"
    if said == EQUIVALENT:
        return -smallest < low and high < smallest, "some specifications exceed the bounds"
    share = share or 0.0
    return share >= same_sign, f"{100 * share:.0f} % of the distinct results have its sign"


def _doubts(found: Row, least: float) -> list[str]:
    reading, agreement = found["reading_low"], found["agreement"]
    doubts = []
    if reading is None:
        doubts.append("the instrument was not tested for this on held-out text")
    elif reading < least:
        doubts.append(f"on held-out text the F1 may be as low as {reading:.2f}")
    if agreement is None:
        doubts.append("the agreement of coders was not measured")
    elif agreement < least:
        doubts.append(f"the coders agree by less than {least:g}")
    return doubts


def _by_voice(question: str, known: Choices) -> bool:
    """Whether a question concerns statements in one of the voices only."""
    options = known["voices"].options
    asked = [options[name].value for name in question.split("+") if name in options]
    return any(set(value) != set(VOICES) for value in asked)


def _reading(
    frames: list[str], voice: bool, external: pl.DataFrame, spoken: Collection[str]
) -> Row:
    """The lowest F1 of these frames on held-out text, and the lowest end of its intervals.

    Over all corpora and the languages of the articles; null if a frame was not tested in one of
    them, or if voices matter: how well these are read on held-out text was not measured.
    """
    mine = pl.col("frame").is_in(frames) & pl.col("language").is_in([*spoken])
    rows = external.filter(mine, pl.col("seen").is_in(HELD_OUT), measure="f1")
    needed = {*product(frames, spoken)}
    tested = needed == {*rows.select("frame", "language").rows()} and not voice
    return {
        "reading": _value(rows["estimate"].fill_nan(None).min()) if tested else None,
        "reading_low": _value(rows["low"].fill_nan(None).min()) if tested else None,
    }


def _agreement(frames: list[str], voice: bool, reliability: pl.DataFrame) -> float | None:
    """The lowest alpha of the coders on these frames, and on the voice if it matters."""
    rests = (pl.col("kind") == "frame") & pl.col("code").is_in(frames)
    rests = rests | (pl.col("kind") == "voice") if voice else rests
    alpha = reliability.filter(rests & (pl.col("coefficient") == "alpha"))["estimate"]
    least: float | None = _value(alpha.fill_nan(None).min())
    return least


def _value(number: Any) -> Any:
    return None if number is None or number != number else number
