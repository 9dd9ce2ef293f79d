"""Numbers of the instrument and of the coders: F1, agreement, parallel sentences, correction."""

import polars as pl

from framing.paper import captions
from framing.paper.numbers.entry import (
    Number,
    Results,
    Study,
    decimal,
    interval,
    number,
    row,
    slug,
    whole,
)

PLACE = "results/accuracy"
MEASURES = ("precision", "recall", "f1")


def numbers(results: Results, study: Study) -> list[Number]:
    """Accuracy on the articles, on held-out texts, between languages; agreement; correction."""
    alike = study.config["accuracy"]["alike"]
    used = results["articles"]["language"].unique(maintain_order=True).to_list()
    return [
        *(entry for language in used for entry in _language(results, study, language)),
        *_unseen(results["external"], study),
        *_parallel(results["equivalence"]),
        number("parallel.most_ratio", 1 / alike, decimal, "ratio", "config/config"),
        *_corrected(results["corrected_shares"], study),
    ]


def _language(results: Results, study: Study, language: str) -> list[Number]:
    """F1, precision and recall over all frames of one language, and the agreement of its coders."""
    found = []
    for measure in MEASURES:
        micro = results["scores"].filter(kind="frame", code="micro")
        score = row(micro, language=language, measure=measure)
        more = {"n": score["units"], "method": score["method"] or ""}
        key = f"seen.{language}.{measure}"
        found += interval(key, score, decimal, measure, f"{PLACE}/scores", **more)
    alpha = results["agreement"].filter(language=language, coefficient="alpha")
    frames = alpha.filter(kind="frame")
    named = {f"frame.{code}": row(frames, code=code) for code in study.labels["frame"]}
    named |= {kind: row(alpha, kind=kind) for kind in ("voice", "speaker", "responsible", "event")}
    for name, agreed in named.items():
        more = {"n": agreed["units"], "method": "Krippendorff's alpha, bootstrap"}
        key = f"agreement.{language}.{name}"
        found += interval(key, agreed, decimal, "alpha", f"{PLACE}/agreement", **more)
    least = frames["estimate"].fill_nan(None).min()
    coders = results["agreement"].filter(language=language)["coders"].max()
    place = f"{PLACE}/agreement"
    return [
        *found,
        number(f"agreement.{language}.least", least, decimal, "alpha", place, n=frames.height),
        number(f"agreement.{language}.coders", coders, whole, "coders", place),
    ]


def _unseen(external: pl.DataFrame, study: Study) -> list[Number]:
    """F1 on each held-out corpus, over all frames and by frame."""
    found = []
    for score in external.filter(pl.col("measure").is_in(MEASURES)).iter_rows(named=True):
        frame = "" if score["frame"] == "micro" else f".{score['frame']}"
        corpus = slug(captions.short(score["corpus"]))
        key = f"unseen.{corpus}.{score['language']}{frame}.{score['measure']}"
        more = {"n": score["n"], "method": score["coders"]}
        found += interval(key, score, decimal, score["measure"], f"{PLACE}/external", **more)
    return found


def _parallel(equivalence: pl.DataFrame) -> list[Number]:
    """Parallel sentences that get the same code in both languages, and frames found alike."""
    place = f"{PLACE}/equivalence"
    together = equivalence.filter(frame="all")
    frames = equivalence.filter(pl.col("frame") != "all")
    sentences = int(together["sentences"].sum())
    same = int(together["same"].sum())
    alike = frames.filter(answer="equivalent").height
    return [
        number("parallel.sentences", sentences, whole, "sentences", place),
        number("parallel.same", same, whole, "sentences", place, n=sentences),
        number("parallel.frames", frames.height, whole, "frames", place),
        number("parallel.equivalent", alike, whole, "frames", place, n=frames.height),
    ]


def _corrected(shares: pl.DataFrame, study: Study) -> list[Number]:
    """Shares corrected for the errors of the instrument: coordination.hebrew.corrected."""
    found = []
    for frame in study.labels["frame"]:
        for source in study.sources:
            share = row(shares, frame=frame, source=source, minus="")
            more = {"n": share["units"], "method": "Rogan and Gladen; Lang and Reiczigel"}
            share = share | {"estimate": share["corrected"]}
            key, place = f"{frame}.{source}.corrected", f"{PLACE}/corrected_shares"
            found += interval(key, share, captions.percent, "percent", place, **more)
    kept = shares.filter(minus="")
    usable = kept.filter(reason="").height
    place = f"{PLACE}/corrected_shares"
    return [
        *found,
        number("corrected.shares", kept.height, whole, "shares", place),
        number("corrected.usable", usable, whole, "shares", place, n=kept.height),
    ]
