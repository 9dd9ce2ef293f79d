rule write_sums:
    """Write the hash of every output, under those of the config, the codebook and the corpus."""
    input:
        OUTPUTS,
        codebook=sheets("*.tsv", "cues/*", "classes/*", "languages/*/*"),
        articles=config["articles"],
        codings=coders("*.tsv"),
        modules=modules("write_sums"),
    output:
        update("SHA256SUMS"),
    log:
        "results/logs/write_sums.log",
    params:
        config=config,
        folders=["figures", "tables", "exchange"],
        manuscript=[path for path in OUTPUTS if str(path).startswith("paper/")],
    script:
        "../scripts/write_sums.py"
