"""Which sentences of the two texts are more alike than in shuffled texts."""

import polars as pl


def facts(
    table: pl.DataFrame, *, sources: dict[str, dict], level: float, most: int
) -> dict[str, object]:
    """Values of the caption; `table` as of `plots.sentence_correspondence.tabulate`.

    `pairs`: names of both sentences, cosine and glosses of the concepts they share, for the pairs
    above chance, closest first. `closest`: those of them with the greatest cosine (several at a
    tie). `reference`, `error`: the level of chance and its Monte Carlo error (None without pairs);
    `level`: share of pairs of shuffled texts in which no pair exceeds it. `shown`: `most`, where a
    source has so many sentences in the table that there may be more.
    """
    n_unique = pl.col("name_first", "name_second").n_unique()
    above = table.filter("above_chance").sort("similarity", descending=True, maintain_order=True)
    pairs = [
        {
            "names": (row["name_first"], row["name_second"]),
            "cosine": row["similarity"],
            "shared": row["shared_glosses"].split("|") if row["shared_glosses"] else [],
        }
        for row in above.iter_rows(named=True)
    ]
    return {
        "pairs": pairs,
        "closest": [pair for pair in pairs if pair["cosine"] == pairs[0]["cosine"]],
        "reference": table["reference"].first(),
        "error": table["reference_error"].first(),
        "level": level,
        "shown": most if most in table.select(n_unique).row(0) else None,
    }
