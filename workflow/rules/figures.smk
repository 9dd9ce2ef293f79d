# Those that draw_lexicon draws.
LEXICAL = [name for name in SUPPLEMENT if name != "validation"]


rule draw_overview:
    """Draw figure 1: both texts from their first sentence to their last, with frames and voices."""
    input:
        articles="results/corpus/articles.parquet",
        sentences="results/corpus/sentences.parquet",
        frame_positions="results/comparison/frame_positions.parquet",
        event_units="results/comparison/event_units.parquet",
        sentence_pairs="results/sentences/sentence_pairs.parquet",
        codes=sheets("frames.tsv", "events.tsv", "actors.tsv"),
        style=config["figures"]["style"],
        captions=captions("overview"),
        modules=modules("draw_overview"),
    output:
        drawn("overview"),
    log:
        "results/logs/draw_overview.log",
    params:
        codebook=folder("codebook"),
        sources=config["sources"],
        width=config["figures"]["width"],
        repeated_lead=config["measure"]["repeated_lead"],
    script:
        "../scripts/draw_overview.py"


rule draw_comparison:
    """Draw what is compared: frames, events, responsibility."""
    input:
        articles="results/corpus/articles.parquet",
        frame_shares="results/comparison/frame_shares.parquet",
        contrasts="results/comparison/contrasts.parquet",
        event_coverage="results/comparison/event_coverage.parquet",
        events_by_frame="results/comparison/events_by_frame.parquet",
        responsibility="results/comparison/responsibility.parquet",
        responsibility_units="results/comparison/responsibility_units.parquet",
        controls="results/robustness/controls.parquet",
        codes=sheets("frames.tsv", "events.tsv", "actors.tsv"),
        style=config["figures"]["style"],
        captions=captions("frames_by_voice", "events", "responsibility"),
        modules=modules("draw_comparison"),
    output:
        drawn("frames_by_voice"),
        drawn("events"),
        drawn("responsibility"),
    log:
        "results/logs/draw_comparison.log",
    params:
        codebook=folder("codebook"),
        sources=config["sources"],
        width=config["figures"]["width"],
        level=config["compare"]["level"],
        repeated_lead=config["measure"]["repeated_lead"],
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
        captions=captions(*LEXICAL),
        modules=modules("draw_lexicon"),
    output:
        [drawn(name) for name in LEXICAL],
    log:
        "results/logs/draw_lexicon.log",
    params:
        codebook=folder("codebook"),
        sources=config["sources"],
        width=config["figures"]["width"],
        level=config["compare"]["level"],
        topics=config["topics"],
        names=LEXICAL,
        sampled=size.sampled(config, "topics"),
    script:
        "../scripts/draw_lexicon.py"


rule write_gallery:
    """Write the page that shows every figure with its caption."""
    input:
        [f"figures/{name}.{end}" for name in PAPER + SUPPLEMENT for end in FORMATS],
        codes=sheets("*.tsv"),
        modules=modules("write_gallery"),
    output:
        update("figures/README.md"),
    log:
        "results/logs/write_gallery.log",
    params:
        codebook=folder("codebook"),
        sources=config["sources"],
        sections={"In the paper": PAPER, "In the supplement": SUPPLEMENT},
        left_out=LEFT_OUT,
        paper=Path("paper/manuscript.typ").is_file(),
        on_demand={
            "calibration": "snakemake calibration",
            "sample_size": "snakemake correction_calibration",
        },
    script:
        "../scripts/write_gallery.py"
