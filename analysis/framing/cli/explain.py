"""Explain what is found in a text, and what is almost found; or a number of the study.

With --language: prints every cue that matches in TEXT: its words, its row in the codebook, the
voice and the actor held responsible, with the rules that decided. Cues that match but do not count
follow, with the reason; then what each concept, and the letters of a word, contribute to the
decisions of the learned reader.
Reads the text from standard input if neither TEXT nor --file is given.

Without --language: TEXT is the key of a number of the study, say violation.hebrew.sentences (see
tables/numbers.csv). Prints its value, source, n and method, and the sentences and words behind it,
from the results of a finished run.
"""

import argparse

from framing.cli import _options
from framing.errors import InputError


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    _options.add_codebook(parser)
    _options.add_weights(parser)
    parser.add_argument("--language", metavar="CODE", help="he, ar, …; without it TEXT is a key")
    parser.add_argument("--file", metavar="FILE", help="read the text from a file (UTF-8)")
    parser.add_argument(
        "--project", metavar="DIR", default=".", help="of the results, for a key (default: here)"
    )
    parser.add_argument(
        "text", metavar="TEXT", nargs="?", help="the text, in quotation marks, or a key"
    )


def run(options: argparse.Namespace) -> None:
    """Print the explanation."""
    if options.language is None:
        print("\n".join(_explain_number(options)))
        return
    from framing.instrument import explain
    from framing.reader import explain as contributions
    from framing.reader import sheet

    book = _options.read_codebook(options)
    if options.language not in book.languages:
        remedy = f"use {', '.join(book.languages)}"
        raise InputError("--language", f"unknown language {options.language!r}", remedy)
    text = _read(options)
    findings = explain.explain(text, book.languages[options.language])
    print("\n".join(explain.describe(findings, text, book)))
    if options.weights or not options.codebook:
        model = sheet.read(options.weights, book)
        print("\n".join(contributions.describe(findings, text, options.language, model, book)))


def _explain_number(options: argparse.Namespace) -> list[str]:
    if options.text is None or options.file or options.codebook or options.weights:
        raise InputError("--language", "is missing", "give the language of the text: he, ar, …")
    from framing.api import results
    from framing.paper.evidence.explain import Evidence

    config = results.read_config(options.project)
    tables = dict(results.results(f"{options.project}/results"))
    return list(Evidence(tables, config, options.project).explain(options.text))


def _read(options: argparse.Namespace) -> str:
    from framing import sheets

    if options.text is not None:
        if options.file:
            raise InputError("--file", "is given, and a text too", "drop one")
        return str(options.text)
    if options.file:
        return sheets.read_text(options.file)
    return sheets.read_input()
