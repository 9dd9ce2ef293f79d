"""A study of one source: nothing is compared, so what describes it is written instead."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from framing.cli import _study

if TYPE_CHECKING:
    import polars as pl

TABLES = Path("tables")
FIGURE = Path("figures") / "shares_over_time"
NOTE = (
    "one source, so contrasts and their figures are left out; "
    "{names} in tables/ describe it{figure}"
)


def describe() -> None:
    """Write shares, coverage, missed words, responsibility and mentions; draw shares over time."""
    from framing import output

    study = _study.read()
    TABLES.mkdir(exist_ok=True)
    tables = _tabulate(study)
    output.check([TABLES / f"{name}.tsv" for name in tables], inputs=_study.INPUTS)
    for name, table in tables.items():
        output.write_tsv(table, TABLES / f"{name}.tsv")
    figure = f", and {FIGURE}.png draws them" if _draw(tables["shares_over_time"], study) else ""
    names = ", ".join(f"{name}.tsv" for name in tables)
    print(NOTE.format(names=names, figure=figure), file=sys.stderr)


def _tabulate(study: _study.Study) -> "dict[str, pl.DataFrame]":
    from framing.instrument import codebook
    from framing.measures import coverage, periods, responsibility, shares, units

    settings, codes = study.config["measure"], list(study.labels)
    options = {"tiers": settings["tiers"], "voices": settings["voices"]}
    chosen = units.select(study.articles, study.sentences, repeated_lead=settings["repeated_lead"])
    coded = units.carried(chosen, study.mentions, "frame", **options)
    blamed = codebook.blamed(codebook.read_codes(study.config["codebook"]))
    columns = ("code", "source", "units", "carried", "narrator", "attributed", "share")
    corpus = study.articles, study.sentences, study.tokens, study.mentions
    return {
        "shares": shares.shares(chosen, coded, codes).select(columns),
        "shares_over_time": periods.over_time(study.articles, chosen, coded, codes, by="month"),
        "responsibility": responsibility.count(
            coded, study.mentions, blamed, tiers=settings["tiers"]
        ),
        "coverage": coverage.coverage(*corpus),
        "missed_words": coverage.missed(study.articles, study.tokens, study.mentions, top=30),
        "mentions": study.mentions,
    }


def _draw(table: "pl.DataFrame", study: _study.Study) -> bool:
    """Draw the shares over time, where there are several months; whether it was drawn."""
    if table["period"].n_unique() < 2:
        return False
    from framing.plots import periods, style

    config = study.config
    FIGURE.parent.mkdir(exist_ok=True)
    style.use(config["figures"]["style"])
    figure = periods.draw(
        table,
        sources=config["sources"],
        labels=study.labels,
        width=config["figures"]["width"],
    )
    title = "Share of sentences that carry each frame, by month"
    style.save(figure, str(FIGURE), title=title, description=f"{title}: a panel for each frame.")
    return True
