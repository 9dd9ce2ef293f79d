rule run_multiverse:
    """Compute the main contrasts under every combination of defensible choices."""
    input:
        articles="results/corpus/articles.parquet",
        sentences="results/corpus/sentences.parquet",
        tokens="results/corpus/tokens.parquet",
        codings=coders("*.tsv"),
        codebook=sheets("*.tsv", "cues/*", "classes/*", "languages/*/*"),
        modules=modules("run_multiverse"),
    output:
        specifications="results/robustness/specifications.parquet",
        choices="results/robustness/choices.parquet",
        multiverse="results/robustness/multiverse.parquet",
    log:
        "results/logs/run_multiverse.log",
    params:
        codebook=folder("codebook"),
        codings=folder("codings"),
        models=config["accuracy"]["models"],
        sources=list(config["sources"]),
        text=config["text"],
        measure=config["measure"],
        method=config["compare"]["method"],
        verdicts=config["compare"]["offered"],
        offered=digest(config["compare"]["offered"]),
        smoothing=config["lexicon"]["smoothing"],
        multiverse=config["multiverse"],
    script:
        "../scripts/run_multiverse.py"


rule check_sensitivity:
    """Try placebo cues, leave out one cue at a time, and check the negative controls."""
    input:
        articles="results/corpus/articles.parquet",
        sentences="results/corpus/sentences.parquet",
        tokens="results/corpus/tokens.parquet",
        mentions="results/mentions.parquet",
        frame_units="results/comparison/frame_units.parquet",
        codes=sheets("frames.tsv", "events.tsv", "actors.tsv"),
        modules=modules("check_sensitivity"),
    output:
        placebos="results/robustness/placebos.parquet",
        leave_one_out="results/robustness/leave_one_out.parquet",
        controls="results/robustness/controls.parquet",
    log:
        "results/logs/check_sensitivity.log",
    params:
        codebook=folder("codebook"),
        sources=list(config["sources"]),
        repeated_lead=config["measure"]["repeated_lead"],
        method=config["compare"]["method"],
        blocks=config["multiverse"]["blocks"],
        sensitivity=config["sensitivity"],
        seed=config["seed"],
    script:
        "../scripts/check_sensitivity.py"


rule report_robustness:
    """Draw the specification curves and the placebos."""
    input:
        specifications="results/robustness/specifications.parquet",
        choices="results/robustness/choices.parquet",
        multiverse="results/robustness/multiverse.parquet",
        placebos="results/robustness/placebos.parquet",
        leave_one_out="results/robustness/leave_one_out.parquet",
        controls="results/robustness/controls.parquet",
        codes=sheets("frames.tsv", "events.tsv", "actors.tsv", "cues/*"),
        style=config["figures"]["style"],
        captions=captions("specification", "placebo"),
        modules=modules("report_robustness"),
    output:
        [figure(f"specification_{name}") for name in config["multiverse"]["contrasts"]],
        figure("placebo"),
    log:
        "results/logs/report_robustness.log",
    params:
        codebook=folder("codebook"),
        sources=config["sources"],
        contrasts=config["multiverse"]["contrasts"],
        width=config["figures"]["width"],
    script:
        "../scripts/report_robustness.py"
