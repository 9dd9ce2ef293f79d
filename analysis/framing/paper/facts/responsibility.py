"""In how many sentences each text states violations and harm itself, each sentence once."""

import polars as pl


def facts(
    table: pl.DataFrame, *, sources: dict[str, dict], sentences: pl.DataFrame
) -> dict[str, object]:
    """`said`: for each source, sentences in its own voice, and all that carry one of the frames.

    `sentences` are those of `measures.responsibility.sentences`. The figure's table cannot be added
    up: a sentence that carries two frames, or blames two actors, is in several of its rows.
    """
    return {"said": {name: _said(sentences.filter(source=name)) for name in sources}}


def _said(mine: pl.DataFrame) -> tuple[int, int]:
    return mine.filter(voice="narrator").height, mine.height
