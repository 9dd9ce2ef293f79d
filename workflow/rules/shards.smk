# A large corpus (`shards` of the config): a job for each group of articles, then its tables as one.

PARTS_OF_CORPUS = ["articles", "sentences", "tokens", "repairs", "normalisation"]


rule code_shard:
    """Read some articles: sentences, words, every cue of the codebook, voices, responsibility."""
    input:
        articles=config["articles"],
        codebook=sheets("*.tsv", "cues/*", "classes/*", "languages/*/*"),
        modules=modules("code_shard"),
    output:
        **{
            name: temp(f"results/shards/{{shard}}/{name}.parquet")
            for name in [*PARTS_OF_CORPUS, "mentions"]
        },
    log:
        "results/logs/code_shard_{shard}.log",
    benchmark:
        "results/benchmarks/code_shard_{shard}.tsv"
    params:
        bounds=lambda wildcards: SHARDS[wildcards.shard],
        codebook=folder("codebook"),
        sources=config["sources"],
        known=config["known_sources"],
        text=config["text"],
    script:
        "../scripts/code_shard.py"


rule gather_shards:
    """Join the tables of all parts."""
    input:
        **{
            name: expand(f"results/shards/{{shard}}/{name}.parquet", shard=SHARDS)
            for name in [*PARTS_OF_CORPUS, "mentions"]
        },
        modules=modules("gather_shards"),
    output:
        **{name: f"results/corpus/{name}.parquet" for name in PARTS_OF_CORPUS},
        mentions="results/mentions.parquet",
    log:
        "results/logs/gather_shards.log",
    script:
        "../scripts/gather_shards.py"
