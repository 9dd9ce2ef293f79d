"""What the coders found in place of the cues, from sheets made by hand."""

import codings_by_hand as hand
import polars as pl
import pytest
from framing.coders import codings
from framing.robustness import by_coders

THREAT, VIOLATION = "threat", "violation"


def decide(folder, frames, **changes):
    """What coders decided on these frames of the sentences of two articles."""
    read = codings.read(folder, hand.ARTICLES, hand.SENTENCES, hand.CODES)
    return by_coders.decide(read, frames, changes.get("sentences", hand.SENTENCES))


@pytest.fixture
def folder(tmp_path):
    """Three coders: two agree on a threat, and differ on its voice; one alone sees a violation."""
    for name, voice in (("anna", "narrator"), ("ben", "attributed"), ("carl", "")):
        frames = [["x_00", THREAT, voice, "", ""]] if voice else []
        frames += [["y_01", VIOLATION, "narrator", "", ""]] if name != "carl" else []
        frames += [["y_00", VIOLATION, "narrator", "", ""]] if name == "anna" else []
        hand.write_coder(tmp_path, name, frames)
    return tmp_path


def test_what_most_coders_found(folder):
    """The article and sentence of each; where they differ on the voice it is attributed."""
    assert decide(folder, [THREAT, VIOLATION]).sort("article", "sentence").rows() == [
        ("x", 0, THREAT, "attributed"),
        ("y", 1, VIOLATION, "narrator"),
    ]


def test_not_every_sentence_was_coded(folder):
    """A sentence that nobody coded, or a frame that nobody was asked for: no decision at all."""
    more = pl.concat(
        [hand.SENTENCES, hand.SENTENCES.tail(1).with_columns(sentence=pl.lit(9, pl.Int64))]
    )
    assert decide(folder, [THREAT], sentences=more) is None
    assert decide(folder, [THREAT, "other"]) is None
