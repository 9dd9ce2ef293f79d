"""Topics as they are shown: number chosen by coherence, with stability, prevalence and verdict."""

from typing import Any

import polars as pl

from framing.errors import InputError
from framing.statistics import allowed
from framing.topics import fit, prevalence, stability
from framing.topics.bags import Bags
from framing.topics.stability import Design


def report(
    bags: Bags,
    units: pl.DataFrame,
    *,
    sources: list[str],
    method: str,
    permit: allowed.Permit,
    level: float,
    settings: dict[str, Any],
    seed: int,
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Tables of the topics of both models, and of the numbers of topics tried.

    `bags` of `bags.collect`, of the sentences `units`; `settings` are `topics` of the config;
    `level` is that of intervals and of chance. Topics have a row per topic and concept: model,
    topic, rank, concept, weight, coherence, the columns of `stability.judge`, those of
    `prevalence.compare` and `prevalence.across_fits`, size (number of topics), at_edge. Sizes: as
    `fit.choose`. Raises InputError if no size fits the corpus.
    """
    counts = bags.count()[0]
    filled = int((counts.sum(axis=1) > 0).sum())
    sizes = [size for size in settings["sizes"] if size <= min(filled, len(bags.names))]
    if not sizes:
        problem = f"{filled} sentences with a concept allow none of the numbers of topics"
        remedy = "add texts, cues of concepts (cues/concepts.tsv), or smaller numbers of topics"
        raise InputError("topics.sizes", problem, remedy)
    options = {"top": settings["top"], "passes": settings["passes"]}
    seeds = range(seed, seed + settings["seeds"])
    shown, tried = [], []
    for model in fit.MODELS:
        fits, table = fit.choose(counts, model=model, sizes=sizes, seeds=seeds, **options)
        found = fits[0]
        heads = fit.concepts(found, bags.names, counts, top=settings["top"])
        for part in (
            _judge(bags, found.size, model, settings, level, seed),
            prevalence.compare(found, units, sources, method=method, permit=permit, level=level),
            prevalence.across_fits(fits, units, sources),
        ):
            heads = heads.join(part, on="topic", maintain_order="left")
        shown.append(
            heads.with_columns(size=pl.lit(found.size), at_edge=pl.lit(table["at_edge"][0]))
        )
        tried.append(table)
    return pl.concat(shown), pl.concat(tried)


def _judge(
    bags: Bags, size: int, model: str, settings: dict[str, Any], level: float, seed: int
) -> pl.DataFrame:
    options = {name: settings[name] for name in ("runs", "draw", "passes")}
    return stability.judge(
        bags.usable(size),
        Design(model=model, size=size, **options),
        permutations=settings["permutations"],
        level=level,
        seed=seed,
    )
