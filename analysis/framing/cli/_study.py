"""The corpus of the study in this folder, read and coded again, with any number of sources."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.errors import InputError

if TYPE_CHECKING:
    import polars as pl

CONFIG = Path("config") / "config.yaml"
INPUTS = ("config", "data")


@dataclass(frozen=True)
class Study:
    """The settings, labels of frames, and the tables articles, sentences, tokens, mentions."""

    config: dict[str, Any]
    labels: dict[str, str]
    articles: "pl.DataFrame"
    sentences: "pl.DataFrame"
    tokens: "pl.DataFrame"
    mentions: "pl.DataFrame"


def read() -> Study:
    """Read and code all articles of the folder; InputError where it is no study."""
    from framing import settings
    from framing.instrument import codebook, mentions
    from framing.texts import corpus, languages

    if not CONFIG.is_file():
        raise InputError(CONFIG, "no such file", "go to the folder of the study")
    config = settings.read(CONFIG)
    place, switches = config["codebook"], config["text"]["normalise"]
    known = languages.read(place, switches)
    rows = corpus.read_articles(config["articles"], config["sources"], known)
    tables = corpus.build(rows, known, config["text"])
    spoken = {row["language"] for row in rows}
    book = codebook.read(place, switches, languages=spoken)
    found = mentions.find(tables.articles, tables.sentences, tables.tokens, book)
    labels = {name: row["label"] for name, row in book.frames.items()}
    return Study(config, labels, tables.articles, tables.sentences, tables.tokens, found)
