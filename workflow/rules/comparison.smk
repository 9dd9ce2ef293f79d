rule compare_frames:
    """Compare frames, voices, events and responsibility between the sources."""
    input:
        articles="results/corpus/articles.parquet",
        sentences="results/corpus/sentences.parquet",
        mentions="results/mentions.parquet",
        codes=sheets("frames.tsv", "events.tsv", "actors.tsv"),
        modules=modules("compare_frames"),
    output:
        coded="results/comparison/coded.parquet",
        coded_events="results/comparison/coded_events.parquet",
        frames="results/comparison/frames.parquet",
        contrasts="results/comparison/contrasts.parquet",
        events="results/comparison/events.parquet",
        events_by_frame="results/comparison/events_by_frame.parquet",
        responsibility="results/comparison/responsibility.parquet",
        positions="results/comparison/positions.parquet",
    log:
        "results/logs/compare_frames.log",
    params:
        codebook=folder("codebook"),
        sources=list(config["sources"]),
        measure=config["measure"],
        compare=config["compare"],
        offered=digest(config["compare"]["offered"]),
        smoothing=config["lexicon"]["smoothing"],
    script:
        "../scripts/compare_frames.py"
