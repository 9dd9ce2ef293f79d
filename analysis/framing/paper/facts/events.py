"""Which events both texts report, and which only one of them."""

import polars as pl


def facts(
    table: pl.DataFrame, *, sources: dict[str, dict], repeated_lead: bool
) -> dict[str, object]:
    """Values of the caption; `table` as of `plots.events.tabulate`.

    `repeated_lead` is whether sentences that repeat an earlier one count. `total` is the number of
    events; `both`, `neither` and `alone` (by source) are the labels of those that both, neither or
    one source reports; `counts` are the sentences by event and source.
    """
    whole = table.filter(pl.col("frame") == "any")
    events = whole.unique("event", maintain_order=True)
    by_group = {
        group: events.filter(pl.col("covered_by") == group)["event_label"].to_list()
        for group in ("both", *sources, "neither")
    }
    counts = {
        label: dict(whole.filter(pl.col("event_label") == label).select("source", "units").rows())
        for label in events["event_label"]
    }
    return {
        "repeated_lead": repeated_lead,
        "total": events.height,
        "both": by_group["both"],
        "neither": by_group["neither"],
        "alone": {name: by_group[name] for name in sources},
        "counts": counts,
    }
