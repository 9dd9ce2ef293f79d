"""The study's instrument over many texts: the rows of the plain functions, in every language."""

from functools import cache

import hard_texts
import pytest
from framing.instrument import annotate, mentions
from framing.instrument.engine import Engine
from framing.instrument.patterns import Choice
from hypothesis import given, settings
from hypothesis import strategies as st


@cache
def engine(language):
    """One engine a language for all examples, so that it remembers words."""
    return Engine(language)


@cache
def phrases(language):
    """Words that cues, conditions and constructions match, each phrase as one text."""
    rows = [*language.cues[::9], *language.speech.rows[::4], *language.agency.rows[::4]]
    parts = [row.sequence for row in rows]
    parts += [c.parts[0].sequence for row in rows for c in (*row.needs[:1], *row.unless[:1])]
    return [" ".join(filter(None, (word(language, e) for e in part))) for part in parts]


def word(language, element):
    """A form of the first word that an element admits."""
    if not isinstance(element, Choice):
        return ""
    if not element.words:
        return " ".join(word(language, e) for e in element.sequences[0])
    lexicon = language.lexicon
    return lexicon.expand(lexicon.names[min(element.words)].strip("=!*"))[0]


def texts(language):
    """Phrases of the codebook and hard pieces, with marks and line ends between them."""
    marks = st.sampled_from([" ", " ", " ", ". ", ": ", ", ", ' "', '" ', " “", "” ", "\n", "-"])
    some = st.one_of(st.sampled_from(phrases(language)), hard_texts.pieces)
    return st.lists(st.tuples(some, marks), max_size=12).map(
        lambda pairs: "".join(part for pair in pairs for part in pair)
    )


@pytest.mark.parametrize("code", ["he", "ar", "en"])
@settings(max_examples=max(25, settings().max_examples // 4))
@given(data=st.data())
def test_like_the_plain_functions(book, code, data):
    """Mentions with voice, speaker and responsibility; and the frames that each text carries."""
    language = book.languages[code]
    some = data.draw(st.lists(texts(language), max_size=3))
    plain = [mentions.tabulate(annotate.prepare_text(t, language), t, language) for t in some]
    assert mentions.tabulate_all(some, engine(language)) == plain
    frames = list(book.frames)
    kind, name = (list(mentions.COLUMNS).index(column) - 1 for column in ("kind", "code"))
    codes = [{row[name] for row in rows if row[kind] == "frame"} for rows in plain]
    assert engine(language).carry(some, frames).tolist() == [
        [frame in found for frame in frames] for found in codes
    ]
