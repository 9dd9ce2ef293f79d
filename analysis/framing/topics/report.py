"""Topics as they are shown: chosen by coherence, with stability, prevalence and verdict."""

import polars as pl

from framing.topics import fit, prevalence, stability
from framing.topics.fit import Topics

PLACE = ["article", "source", "sentence"]
REFERENCE_RUNS = 3  # refits of each shuffled corpus


def report(
    matrix: pl.DataFrame,
    others: list[pl.DataFrame],
    *,
    sources: list[str],
    method: str,
    settings: dict,
    seed: int,
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Tables of the topics of both models, and of the numbers of topics tried.

    `matrix` is that of `items.matrix`, `others` are the same concepts in other units; `settings`
    are `topics` of the config, `method` is that of the intervals. Topics: model, topic, rank,
    concept, weight, coherence, stability, reference, across_units, verdict,
    prevalence_<source>, difference, low, high (interval of the text), fit_low, fit_high (range over
    seeds). Sizes: as `fit.choose`. Raises ValueError if no size fits the corpus.
    """
    counts = matrix.drop(PLACE).to_numpy()
    sizes = [size for size in settings["sizes"] if size <= min(counts.shape)]
    if not sizes:
        raise ValueError(f"{counts.shape[0]} sentences allow none of the numbers of topics")
    options = {"top": settings["top"], "passes": settings["passes"]}
    seeds = range(seed, seed + settings["seeds"])
    shown, tried = [], []
    for model in fit.MODELS:
        found, table = fit.choose(counts, model=model, sizes=sizes, seeds=seeds, **options)
        judged = _judge(counts, found, others, settings, seed)
        shares = _shares(counts, found, matrix, sources, method, seeds, settings["passes"])
        heads = fit.concepts(found, matrix.drop(PLACE).columns, counts, top=settings["top"])
        for part in (judged, shares):
            heads = heads.join(part, on="topic", maintain_order="left")
        shown.append(heads)
        tried.append(table)
    return pl.concat(shown), pl.concat(tried)


def _judge(
    counts, found: Topics, others: list[pl.DataFrame], settings: dict, seed: int
) -> pl.DataFrame:
    """Stability over samples and over other units; a topic must pass the reference in both."""
    options = {"top": settings["top"], "passes": settings["passes"], "draw": settings["draw"]}
    chance = stability.reference(
        counts,
        model=found.model,
        size=found.size,
        permutations=settings["permutations"],
        runs=REFERENCE_RUNS,
        seed=seed,
        **options,
    )
    measured = stability.measure(counts, found, runs=settings["runs"], seed=seed, **options)
    judged = stability.judge(measured, chance)
    elsewhere = prevalence.across_units(
        found,
        [other.drop(PLACE).to_numpy() for other in others],
        seeds=range(seed, seed + settings["runs"]),
        passes=settings["passes"],
    )
    both = judged.join(elsewhere, on="topic", maintain_order="left")
    passed = pl.col("across_units") > pl.col("reference")
    unstable = pl.lit(stability.UNSTABLE)
    return both.with_columns(pl.when(passed).then(pl.col("verdict")).otherwise(unstable))


def _shares(
    counts, found: Topics, matrix: pl.DataFrame, sources, method, seeds, passes
) -> pl.DataFrame:
    wide = fit.prevalence(found, matrix).pivot("source", index="topic", values="prevalence")
    wide = wide.rename({c: f"prevalence_{c}" for c in wide.columns if c != "topic"})
    text = prevalence.contrast(found, matrix, sources, method=method)
    fits = prevalence.across_fits(counts, found, matrix, sources, seeds=seeds, passes=passes)
    return wide.join(text, on="topic").join(fits, on="topic").sort("topic")
