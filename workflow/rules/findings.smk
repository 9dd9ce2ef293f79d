rule judge_findings:
    """Set the three uncertainties of each main finding side by side, and word the findings."""
    input:
        frame_shares="results/comparison/frame_shares.parquet",
        contrasts="results/comparison/contrasts.parquet",
        event_coverage="results/comparison/event_coverage.parquet",
        responsibility="results/comparison/responsibility.parquet",
        responsibility_units="results/comparison/responsibility_units.parquet",
        multiverse="results/robustness/multiverse.parquet",
        scores="results/accuracy/scores.parquet",
        reliability="results/accuracy/reliability.parquet",
        equivalence="results/accuracy/equivalence.parquet",
        coders="results/accuracy/coders.parquet",
        codes=sheets("*.tsv", "cues/*"),
        captions="workflow/report/tables.yaml",
        findings="workflow/report/findings.md",
        trust="workflow/report/trust.md",
        modules=modules("judge_findings"),
    output:
        table=table("findings"),
        findings="tables/findings.md",
        trust="tables/trust.md",
    log:
        "results/logs/judge_findings.log",
    params:
        codebook=folder("codebook"),
        sources=config["sources"],
        contrasts=config["multiverse"]["contrasts"],
        rule=config["findings"],
    script:
        "../scripts/judge_findings.py"
