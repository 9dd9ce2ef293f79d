"""Show the share of sentences that carry each frame, by source and, with --by, over time.

Run it in the folder of a study, with any number of sources. Articles without a date are left out
where --by is given. Sentences that repeat an earlier one of their article do not count.
"""

import argparse
from typing import TYPE_CHECKING, Any

from framing.errors import InputError

if TYPE_CHECKING:
    import polars as pl


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--by", metavar="PERIOD", help="day, week, month, quarter or year")
    parser.add_argument("--output", metavar="FILE.tsv", help="write the table instead")
    parser.add_argument("--figure", metavar="STEM", help="draw STEM.pdf, .svg and .png (with --by)")


def run(options: argparse.Namespace) -> None:
    """Print or write the table, and draw it if asked."""
    import polars as pl

    from framing import output
    from framing.cli import _study
    from framing.measures import periods, shares, units

    if options.figure and not options.by:
        raise InputError("--figure", "draws shares over time", "give --by month, say")
    output.check([options.output], inputs=_study.INPUTS)
    study = _study.read()
    repeated = study.config["measure"]["repeated_lead"]
    chosen = units.select(study.articles, study.sentences, repeated_lead=repeated)
    tiers = study.config["measure"]["tiers"]
    coded, codes = units.carried(chosen, study.mentions, "frame", tiers=tiers), list(study.labels)
    if options.by:
        table = periods.over_time(study.articles, chosen, coded, codes, by=options.by)
    else:
        columns = ("code", "source", "units", "carried", "narrator", "attributed", "share")
        table = shares.shares(chosen, coded, codes).select(columns)
    if options.output:
        output.write_tsv(table, options.output)
    else:
        print(table.with_columns(pl.col("share").round(3)).write_csv(separator="\t"), end="")
    if options.figure:
        _draw(table, study.config, study.labels, options.figure)


def _draw(table: "pl.DataFrame", config: dict[str, Any], labels: dict[str, str], stem: str) -> None:
    from framing.plots import periods, style

    style.use(config["figures"]["style"])
    figure = periods.draw(
        table, sources=config["sources"], labels=labels, width=config["figures"]["width"]
    )
    title = "Share of sentences that carry each frame, over time"
    style.save(figure, stem, title=title, description=f"{title}: a line for each source.")
