"""Explain what is found in a text, and what is almost found.

Prints every cue that matches: its words, its row in the codebook, the voice and the actor held
responsible, with the rules that decided. Cues that match but do not count follow, with the reason.
Reads the text from standard input if neither TEXT nor --file is given.
"""

import argparse

from framing.cli import _options
from framing.errors import InputError


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    _options.add_codebook(parser)
    parser.add_argument("--language", required=True, metavar="CODE", help="he, ar, …")
    parser.add_argument("--file", metavar="FILE", help="read the text from a file (UTF-8)")
    parser.add_argument("text", metavar="TEXT", nargs="?", help="the text, in quotation marks")


def run(options: argparse.Namespace) -> None:
    """Print the explanation."""
    from framing.instrument import explain

    book = _options.read_codebook(options)
    if options.language not in book.languages:
        remedy = f"use {', '.join(book.languages)}"
        raise InputError("--language", f"unknown language {options.language!r}", remedy)
    text = _read(options)
    findings = explain.explain(text, book.languages[options.language])
    print("\n".join(explain.describe(findings, text, book)))


def _read(options: argparse.Namespace) -> str:
    from framing import sheets

    if options.text is not None:
        if options.file:
            raise InputError("--file", "is given, and a text too", "drop one")
        return str(options.text)
    if options.file:
        return sheets.read_text(options.file)
    return sheets.read_input()
