"""Topics as they are shown: chosen by coherence, with stability, prevalence and verdict."""

import polars as pl

from framing import stability, topics

PLACE = ["article", "source", "sentence"]


def report(matrix: pl.DataFrame, *, settings: dict, seed: int) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Tables of the topics of both models, and of the numbers of topics tried.

    `matrix` is that of `lexical.matrix`; `settings` are `topics` of the config. Topics: model, topic,
    rank, concept, weight, coherence, stability, reference, verdict, prevalence_<source>. Sizes: as
    `topics.choose`. Sizes larger than the sentences or concepts allow are left out; with none left
    both tables are empty.
    """
    counts, names = matrix.drop(PLACE).to_numpy(), matrix.drop(PLACE).columns
    most = min(counts.shape, default=0)
    sizes = [size for size in settings["sizes"] if size <= most]
    parts = [_model(counts, names, matrix, name, sizes, settings, seed) for name in topics.MODELS]
    return pl.concat([p[0] for p in parts]), pl.concat([p[1] for p in parts])


def _model(
    counts, names, matrix, model, sizes, settings, seed
) -> tuple[pl.DataFrame, pl.DataFrame]:
    common = {"top": settings["top"], "passes": settings["passes"]}
    seeds = range(seed, seed + settings["seeds"])
    found, table = topics.choose(counts, model=model, sizes=sizes, seeds=seeds, **common)
    runs = {"runs": settings["runs"], "draw": settings["draw"], "seed": seed, **common}
    chance = stability.reference(
        counts,
        model=model,
        size=found.size,
        permutations=settings["permutations"],
        **(runs | {"runs": 3}),
    )
    judged = stability.judge(stability.measure(counts, found, **runs), chance)
    shares = topics.prevalence(found, matrix).pivot("source", index="topic", values="prevalence")
    shares = shares.rename({c: f"prevalence_{c}" for c in shares.columns if c != "topic"})
    heads = topics.concepts(found, names, counts, top=settings["top"])
    shown = heads.join(judged, on="topic", maintain_order="left")
    return shown.join(shares, on="topic", maintain_order="left"), table
