"""The page of the evidence: one file of HTML that needs no network."""

import json
from pathlib import Path
from typing import Any

import jinja2
import polars as pl

from framing import sheets
from framing.instrument import codebook
from framing.paper import captions
from framing.paper.evidence import chart, cues, texts
from framing.paper.evidence.behind import Behind, Known, behind

DIFFERING = "differing"  # address of the sentences in which instrument and coders differ
MOST = 1500  # sentences on the page: more make it slow to open
PARTS = ("page.html", "style.css", "script.js")
ABOUT = ("text", "unit", "source", "n", "method")
Row = dict[str, Any]


def page(
    results: dict[str, pl.DataFrame],
    config: Row,
    *,
    templates: Path | str,
    translations: Path | str,
    finding: str,
) -> str:
    """The whole page.

    `results` by name, `config` of the study, `templates` the folder with PARTS, `translations` the
    sheet of English sentences, `finding` the sentence below the title. Of a large corpus the first
    articles of each source are shown, and the page says so.
    """
    place = config["codebook"]
    codes, labels = codebook.read_codes(place), codebook.read_labels(place, config["sources"])
    known = Known.of(codes, config["sources"], codebook.blamed(codes))
    languages = sheets.read(Path(place) / "languages.tsv", "languages")
    shown = texts.choose(results, most=MOST)
    found = cues.describe(shown["mentions"], shown["sentences"], codebook.read_rules(place), labels)
    columns = texts.columns(
        shown,
        found,
        labels,
        sources=config["sources"],
        directions={row["language"]: row["direction"] for row in languages},
        translations=texts.read_translations(translations),
    )
    numbers = _numbers(results["numbers"], behind(results["numbers"], known), columns)
    values = {
        "finding": finding,
        "columns": columns,
        "numbers": numbers,
        "known": known,
        "labels": labels,
        "codes": codes,
        "articles": {"shown": shown["articles"].height, "all": results["articles"].height},
        "pairs": shown["sentence_pairs"],
        "coders": results["coders"]["coders"].unique(maintain_order=True).to_list(),
        "seen": bool(results["coders"]["seen"].any()),
        "decided": results["decisions"].height,
        "place": place,
    }
    values |= _derive(values, shown["sentences"])
    return _fill(templates, values | {"data": _data(numbers, found, columns, known, values)})


def _derive(values: Row, sentences: pl.DataFrame) -> Row:
    """What follows from the other values: names, definitions, figure 1, links between sentences."""
    columns, labels, pairs = (values[name] for name in ("columns", "labels", "pairs"))
    sources = {column["source"]: column["short"] for column in columns}
    kinds = values["codes"].values()
    return {
        "flows": [key for key in values["numbers"] if key.startswith("flow.")],
        "names": sources | labels["event"] | labels["frame"],
        "definitions": {row["id"]: row["definition"] for kind in kinds for row in kind.values()},
        "chart": chart.chart(columns, sentences, pairs, labels["frame"]),
        "alike": _alike(pairs, columns),
    }


def _numbers(table: pl.DataFrame, found: dict[str, Behind], columns: list[Row]) -> dict[str, Row]:
    """What the page knows of each number, by its address."""
    known = {}
    for row in table.iter_rows(named=True):
        about = {name: row[name] for name in ABOUT if row[name] not in (None, "")}
        where = found[row["key"]]
        about |= {"units": list(where.units)} if where.units else {}
        about |= {"codes": list(where.codes)} if where.codes else {}
        flow = {"said_by": where.speaker, "held": where.responsible} if where.speaker else {}
        known[row["key"]] = about | flow
    units = texts.differing(columns)
    known[DIFFERING] = {
        "text": str(len(units)),
        "unit": "sentences in which instrument and coders differ",
        "source": "results/accuracy/decisions",
        "units": units,
    }
    return known


def _alike(pairs: pl.DataFrame, columns: list[Row]) -> dict[str, list[tuple[str, str]]]:
    """The sentences of the other source with the same content: name, and what to call them."""
    called = {
        sentence["unit"]: f"{_name(column, article)} sentence {sentence['number']}"
        for column in columns
        for article in column["articles"]
        for sentence in article["sentences"]
    }
    found: dict[str, list[tuple[str, str]]] = {}
    for pair in chart.linked(pairs):
        for one, other in (pair, pair[::-1]):
            found.setdefault(one, []).append((other, called[other]))
    return found


def _name(column: Row, article: Row) -> str:
    """What to call an article: by its source, if that has no other."""
    return column["short"] if len(column["articles"]) == 1 else article["article"]


def _data(
    numbers: dict[str, Row],
    found: list[Row],
    columns: list[Row],
    known: Known,
    values: Row,
) -> str:
    """What the script needs, as JSON that can be put inside a page."""
    languages = {
        article["language"]: column["source"]
        for column in columns
        for article in column["articles"]
    }
    data = {
        "numbers": numbers,
        "cues": found,
        "sources": languages | {source: source for source in known.sources},
        "names": values["labels"]["actor"] | values["names"],
        "definitions": {code: values["definitions"][code] for code in known.frames + known.events},
        "frames": known.frames,
        "events": known.events,
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _fill(folder: Path | str, values: Row) -> str:
    """The template with its style, its script and the values; everything else is escaped."""
    template, style, script = (sheets.read_text(Path(folder) / name) for name in PARTS)
    environment = jinja2.Environment(
        undefined=jinja2.StrictUndefined, autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"period": captions.period, "opening": captions.opening}
    return environment.from_string(template).render(values | {"style": style, "script": script})
