"""What most coders decided, and what nobody was asked to decide."""

import codings_by_hand as hand
import polars as pl
from framing.coders import codings, votes

THREAT = ["x_00", "threat", "attributed", "russia", ""]
BREACH = ["x_01", "violation", "narrator", "", "un"]


def cast(folder):
    """Decisions of the coders of the hand-made corpus."""
    return votes.cast(codings.read(folder, hand.ARTICLES, hand.SENTENCES, hand.CODES))


def decided(ratings, kind):
    """What the majority decided of one kind: (unit, code) → value."""
    rows = votes.majority(ratings).filter(kind=kind).iter_rows(named=True)
    return {(row["unit"], row["code"]): row["value"] for row in rows}


def test_majority(tmp_path):
    """Two of three see the threat, one the breach; events 2:1; a tie of two is no majority."""
    hand.write_coder(tmp_path, "a", [THREAT, BREACH], hand.units(x_00="vote|call"))
    hand.write_coder(tmp_path, "b", [THREAT], hand.units(x_00="vote"))
    hand.write_coder(tmp_path, "c", [], hand.units())
    ratings = cast(tmp_path)
    frames, events = decided(ratings, "frame"), decided(ratings, "event")
    assert frames["x_00", "threat"] == "1"
    assert frames["x_01", "violation"] == "0"
    assert (events["x_00", "vote"], events["x_00", "call"]) == ("1", "0")
    assert decided(ratings, "voice") == {("x_00", "threat"): "attributed"}
    assert decided(ratings, "responsible") == {}
    two = ratings.filter(pl.col("coder") != "c")
    assert decided(two, "frame")["x_01", "violation"] == "0"


def test_details_are_those_of_the_coders_who_see_the_frame(tmp_path):
    """Voice 2:1 narrator, so the speaker whom one coder names does not count; nobody is `none`."""
    narrated = ["x_01", "violation", "narrator", "", ""]
    hand.write_coder(tmp_path, "a", [["x_01", "violation", "attributed", "un", "russia"]])
    hand.write_coder(tmp_path, "b", [narrated])
    hand.write_coder(tmp_path, "c", [narrated])
    ratings = cast(tmp_path)
    assert decided(ratings, "voice") == {("x_01", "violation"): "narrator"}
    assert decided(ratings, "speaker") == {}
    assert decided(ratings, "responsible") == {("x_01", "violation"): "none"}


def test_a_frame_that_nobody_was_asked_for_is_not_coded(tmp_path):
    """A frame joins the codebook after the coding: it is not absent, it has no decisions at all."""
    hand.write_coder(tmp_path, "a", [THREAT, BREACH])
    codes = hand.CODES | {"frame": hand.CODES["frame"] | {"economy": {"responsible": "no"}}}
    coded = codings.read(tmp_path, hand.ARTICLES, hand.SENTENCES, codes)
    ratings = votes.cast(coded)
    assert set(ratings.filter(kind="frame")["code"]) == {"threat", "violation"}
    assert set(votes.majority(ratings).filter(kind="frame")["code"]) == {"threat", "violation"}


def test_only_coders_who_were_asked_vote(tmp_path):
    """Two of three were not asked for violations: the one who was is the majority."""
    hand.write_coder(tmp_path, "a", [BREACH])
    for name in ("b", "c"):
        hand.write_coder(tmp_path, name, [THREAT], asked=[["frame", "threat"], ["event", "vote"]])
    won = votes.majority(cast(tmp_path)).filter(kind="frame")
    breach = won.filter(unit="x_01", code="violation").row(0, named=True)
    assert (breach["value"], breach["votes"], breach["coders"]) == ("1", 1, 1)
    threat = won.filter(unit="x_00", code="threat").row(0, named=True)
    assert (threat["value"], threat["votes"], threat["coders"]) == ("1", 2, 3)


def test_details():
    """Voice of every frame, speaker of attributed ones, actor of those that ask for one."""
    frames = pl.DataFrame(
        [("u1", "threat", "attributed", "un", "none"), ("u2", "harm", "narrator", "none", "iran")],
        schema=["unit", "code", "voice", "speaker", "responsible"],
        orient="row",
    )
    assert sorted(votes.details_of(frames, ["harm"]).rows()) == [
        ("u1", "threat", "attributed", "voice"),
        ("u1", "threat", "un", "speaker"),
        ("u2", "harm", "iran", "responsible"),
        ("u2", "harm", "narrator", "voice"),
    ]
