rule write_tables:
    """Write each table of the paper: the full table, its caption, its printed form."""
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
        coders="results/accuracy/coders.parquet",
        agreement="results/accuracy/agreement.parquet",
        scores="results/accuracy/scores.parquet",
        language_differences="results/accuracy/language_differences.parquet",
        confusion="results/accuracy/confusion.parquet",
        external="results/accuracy/external.parquet",
        equivalence="results/accuracy/equivalence.parquet",
        differing_items="results/accuracy/differing_items.parquet",
        corrected_shares="results/accuracy/corrected_shares.parquet",
        multiverse="results/robustness/multiverse.parquet",
        placebos="results/robustness/placebos.parquet",
        leave_one_out="results/robustness/leave_one_out.parquet",
        self_placebos="results/robustness/self_placebos.parquet",
        controls="results/robustness/controls.parquet",
        verdicts="results/robustness/verdicts.parquet",
        choices_sheet=config["multiverse"]["choices"],
        translations="data/translations.tsv",
        codebook=sheets("*.tsv", "cues/*"),
        layout="workflow/report/tables.yaml",
        modules=modules("write_tables"),
    output:
        **{name: tabulated(name) for name in TABLES},
    log:
        "results/logs/write_tables.log",
    params:
        codebook=folder("codebook"),
        sources=config["sources"],
        contrasts=config["multiverse"]["contrasts"],
        lexicon=config["lexicon"],
        settings=SETTINGS,
        rule=RULE,
        sampled=size.sampled(config, "sensitivity"),
        choices_sampled=size.sampled(config, "multiverse"),
        topics_sampled=size.sampled(config, "topics"),
        alike=config["accuracy"]["alike"],
        level=config["compare"]["level"],
    script:
        "../scripts/write_tables.py"


rule bind_tables:
    """Bind all tables: one document each for LaTeX, Word and browsers, and one spreadsheet."""
    input:
        [table(name) for name in TABLES],
        articles="results/corpus/articles.parquet",
        sentences="results/corpus/sentences.parquet",
        codebook=sheets("*.tsv", "cues/*"),
        layout="workflow/report/tables.yaml",
        page="workflow/report/tables.html",
        preamble="workflow/report/preamble.tex",
        modules=modules("bind_tables"),
    output:
        document=update("tables/all.tex"),
        preamble=update("tables/preamble.tex"),
        word=update("tables/tables.docx"),
        page=report(
            update("tables/tables.html"),
            caption="../report/tables.md",
            category="Tables",
            labels={"table": "all tables, as printed"},
        ),
        spreadsheet=update("tables/tables.xlsx"),
    log:
        "results/logs/bind_tables.log",
    params:
        codebook=folder("codebook"),
        sources=config["sources"],
        level=config["compare"]["level"],
        paths={name: table(name) for name in [*TABLES, *CALIBRATION, *CORRECTION]},
        # Those of the calibration are no inputs, since they are rebuilt on demand only.
        calibration=[
            digest(path) for name in CALIBRATION + CORRECTION for path in table(name)
        ],
    script:
        "../scripts/bind_tables.py"
