rule measure_accuracy:
    """Compare the instrument with the coders, and with itself in the other language."""
    input:
        articles="results/corpus/articles.parquet",
        sentences="results/corpus/sentences.parquet",
        mentions="results/mentions.parquet",
        codings=coders("*.tsv"),
        parallel=config["parallel"],
        external=config["accuracy"]["external"],
        codebook=sheets("*.tsv", "cues/*", "classes/*", "languages/*/*"),
        modules=modules("measure_accuracy"),
    output:
        coders="results/accuracy/coders.parquet",
        agreement="results/accuracy/agreement.parquet",
        decisions="results/accuracy/decisions.parquet",
        scores="results/accuracy/scores.parquet",
        language_differences="results/accuracy/language_differences.parquet",
        confusion="results/accuracy/confusion.parquet",
        equivalence="results/accuracy/equivalence.parquet",
        differing_items="results/accuracy/differing_items.parquet",
        external="results/accuracy/external.parquet",
        corrected_shares="results/accuracy/corrected_shares.parquet",
    log:
        "results/logs/measure_accuracy.log",
    params:
        codebook=folder("codebook"),
        codings=folder("codings"),
        normalise=config["text"]["normalise"],
        models=config["accuracy"]["models"],
        seen=config["accuracy"]["seen"],
        corpus=config["accuracy"]["corpus"],
        alike=config["accuracy"]["alike"],
        widest=config["accuracy"]["widest"],
        options={
            "tiers": config["measure"]["tiers"],
            "repeated_lead": config["measure"]["repeated_lead"],
            "resamples": config["accuracy"]["resamples"],
            "level": config["compare"]["level"],
            "seed": config["seed"],
        },
    script:
        "../scripts/measure_accuracy.py"


rule report_accuracy:
    """Draw how well the instrument finds what coders find."""
    input:
        articles="results/corpus/articles.parquet",
        coders="results/accuracy/coders.parquet",
        agreement="results/accuracy/agreement.parquet",
        external="results/accuracy/external.parquet",
        scores="results/accuracy/scores.parquet",
        codes=sheets(
            "frames.tsv", "events.tsv", "actors.tsv", "languages.tsv", "cues/*"
        ),
        style=config["figures"]["style"],
        captions=captions("validation"),
        modules=modules("report_accuracy"),
    output:
        drawn("validation"),
    log:
        "results/logs/report_accuracy.log",
    params:
        codebook=folder("codebook"),
        sources=config["sources"],
        width=config["figures"]["width"],
        level=config["compare"]["level"],
    script:
        "../scripts/report_accuracy.py"


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
