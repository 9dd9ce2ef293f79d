"""The values in the sentences on what was found: how often, in whose voice, which events."""

import polars as pl

from framing.columns import UNIT
from framing.measures.units import SEPARATOR
from framing.statistics.equivalence_test import CANNOT_TELL, DIFFERENT

NO_INTERVAL = "none"
Results = dict[str, pl.DataFrame]
Labels = dict[str, dict[str, str]]
Sources = dict[str, dict]


def facts(
    results: Results,
    *,
    sources: Sources,
    labels: Labels,
    contrasts: dict[str, dict],
    blaming: list[str],
) -> dict[str, object]:
    """Values for the template; `sources` and `contrasts` of the config, `labels` by kind and code.

    `blaming` are the labels of the frames of which the codebook asks who is responsible.

    `texts`: a phrase for the articles compared; `frames` (see `frame`) for every main contrast
    that is a share of one frame; `intervals`: how many of them have one; `why` and `remedy` where
    none has, for one reason (else empty); `detectable` (see there); `voices` (see `voice`) by
    source; `events` (see `events`).
    """
    counted = dict(results["articles"].group_by("source").len().iter_rows())
    articles = {source: counted.get(source, 0) for source in sources}
    codes = dict.fromkeys(c["frames"][0] for c in contrasts.values() if c["of"] == "share")
    frames = [frame(results, code, sources, labels) for code in codes]
    known = sum(frame["answer"] != NO_INTERVAL for frame in frames)
    reasons = {frame["reason"] for frame in frames}
    why, _, remedy = ("" if known or len(reasons) > 1 else reasons.pop()).partition(": ")
    return {
        "texts": phrase(list(articles.values())),
        "frames": frames,
        "intervals": known,
        "why": why,
        "remedy": remedy,
        "detectable": detectable(frames),
        "blaming": blaming,
        "voices": [voice(results, source, labels["actor"]) | sources[source] for source in sources],
        "events": events(results["event_coverage"], sources, labels["event"]),
    }


def phrase(articles: list[int]) -> str:
    """What the numbers of articles of the sources allow to say: two texts this short, or how many.

    Only single articles are called short: what they lack, and corpora do not, is repetition.
    """
    if all(number == 1 for number in articles):
        return "two texts this short"
    return f"{' and '.join(map(str, articles))} articles"


def frame(results: Results, code: str, sources: Sources, labels: Labels) -> dict[str, object]:
    """One frame: its label, by source (`counts`) name, carried and units, and the answer.

    The answer (see `answer`) is on the difference by sentences, with the ends of its interval or
    the reason for none, and the smallest difference that texts like these would show (None if
    unknown).
    """
    found = results["frame_shares"].filter(code=code)
    rows = {row["source"]: row for row in found.iter_rows(named=True)}
    counts = [
        {"name": entry["short"], "carried": rows[key]["carried"], "units": rows[key]["units"]}
        for key, entry in sources.items()
    ]
    contrast = results["contrasts"].filter(kind="frame", code=code, measure="sentences")
    contrast = contrast.row(0, named=True)
    return {
        "label": labels["frame"][code],
        "counts": counts,
        "answer": answer(contrast),
        "low": contrast["low"],
        "high": contrast["high"],
        "reason": contrast.get("reason") or "",
        "detectable": contrast.get("detectable"),
    }


def detectable(frames: list[dict]) -> list[float]:
    """Ends of the smallest differences that texts like these would show, where they cannot tell.

    Empty where no such difference is known.
    """
    known = [f["detectable"] for f in frames if f["answer"] == CANNOT_TELL and f["detectable"]]
    sizes = [size for size in known if size == size]
    return [min(sizes), max(sizes)] if sizes else []


def answer(contrast: dict) -> str:
    """What a contrast says: different, cannot tell, or none where it has no interval.

    A contrast with an answer of its own (column `answer`) keeps it.
    """
    low, high = contrast["low"], contrast["high"]
    if low is None or high is None or low != low or high != high:
        return NO_INTERVAL
    if contrast.get("answer"):
        return contrast["answer"]
    return DIFFERENT if low > 0 or high < 0 else CANNOT_TELL


def voice(results: Results, source: str, actors: dict[str, str]) -> dict[str, object]:
    """How a source speaks of frames for which somebody is responsible, counted in sentences.

    `sentences` that carry one of them; `own`, those in the text's own voice; `speakers` of
    the others, by name, and `unnamed`: some have none; `blamed`: actors held responsible in the
    sentences in its own voice, or in all if there is none; `place` of the only sentence in its own
    voice, if it is the first or last of its article, else "".
    """
    mine = results["responsibility_units"].filter(source=source)
    own = mine.filter(voice="narrator")
    quoted = mine.filter(pl.col("voice") != "narrator")["speaker"]
    return {
        "sentences": mine.height,
        "own": own.height,
        "speakers": _named(quoted, actors),
        "unnamed": bool((quoted == "").any()),
        "blamed": _named((own if own.height else mine)["responsible"], actors),
        "place": _place(own, results["sentences"]) if own.height == 1 else "",
    }


def events(coverage: pl.DataFrame, sources: Sources, labels: dict[str, str]) -> dict[str, object]:
    """How many of `all` events `both` sources report, and by source those that it alone reports."""
    alone = [
        [labels[code] for code in coverage.filter(covered_by=source)["code"]] for source in sources
    ]
    return {
        "both": coverage.filter(covered_by="both").height,
        "all": coverage.height,
        "alone": alone,
    }


def _named(actors: pl.Series, names: dict[str, str]) -> list[str]:
    """Names of the actors in cells that list them, each once."""
    every = actors.str.split(SEPARATOR).explode().unique(maintain_order=True)
    return [names[actor] for actor in every if actor]


def _place(own: pl.DataFrame, sentences: pl.DataFrame) -> str:
    """Where in its article the sentence is; sentences that repeat an earlier one do not count."""
    article, sentence = own.select(UNIT).row(0)
    new = sentences.filter((pl.col("article") == article) & pl.col("duplicate_of").is_null())
    ends = {new["sentence"].min(): "first", new["sentence"].max(): "last"}
    return ends.get(sentence, "")
