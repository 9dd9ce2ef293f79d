"""The findings in sentences: what the README and the paper quote, filled in from the results."""

from pathlib import Path

import polars as pl

from framing.paper import captions


def write(
    template: Path | str,
    path: Path | str,
    results: dict[str, pl.DataFrame],
    labels: dict[str, dict[str, str]],
    sources: dict[str, dict],
) -> None:
    """Fill the template from the tables of the comparison and of the verdicts."""
    first, second = sources
    label = pl.col("code").replace_strict(labels["event"]).alias("label")
    text = captions.fill(
        template,
        frames=results["frame_shares"],
        contrasts=results["contrasts"].filter(pl.col("kind") == "frame"),
        blamed=results["responsibility"],
        blamed_units=results["responsibility_units"],
        verdicts=results["verdicts"],
        scores=results["scores"]
        .filter(
            (pl.col("kind") == "frame") & (pl.col("code") == "micro") & (pl.col("measure") == "f1")
        )
        .with_columns(pl.col("language").replace(labels["language"])),
        equivalence=results["equivalence"].filter(pl.col("frame") == "all"),
        coders=results["coders"]["coders"].unique(maintain_order=True).to_list(),
        events=results["event_coverage"].with_columns(label),
        actors=labels["actor"],
        sources=sources,
        first=first,
        second=second,
    )
    Path(path).write_text(text, encoding="utf-8")
