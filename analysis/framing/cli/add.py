"""Add articles to the corpus: a text, a Word document, or a table of texts.

Run it in the folder of the project. FILE is a text (UTF-8), a Word document (.docx) or a table
(.csv, .tsv, .jsonl, .parquet) with a column text, a row for each article and, if you like, columns
article, source, date, language, form, outlet, title, author. Each text is copied to data/raw/ and
gets a row with its hash in the sheet of articles. FILE itself is not changed.
"""

import argparse
import sys
from pathlib import Path

CONFIG = Path("config") / "config.yaml"
ABOUT = {
    "source": "a source of config/config.yaml",
    "date": "day of writing, YYYY-MM-DD",
    "language": "he, ar, … (default: by the letters)",
    "form": "raw or lemmatised (default raw)",
    "article": "its name (default: the name of the file)",
    "outlet": "where it appeared",
    "title": "its title",
    "author": "its author",
}


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("file", metavar="FILE")
    for name, about in ABOUT.items():
        parser.add_argument(f"--{name}", help=about)


def run(options: argparse.Namespace) -> None:
    """Read the texts, write them and their rows."""
    from framing import settings
    from framing.errors import InputError
    from framing.texts import corpus, intake, languages

    if not CONFIG.is_file():
        raise InputError(CONFIG, "no such file", "go to the folder of the project")
    config = settings.read(CONFIG)
    known = languages.read(config["codebook"])
    given = {name: getattr(options, name) for name in ABOUT}
    rows = list(intake.read_texts(options.file, given))
    for row in rows:
        if row.get("source") not in (None, *config["sources"]):
            remedy = f"use {', '.join(config['sources'])}, or add it to {CONFIG}"
            raise InputError(row["article"], f"unknown source {row['source']!r}", remedy)
        corpus.check_text(row.get("text", ""), row["article"])
    for row in intake.add(rows, config["articles"], known):
        print(f"{row['article']}: {row['file']}, {row['language']}", file=sys.stderr)
