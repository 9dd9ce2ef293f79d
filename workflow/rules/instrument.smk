rule find_mentions:
    """Find every cue of the codebook, who says it and who is held responsible."""
    input:
        articles="results/corpus/articles.parquet",
        sentences="results/corpus/sentences.parquet",
        tokens="results/corpus/tokens.parquet",
        codebook=sheets("*.tsv", "cues/*", "classes/*", "languages/*/*"),
        modules=modules("find_mentions"),
    output:
        mentions="results/mentions.parquet",
    log:
        "results/logs/find_mentions.log",
    params:
        codebook=folder("codebook"),
        normalise=config["text"]["normalise"],
    script:
        "../scripts/find_mentions.py"
