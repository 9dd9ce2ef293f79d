"""Codings made in another program, as the sheets of a coder."""

import csv
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import polars as pl

from framing import output, sheets
from framing.columns import name_unit
from framing.errors import InputError
from framing.exchange import book
from framing.exchange.project import Code, Coding, Project, Source
from framing.exchange.refi import plain
from framing.instrument.sources import Codes

KINDS = ("units", "frames", "codes")
Row = dict[str, Any]
Sheets = dict[str, list[Row]]


def of_user(
    project: Project,
    user: str,
    articles: pl.DataFrame,
    sentences: pl.DataFrame,
    texts: dict[str, str],
    codes: Codes,
) -> Sheets:
    """Rows of the three sheets (units, frames, codes) for what one user coded.

    A text is the article whose characters it has. A sentence carries a code if a passage with the
    code overlaps it in a letter; a frame has the voice, speaker and actor that most passages with
    these codes over the same words say. Every frame and event that is a code of the project was
    asked for. Raises InputError for a text that is no article, or if none of the codes is of the
    codebook.
    """
    languages = dict(articles.select("article", "language").iter_rows())
    found: Sheets = {name: [] for name in KINDS}
    for source in project.sources:
        article = _find_article(source, texts)
        mine = [_trim(c, source.text) for c in source.codings if c.user == user]
        codings = [(book.meaning(c.code, codes), c) for c in mine]
        for row in sentences.filter(article=article).iter_rows(named=True):
            here = [pair for pair in codings if _overlaps(pair[1], row["start"], row["end"])]
            unit = {"unit": name_unit(article, row["sentence"]), "language": languages[article]}
            found["units"].append(unit | _unit(here) | {"text": row["text"]})
            found["frames"] += [{"unit": unit["unit"]} | frame for frame in _frames(here)]
    found["codes"] = _asked(project, codes)
    if not found["codes"]:
        raise InputError(project.name, "has none of the frames and events of the codebook")
    return found


def file_name(user: str) -> str:
    """The name of a user as the beginning of the names of files: Anna B. → anna_b."""
    return "_".join("".join(c if c.isalnum() else " " for c in user.lower()).split()) or "coder"


def write(coder: str, rows: Sheets, folder: Path | str) -> list[Path]:
    """Write `<coder>_units.tsv` and the others, all or none; InputError if one is there already."""
    paths = [Path(folder) / f"{coder}_{name}.tsv" for name in KINDS]
    for path in paths:
        if path.exists():
            raise InputError(path, "is there already", "choose another folder or coder")
    Path(folder).mkdir(parents=True, exist_ok=True)
    with output.replace(*paths) as files:
        for name, file in zip(KINDS, files, strict=True):
            columns = list(sheets.schemas()[f"coding_{name}"]["columns"])
            table = csv.DictWriter(file, columns, delimiter="\t", lineterminator="\n")
            table.writeheader()
            table.writerows(rows[name])
    return paths


def _find_article(source: Source, texts: dict[str, str]) -> str:
    for article, text in texts.items():
        if plain(source.text) == plain(text):
            return article
    remedy = "code the texts of exchange/blank.qdpx, unchanged"
    raise InputError(f"text {source.name!r}", "is none of the articles", remedy)


def _trim(coding: Coding, text: str) -> Coding:
    """The coding without blanks and marks at its ends, which may belong to another sentence."""
    letters = [n for n in range(coding.start, coding.end) if text[n].isalnum()]
    return replace(coding, start=letters[0], end=letters[-1] + 1) if letters else coding


def _overlaps(coding: Coding, start: int, end: int) -> bool:
    return coding.start < end and start < coding.end


def _unit(here: list[tuple[tuple[str, str], Coding]]) -> Row:
    events = dict.fromkeys(code for (kind, code), _ in here if kind == "event")
    fragile = any(kind == book.FRAGILE for (kind, _), _ in here)
    return {"events": "|".join(events), "fragility": str(fragile).lower()}


def _frames(here: list[tuple[tuple[str, str], Coding]]) -> Iterable[Row]:
    frames = dict.fromkeys(code for (kind, code), _ in here if kind == book.FRAME)
    for frame in frames:
        over = [c for (kind, code), c in here if (kind, code) == (book.FRAME, frame)]
        speaker, responsible = (_most(kind, over, here) for kind in ("speaker", "responsible"))
        voice = _most("voice", over, here) or ("attributed" if speaker else "narrator")
        named = {"speaker": speaker if voice == "attributed" else "", "responsible": responsible}
        yield {"frame": frame, "voice": voice} | named


def _most(kind: str, over: list[Coding], here: list[tuple[tuple[str, str], Coding]]) -> str:
    """The code of this kind that most passages have that overlap one of the frame; "" if none.

    A note of the form `of violation` says to which of several frames of a passage a code belongs.
    """
    frames = {coding.code.partition(".")[0] for coding in over}
    found = [
        code
        for (k, code), coding in here
        if k == kind
        and any(_overlaps(coding, c.start, c.end) for c in over)
        and (not coding.note.startswith("of ") or coding.note[3:] in frames)
    ]
    return Counter(found).most_common(1)[0][0] if found else ""


def _asked(project: Project, codes: Codes) -> list[Row]:
    names = {name for code in project.codes for name in _names(code)}
    return [
        {"kind": kind, "code": code}
        for kind in ("frame", "event")
        for code in codes[kind]
        if book.name(kind, code) in names
    ]


def _names(code: Code) -> Iterable[str]:
    yield code.name
    for child in code.children:
        yield from _names(child)
