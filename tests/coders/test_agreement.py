"""How far the coders agree, for every variable, by language."""

import math

import codings_by_hand as hand
import pytest
from framing.coders import agreement, codings, votes

FRAMES = [
    ["x_00", "threat", "attributed", "russia", ""],
    ["x_01", "violation", "attributed", "un", "russia"],
    ["y_00", "threat", "narrator", "", ""],
    ["y_01", "violation", "narrator", "", ""],
]
OPTIONS = {"resamples": 100, "level": 0.95, "seed": 1}


def measure(folder, codes=hand.CODES):
    """Agreement by language, kind, code and coefficient."""
    coded = codings.read(folder, hand.ARTICLES, hand.SENTENCES, codes)
    table = agreement.measure(votes.cast(coded), codes, **OPTIONS)
    return {(r["language"], r["kind"], r["code"], r["coefficient"]): r for r in table.to_dicts()}


def test_by_hand(tmp_path):
    """Three coders, one of whom misses x_00: two of three agree there, all elsewhere (5 units)."""
    for name in ("a", "b"):
        hand.write_coder(tmp_path, name, FRAMES)
    hand.write_coder(tmp_path, "c", FRAMES[1:])
    found = measure(tmp_path)
    # Hebrew threat, 3 units: pairs that agree (1/3 + 1 + 1) / 3.
    assert found["he", "frame", "threat", "agreement"]["estimate"] == pytest.approx(7 / 9)
    # alpha: 2 of 9 pairs disagree; of 9 values 2 are ones, so 2 × 2 × 7 of 9 × 8 pairs would.
    observed, expected = 2 / 9, 2 * 2 * 7 / (9 * 8)
    alpha = found["he", "frame", "threat", "alpha"]["estimate"]
    assert alpha == pytest.approx(1 - observed / expected)
    assert found["ar", "frame", "threat", "alpha"]["estimate"] == 1
    assert found["he", "voice", "", "agreement"]["units"] == 2
    assert math.isnan(found["he", "event", "", "alpha"]["estimate"])


def test_a_frame_that_nobody_was_asked_for_has_no_agreement(tmp_path):
    """It joined the codebook after the coding: no row, where agreement on absence would be 1."""
    for name in ("a", "b"):
        hand.write_coder(tmp_path, name, FRAMES)
    codes = hand.CODES | {"frame": hand.CODES["frame"] | {"economy": {"responsible": "no"}}}
    frames = {key[2] for key in measure(tmp_path, codes) if key[1] == "frame"}
    assert frames == {"threat", "violation"}


def test_sets_of_events_hold_what_all_were_asked_for(tmp_path):
    """Coder b was not asked for calls: on the votes alone both agree in every unit."""
    hand.write_coder(tmp_path, "a", FRAMES, hand.units(x_00="vote|call"))
    votes_only = [row for row in hand.ASKED if row[1] != "call"]
    hand.write_coder(tmp_path, "b", FRAMES, hand.units(x_00="vote"), votes_only)
    row = measure(tmp_path)["he", "event", "", "agreement"]
    assert (row["estimate"], row["units"]) == (1, 3)
