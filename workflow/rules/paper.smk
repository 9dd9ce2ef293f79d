# The numbers that are quoted, and the manuscript that quotes them.

NUMBERED = [
    "corpus/articles",
    "corpus/sentences",
    "corpus/tokens",
    "comparison/frame_units",
    "comparison/frame_shares",
    "comparison/event_units",
    "comparison/event_coverage",
    "comparison/responsibility",
    "comparison/responsibility_units",
    "comparison/statements",
    "comparison/contrasts",
    "robustness/multiverse",
    "robustness/verdicts",
    "robustness/placebos",
    "robustness/self_placebos",
    "robustness/controls",
    "accuracy/coders",
    "accuracy/scores",
    "accuracy/agreement",
    "accuracy/external",
    "accuracy/equivalence",
    "accuracy/corrected_shares",
    "lexicon/concepts",
    "sentences/topics",
    "sentences/sentence_pairs",
]


def assuming():
    """Modules that state an assumption, which the manuscript lists."""
    found = sorted(PACKAGE.rglob("*.py"))
    return [str(path) for path in found if b"# ASSUME" in path.read_bytes()]


rule write_numbers:
    """Write every number that the study quotes, with its source and its sentences."""
    input:
        **{Path(name).name: f"results/{name}.parquet" for name in NUMBERED},
        codes=sheets(
            "frames.tsv", "events.tsv", "actors.tsv", "languages.tsv", "cues/*"
        ),
        modules=modules("write_numbers"),
    output:
        numbers="results/paper/numbers.parquet",
        table=update("tables/numbers.csv"),
        macros=update("tables/numbers.tex"),
    log:
        "results/logs/write_numbers.log",
    params:
        config=config,
        offered=digest(config["compare"]["offered"]),
    script:
        "../scripts/write_numbers.py"


rule write_manuscript:
    """Write the manuscript as PDF and for Word, bound to the numbers."""
    input:
        **{Path(name).name: f"results/{name}.parquet" for name in NUMBERED},
        numbers="results/paper/numbers.parquet",
        findings="tables/findings.md",
        trust="tables/trust.md",
        source="paper/manuscript.typ",
        style="paper/style.typ",
        wording="paper/wording.md",
        references="paper/references.yaml",
        allowed="paper/allowed.tsv",
        layout="workflow/report/tables.yaml",
        figures=[
            f"figures/{name}.{end}" for name in PAPER + SUPPLEMENT for end in FORMATS
        ],
        tables=[path for name in TABLES for path in table(name)],
        codes=sheets("*.tsv", "cues/*"),
        assuming=assuming(),
        modules=modules("write_manuscript"),
    output:
        pdf=report(
            update("paper/manuscript.pdf"),
            caption="../report/manuscript.md",
            category="Manuscript",
            labels={"file": "the manuscript"},
        ),
        word=update("paper/manuscript.docx"),
        bound="results/paper/manuscript.json",
    log:
        "results/logs/write_manuscript.log",
    params:
        config=config,
        offered=digest(config["compare"]["offered"]),
        figures={name: f"figures/{name}" for name in PAPER + SUPPLEMENT},
        tables={name: table(name) for name in TABLES},
        package=str(PACKAGE),
    script:
        "../scripts/write_manuscript.py"
