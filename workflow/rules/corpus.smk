rule read_corpus:
    """Check the articles and split them into sentences and words."""
    input:
        articles=config["articles"],
        languages=sheets("languages.tsv", "normalisation.tsv", "languages/*/*"),
        modules=modules("read_corpus"),
    output:
        articles="results/corpus/articles.parquet",
        sentences="results/corpus/sentences.parquet",
        tokens="results/corpus/tokens.parquet",
        repairs="results/corpus/repairs.parquet",
        normalisation="results/corpus/normalisation.parquet",
    log:
        "results/logs/read_corpus.log",
    params:
        codebook=folder("codebook"),
        sources=list(config["sources"]),
        others=config.get("others", []),
        text=config["text"],
    script:
        "../scripts/read_corpus.py"
