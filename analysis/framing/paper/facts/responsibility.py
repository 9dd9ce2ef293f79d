"""Who is blamed for violations and civilian harm, and in whose voice, counted in sentences."""

import polars as pl


def facts(
    table: pl.DataFrame,
    *,
    sources: dict[str, dict],
    sentences: pl.DataFrame,
    actors: dict[str, str],
) -> dict[str, object]:
    """Values of the caption; `table` as of `plots.responsibility.tabulate`.

    `sentences`: a row per sentence with any of the frames, with source and voice: rows of `table`
    must not be added up, since a sentence may carry both frames and name several actors. `texts`
    has an entry per source: label, sentences, own (those in the text's own voice), speakers (the
    others) and blamed, as a sentence names them: `actors` has the names of the codebook.
    """
    texts = []
    for name, entry in sources.items():
        mine = table.filter(pl.col("source") == name)
        said = sentences.filter(pl.col("source") == name)
        others = mine.filter(pl.col("speaker") != "narrator")
        blamed = mine.filter(pl.col("responsible") != "none")
        texts.append(
            {
                "label": entry["label"],
                "articles": entry.get("articles", 1),
                "short": entry["short"],
                "sentences": said.height,
                "own": said.filter(pl.col("voice") == "narrator").height,
                "speakers": _named(others, "speaker", actors),
                "blamed": _named(blamed, "responsible", actors),
                "flows": mine.select(
                    "speaker_label", "frame_label", "responsible_label", "units"
                ).rows(),
            }
        )
    return {"frames": table["frame_label"].unique(maintain_order=True).to_list(), "texts": texts}


def _named(rows: pl.DataFrame, role: str, actors: dict[str, str]) -> list[str]:
    """Who has this role, each once; a role without an actor has its label."""
    pairs = rows.select(role, f"{role}_label").unique(maintain_order=True).rows()
    return [actors.get(actor, label) for actor, label in pairs]
