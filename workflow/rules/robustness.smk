rule run_multiverse:
    """Compute the main contrasts under every combination of defensible choices."""
    input:
        articles="results/corpus/articles.parquet",
        sentences="results/corpus/sentences.parquet",
        tokens="results/corpus/tokens.parquet",
        choices=config["multiverse"]["choices"],
        codings=coders("*.tsv"),
        codebook=sheets("*.tsv", "cues/*", "classes/*", "languages/*/*"),
        modules=modules("run_multiverse"),
    output:
        specifications="results/robustness/specifications.parquet",
        choices="results/robustness/choices.parquet",
        options="results/robustness/options.parquet",
        multiverse="results/robustness/multiverse.parquet",
    log:
        "results/logs/run_multiverse.log",
    params:
        codebook=folder("codebook"),
        codings=folder("codings"),
        models=config["accuracy"]["models"],
        sources=list(config["sources"]),
        settings=SETTINGS,
        multiverse=config["multiverse"],
        method=config["compare"]["method"],
        level=config["compare"]["level"],
        verdicts=config["compare"]["offered"],
        offered=digest(config["compare"]["offered"]),
        seed=config["seed"],
    script:
        "../scripts/run_multiverse.py"


rule check_sensitivity:
    """Try placebo cues, leave out one concept at a time, and check the negative controls."""
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
        self_placebos="results/robustness/self_placebos.parquet",
        leave_one_out="results/robustness/leave_one_out.parquet",
        controls="results/robustness/controls.parquet",
    log:
        "results/logs/check_sensitivity.log",
    params:
        codebook=folder("codebook"),
        sources=list(config["sources"]),
        repeated_lead=config["measure"]["repeated_lead"],
        method=config["compare"]["method"],
        level=config["compare"]["level"],
        blocks=config["multiverse"]["blocks"],
        sensitivity=config["sensitivity"],
        seed=config["seed"],
    script:
        "../scripts/check_sensitivity.py"


rule report_robustness:
    """Draw the choices and the placebos."""
    input:
        choices_sheet=config["multiverse"]["choices"],
        choices="results/robustness/choices.parquet",
        options="results/robustness/options.parquet",
        multiverse="results/robustness/multiverse.parquet",
        placebos="results/robustness/placebos.parquet",
        self_placebos="results/robustness/self_placebos.parquet",
        leave_one_out="results/robustness/leave_one_out.parquet",
        controls="results/robustness/controls.parquet",
        codes=sheets(
            "frames.tsv", "events.tsv", "actors.tsv", "languages.tsv", "cues/*"
        ),
        style=config["figures"]["style"],
        captions=captions("choices", "placebo"),
        modules=modules("report_robustness"),
    output:
        drawn("choices"),
        drawn("placebo"),
    log:
        "results/logs/report_robustness.log",
    params:
        codebook=folder("codebook"),
        sources=config["sources"],
        settings=SETTINGS,
        contrasts=config["multiverse"]["contrasts"],
        same_sign=config["findings"]["same_sign"],
        sampled=size.sampled(config, "sensitivity"),
        choices_sampled=size.sampled(config, "multiverse"),
        width=config["figures"]["width"],
        level=config["compare"]["level"],
    script:
        "../scripts/report_robustness.py"
