rule measure_lexicon:
    """Measure lexical diversity, keywords, collocates, and the concepts that mark each source."""
    input:
        articles="results/corpus/articles.parquet",
        sentences="results/corpus/sentences.parquet",
        tokens="results/corpus/tokens.parquet",
        mentions="results/mentions.parquet",
        languages=sheets("languages.tsv", "normalisation.tsv", "languages/*/*"),
        modules=modules("measure_lexicon"),
    output:
        diversity="results/lexicon/diversity.parquet",
        keywords="results/lexicon/keywords.parquet",
        collocates="results/lexicon/collocates.parquet",
        concepts="results/lexicon/concepts.parquet",
    log:
        "results/logs/measure_lexicon.log",
    params:
        codebook=folder("codebook"),
        sources=list(config["sources"]),
        normalise=config["text"]["normalise"],
        repeated_lead=config["measure"]["repeated_lead"],
        lexicon=config["lexicon"],
    script:
        "../scripts/measure_lexicon.py"


rule fit_topics:
    """Fit topics to the sentences as bags of concepts, with their stability."""
    input:
        articles="results/corpus/articles.parquet",
        sentences="results/corpus/sentences.parquet",
        tokens="results/corpus/tokens.parquet",
        mentions="results/mentions.parquet",
        modules=modules("fit_topics"),
    output:
        topics="results/topics/topics.parquet",
        sizes="results/topics/sizes.parquet",
    log:
        "results/logs/fit_topics.log",
    params:
        sources=list(config["sources"]),
        repeated_lead=config["measure"]["repeated_lead"],
        method=config["compare"]["method"],
        topics=config["topics"],
        seed=config["seed"],
    script:
        "../scripts/fit_topics.py"


rule match_sentences:
    """Match the sentences of the two sources in concept space."""
    input:
        articles="results/corpus/articles.parquet",
        sentences="results/corpus/sentences.parquet",
        mentions="results/mentions.parquet",
        modules=modules("match_sentences"),
    output:
        pairs="results/similarity/pairs.parquet",
    log:
        "results/logs/match_sentences.log",
    params:
        sources=list(config["sources"]),
        repeated_lead=config["measure"]["repeated_lead"],
        similarity=config["similarity"],
        seed=config["seed"],
    script:
        "../scripts/match_sentences.py"
