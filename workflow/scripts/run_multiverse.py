"""Compute the main contrasts under every combination of defensible choices."""

import polars as pl
from framing import steps
from framing.coders import codings
from framing.instrument import codebook
from framing.robustness import choices, curve, multiverse, readings, units, versions
from framing.statistics import allowed, permutation


def step(input, output, params):
    """Write the specifications, what each choice moves, and a summary of each curve."""
    settings, sources = params.multiverse, params.sources
    corpus = [pl.read_parquet(input[name]) for name in ("articles", "sentences", "tokens")]
    own = choices.own(params.measure, params.text, params.smoothing)
    options = choices.arrange(settings["choices"], own)
    found, coders = read(*corpus, options, params)
    options["coding"] = [o for o in options["coding"] if any(o == key[0] for key in found)]
    numbered = permutation.number(*corpus[:2], sources, settings["blocks"])
    texts = units.Texts(found, numbered, sources, settings["window"])
    verdicts = allowed.read(params.verdicts)
    kind = {"method": params.method, "permit": allowed.remember(verdicts, params.method)}
    table, means = multiverse.run(texts, options, settings["contrasts"], **kind)
    moved = curve.influence(table, list(options))
    sizes = tuple(permutation.count(numbered, source) for source in sources)
    table.write_parquet(output.specifications)
    moved.write_parquet(output.choices)
    joint = {"permit": allowed.remember(verdicts, "block_permutation")}
    joint["articles"] = corpus[0]["source"].value_counts()["count"].min()
    summary = curve.summarise(table, means, moved, sizes, **joint)
    summary.with_columns(coders=pl.lit(coders)).write_parquet(output.multiverse)


def read(articles, sentences, tokens, options, params):
    """All readings of the articles, and who the coders are if one of the readings is theirs."""
    words, clitics = params.multiverse["clause_words"], params.multiverse["clitics"]
    how = versions.Options(params.codebook, params.text, words, clitics)
    found = versions.read(readings.originals(articles, tokens), options, how)
    if choices.CODERS not in options["coding"]:
        return found, ""
    codes = codebook.read_codes(params.codebook)
    coded = codings.read(params.codings, articles, sentences, codes, models=params.models)
    compared = {f for row in params.multiverse["contrasts"].values() for f in row["frames"]}
    read = versions.add_coders(found, coded, compared, sentences)
    names = coded.units["coder"].unique(maintain_order=True)
    return read, codings.describe(names, params.models) if len(read) > len(found) else ""


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
