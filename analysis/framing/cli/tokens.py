"""Split the text on standard input into words, one JSON object a line.

Each object has the offsets of a word in the text (start, end), its form and its lemma.
"""

import argparse
import json

from framing.cli import _options
from framing.errors import InputError


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    _options.add_codebook(parser)
    parser.add_argument("--language", required=True, metavar="CODE", help="he, ar, …")


def run(options: argparse.Namespace) -> None:
    """Print the words of the text."""
    from framing import sheets
    from framing.instrument import codebook
    from framing.texts import languages, lemmas, text

    known = languages.read(options.codebook or codebook.PLACE)
    if options.language not in known:
        remedy = f"use {', '.join(known)}"
        raise InputError("--language", f"unknown language {options.language!r}", remedy)
    raw = sheets.read_input()
    spans = text.tokenise(raw)
    found = lemmas.lemmatise({raw[a:b] for a, b in spans}, known[options.language])
    for start, end in spans:
        form = raw[start:end]
        token = {"start": start, "end": end, "form": form, "lemma": found[form]}
        print(json.dumps(token, ensure_ascii=False))
