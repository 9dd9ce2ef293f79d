"""Blank coding sheets of an article: a page to print, and two tables in the coders' format."""

import csv
from pathlib import Path

import jinja2
import polars as pl

from framing import sheets
from framing.coders.coding_rows import BLAMED, name_units


def write(
    articles: pl.DataFrame,
    sentences: pl.DataFrame,
    codes: dict[str, dict],
    directions: dict[str, str],
    template: str,
    folder: Path | str,
) -> None:
    """Write `<article>.html`, `<article>_units.tsv` and `<article>_frames.tsv` into the folder.

    `codes` as of `codebook.read_codes`, `directions` (rtl, ltr) by language, `template` Jinja.
    Filled and saved as `<coder>.<article>_units.tsv` and `…_frames.tsv`, they are codings.
    """
    Path(folder).mkdir(parents=True, exist_ok=True)
    units = name_units(articles, sentences)
    texts = sentences["text"].to_list()
    rows = [unit | {"text": text} for unit, text in zip(units.values(), texts, strict=True)]
    for article, language in articles.select("article", "language").iter_rows():
        mine = [row for row in rows if row["article"] == article]
        stem = Path(folder) / article
        page = compose_page(article, language, directions[language], mine, codes, template)
        stem.with_name(f"{article}.html").write_text(page, encoding="utf-8")
        write_blank(stem.with_name(f"{article}_units.tsv"), "coding_units", mine)
        write_blank(stem.with_name(f"{article}_frames.tsv"), "coding_frames", [])


def compose_page(
    article: str,
    language: str,
    direction: str,
    units: list[dict],
    codes: dict[str, dict],
    template: str,
) -> str:
    """The page of one article: self-contained HTML, its sentences in the article's direction."""
    environment = jinja2.Environment(
        undefined=jinja2.StrictUndefined, autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(template).render(
        article=article,
        language=language,
        direction=direction,
        units=units,
        frames=codes["frame"],
        events=codes["event"],
        actors=codes["actor"],
        blamed=BLAMED,
    )


def write_blank(path: Path, kind: str, units: list[dict]) -> None:
    """A sheet of the kind with its header and, of each unit, the cells that are given."""
    columns = list(sheets.schemas()[kind]["columns"])
    with open(path, "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, delimiter="\t", lineterminator="\n")
        table.writerow(columns)
        given = ("unit", "language", "text")
        table.writerows([unit[c] if c in given else "" for c in columns] for unit in units)
