"""The three uncertainties of each main finding in one row, and a verdict by a stated rule."""

import polars as pl

ROBUST = "robust"
CHOICES = "depends on choices"
NOT_DISTINGUISHABLE = "not distinguishable"


def judge(
    curves: pl.DataFrame,
    scores: pl.DataFrame,
    reliability: pl.DataFrame,
    contrasts: dict[str, dict],
    *,
    rule: dict[str, float],
) -> pl.DataFrame:
    """A row per main contrast; `curves`, `scores`, `reliability` are results, `contrasts` config.

    Columns: finding (label), estimate (difference, first source minus second), text_low, text_high
    (its interval), choices_low, choices_high, same_sign (over the specifications), reading (the
    lowest score of the instrument against the coders that the finding rests on, over frames and
    languages), reading_low (the lowest end of their intervals), alpha (the lowest of the coders),
    verdict and because (see `decide`). A value that cannot be computed is null.
    """
    rows = []
    for name, contrast in contrasts.items():
        curve = curves.filter((pl.col("contrast") == name) & (pl.col("measure") == "difference"))
        found = _numbers(curve.row(0, named=True)) | _read(contrast, scores, reliability)
        verdict, because = decide(found, **rule)
        row = {"finding": contrast["label"], **found, "verdict": verdict, "because": because}
        rows.append(row)
    return pl.DataFrame(rows, infer_schema_length=None)


def decide(found: dict, *, same_sign: float, reading: float) -> tuple[str, str]:
    """Verdict and its reason, by this rule, in this order.

    *Not distinguishable*: the interval of the text is missing or includes zero. *Depends on
    choices*: fewer than `same_sign` of the specifications have the sign of the estimate, or the
    instrument or the coders are below `reading`. *Robust*: none of these.
    """
    low, high = found["text_low"], found["text_high"]
    if low is None or high is None:
        return NOT_DISTINGUISHABLE, "no interval can be given for the text"
    if low <= 0 <= high:
        return NOT_DISTINGUISHABLE, "the interval of the text includes zero"
    if found["same_sign"] < same_sign:
        return CHOICES, f"{found['same_sign']:.0%} of the specifications have its sign"
    words = {"reading": "the instrument", "alpha": "the coders"}
    weak = [words[name] for name in words if (found[name] or 0) < reading]
    if weak:
        return CHOICES, f"below {reading:g}: {' and '.join(weak)}"
    return ROBUST, "interval, choices and reading agree"


def _numbers(curve: dict) -> dict:
    own = _value(curve["own"])
    share = curve["positive"] if (own or 0) > 0 else curve["negative"]
    return {
        "estimate": own,
        "text_low": _value(curve["own_low"]),
        "text_high": _value(curve["own_high"]),
        "choices_low": _value(curve["least"]),
        "choices_high": _value(curve["greatest"]),
        "same_sign": _value(share) or 0.0,
    }


def _read(contrast: dict, scores: pl.DataFrame, reliability: pl.DataFrame) -> dict:
    """The weakest link of the reading: the scores and the agreement that the contrast rests on."""
    rests = (pl.col("kind") == "frame") & pl.col("code").is_in(contrast["frames"])
    if contrast["of"] == "own_voice":
        rests = rests | (pl.col("kind") == "voice")
    known = rests & pl.col("estimate").is_not_null() & pl.col("estimate").is_not_nan()
    scored = scores.filter(known & pl.col("measure").is_in(["f1", "accuracy"]))
    agreed = reliability.filter(known & (pl.col("coefficient") == "alpha"))
    return {
        "reading": _value(scored["estimate"].min()),
        "reading_low": _value(scored["low"].min()),
        "alpha": _value(agreed["estimate"].min()),
    }


def _value(number: float | None) -> float | None:
    return None if number is None or number != number else float(number)
