"""Write the hash of every output, under those of the config, the codebook and the corpus."""

from pathlib import Path

from framing import provenance, steps


def step(input, output, params):
    """Write the hashes; those of the texts are in the sheet of articles."""
    inputs = {
        "config": provenance.digest_settings(params.config),
        **{
            name: provenance.digest(input[name] if name != "articles" else [input.articles])
            for name in ("codebook", "articles", "codings")
        },
    }
    found = [*provenance.list_outputs(params.folders), *map(Path, params.manuscript)]
    provenance.write(output[0], found, inputs)


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
