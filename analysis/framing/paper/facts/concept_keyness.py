"""Which concepts mark each text, with ties as ties, and how little their counts can show."""

import polars as pl

from framing.paper.captions import short

NAMED = 3  # concepts named for each source, and those that tie with the last of them
TIE = 1e-9  # values of z closer than this are equal but for rounding


def facts(table: pl.DataFrame, *, sources: dict[str, dict]) -> dict[str, object]:
    """Values of the caption; `table` as of `plots.concept_keyness.tabulate`.

    `texts`: for each source its label, its number of mentions (`total`), and `groups`: the concepts
    that mark it most, those of equal z together, each with `glosses` and the counts in this source
    and the other (the same within a group). `largest`: the greatest |z| of all.
    """
    ends = [("first", "second"), ("second", "first")]
    texts = [
        entry | {"total": table[f"total_{own}"].max() or 0, "groups": _groups(table, own, other)}
        for entry, (own, other) in zip(sources.values(), ends, strict=True)
    ]
    return {"texts": texts, "largest": table["z"].abs().max() or 0.0}


def _groups(table: pl.DataFrame, own: str, other: str) -> list[dict[str, object]]:
    """The leading concepts of a source: groups of equal z and counts, until NAMED are named."""
    strength = pl.col("z") if own == "first" else -pl.col("z")
    mine = table.with_columns(strength.alias("strength")).filter(pl.col("strength") > 0)
    groups: list[dict] = []
    for row in mine.sort("strength", descending=True, maintain_order=True).iter_rows(named=True):
        counts = row[f"count_{own}"], row[f"count_{other}"]
        last = groups[-1] if groups else {"z": 0.0, "counts": None}
        tied = abs(last["z"] - row["strength"]) < TIE and last["counts"] == counts
        if not tied and sum(len(group["glosses"]) for group in groups) >= NAMED:
            break
        if not tied:
            groups.append({"z": row["strength"], "counts": counts, "glosses": []})
        groups[-1]["glosses"].append(short(row["gloss"]))
    return groups
