"""Set the instrument beside the coders, and beside itself in the other language."""

import sys

import polars as pl
from framing import (
    agreement,
    codebook,
    codings,
    equivalence,
    proof,
    share_correction,
    steps,
    units,
    votes,
)


def step(input, output, params):
    """Write the tables of the proof."""
    book, codes = (
        codebook.read(params.codebook, params.normalise),
        codebook.read_codes(params.codebook),
    )
    articles, sentences, mentions = (
        pl.read_parquet(input[name]) for name in ("articles", "sentences", "mentions")
    )
    models, draws = params.validation["models"], params.validation["resamples"]
    options = {"resamples": draws, "level": params.level, "seed": params.seed}
    coded = codings.read(params.codings, articles, sentences, codes, models=models)
    print(f"{coded.left_out} coded units are of other articles: left out", file=sys.stderr)
    ratings = votes.cast(coded, codes)
    chosen = units.select(articles, sentences, repeated_lead=True)
    found = proof.find(chosen, mentions, params.measure["tiers"])
    decisions = proof.compare(votes.majority(ratings), found)
    counted = params.measure["repeated_lead"] | ~pl.col("repeated")
    scores = proof.score(decisions.filter(counted), **options)
    columns = equivalence.name_columns(params.codebook)
    rows, languages = equivalence.read(input.parallel, list(book.frames), columns)
    pairs = equivalence.code(rows, languages, book)
    results = {
        "coders": codings.name_coders(coded, models),
        "reliability": agreement.measure(ratings.filter(counted), codes, **options),
        "decisions": decisions,
        "scores": scores,
        "contrasts": proof.contrast(scores),
        "confusion": proof.confuse(decisions, sentences, mentions),
        "equivalence": equivalence.measure(pairs, languages, level=params.level),
        "apart": equivalence.differing(pairs, languages, rows),
        "shares": share_correction.correct(
            units.select(articles, sentences, repeated_lead=params.measure["repeated_lead"]),
            articles, found, decisions.filter(counted), pairs, level=params.level,
        ),
    }  # fmt: skip
    for name, table in results.items():
        table.write_parquet(output[name])


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
