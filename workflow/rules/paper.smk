# The numbers that are quoted, and the manuscript that quotes them.

NUMBERED = [
    "corpus/articles",
    "corpus/sentences",
    "corpus/tokens",
    "comparison/frame_units",
    "comparison/frame_shares",
    "comparison/event_units",
    "comparison/event_coverage",
    "comparison/responsibility_units",
    "comparison/contrasts",
    "robustness/multiverse",
    "robustness/verdicts",
    "robustness/placebos",
    "robustness/self_placebos",
    "robustness/controls",
    "accuracy/scores",
    "accuracy/reliability",
    "accuracy/external",
    "accuracy/equivalence",
    "accuracy/corrected_shares",
    "lexicon/concepts",
    "sentences/topics",
    "sentences/sentence_pairs",
]


rule write_numbers:
    """Write every number that the study quotes, with its source and its sentences."""
    input:
        **{Path(name).name: f"results/{name}.parquet" for name in NUMBERED},
        codes=sheets("frames.tsv", "events.tsv", "actors.tsv", "languages.tsv", "cues/*"),
        modules=modules("write_numbers"),
    output:
        numbers="results/paper/numbers.parquet",
        table="tables/numbers.csv",
        macros="tables/numbers.tex",
    log:
        "results/logs/write_numbers.log",
    params:
        config=config,
        offered=digest(config["compare"]["offered"]),
    script:
        "../scripts/write_numbers.py"
