rule judge_findings:
    """Judge each main finding by text, choices and reading."""
    input:
        articles="results/corpus/articles.parquet",
        multiverse="results/robustness/multiverse.parquet",
        choices_sheet=config["multiverse"]["choices"],
        external="results/accuracy/external.parquet",
        agreement="results/accuracy/agreement.parquet",
        modules=modules("judge_findings"),
    output:
        verdicts="results/robustness/verdicts.parquet",
    log:
        "results/logs/judge_findings.log",
    params:
        contrasts=config["multiverse"]["contrasts"],
        settings=SETTINGS,
        rule=RULE,
    script:
        "../scripts/judge_findings.py"


rule word_findings:
    """Say in one sentence and in paragraphs what was found, and how far it can be trusted."""
    input:
        frame_shares="results/comparison/frame_shares.parquet",
        responsibility_units="results/comparison/responsibility_units.parquet",
        contrasts="results/comparison/contrasts.parquet",
        event_coverage="results/comparison/event_coverage.parquet",
        articles="results/corpus/articles.parquet",
        sentences="results/corpus/sentences.parquet",
        verdicts="results/robustness/verdicts.parquet",
        external="results/accuracy/external.parquet",
        scores="results/accuracy/scores.parquet",
        equivalence="results/accuracy/equivalence.parquet",
        coders="results/accuracy/coders.parquet",
        codebook=sheets("*.tsv", "cues/*"),
        answer="workflow/report/answer.md",
        findings="workflow/report/findings.md",
        trust="workflow/report/trust.md",
        modules=modules("word_findings"),
    output:
        answer=update("tables/answer.md"),
        findings=update("tables/findings.md"),
        trust=update("tables/trust.md"),
    log:
        "results/logs/word_findings.log",
    params:
        codebook=folder("codebook"),
        sources=config["sources"],
        contrasts=config["multiverse"]["contrasts"],
        given={
            name: config["compare"][name] for name in ("level", "smallest_difference")
        },
    script:
        "../scripts/word_findings.py"
