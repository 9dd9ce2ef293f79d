"""Read codings made in a program for qualitative analysis as the sheets of a coder.

PROJECT.qdpx is what MAXQDA, NVivo, ATLAS.ti or QualCoder exports (REFI-QDA), with the texts and
codes of exchange/blank.qdpx. Writes USER_units.tsv, USER_frames.tsv and USER_codes.tsv into FOLDER
for each user who coded, except the instrument. In data/coding they count as another coder.
"""

import argparse
import sys


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("input", metavar="PROJECT.qdpx")
    parser.add_argument("folder", metavar="FOLDER")
    parser.add_argument(
        "--coder", metavar="NAME", help="name of the only coder (default: the user's)"
    )
    parser.add_argument(
        "--project",
        metavar="DIR",
        default=".",
        help="of the study, with its results (default: here)",
    )


def run(options: argparse.Namespace) -> None:
    """Read the project and write the sheets of each coder."""
    from pathlib import Path

    from framing.api import results
    from framing.errors import InputError
    from framing.exchange import coder_sheets, refi, study
    from framing.instrument import codebook
    from framing.texts import stored

    place = Path(options.project)
    config, tables = results.read_config(place), results.results(place / "results")
    codes = codebook.read_codes(place / config["codebook"])
    articles = tables.articles.to_dicts()
    found = zip(articles, stored.read(articles, place), strict=True)
    texts = {article["article"]: text for article, text in found}
    project = refi.read(options.input)
    coded = dict.fromkeys(c.user for source in project.sources for c in source.codings)
    users = [user for user in coded if user != study.INSTRUMENT]
    if not users:
        raise InputError(options.input, "nobody coded anything", "code texts, and export again")
    if options.coder and len(users) > 1:
        problem = f"is one name for {len(users)} users: {', '.join(users)}"
        raise InputError("--coder", problem, "leave it out")
    for user in users:
        rows = coder_sheets.of_user(project, user, tables.articles, tables.sentences, texts, codes)
        name = options.coder or coder_sheets.file_name(user)
        paths = coder_sheets.write(name, rows, options.folder)
        print(
            f"{user}: {len(rows['frames'])} frames: {', '.join(map(str, paths))}", file=sys.stderr
        )
