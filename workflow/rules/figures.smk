rule draw_comparison:
    """Draw what is compared: frames, events, responsibility, positions."""
    input:
        frame_shares="results/comparison/frame_shares.parquet",
        contrasts="results/comparison/contrasts.parquet",
        event_coverage="results/comparison/event_coverage.parquet",
        events_by_frame="results/comparison/events_by_frame.parquet",
        responsibility="results/comparison/responsibility.parquet",
        responsibility_units="results/comparison/responsibility_units.parquet",
        frame_positions="results/comparison/frame_positions.parquet",
        leave_one_out="results/robustness/leave_one_out.parquet",
        controls="results/robustness/controls.parquet",
        codes=sheets("frames.tsv", "events.tsv", "actors.tsv"),
        style=config["figures"]["style"],
        captions=captions(
            "frames_by_voice",
            "events_by_frame",
            "same_event",
            "responsibility",
            "frame_positions",
        ),
        modules=modules("draw_comparison"),
    output:
        figure("frames_by_voice"),
        figure("events_by_frame"),
        figure("same_event"),
        figure("responsibility"),
        figure("frame_positions"),
    log:
        "results/logs/draw_comparison.log",
    params:
        codebook=folder("codebook"),
        sources=config["sources"],
        width=config["figures"]["width"],
    script:
        "../scripts/draw_comparison.py"


rule draw_lexicon:
    """Draw concepts, topics and the correspondence of sentences, with table and caption."""
    input:
        concepts="results/lexicon/concepts.parquet",
        topics="results/sentences/topics.parquet",
        sentence_pairs="results/sentences/sentence_pairs.parquet",
        codebook=sheets("*.tsv", "cues/*"),
        style=config["figures"]["style"],
        captions=captions("concept_keyness", "topics", "sentence_correspondence"),
        modules=modules("draw_lexicon"),
    output:
        figure("concept_keyness"),
        figure("topics"),
        figure("sentence_correspondence"),
    log:
        "results/logs/draw_lexicon.log",
    params:
        codebook=folder("codebook"),
        sources=config["sources"],
        width=config["figures"]["width"],
    script:
        "../scripts/draw_lexicon.py"
