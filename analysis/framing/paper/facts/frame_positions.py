"""Where in each text violations and harm are stated, and with which frames it opens."""

import polars as pl

from framing.instrument.responsibility import FRAMES

HALVES = {True: "in the first half of", False: "in the second half of"}


def facts(table: pl.DataFrame, *, sources: dict[str, dict]) -> dict[str, object]:
    """Values of the caption; `table` as of `plots.frame_positions.tabulate`.

    `deeds`: labels of the frames that blame somebody. `texts`: an entry per source with its label;
    `opening`, the labels of all frames in the first sentence that carries any (the first of each
    article), and `opening_at`; `sentences`, how many state one of the deeds, from `low` to `high`
    (shares of the text; None without any), and `where`: the half that holds them all, "in", or "".
    Sentences that repeat an earlier one do not count.
    """
    counted = table.filter((pl.col("voice") != "") & ~pl.col("repeated"))
    deeds = table.filter(pl.col("frame").is_in(FRAMES))["label"].unique(maintain_order=True)
    texts = [_text(counted.filter(source=name)) | entry for name, entry in sources.items()]
    return {"deeds": deeds.to_list(), "texts": texts}


def _text(mine: pl.DataFrame) -> dict[str, object]:
    place = pl.col("position") == pl.col("position").min().over("article")
    opening = mine.filter(place)
    deeds = mine.filter(pl.col("frame").is_in(FRAMES)).unique(["article", "sentence"])
    low, high = deeds["position"].min(), deeds["position"].max()
    return {
        "opening": opening["label"].unique(maintain_order=True).to_list(),
        "opening_at": opening["position"].max(),
        "sentences": deeds.height,
        "low": low,
        "high": high,
        "where": _where(low, high) if deeds.height else "",
    }


def _where(low: float, high: float) -> str:
    """The half of the text that holds both ends."""
    return HALVES[high <= 0.5] if high <= 0.5 or low > 0.5 else "in"
