"""Numbers of the material and of the settings."""

from typing import Any

import polars as pl

from framing.paper import captions
from framing.paper.numbers.entry import Number, Results, Study, count, number, plain, whole

ARTICLES, SENTENCES = "results/corpus/articles", "results/corpus/sentences"
CONFIG = "config/config"


def numbers(results: Results, study: Study) -> list[Number]:
    """Articles and sentences of each source, the settings of the study, rows of the codebook."""
    level = study.config["compare"]["level"]
    found = [
        number("corpus.articles", results["articles"].height, whole, "articles", ARTICLES),
        number("error_rate", 1 - level, captions.confidence, "percent", CONFIG),
        *_codes(study),
        *_settings(study.config),
    ]
    for source in study.sources:
        found += _source(results, source)
    return found


def _source(results: Results, source: str) -> list[Number]:
    """One source: articles, date, words, sentences, those that are repeated, restored words."""
    key = f"corpus.{source}"
    articles = results["articles"].filter(source=source)
    mine = results["sentences"].join(articles.select("article"), on="article", how="semi")
    tokens = results["tokens"].join(articles.select("article"), on="article", how="semi")
    restored = tokens.filter(pl.col("form") != pl.col("repaired")).height
    dates = articles["date"].unique(maintain_order=True).to_list()
    day = captions.listed([captions.period(date) for date in dates])
    return [
        number(f"{key}.articles", articles.height, whole, "articles", ARTICLES),
        Number(f"{key}.date", None, day, "date", ARTICLES, n=articles.height),
        number(f"{key}.words", mine["words"].sum(), whole, "words", SENTENCES, n=mine.height),
        number(f"{key}.restored", restored, whole, "words", "results/corpus/tokens"),
        count(f"{key}.sentences", mine, SENTENCES),
        count(f"{key}.repeated", mine.drop_nulls("duplicate_of"), SENTENCES),
        count(f"{key}.new", mine.filter(pl.col("duplicate_of").is_null()), SENTENCES),
    ]


def _codes(study: Study) -> list[Number]:
    kinds = {"frame": "frames", "event": "events", "actor": "actors", "concept": "concepts"}
    return [
        number(f"codebook.{kind}", len(study.labels[code]), whole, kind, f"data/codebook ({code}s)")
        for code, kind in kinds.items()
    ]


def _settings(config: dict[str, Any]) -> list[Number]:
    """Every number of the config under its path: setting.compare.level; a share in percent too.

    The sources hold no setting that is a number, only how many articles they have.
    """
    config = {key: value for key, value in config.items() if key != "sources"}
    return [
        number(f"setting.{path}", value, form, unit, CONFIG)
        for path, value in _leaves(config)
        for path, form, unit in _forms(path, value)
    ]


def _leaves(part: dict[str, Any], place: str = "") -> list[tuple[str, float]]:
    found = []
    for name, value in part.items():
        path = f"{place}.{name}" if place else name
        if isinstance(value, dict):
            found += _leaves(value, path)
        elif isinstance(value, int | float) and not isinstance(value, bool):
            found.append((path, value))
    return found


def _forms(path: str, value: float) -> list[tuple[str, Any, str]]:
    """A setting as it is; a share in percent and in points too, as sentences may need each."""
    forms = [(path, plain, "as set")]
    if 0 < value <= 1:
        forms.append((f"{path}.percent", captions.confidence, "percent"))
        forms.append((f"{path}.points", _points, "points"))
    return forms


def _points(share: float) -> str:
    return f"{100 * share:g}"
