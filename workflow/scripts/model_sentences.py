"""Model the sentences as bags of concepts: topics with their stability, and matching pairs."""

import polars as pl
from framing import steps
from framing.measures import items, similarity, units
from framing.statistics import allowed
from framing.topics import bags, report


def step(input, output, params):
    """Write the topics, the numbers of topics tried, and the pairs."""
    articles = pl.read_parquet(input.articles)
    names = units.draw(articles, params.topics["articles"], seed=params.seed)["article"]
    drawn = pl.col("article").is_in(names.implode())
    sentences, tokens, mentions = (
        pl.scan_parquet(input[name]).filter(drawn).collect()
        for name in ("sentences", "tokens", "mentions")
    )
    chosen = units.select(articles, sentences, repeated_lead=params.repeated_lead)
    concepts = items.concepts(chosen, mentions, tokens)
    method, level = params.compare["method"], params.compare["level"]
    topics, sizes = report.report(
        bags.collect(chosen, tokens, concepts, params.topics["windows"]),
        chosen,
        sources=params.sources,
        method=method,
        permit=allowed.remember(allowed.read(params.compare["offered"]), method),
        level=level,
        settings=params.topics,
        seed=params.seed,
    )
    topics.write_parquet(output.topics)
    sizes.write_parquet(output.topic_numbers)
    matrix, permutations = items.matrix(chosen, concepts), params.similarity["permutations"]
    if not params.pairs:
        matrix = matrix.clear()
    pairs = similarity.pairs(
        matrix, *params.sources, permutations=permutations, level=level, seed=params.seed
    )
    pairs.write_parquet(output.sentence_pairs)


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
