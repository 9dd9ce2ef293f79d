# How two articles frame the same events: from the raw texts to the figures and tables of the paper.
#
#   data → corpus → mentions → comparison, lexicon, topics → figures, tables

from snakemake.utils import min_version, validate

min_version("9.27")


configfile: "config/config.yaml"


validate(config, "workflow/schemas/config.yaml")


# The figures, in the order of their numbers.
PAPER = [
    "overview",
    "frames_by_voice",
    "events",
    "responsibility",
    *[f"specification_{name}" for name in config["multiverse"]["contrasts"]],
    "placebo",
]
SUPPLEMENT = ["validation", "concept_keyness", "topics", "sentence_correspondence"]


include: "workflow/rules/common.smk"
include: "workflow/rules/corpus.smk"
include: "workflow/rules/instrument.smk"
include: "workflow/rules/accuracy.smk"
include: "workflow/rules/comparison.smk"
include: "workflow/rules/robustness.smk"
include: "workflow/rules/lexicon.smk"
include: "workflow/rules/figures.smk"
include: "workflow/rules/tables.smk"
include: "workflow/rules/findings.smk"
include: "workflow/rules/calibration.smk"
include: "workflow/rules/correction.smk"


rule all:
    """What the paper includes."""
    input:
        [figure(name) for name in PAPER + SUPPLEMENT],
        "figures/README.md",
        [table(name) for name in TABLES],
        [table(name) for name in PROOFS],
        [table(name) for name in ROBUSTNESS],
        "results/coding_sheets",
        table("findings"),
        "tables/findings.md",
        "tables/trust.md",
        "results/mentions.parquet",
