rule judge_findings:
    """Set the three uncertainties of each main finding side by side, and word the findings."""
    input:
        frames="results/comparison/frames.parquet",
        contrasts="results/comparison/contrasts.parquet",
        events="results/comparison/events.parquet",
        responsibility="results/comparison/responsibility.parquet",
        multiverse="results/robustness/multiverse.parquet",
        scores="results/validation/scores.parquet",
        reliability="results/validation/reliability.parquet",
        codes=sheets("*.tsv", "cues/*"),
        captions="workflow/report/tables.yaml",
        template="workflow/report/findings.md",
        modules=modules("judge_findings"),
    output:
        table=table("findings"),
        text="tables/findings.md",
    log:
        "results/logs/judge_findings.log",
    params:
        codebook=folder("codebook"),
        sources=config["sources"],
        contrasts=config["multiverse"]["contrasts"],
        rule=config["findings"],
    script:
        "../scripts/judge_findings.py"
