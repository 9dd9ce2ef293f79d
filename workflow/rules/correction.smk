# Simulated corpora that test the correction by a hand-coded sample: no part of `all`, rebuilt by
# `snakemake correction_calibration` only.


rule correction_calibration:
    """Test the correction in simulated corpora: how many texts to code by hand."""
    input:
        figure("sample_size"),
        [table(name) for name in CORRECTION],


rule simulate_correction:
    """Correct simulated corpora with an instrument of one F1, by samples of several sizes."""
    input:
        modules=modules("simulate_correction"),
    output:
        correction="results/calibration/correction_{number}.parquet",
    log:
        "results/logs/simulate_correction_{number}.log",
    wildcard_constraints:
        number=r"\d+",
    params:
        f1=lambda wildcards: config["correction"]["f1"][int(wildcards.number)],
        coded=config["correction"]["coded"],
        corpora=config["correction"]["corpora"],
        texts=config["correction"]["texts"],
        seed=config["seed"],
    script:
        "../scripts/simulate_correction.py"


rule report_correction:
    """Draw and tabulate how many texts to code by hand."""
    input:
        correction=expand(
            "results/calibration/correction_{number}.parquet",
            number=range(len(config["correction"]["f1"])),
        ),
        style=config["figures"]["style"],
        captions=captions("sample_size"),
        layout="workflow/report/tables.yaml",
        modules=modules("report_correction"),
    output:
        drawn("sample_size"),
        **{name: tabulated(name) for name in CORRECTION},
    log:
        "results/logs/report_correction.log",
    params:
        sources=config["sources"],
        width=config["figures"]["width"],
    script:
        "../scripts/report_correction.py"
