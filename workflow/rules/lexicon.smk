rule measure_lexicon:
    """Measure vocabulary, keywords, collocates, and the concepts that mark each source."""
    input:
        articles="results/corpus/articles.parquet",
        sentences="results/corpus/sentences.parquet",
        tokens="results/corpus/tokens.parquet",
        mentions="results/mentions.parquet",
        languages=sheets("languages.tsv", "normalisation.tsv", "languages/*/*"),
        modules=modules("measure_lexicon"),
    output:
        keywords="results/lexicon/keywords.parquet",
        collocates="results/lexicon/collocates.parquet",
        vocabulary="results/lexicon/vocabulary.parquet",
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


rule model_sentences:
    """Model the sentences as bags of concepts: topics with their stability, and matching pairs."""
    input:
        articles="results/corpus/articles.parquet",
        sentences="results/corpus/sentences.parquet",
        tokens="results/corpus/tokens.parquet",
        mentions="results/mentions.parquet",
        modules=modules("model_sentences"),
    output:
        topics="results/sentences/topics.parquet",
        topic_numbers="results/sentences/topic_numbers.parquet",
        sentence_pairs="results/sentences/sentence_pairs.parquet",
    log:
        "results/logs/model_sentences.log",
    # The longest way to a figure leads through here: start it first.
    priority: 1
    params:
        sources=list(config["sources"]),
        repeated_lead=config["measure"]["repeated_lead"],
        compare={
            name: config["compare"][name] for name in ("method", "level", "offered")
        },
        offered=digest(config["compare"]["offered"]),
        topics=config["topics"],
        similarity=config["similarity"],
        pairs="sentence_correspondence" not in LEFT_OUT,
        seed=config["seed"],
    script:
        "../scripts/model_sentences.py"
