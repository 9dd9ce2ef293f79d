"""The coders' sheets: read, and checked against the sentences."""

import codings_by_hand as hand
import pytest
from framing.coders import codings, votes
from framing.errors import InputError

THREAT = ["x_00", "threat", "attributed", "russia", ""]
BREACH = ["x_01", "violation", "narrator", "", "un"]


def read(folder, **options):
    """Codings of the hand-made corpus."""
    return codings.read(folder, hand.ARTICLES, hand.SENTENCES, hand.CODES, **options)


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
    assert votes.majority(votes.cast(found)).height == 0
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


def test_codings_of_other_articles_may_be_by_another_codebook(tmp_path):
    """Who replaces articles and codebook need not empty the folder of codings."""
    hand.write_coder(
        tmp_path,
        "anna",
        [["old07", "doom", "narrator", "", ""]],
        [["old07", "he", "end", "true", "טקסט אחר לגמרי"]],
        [["frame", "doom"], ["event", "end"]],
    )
    found = read(tmp_path)
    assert (found.units.height, found.frames.height, found.left_out) == (0, 0, 1)


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
        (spoil(1, 0, "x_00"), "row 3, column unit: x_00 is listed twice"),
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
        (THREAT, "frame: x_00 threat is listed twice"),
    ],
)
def test_bad_frames(tmp_path, row, message):
    """File, row, column and what is allowed."""
    hand.write_coder(tmp_path, "anna", [THREAT, row])
    with pytest.raises(InputError) as error:
        read(tmp_path)
    where = f"{tmp_path / 'anna_frames.tsv'}: row 3, column "
    assert str(error.value).startswith(where + message)


@pytest.mark.parametrize("sheet", ["units", "frames", "codes"])
def test_a_missing_sheet(tmp_path, sheet):
    """One of the three files is missing."""
    hand.write_coder(tmp_path, "anna", [])
    (tmp_path / f"anna_{sheet}.tsv").unlink()
    with pytest.raises(InputError, match=rf"anna_{sheet}\.tsv: no such file"):
        read(tmp_path)


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ([["frame", "doom"]], "row 2, column code: 'doom' is unknown; use threat, violation"),
        ([["actor", "un"]], "row 2, column kind: 'actor' is unknown; use frame, event"),
        ([["frame", "threat"]] * 2, "row 3, column code: threat is listed twice; drop one"),
    ],
)
def test_bad_codes(tmp_path, asked, message):
    """File, row, column and what is allowed."""
    hand.write_coder(tmp_path, "anna", [], asked=asked)
    with pytest.raises(InputError) as error:
        read(tmp_path)
    assert str(error.value) == f"{tmp_path / 'anna_codes.tsv'}: {message}"


def test_only_what_was_asked_for_can_be_found(tmp_path):
    """A frame or event that the coder was not asked for is no finding, but a mistake."""
    without_threat = [row for row in hand.ASKED if row[1] != "threat"]
    hand.write_coder(tmp_path, "anna", [BREACH, THREAT], asked=without_threat)
    with pytest.raises(InputError, match="row 3, column frame: the coder was not asked for threat"):
        read(tmp_path)
    hand.write_coder(tmp_path, "anna", [], hand.units(x_00="vote"), asked=[["event", "call"]])
    with pytest.raises(InputError, match="row 2, column events: the coder was not asked for vote"):
        read(tmp_path)


def test_twice_in_two_parts(tmp_path):
    """A coder's parts may not overlap."""
    hand.write_coder(tmp_path, "ben.x", [])
    hand.write_coder(tmp_path, "ben.y", [])
    with pytest.raises(InputError, match="x_00 is in an earlier part too"):
        read(tmp_path)


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
        ("he", "one human coder", True, False, 1),
        ("ar", "one pass of a large language model standing in for trained humans", False, True, 1),
    ]


def test_a_person_replaces_models_only_in_what_she_was_asked_for(tmp_path):
    """Anna looked for violations alone: the model's threats count on, its violations do not."""
    hand.write_coder(tmp_path, "model", [THREAT, BREACH], hand.units(x_00="vote"))
    hand.write_coder(tmp_path, "anna", [], asked=[["frame", "violation"]])
    found = read(tmp_path, models=["model"])
    assert found.frames.select("coder", "frame").rows() == [("model", "threat")]
    asked = found.asked.filter(unit="x_00").select("coder", "kind", "code").rows()
    assert asked == [
        ("anna", "frame", "violation"),
        ("anna", *codings.FRAGILITY),
        ("model", "frame", "threat"),
        ("model", "event", "vote"),
        ("model", "event", "call"),
    ]


def test_describe():
    """Plural and mixture."""
    models = ["m1", "m2", "m3"]
    assert codings.describe(["a", "b"], models) == "two human coders"
    assert codings.describe(models, models).startswith("three passes of a large language model")
    assert codings.describe(["a", "m1"], models).startswith("one human coder and one pass")
