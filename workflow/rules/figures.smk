rule draw_comparison:
    """Draw frames, events, responsibility and positions, each with its table and caption."""
    input:
        frames="results/comparison/frames.parquet",
        contrasts="results/comparison/contrasts.parquet",
        events="results/comparison/events.parquet",
        events_by_frame="results/comparison/events_by_frame.parquet",
        responsibility="results/comparison/responsibility.parquet",
        positions="results/comparison/positions.parquet",
        codes=sheets("frames.tsv", "events.tsv", "actors.tsv"),
        style=config["figures"]["style"],
        captions=captions(
            "frames_by_voice", "events_by_frame", "responsibility", "frame_positions"
        ),
        modules=modules("draw_comparison"),
    output:
        figure("frames_by_voice"),
        figure("events_by_frame"),
        figure("responsibility"),
        figure("frame_positions"),
    log:
        "results/logs/draw_comparison.log",
    params:
        codebook=config["codebook"],
        sources=config["sources"],
        width=config["figures"]["width"],
    script:
        "../scripts/draw_comparison.py"
