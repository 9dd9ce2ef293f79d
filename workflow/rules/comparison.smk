rule compare_frames:
    """Compare frames, voices, events and responsibility between the sources."""
    input:
        articles="results/corpus/articles.parquet",
        sentences="results/corpus/sentences.parquet",
        mentions="results/mentions.parquet",
        codes=sheets("frames.tsv", "events.tsv", "actors.tsv"),
        modules=modules("compare_frames"),
    output:
        frames="results/comparison/frames.csv",
        contrasts="results/comparison/contrasts.csv",
        events="results/comparison/events.csv",
        events_by_frame="results/comparison/events_by_frame.csv",
        responsibility="results/comparison/responsibility.csv",
        positions="results/comparison/positions.csv",
    log:
        "results/logs/compare_frames.log",
    params:
        codebook=config["codebook"],
        sources=list(config["sources"]),
        measure=config["measure"],
        compare=config["compare"],
        smoothing=config["lexicon"]["smoothing"],
    script:
        "../scripts/compare_frames.py"
