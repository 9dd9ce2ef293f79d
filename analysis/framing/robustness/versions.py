"""Every reading of the articles that the multiverse asks for, made once."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import product

import polars as pl

from framing.coders import votes
from framing.coders.codings import Codings
from framing.columns import NAME
from framing.instrument import codebook
from framing.robustness import readings
from framing.robustness.choices import CODERS, READ
from framing.robustness.readings import Original, Reading

Readings = dict[tuple[str, ...], list[Reading]]


@dataclass(frozen=True)
class Options:
    """How texts are read: `text` of the config, words of the shortest clause, lighter clitics.

    `clitics` are those that are taken off under the option "forms" of matching, by language.
    """

    codebook: str
    text: dict
    clause_words: int
    clitics: dict[str, list[str]]


def read(originals: list[Original], choices: dict[str, list[str]], options: Options) -> Readings:
    """The articles under every option of repairs, spelling and matching, by the instrument."""
    found = {}
    for spelling in choices["spelling"]:
        switches = options.text["normalise"]
        switches = switches if spelling == "folded" else dict.fromkeys(switches, False)
        known = codebook.read(options.codebook, switches).languages
        for repairs, matching in product(choices["repairs"], choices["matching"]):
            languages = {code: readings.of_frames(language) for code, language in known.items()}
            if matching == "forms":
                languages = {
                    code: readings.part_lightly(language, options.clitics.get(code, []))
                    for code, language in languages.items()
                }
            version = {"repairs": repairs, "spelling": spelling, "matching": matching}
            key = tuple(version.get(name, choices["coding"][0]) for name in READ)
            found[key] = [
                readings.read(
                    original,
                    languages[original.language],
                    repaired=repairs == "restored",
                    duplicates=options.text["duplicates"],
                    clause_words=options.clause_words,
                )
                for original in originals
            ]
    return found


def add_coders(
    found: Readings, coded: Codings, frames: Collection[str], sentences: pl.DataFrame
) -> Readings:
    """The readings, and what most coders found in the first of them.

    Only if in every sentence some coder was asked for each of the `frames` that are compared.
    `sentences` are those that the coders were given: a reading that splits the text into other
    sentences cannot use the coders' codes.
    """
    first = next(iter(found))
    needed = sentences.select(NAME).join(pl.DataFrame({"code": sorted(frames)}), how="cross")
    asked = coded.asked.filter(kind="frame")
    whole = needed.join(asked, on=["unit", "code"], how="anti").is_empty()
    given = sentences.partition_by("article", as_dict=True)
    alike = all(len(a.sentences) == given[a.article,].height for a in found[first])
    if not (whole and alike):
        return found
    decided = decide(coded)
    texts = [
        readings.of_coders(a, decided.filter(pl.col("article") == a.article)) for a in found[first]
    ]
    return found | {(CODERS, *first[1:]): texts}


def decide(coded: Codings) -> pl.DataFrame:
    """What most coders found: article, sentence, frame, voice (attributed where they differ)."""
    won = votes.majority(votes.cast(coded))
    seen = won.filter((pl.col("kind") == "frame") & (pl.col("value") == "1"))
    voices = won.filter(pl.col("kind") == "voice").select("unit", "code", voice="value")
    places = coded.units.select("unit", "article", "sentence").unique(maintain_order=True)
    return (
        seen.join(voices, on=["unit", "code"], how="left", maintain_order="left")
        .join(places, on="unit", maintain_order="left")
        .select("article", "sentence", pl.col("code").alias("frame"), "voice")
        .with_columns(pl.col("voice").fill_null("attributed"))
    )
