"""Lay out a study of your own: settings, sheet of articles, codebook, notebook, README.

STUDY is a new folder. With --texts its articles are taken from a table (.csv, .tsv, .jsonl,
.parquet) with the columns text, source, date and, if you like, article and language; the sources
are those of the table. Then run `framing run` in STUDY.
"""

import argparse
import sys
from pathlib import Path

TOP = ["first", "second"]


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("study", metavar="STUDY")
    parser.add_argument("--texts", metavar="FILE", help="a table with a row for each article")
    parser.add_argument(
        "--sources", metavar="NAMES", help="a,b,… (default: those of the texts, else first,second)"
    )


def run(options: argparse.Namespace) -> None:
    """Make the folder and take the texts in."""
    from framing import new_study
    from framing.texts import corpus, intake

    place, rows = Path(options.study), []
    if options.texts:
        rows = list(intake.read_texts(options.texts, {}))
        for row in rows:
            corpus.check_text(row.get("text", ""), row["article"])
    found = list(dict.fromkeys(row["source"] for row in rows if row.get("source")))
    sources = options.sources.split(",") if options.sources else found or TOP
    new_study.lay_out(place, sources, rows)
    print(f"{place}: {len(rows)} articles, sources {', '.join(sources)}", file=sys.stderr)
