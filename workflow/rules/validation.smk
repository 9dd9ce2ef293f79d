rule validate_instrument:
    """Set the instrument beside the coders, and beside itself in the other language."""
    input:
        articles="results/corpus/articles.parquet",
        sentences="results/corpus/sentences.parquet",
        mentions="results/mentions.parquet",
        codings=coders("*.tsv"),
        parallel=config["parallel"],
        codebook=sheets("*.tsv", "cues/*", "classes/*", "languages/*/*"),
        modules=modules("validate_instrument"),
    output:
        coders="results/validation/coders.parquet",
        reliability="results/validation/reliability.parquet",
        decisions="results/validation/decisions.parquet",
        scores="results/validation/scores.parquet",
        contrasts="results/validation/contrasts.parquet",
        confusion="results/validation/confusion.parquet",
        equivalence="results/validation/equivalence.parquet",
        apart="results/validation/apart.parquet",
        shares="results/validation/shares.parquet",
    log:
        "results/logs/validate_instrument.log",
    params:
        codebook=folder("codebook"),
        codings=folder("codings"),
        normalise=config["text"]["normalise"],
        models=config["validation"]["models"],
        at_hand=config["validation"]["at_hand"],
        options={
            "tiers": config["measure"]["tiers"],
            "repeated_lead": config["measure"]["repeated_lead"],
            "resamples": config["validation"]["resamples"],
            "level": config["compare"]["level"],
            "seed": config["seed"],
        },
    script:
        "../scripts/validate_instrument.py"


rule report_validation:
    """Draw the proof of the instrument and write its tables."""
    input:
        articles="results/corpus/articles.parquet",
        coders="results/validation/coders.parquet",
        reliability="results/validation/reliability.parquet",
        scores="results/validation/scores.parquet",
        contrasts="results/validation/contrasts.parquet",
        confusion="results/validation/confusion.parquet",
        equivalence="results/validation/equivalence.parquet",
        apart="results/validation/apart.parquet",
        shares="results/validation/shares.parquet",
        codes=sheets(
            "frames.tsv", "events.tsv", "actors.tsv", "languages.tsv", "cues/*"
        ),
        style=config["figures"]["style"],
        captions=captions("validation"),
        table_captions="workflow/report/tables.yaml",
        modules=modules("report_validation"),
    output:
        figure("validation"),
        **{name: table(name) for name in PROOFS},
    log:
        "results/logs/report_validation.log",
    params:
        codebook=folder("codebook"),
        sources=config["sources"],
        width=config["figures"]["width"],
    script:
        "../scripts/report_validation.py"


rule write_coding_sheets:
    """Write a blank coding sheet for each article, to be filled in by people."""
    input:
        articles="results/corpus/articles.parquet",
        sentences="results/corpus/sentences.parquet",
        codes=sheets("frames.tsv", "events.tsv", "actors.tsv", "languages.tsv"),
        template="workflow/report/coding_sheet.html",
        modules=modules("write_coding_sheets"),
    output:
        sheets=directory("results/coding_sheets"),
    log:
        "results/logs/write_coding_sheets.log",
    params:
        codebook=folder("codebook"),
    script:
        "../scripts/write_coding_sheets.py"
