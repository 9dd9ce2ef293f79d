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
        equivalence="results/validation/equivalence.parquet",
        coders="results/validation/coders.parquet",
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
