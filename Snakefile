# How two articles frame the same events: from the raw texts to the figures and tables of the paper.
#
#   data → corpus → mentions → comparison, lexicon, topics → figures, tables

from snakemake.utils import min_version

from framing import runs, size

min_version("9.27")


configfile: runs.open_settings("config/config.yaml")


# A question (--configfile) is answered in a folder of its own; this one keeps the published results.
runs.begin(config, workflow)


# A mistake of the user, found by a step, ends the run with exit code 2.
onerror:
    runs.fail()


# Groups of articles by name, none for a corpus that is read at once; figures that a large corpus lacks.
SHARDS = size.cut(config)
LEFT_OUT = size.leave_out(config)


report: "tables/findings.md"


# The tables of the paper in order; those of the calibration are rebuilt on demand only.
TABLES = [
    "corpus",
    "repairs",
    "codebook",
    "findings",
    "frame_comparison",
    "voice_and_responsibility",
    "events",
    "same_event",
    "contrasts",
    "concept_keyness",
    "keywords",
    "collocates",
    "topics",
    "external",
    "agreement",
    "validation",
    "confusion",
    "equivalence",
    "equivalence_items",
    "corrected_shares",
    "multiverse",
    "sensitivity",
    "controls",
]
CALIBRATION = ["calibration", "power", "design"]
CORRECTION = ["sample_size"]


# The figures, in the order of their numbers.
PAPER = [
    "overview",
    "frames_by_voice",
    "events",
    "responsibility",
    "choices",
    "placebo",
]
SUPPLEMENT = ["validation", "concept_keyness", "topics", "sentence_correspondence"]
SUPPLEMENT = [name for name in SUPPLEMENT if name not in LEFT_OUT]


include: "workflow/rules/common.smk"


if SHARDS:

    include: "workflow/rules/shards.smk"

else:

    include: "workflow/rules/corpus.smk"
    include: "workflow/rules/instrument.smk"


include: "workflow/rules/accuracy.smk"
include: "workflow/rules/comparison.smk"
include: "workflow/rules/robustness.smk"
include: "workflow/rules/lexicon.smk"
include: "workflow/rules/figures.smk"
include: "workflow/rules/tables.smk"
include: "workflow/rules/findings.smk"
include: "workflow/rules/paper.smk"
include: "workflow/rules/evidence.smk"
include: "workflow/rules/provenance.smk"
include: "workflow/rules/calibration.smk"
include: "workflow/rules/correction.smk"


rule all:
    """What the paper includes."""
    input:
        OUTPUTS,
        "SHA256SUMS",
        "results/coding_sheets",
        "results/mentions.parquet",
        "results/paper/numbers.parquet",
