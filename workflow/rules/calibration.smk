# Simulated worlds that test the methods: no part of `all`, rebuilt by `snakemake calibration` only.
# The study reads its verdicts from config/offered.csv, which is therefore no input of a rule.

PARTS = [
    0,
    1,
]  # a job each, whatever the number of cores: the results do not depend on it


rule calibration:
    """Simulate, and judge every method: tables, figure and the verdicts that the study reads."""
    input:
        figure("calibration"),
        [table(name) for name in CALIBRATION],
        config["compare"]["offered"],


rule run_calibration:
    """Simulate a part of the worlds and measure every method in them."""
    input:
        articles="results/corpus/articles.parquet",
        sentences="results/corpus/sentences.parquet",
        modules=modules("run_calibration"),
    output:
        cells="results/calibration/cells_{part}.parquet",
        families="results/calibration/families_{part}.parquet",
    log:
        "results/logs/run_calibration_{part}.log",
    wildcard_constraints:
        part="|".join(map(str, PARTS)),
    priority: 1  # the long jobs first
    params:
        part=lambda wildcards: [int(wildcards.part), len(PARTS)],
        sources=list(config["sources"]),
        repeated_lead=config["measure"]["repeated_lead"],
        worlds=config["calibration"]["worlds"],
        seed=config["seed"],
    script:
        "../scripts/run_calibration.py"


rule measure_power:
    """Measure what these articles could show, and how many articles would show more."""
    input:
        articles="results/corpus/articles.parquet",
        sentences="results/corpus/sentences.parquet",
        modules=modules("measure_power"),
    output:
        power="results/calibration/power.parquet",
        design="results/calibration/design.parquet",
    log:
        "results/logs/measure_power.log",
    params:
        sources=list(config["sources"]),
        repeated_lead=config["measure"]["repeated_lead"],
        calibration=config["calibration"],
        seed=config["seed"],
    script:
        "../scripts/measure_power.py"


rule judge_methods:
    """Judge every method where it was simulated, and try the verdicts in worlds of another kind."""
    input:
        articles="results/corpus/articles.parquet",
        sentences="results/corpus/sentences.parquet",
        cells=expand("results/calibration/cells_{part}.parquet", part=PARTS),
        families=expand("results/calibration/families_{part}.parquet", part=PARTS),
        modules=modules("judge_methods"),
    output:
        cells="results/calibration/cells.parquet",
        unseen="results/calibration/unseen.parquet",
        offered=config["compare"]["offered"],
    log:
        "results/logs/judge_methods.log",
    params:
        sources=list(config["sources"]),
        repeated_lead=config["measure"]["repeated_lead"],
        calibration=config["calibration"],
        seed=config["seed"],
    script:
        "../scripts/judge_methods.py"


rule audit_methods:
    """By hand: designs on which an older version was wrong, and what is offered there now."""
    input:
        offered=config["compare"]["offered"],
        modules=modules("audit_methods"),
    output:
        "results/calibration/audit.csv",
    log:
        "results/logs/audit_methods.log",
    params:
        worlds=config["calibration"]["worlds"],
        seed=config["seed"],
    script:
        "../scripts/audit_methods.py"


rule report_calibration:
    """Write the tables and the figure of the calibration."""
    input:
        cells="results/calibration/cells.parquet",
        unseen="results/calibration/unseen.parquet",
        power="results/calibration/power.parquet",
        design="results/calibration/design.parquet",
        style=config["figures"]["style"],
        captions=captions("calibration"),
        layout="workflow/report/tables.yaml",
        modules=modules("report_calibration"),
    output:
        drawn("calibration"),
        **{name: tabulated(name) for name in CALIBRATION},
    log:
        "results/logs/report_calibration.log",
    params:
        sources=config["sources"],
        level=config["compare"]["level"],
        width=config["figures"]["width"],
    script:
        "../scripts/report_calibration.py"
