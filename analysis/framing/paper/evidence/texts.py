"""The articles as columns of sentences: pieces of text with their cues, glosses, codes, coders."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import polars as pl

from framing import sheets
from framing.coders.coding_rows import letters
from framing.columns import NAME
from framing.paper.evidence.cues import speaker
from framing.paper.numbers.entry import SEPARATOR

Row = dict[str, Any]


def pieces(text: str, spans: Iterable[tuple[int, int, int]]) -> Iterator[Row]:
    """The text cut wherever a cue begins or ends; `spans` are number, start and end of the cues.

    Each piece has its `text`, the numbers of all `cues` over it, and whether one of them `begins`
    with it. The texts of the pieces joined are the text.
    """
    spans = list(spans)
    edges = sorted({0, len(text)}.union(*({start, end} for _, start, end in spans)))
    for start, end in pairwise(edges):
        over = [span for span in spans if span[1] <= start and span[2] >= end]
        yield {
            "text": text[start:end],
            "cues": [number for number, *_ in over],
            "begins": any(first == start for _, first, _ in over),
        }


def read_translations(path: Path | str) -> dict[str, str]:
    """The English of each text, by its letters: a copied sentence may differ in everything else."""
    rows = sheets.read(path, "translations")
    return {letters(row["text"]): row["english"] for row in rows}


def choose(results: dict[str, pl.DataFrame], *, most: int) -> dict[str, pl.DataFrame]:
    """The results with as many articles, first those of each source, as have `most` sentences.

    Every source keeps one article at least.
    """
    lengths = results["sentences"].group_by("article").len("sentences")
    turn = pl.int_range(pl.len()).over("source")
    ordered = results["articles"].with_columns(turn.alias("turn")).sort("turn", maintain_order=True)
    counted = ordered.join(lengths, on="article", how="left", maintain_order="left")
    within = pl.col("sentences").fill_null(0).cum_sum() <= most
    kept = counted.filter(within | (pl.col("turn") == 0))["article"].to_list()
    chosen = dict(results)
    for name in ("articles", "sentences", "mentions", "frame_units", "event_units"):
        chosen[name] = results[name].filter(pl.col("article").is_in(kept))
    both = pl.all_horizontal(pl.col("article_first", "article_second").is_in(kept))
    return chosen | {"sentence_pairs": results["sentence_pairs"].filter(both)}


def columns(
    results: dict[str, pl.DataFrame],
    cues: list[Row],
    labels: dict[str, dict[str, str]],
    *,
    sources: dict[str, Row],
    directions: dict[str, str],
    translations: dict[str, str],
) -> list[Row]:
    """A row for each source, with its articles and their sentences.

    `cues` as of `cues.describe`; `directions` (rtl, ltr) by language; `translations` as of
    `read_translations`.
    """
    spans: dict[str, list[tuple[int, int, int]]] = {}
    for number, cue in enumerate(cues):
        spans.setdefault(cue["unit"], []).append((number, cue["start"], cue["end"]))
    codes, coded = _codes(results, labels), _coders(results["decisions"], labels)
    sentences = results["sentences"].with_columns(NAME)
    found = []
    for name, entry in sources.items():
        articles = []
        mine = results["articles"].filter(source=name)
        for article in mine.iter_rows(named=True):
            rows = [
                {
                    "unit": row["unit"],
                    "number": row["sentence"] + 1,
                    "repeated": row["duplicate_of"] is not None,
                    "pieces": list(pieces(row["text"], spans.get(row["unit"], []))),
                    "gloss": translations.get(letters(row["text"]), ""),
                    "codes": codes.get(row["unit"], []),
                    "coders": coded.get(row["unit"], []),
                }
                for row in sentences.filter(article=article["article"]).iter_rows(named=True)
            ]
            about = {key: article[key] for key in ("article", "language", "date")}
            direction = directions[article["language"]]
            articles.append(about | {"direction": direction, "sentences": rows})
        found.append(entry | {"source": name, "articles": articles})
    return found


def _codes(results: dict[str, pl.DataFrame], labels: dict[str, dict[str, str]]) -> dict[str, list]:
    """Frames with speaker and blamed actors, then events, of each sentence as the study counts."""
    found: dict[str, list[Row]] = {}
    actors = labels["actor"]
    for row in results["frame_units"].with_columns(NAME).iter_rows(named=True):
        blamed = [actors.get(name, name) for name in filter(None, row["responsible"].split("|"))]
        said = [speaker(row["voice"], name, actors) for name in row["speaker"].split(SEPARATOR)]
        code = {"code": row["code"], "label": labels["frame"][row["code"]], "kind": "frame"}
        code |= {"voice": row["voice"], "said": " and ".join(said), "blamed": " and ".join(blamed)}
        found.setdefault(row["unit"], []).append(code)
    for row in results["event_units"].with_columns(NAME).iter_rows(named=True):
        code = {"code": row["code"], "label": labels["event"][row["code"]], "kind": "event"}
        found.setdefault(row["unit"], []).append(code)
    return found


def _coders(decisions: pl.DataFrame, labels: dict[str, dict[str, str]]) -> dict[str, list[Row]]:
    """What the instrument and most coders decided on a sentence, where either found something."""
    found: dict[str, list[Row]] = {}
    voices = {"narrator": "the text itself", "attributed": "attributed", "none": "nobody"}
    for row in decisions.filter(pl.col("kind") != "fragility").iter_rows(named=True):
        values = row["instrument"], row["majority"]
        if set(values) <= {"0", "none", None}:
            continue
        kind = row["kind"] if row["kind"] in ("frame", "event") else "frame"
        words = {"1": "yes", "0": "no", None: "–"} | labels["actor"] | voices
        about = labels[kind][row["code"]]
        found.setdefault(row["unit"], []).append(
            {
                "what": about if row["kind"] == kind else f"{about}: {row['kind']}",
                "instrument": words.get(values[0], values[0]),
                "coders": words.get(values[1], values[1]),
                "votes": f"{row['votes']} of {row['coders']}",
                "differs": values[0] != values[1],
            }
        )
    return found


def differing(columns: list[Row]) -> list[str]:
    """The names of the sentences in which instrument and coders differ in any decision."""
    return [
        sentence["unit"]
        for column in columns
        for article in column["articles"]
        for sentence in article["sentences"]
        if any(row["differs"] for row in sentence["coders"])
    ]
