"""The coders' sheets: read, checked against the sentences, and put to the vote."""

import codings_by_hand as hand
import pytest
from framing.coders import codings, votes
from framing.errors import InputError

THREAT = ["x_00", "threat", "attributed", "russia", ""]
BREACH = ["x_01", "violation", "narrator", "", "un"]


def read(folder, **options):
    """Codings of the hand-made corpus."""
    return codings.read(folder, hand.ARTICLES, hand.SENTENCES, hand.CODES, **options)


def decided(ratings, kind):
    """What the majority decided of one kind: (unit, code) → value."""
    rows = votes.majority(ratings).filter(kind=kind).iter_rows(named=True)
    return {(row["unit"], row["code"]): row["value"] for row in rows}


def test_any_number_of_coders(tmp_path):
    """Coders are found by their files, whatever their names; a part may be named."""
    hand.write_coder(tmp_path, "anna", [THREAT])
    hand.write_coder(tmp_path, "ben.x", [BREACH], hand.units()[:3])
    hand.write_coder(tmp_path, "ben.y", [], hand.units()[3:])
    found = read(tmp_path)
    assert found.units.group_by("coder").len().sort("coder").rows() == [("anna", 5), ("ben", 5)]
    assert found.frames.select("coder", "unit", "frame").rows() == [
        ("anna", "x_00", "threat"),
        ("ben", "x_01", "violation"),
    ]
    assert found.units.row(3, named=True)["language"] == "ar"


def test_no_coder(tmp_path):
    """An empty folder: tables without rows, nobody, no votes."""
    found = read(tmp_path)
    assert found.units.height == found.frames.height == 0
    assert votes.majority(votes.cast(found, hand.CODES)).height == 0
    assert codings.name_coders(found, models=[], seen=[]).height == 0


def test_blanks_and_punctuation_may_differ(tmp_path):
    """A sentence copied with other quotation marks and blanks is still the same."""
    rows = hand.units()
    rows[0][4] = "  הם  איימו שוב"
    hand.write_coder(tmp_path, "anna", [THREAT], rows)
    assert read(tmp_path).units.height == 5


def test_units_of_other_articles_are_left_out(tmp_path):
    """Codings of articles that are not in the corpus are counted, not used."""
    rows = [*hand.units(), ["old07", "he", "", "true", "טקסט אחר לגמרי"]]
    hand.write_coder(tmp_path, "anna", [THREAT, ["old07", "threat", "narrator", "", ""]], rows)
    found = read(tmp_path)
    assert (found.units.height, found.frames.height, found.left_out) == (5, 1, 1)


def spoil(row, column, value):
    """Rows of units with one cell changed."""
    rows = hand.units()
    rows[row][column] = value
    return rows


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (
            [["x_09", "he", "", "true", "אחר"]],
            "row 2, column unit: 'x_09' is unknown: x has no sentence 9",
        ),
        (spoil(1, 0, "xx_01"), "row 3, column unit: 'xx_01' is unknown; this text is x_01"),
        (spoil(1, 0, "x_00"), "row 3, column unit: x_00 stands twice"),
        (spoil(1, 4, "הם"), "row 3, column text: is not sentence x_01"),
        (spoil(1, 1, "ar"), "row 3, column language: 'ar' is wrong; x is in he"),
        (spoil(1, 2, "vote|veto"), "row 3, column events: 'veto' is unknown; use vote, call"),
        (spoil(1, 3, ""), "row 3, column fragility: '' is unknown; use true, false"),
    ],
)
def test_bad_units(tmp_path, rows, message):
    """File, row, column and what is allowed."""
    hand.write_coder(tmp_path, "anna", [], rows)
    with pytest.raises(InputError) as error:
        read(tmp_path)
    assert str(error.value).startswith(f"{tmp_path / 'anna_units.tsv'}: {message}")


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (["x_08", "threat", "narrator", "", ""], "unit: 'x_08' is not among the coder's units"),
        (["x_01", "doom", "narrator", "", ""], "frame: 'doom' is unknown; use threat, violation"),
        (
            ["x_01", "threat", "attributed", "nato", ""],
            "speaker: 'nato' is unknown; use russia, un",
        ),
        (["x_01", "violation", "narrator", "", "me"], "responsible: 'me' is unknown"),
        (["x_01", "threat", "narrator", "un", ""], "speaker: the narrator has no speaker"),
        (["x_01", "threat", "nobody", "", ""], "voice: 'nobody' is unknown; use narrator, attr"),
        (THREAT, "frame: x_00 threat stands twice"),
    ],
)
def test_bad_frames(tmp_path, row, message):
    """File, row, column and what is allowed."""
    hand.write_coder(tmp_path, "anna", [THREAT, row])
    with pytest.raises(InputError) as error:
        read(tmp_path)
    where = f"{tmp_path / 'anna_frames.tsv'}: row 3, column "
    assert str(error.value).startswith(where + message)


