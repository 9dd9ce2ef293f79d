rule write_tables:
    """Write the tables of the paper as CSV and LaTeX."""
    input:
        articles="results/corpus/articles.parquet",
        sentences="results/corpus/sentences.parquet",
        tokens="results/corpus/tokens.parquet",
        repairs="results/corpus/repairs.parquet",
        mentions="results/mentions.parquet",
        coded="results/comparison/coded.parquet",
        coded_events="results/comparison/coded_events.parquet",
        frames="results/comparison/frames.parquet",
        contrasts="results/comparison/contrasts.parquet",
        events="results/comparison/events.parquet",
        events_by_frame="results/comparison/events_by_frame.parquet",
        diversity="results/lexicon/diversity.parquet",
        keywords="results/lexicon/keywords.parquet",
        collocates="results/lexicon/collocates.parquet",
        concepts="results/lexicon/concepts.parquet",
        topics="results/sentences/topics.parquet",
        codebook=sheets("*.tsv", "cues/*"),
        captions="workflow/report/tables.yaml",
        modules=modules("write_tables"),
    output:
        **{name: table(name) for name in TABLES},
    log:
        "results/logs/write_tables.log",
    params:
        codebook=folder("codebook"),
        sources=config["sources"],
        top=config["lexicon"]["top"],
    script:
        "../scripts/write_tables.py"
