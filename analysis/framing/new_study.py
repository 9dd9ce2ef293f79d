"""A study of one's own: its folder with settings, articles, codebook, notebook and README."""

import re
import shutil
from collections.abc import Iterable, Sequence
from contextlib import chdir
from pathlib import Path

from framing import output, sheets
from framing.errors import InputError
from framing.texts import intake, languages

PROJECT = sheets.DATA.parent
TEMPLATES = PROJECT / "workflow" / "study"
HEADER = "article\tfile\tlanguage\tsource\tdate\tform\tsha256\n"
# Shared with the project: the program, and data about the instrument.
LINKED = [
    *("workflow", "analysis", "profiles", "config/offered.csv", "config/figures.mplstyle"),
    *("data/calibration", "data/validation", "data/dictionary.tsv", "data/schema.yaml"),
]
COPIED = ("config/choices.yaml", "data/codebook")
# By Okabe and Ito: colour-blind readers can distinguish them.
COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#000000")
_SOURCES = re.compile(r"^# The two sources.*\nsources:\n(?: .*\n)+", re.M)


def lay_out(place: Path, sources: Sequence[str], rows: list[dict[str, str]]) -> None:
    """Make the folder of a study of these sources, with the articles `rows` (`intake.read_texts`).

    The folder appears when it is whole. Raises InputError where it holds files already, for an
    article that lacks something, or where the program is installed without its workflow.
    """
    if not (PROJECT / "Snakefile").is_file():
        problem = "is installed without its workflow"
        raise InputError("framing", problem, "run it from the folder of the project")
    if place.exists() and (not place.is_dir() or any(place.iterdir())):
        raise InputError(place, "is there already", "name a new folder")
    part = output.name_temporary(place.absolute())
    try:
        _fill(part, sources)
        if rows:
            with chdir(part):
                intake.add(rows, "data/articles.tsv", languages.read("data/codebook"))
        part.replace(place)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _fill(place: Path, sources: Sequence[str]) -> None:
    for folder in ("config", "data/raw", "data/coding"):
        (place / folder).mkdir(parents=True)
    for name in LINKED:
        (place / name).symlink_to((PROJECT / name).resolve())
    for name in COPIED:
        path = PROJECT / name
        copy = shutil.copytree if path.is_dir() else shutil.copy
        copy(path, place / name)
    (place / "data" / "articles.tsv").write_text(HEADER, encoding="utf-8")
    (place / "data" / "translations.tsv").write_text("language\ttext\tenglish\n", encoding="utf-8")
    for path in TEMPLATES.iterdir():
        text = path.read_text(encoding="utf-8").replace("PROJECT", str(PROJECT.resolve()))
        (place / path.name).write_text(text, encoding="utf-8")
    config = sheets.read_text(PROJECT / "config" / "config.yaml")
    with output.replace(place / "config" / "config.yaml") as (file,):
        file.write(_SOURCES.sub(lambda _: write_sources(sources), config))


def write_sources(sources: Iterable[str]) -> str:
    """The block `sources` of the settings, with a label and a colour for each."""
    lines = ["# The sources compared, in this order: a difference is the first minus the second.\n"]
    lines += ["# With more than two, `framing run` compares every pair, and each with the rest.\n"]
    lines.append("sources:\n")
    for number, name in enumerate(sources):
        lines.append(f"  {name}:\n    label: {name}  # as sentences name it\n")
        lines.append(f"    short: {name}  # as figures and tables name it\n")
        lines.append(f'    colour: "{COLOURS[number % len(COLOURS)]}"\n')
    return "".join(lines)