def test_half_a_coder(tmp_path):
    """One of the two files is missing."""
    hand.write_coder(tmp_path, "anna", [])
    (tmp_path / "anna_frames.tsv").unlink()
    with pytest.raises(InputError, match=r"anna_frames\.tsv: no such file"):
        read(tmp_path)


def test_twice_in_two_parts(tmp_path):
    """A coder's parts may not overlap."""
    hand.write_coder(tmp_path, "ben.x", [])
    hand.write_coder(tmp_path, "ben.y", [])
    with pytest.raises(InputError, match="ben has coded x_00 twice"):
        read(tmp_path)


def test_names_of_units_may_not_collide():
    """A sentence that is listed twice would give its codes to both."""
    from framing.coders import coding_rows

    sentences = hand.SENTENCES[[0, 0]]
    with pytest.raises(InputError, match="'x' and 'x' both have a unit x_00; rename one"):
        coding_rows.name_units(hand.ARTICLES, sentences)


def test_people_replace_language_models(tmp_path):
    """Where a person has coded, the passes of a model no longer count; elsewhere they do."""
    hand.write_coder(tmp_path, "model", [THREAT])
    hand.write_coder(tmp_path, "anna.x", [BREACH], hand.units()[:3])
    found = read(tmp_path, models=["model"])
    assert found.units.select("coder", "unit").rows() == [
        *(("anna", f"x_{n:02d}") for n in range(3)),
        *(("model", f"y_{n:02d}") for n in range(2)),
    ]
    assert found.frames["coder"].to_list() == ["anna"]
    said = codings.name_coders(found, models=["model"], seen=["y"]).rows()
    assert said == [
        ("he", "one human coder", False),
        ("ar", "one pass of a large language model standing in for trained humans", True),
    ]


def test_describe():
    """Plural and mixture."""
    models = ["m1", "m2", "m3"]
    assert codings.describe(["a", "b"], models) == "two human coders"
    assert codings.describe(models, models).startswith("three passes of a large language model")
    assert codings.describe(["a", "m1"], models).startswith("one human coder and one pass")


def test_majority(tmp_path):
    """Two of three see the threat, one the breach; events 2:1; a tie of two is no majority."""
    hand.write_coder(tmp_path, "a", [THREAT, BREACH], hand.units(x_00="vote|call"))
    hand.write_coder(tmp_path, "b", [THREAT], hand.units(x_00="vote"))
    hand.write_coder(tmp_path, "c", [], hand.units())
    ratings = votes.cast(read(tmp_path), hand.CODES)
    frames, events = decided(ratings, "frame"), decided(ratings, "event")
    assert frames["x_00", "threat"] == "1"
    assert frames["x_01", "violation"] == "0"
    assert (events["x_00", "vote"], events["x_00", "call"]) == ("1", "0")
    assert decided(ratings, "voice") == {("x_00", "threat"): "attributed"}
    assert decided(ratings, "responsible") == {}
    two = ratings.filter(hand.pl.col("coder") != "c")
    assert decided(two, "frame")["x_01", "violation"] == "0"


def test_details_are_those_of_the_coders_who_see_the_frame(tmp_path):
    """Voice 2:1 narrator, so the speaker whom one coder names does not count; nobody is `none`."""
    narrated = ["x_01", "violation", "narrator", "", ""]
    hand.write_coder(tmp_path, "a", [["x_01", "violation", "attributed", "un", "russia"]])
    hand.write_coder(tmp_path, "b", [narrated])
    hand.write_coder(tmp_path, "c", [narrated])
    ratings = votes.cast(read(tmp_path), hand.CODES)
    assert decided(ratings, "voice") == {("x_01", "violation"): "narrator"}
    assert decided(ratings, "speaker") == {}
    assert decided(ratings, "responsible") == {("x_01", "violation"): "none"}
