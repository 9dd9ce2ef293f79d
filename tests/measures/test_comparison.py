"""The tables of the comparison, from hand-made articles."""

import mentions_by_hand as hand
import pytest
from framing.measures import comparison

FRAMES = {"violation": {"responsible": "yes"}, "a": {"responsible": "no"}}
CODES = {"frame": FRAMES, "event": {"e": {}, "f": {}}, "actor": {}}
SETTINGS = {"tiers": ["core", "extended"], "voices": ["narrator", "attributed"]}
BREACH = ("y", 1, 12, "frame", "violation", "v", "core", "narrator", "", "russia")
CONCEPT = ("x", 0, 0, "concept", "war", "war", "extended", "", "", "")


def compared(*, repeated_lead=False, **changed):
    """What is coded, and the tables."""
    settings = SETTINGS | {"repeated_lead": repeated_lead} | changed
    corpus = hand.ARTICLES, hand.SENTENCES, hand.mentions(*hand.MENTIONS, BREACH, CONCEPT)
    coded = comparison.code(*corpus, CODES, settings)
    return coded, comparison.compare(coded, *corpus, sources=hand.SOURCES, settings=settings)


def test_everything_is_coded():
    """Six sentences count; codes are listed in the codebook's order, concepts as they occur."""
    coded, _ = compared()
    assert coded.sentences.height == 6
    assert {kind: table.height for kind, table in coded.carried.items()} == {
        "frame": 4,
        "event": 1,
        "concept": 1,
    }
    assert coded.codes == {"frame": ["violation", "a"], "event": ["e", "f"], "concept": ["war"]}
    assert coded.blamed == ("violation",)


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        ("frame_units", 4),
        ("event_units", 1),
        ("frame_shares", 4),
        ("event_coverage", 2),
        ("events_by_frame", 1),
        ("responsibility", 1),
        ("responsibility_units", 1),
        ("statements", 4),
        ("frame_positions", 5),
    ],
)
def test_every_table_is_there(table, rows):
    """Positions alone also have the repeated sentence; only `violation` blames anybody."""
    assert compared()[1][table].height == rows


def test_settings_choose_frames_only():
    """Core cues in the text's own voice: two sentences; the extended concept still counts."""
    coded, tables = compared(tiers=["core"], voices=["narrator"])
    assert tables["frame_units"]["sentence"].to_list() == [0, 1]
    assert coded.carried["concept"].height == 1
    assert compared(repeated_lead=True)[1]["frame_units"].height == 5
