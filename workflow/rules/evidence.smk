# What lets others check and go on: the page of the evidence, files for other programs.


PAGE = ["page.html", "style.css", "script.js"]


rule write_evidence:
    """Write the page on which every number shows its sentences and words."""
    input:
        articles="results/corpus/articles.parquet",
        sentences="results/corpus/sentences.parquet",
        mentions="results/mentions.parquet",
        frame_units="results/comparison/frame_units.parquet",
        event_units="results/comparison/event_units.parquet",
        sentence_pairs="results/sentences/sentence_pairs.parquet",
        coders="results/accuracy/coders.parquet",
        decisions="results/accuracy/decisions.parquet",
        numbers="results/paper/numbers.parquet",
        caption="figures/overview.md",
        translations="data/translations.tsv",
        codes=sheets("*.tsv", "cues/*"),
        parts=[f"workflow/report/evidence/{name}" for name in PAGE],
        modules=modules("write_evidence"),
    output:
        page=report(
            update("figures/evidence.html"),
            caption="../report/evidence/caption.md",
            category="Evidence",
            labels={"page": "every number with its words"},
        ),
    log:
        "results/logs/write_evidence.log",
    params:
        config=config,
        templates="workflow/report/evidence",
    script:
        "../scripts/write_evidence.py"


rule write_exchange:
    """Write the study for other programs: REFI-QDA projects, and a discourse network."""
    input:
        articles="results/corpus/articles.parquet",
        sentences="results/corpus/sentences.parquet",
        mentions="results/mentions.parquet",
        statements="results/comparison/statements.parquet",
        codings=coders("*.tsv"),
        codes=sheets("*.tsv", "cues/*"),
        modules=modules("write_exchange"),
    output:
        study=update("exchange/study.qdpx"),
        blank=update("exchange/blank.qdpx"),
        edges=update("exchange/statements.csv"),
        graph=update("exchange/statements.graphml"),
    log:
        "results/logs/write_exchange.log",
    params:
        codebook=folder("codebook"),
        codings=folder("codings"),
        sources=config["sources"],
    script:
        "../scripts/write_exchange.py"
