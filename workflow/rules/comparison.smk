rule compare_frames:
    """Compare frames, voices, events and responsibility between the sources."""
    input:
        articles="results/corpus/articles.parquet",
        sentences="results/corpus/sentences.parquet",
        mentions="results/mentions.parquet",
        codes=sheets("frames.tsv", "events.tsv", "actors.tsv"),
        modules=modules("compare_frames"),
    output:
        frame_units="results/comparison/frame_units.parquet",
        event_units="results/comparison/event_units.parquet",
        frame_shares="results/comparison/frame_shares.parquet",
        contrasts="results/comparison/contrasts.parquet",
        dependence_curve="results/comparison/dependence_curve.parquet",
        event_coverage="results/comparison/event_coverage.parquet",
        events_by_frame="results/comparison/events_by_frame.parquet",
        responsibility="results/comparison/responsibility.parquet",
        responsibility_units="results/comparison/responsibility_units.parquet",
        statements="results/comparison/statements.parquet",
        frame_positions="results/comparison/frame_positions.parquet",
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
