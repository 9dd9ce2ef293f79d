"""The table of mentions: each cue found, who says it and who is held responsible."""

from collections.abc import Sequence
from pathlib import Path

import polars as pl

from framing import sheets
from framing.instrument import annotate, responsibility, scenes, voice
from framing.instrument.attribution import attribute
from framing.instrument.codebook import Codebook
from framing.instrument.cues import CuedLanguage
from framing.instrument.engine import Engine

COLUMNS = {
    "article": pl.String,
    "sentence": pl.Int64,
    "start": pl.Int64,
    "end": pl.Int64,
    "text": pl.String,
    "kind": pl.String,
    "code": pl.String,
    "concept": pl.String,
    "tier": pl.String,
    "place": pl.String,
    "voice": pl.String,
    "speaker": pl.String,
    "voice_rule": pl.String,
    "responsible": pl.String,
    "responsible_rule": pl.String,
}

Row = tuple[str | int, ...]
_NONE = ("",) * 5


def find(
    articles: pl.DataFrame, sentences: pl.DataFrame, tokens: pl.DataFrame, codebook: Codebook
) -> pl.DataFrame:
    """Mentions of all articles, a row each, columns as COLUMNS, in order of place.

    The three tables are those of `corpus.build`; the raw text is read again from `articles.file`.
    """
    classify = {c: annotate.classifier(language) for c, language in codebook.languages.items()}
    words = tokens.partition_by("article", "sentence", as_dict=True)
    rows: list[tuple[str | int, ...]] = []
    for article in articles.iter_rows(named=True):
        language = codebook.languages[article["language"]]
        prepared = [
            annotate.prepare(
                (row["start"], row["end"]),
                words[row["article"], row["sentence"]].select("start", "end", "repaired").rows(),
                language,
                classify[article["language"]],
            )
            for row in sentences.filter(pl.col("article") == article["article"]).iter_rows(
                named=True
            )
        ]
        raw = sheets.read_text(Path(article["file"]))
        rows += [(article["article"], *row) for row in tabulate(prepared, raw, language)]
    return pl.DataFrame(rows, schema=COLUMNS, orient="row")


def tabulate_all(texts: Sequence[str], engine: Engine) -> list[list[Row]]:
    """Rows of `tabulate` for each of many texts of one language."""
    shard = engine.encode(texts)
    search = engine.search(shard)
    hits = engine.cues.find(search)
    tails = {
        found.hit: (found.voice.voice, found.voice.speaker, found.voice.rule)
        + (found.held.actor, found.held.rule)
        for found in attribute(texts, shard, hits, engine, search)
    }
    heads = [(c.kind, c.code, c.concept, c.tier, c.place) for c in engine.cues.rows]
    rows: list[list[Row]] = [[] for _ in texts]
    sentence = shard.sentence[hits.starts]
    columns = (
        shard.texts[sentence],
        hits.rows,
        shard.numbers[sentence],
        shard.starts[hits.starts],
        shard.ends[hits.ends - 1],
    )
    for hit, (text, cue, number, start, end) in enumerate(
        zip(*(column.tolist() for column in columns), strict=True)
    ):
        words = texts[text][start:end]
        rows[text].append((number, start, end, words, *heads[cue], *tails.get(hit, _NONE)))
    return rows


def tabulate(
    prepared: list[annotate.Sentence], text: str, language: CuedLanguage
) -> list[tuple[str | int, ...]]:
    """Rows of the table of mentions, without the article, for the sentences of one text."""
    found = annotate.find_mentions(prepared, language)
    surveyed = scenes.survey(found, prepared, text, language)
    voices = voice.assign(found, surveyed, text)
    blamed = responsibility.assign(found, surveyed, language)
    return [
        (
            mention.sentence,
            mention.start,
            mention.end,
            text[mention.start : mention.end],
            mention.cue.kind,
            mention.cue.code,
            mention.cue.concept,
            mention.cue.tier,
            mention.cue.place,
            said.voice if mention.cue.kind == "frame" else "",
            said.speaker if mention.cue.kind == "frame" else "",
            said.rule if mention.cue.kind == "frame" else "",
            held.actor,
            held.rule,
        )
        for mention, said, held in zip(found, voices, blamed, strict=True)
    ]
