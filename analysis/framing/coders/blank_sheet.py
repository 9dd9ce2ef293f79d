"""Blank coding sheets of an article: a page to print, and three tables in the coders' format."""

import csv
from pathlib import Path

import jinja2
import polars as pl

from framing import sheets
from framing.coders.coding_rows import name_units
from framing.instrument import codebook

GIVEN = ("unit", "language", "text", "kind", "code")  # cells that a coder finds filled in


def write(
    articles: pl.DataFrame,
    sentences: pl.DataFrame,
    codes: dict[str, dict],
    directions: dict[str, str],
    template: str,
    folder: Path | str,
) -> None:
    """Write `<article>.html` and `<article>_{units,frames,codes}.tsv` into the folder.

    `codes` as of `codebook.read_codes`, `directions` (rtl, ltr) by language, `template` Jinja.
    Filled in and saved as `<coder>.<article>_units.tsv` and so on, the tables are codings. The
    sheet of codes is complete: it lists what the page asks for.
    """
    Path(folder).mkdir(parents=True, exist_ok=True)
    units = name_units(articles, sentences)
    texts = sentences["text"].to_list()
    rows = [unit | {"text": text} for unit, text in zip(units.values(), texts, strict=True)]
    asked = [{"kind": kind, "code": code} for kind in ("frame", "event") for code in codes[kind]]
    for article, language in articles.select("article", "language").iter_rows():
        mine = [row for row in rows if row["article"] == article]
        stem = Path(folder) / article
        page = compose_page(article, language, directions[language], mine, codes, template)
        stem.with_name(f"{article}.html").write_text(page, encoding="utf-8")
        for name, given in (("units", mine), ("frames", []), ("codes", asked)):
            write_blank(stem.with_name(f"{article}_{name}.tsv"), f"coding_{name}", given)


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
        blamed=codebook.blamed(codes),
    )


def write_blank(path: Path, kind: str, rows: list[dict]) -> None:
    """A sheet of the kind with its header and the cells of each row that the coder is given."""
    columns = list(sheets.schemas()[kind]["columns"])
    with open(path, "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, delimiter="\t", lineterminator="\n")
        table.writerow(columns)
        table.writerows([row.get(c, "") if c in GIVEN else "" for c in columns] for row in rows)
