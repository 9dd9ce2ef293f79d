"""Which topics pass the tests of stability, as their own columns say."""

from typing import Any

import polars as pl

from framing.paper.captions import short

NAMING = 3  # concepts that name a topic


def facts(
    table: pl.DataFrame,
    *,
    sources: dict[str, dict],
    level: float,
    settings: dict[str, Any],
    sampled: int | None = None,
) -> dict[str, object]:
    """Values of the caption; `table` as of `plots.topics.tabulate`, `level` is that of chance.

    `settings` are `topics` of the config, by which they were found and tested.
    `topics`: how many there are. `samples`, `units`: how many exceed the level of chance in refits
    to samples of the sentences, and in fits to other units. `passing`: the names of those that
    exceed both. `edges`: whether the number of topics is the smallest or the largest tried
    (`edge`), and of which `models`. `level` and `settings` again; `tested`: the models with the
    number of topics of each; `sampled`: so many articles of a source were drawn, None where all
    were taken.
    """
    topics = table.filter(rank=1)
    over = [pl.col(one) > pl.col(f"{one}_chance") for one in ("stability", "across_units")]
    both = topics.filter(over[0] & over[1])
    return {
        "topics": topics.height,
        "samples": topics.filter(over[0]).height,
        "units": topics.filter(over[1]).height,
        "passing": [name(table, *key) for key in both.select("model", "topic").iter_rows()],
        "edges": _edges(topics),
        "level": level,
        "settings": settings,
        "tested": _sized(topics.unique("model", maintain_order=True)),
        "sampled": sampled,
    }


def _edges(topics: pl.DataFrame) -> list[dict[str, object]]:
    chosen = topics.filter(pl.col("at_edge") != "").unique("model", maintain_order=True)
    return [
        {"edge": edge, "models": _sized(part)}
        for (edge,), part in chosen.group_by("at_edge", maintain_order=True)
    ]


def _sized(topics: pl.DataFrame) -> list[str]:
    return topics.select(pl.format("{} {}", "model", "size")).to_series().to_list()


def name(table: pl.DataFrame, model: str, topic: int) -> str:
    """A topic as the figure names it: model, number and its heaviest concepts."""
    glosses = table.filter(model=model, topic=topic).sort("rank")["gloss"].head(NAMING)
    return f"{model} {topic}: {', '.join(map(short, glosses))}"
