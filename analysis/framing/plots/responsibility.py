"""Who says it, what it is, who is blamed: violations and civilian harm as a flow."""

import matplotlib.pyplot as plt
import polars as pl
from matplotlib.figure import Figure

from framing.paper.facts.responsibility import facts
from framing.plots import flow, style

__all__ = ["draw", "facts", "tabulate"]

NARRATOR, OTHERS = "narrator", "others"
COLUMNS = {
    "speaker_label": "Who says it",
    "frame_label": "What",
    "responsible_label": "Who is blamed",
}
MOST = 9  # speakers, and actors, that get a name; the rest is drawn as one


def tabulate(results: dict[str, pl.DataFrame], labels: dict[str, dict[str, str]]) -> pl.DataFrame:
    """The rows of `results["responsibility"]` with labels, the text's own voice first.

    A sentence counts in every row that fits it, so that the rows must not be added up.
    """
    names = {NARRATOR: "the text itself"} | labels["actor"]
    names |= {"unnamed": "a speaker not named", "none": "nobody named"}
    order = {key: place for place, key in enumerate(names)}
    frames = {key: place for place, key in enumerate(labels["frame"])}
    return (
        results["responsibility"]
        .with_columns(
            pl.col("frame").replace_strict(labels["frame"]).alias("frame_label"),
            pl.col("speaker").replace_strict(names).alias("speaker_label"),
            pl.col("responsible").replace_strict(names).alias("responsible_label"),
        )
        .sort(
            pl.col("speaker").replace_strict(order, return_dtype=pl.Int64),
            pl.col("frame").replace_strict(frames, return_dtype=pl.Int64),
            pl.col("responsible").replace_strict(order, return_dtype=pl.Int64),
            "source",
        )
    )


def draw(table: pl.DataFrame, *, sources: dict[str, dict], width: float) -> Figure:
    """Ribbons from speaker over frame to the actor held responsible, as thick as their sentences.

    `table` as of `tabulate`. Solid: own voice; hatched: attributed.
    """
    if table.is_empty():
        figure = plt.figure(figsize=(width, 0.6))
        figure.text(0.5, 0.5, "no sentence carries these frames", ha="center", fontsize=7.5)
        return figure
    flows = _fold(_name_texts(table, sources))
    colours = {name: entry["colour"] for name, entry in sources.items()}
    colour = pl.col("source").replace_strict(colours).alias("colour")
    figure = flow.draw(flows.with_columns(colour, hatched=~pl.col("own")), COLUMNS, width=width)
    handles = [h for h in style.voice_legend(sources) if h.get_label() in _looks(flows, sources)]
    figure.legend(handles=handles, loc="lower center", ncols=4, borderaxespad=0.2)
    return figure


def _name_texts(table: pl.DataFrame, sources: dict[str, dict]) -> pl.DataFrame:
    """The text's own voice under the name of its source, so that two texts are two speakers."""
    names = {
        name: f"{entry['label']} {'themselves' if entry.get('articles', 1) > 1 else 'itself'}"
        for name, entry in sources.items()
    }
    own = pl.col("speaker") == NARRATOR
    speaker = pl.when(own).then(pl.col("source").replace(names)).otherwise("speaker_label")
    return table.with_columns(speaker.alias("speaker_label"), own.alias("own"))


def _fold(table: pl.DataFrame) -> pl.DataFrame:
    """Sentences by ribbon, source and voice; rarer speakers and actors taken together."""
    for column in ("speaker_label", "responsible_label"):
        counts = table.group_by(column, maintain_order=True).agg(pl.col("units").sum())
        if counts.height > MOST:
            commonest = counts.sort("units", descending=True, maintain_order=True)[column]
            known = pl.col(column).is_in(commonest.head(MOST - 1).to_list())
            named = pl.when(known).then(column).otherwise(pl.lit(OTHERS)).alias(column)
            table = table.with_columns(named)
    key = [*COLUMNS, "source", "own"]
    return table.group_by(key, maintain_order=True).agg(pl.col("units").sum())


def _looks(flows: pl.DataFrame, sources: dict[str, dict]) -> set[str]:
    """The entries of the legend that occur."""
    return {
        f"{sources[source]['short']}, {'own voice' if own else 'attributed'}"
        for source, own in flows.select("source", "own").unique().iter_rows()
    }
