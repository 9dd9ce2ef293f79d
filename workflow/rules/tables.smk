rule write_tables:
    """Write the tables of the paper as CSV and LaTeX."""
    input:
        articles="results/corpus/articles.parquet",
        sentences="results/corpus/sentences.parquet",
        tokens="results/corpus/tokens.parquet",
        repairs="results/corpus/repairs.parquet",
        mentions="results/mentions.parquet",
        frame_units="results/comparison/frame_units.parquet",
        event_units="results/comparison/event_units.parquet",
        frame_shares="results/comparison/frame_shares.parquet",
        contrasts="results/comparison/contrasts.parquet",
        event_coverage="results/comparison/event_coverage.parquet",
        events_by_frame="results/comparison/events_by_frame.parquet",
        keywords="results/lexicon/keywords.parquet",
        collocates="results/lexicon/collocates.parquet",
        vocabulary="results/lexicon/vocabulary.parquet",
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
