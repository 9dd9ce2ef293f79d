"""Voice, speaker and responsible actor of coded texts: a cell for a text, a list for its frames."""

import pytest
from framing.accuracy import details
from framing.accuracy.coded_texts import CodedTexts
from framing.errors import InputError
from framing.instrument.coder import MENTION_COLUMNS

FRAMES = ["threat", "violation"]
ACTORS = ["russia", "regime", "other"]
BLAMED = ["violation"]


def texts(*rows, parallel=True):
    """Texts of a table: frames, voice and responsible of each."""
    made = [
        {"language": "he", "frames": frames, "voice": voice, "responsible": responsible}
        | {frame: str(int(frame in frames.split("|"))) for frame in FRAMES}
        for frames, voice, responsible in rows
    ]
    return CodedTexts("t.tsv", FRAMES, made, [n + 2 for n in range(len(rows))], parallel)


def read(*rows, parallel=True):
    """Unit, frame, kind and value of each detail."""
    found = details.read(texts(*rows, parallel=parallel), ACTORS, BLAMED)
    return found.select("unit", "frame", "kind", "majority").rows()


def mention(frame, voice, responsible, speaker=""):
    """A row of the instrument about a frame, as of `coder.find`."""
    known = {"kind": "frame", "code": frame, "concept": "c", "start": 0, "end": 1}
    known |= {"voice": voice, "responsible": responsible, "speaker": speaker}
    return tuple(known.get(name, "") for name in MENTION_COLUMNS[1:])


def test_a_part_for_each_frame():
    """In the order of the cell, not of the codebook; only blamed frames have an actor."""
    assert read(("violation|threat", "narrator|attributed", "regime|")) == [
        (0, "violation", "voice", "narrator"),
        (0, "threat", "voice", "attributed"),
        (0, "violation", "responsible", "regime"),
    ]


def test_what_is_empty_is_not_compared():
    """An empty list, or an empty part of one; the actor of a frame that nobody is blamed for."""
    assert read(("violation|threat", "", "none|")) == [(0, "violation", "responsible", "none")]
    assert read(("violation|threat", "|narrator", "")) == [(0, "threat", "voice", "narrator")]
    assert read(("threat", "", "russia")) == []
    assert read(("", "", "")) == []


def test_a_cell_for_every_frame():
    """In a table with a text a row."""
    assert read(("violation|threat", "narrator", "russia+regime"), parallel=False) == [
        (0, "threat", "voice", "narrator"),
        (0, "violation", "voice", "narrator"),
        (0, "violation", "responsible", "russia+regime"),
    ]


@pytest.mark.parametrize(
    ("coded", "found", "right", "blamed"),
    [
        ("russia+regime", "regime", True, True),
        ("russia+regime", "other", False, True),
        ("russia+regime", "", False, False),
        ("none", "", True, True),
        ("none", "russia", False, False),
        ("russia", "regime", False, True),
    ],
)
def test_the_right_actor(coded, found, right, blamed):
    """One of those that are joined; and whether both name somebody, or both nobody."""
    mine = details.read(texts(("violation", "attributed", coded)), ACTORS, BLAMED)
    compared = details.compare(mine, [[mention("violation", "narrator", found)]])
    assert dict(compared.select("kind", "right").iter_rows()) == {
        "voice": False,
        "responsible": right,
        "blamed": blamed,
    }


@pytest.mark.parametrize(
    ("coded", "voice", "speaker", "right"),
    [
        ("russia", "attributed", "russia", [True]),
        ("russia", "attributed", "regime", [False]),
        ("russia", "attributed", "", [False]),
        ("none", "attributed", "", [True]),
        ("russia", "narrator", "", []),
        ("", "attributed", "russia", []),
    ],
)
def test_the_right_speaker(coded, voice, speaker, right):
    """Compared only where the instrument finds the frame in somebody's words."""
    rows = texts(("threat|violation", "", ""))
    rows.rows[0]["speaker"] = f"{coded}|"
    mine = details.read(rows, ACTORS, BLAMED)
    found = [mention("threat", voice, "", speaker), mention("violation", "narrator", "")]
    compared = details.compare(mine, [found])
    assert compared.select("frame", "kind").unique().rows() == [("threat", "speaker")] * len(right)
    assert compared["right"].to_list() == right


def test_the_actor_of_most_cues_counts():
    """Two cues blame one actor, the first another."""
    mine = details.read(texts(("violation", "", "russia")), ACTORS, BLAMED)
    cues = [mention("violation", "narrator", actor) for actor in ("regime", "russia", "russia")]
    assert details.compare(mine, [cues])["right"].to_list() == [True, True]


def test_frames_that_are_not_found_are_not_compared():
    """There is no voice of a frame without a cue."""
    mine = details.read(texts(("violation|threat", "narrator|narrator", "none|")), ACTORS, BLAMED)
    compared = details.compare(mine, [[mention("threat", "narrator", "")]])
    assert compared.select("frame", "kind").rows() == [("threat", "voice")]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (("threat", "author", ""), "voice: 'author' is unknown; use narrator, attributed"),
        (("threat", "narrator+attributed", ""), "voice: 'narrator+attributed' is unknown"),
        (("violation", "", "mars"), "responsible: 'mars' is unknown; use russia, regime, other, n"),
        (("violation", "", "russia+mars"), "responsible: 'russia+mars' is unknown; use russia"),
        (("violation", "", "russia+none"), "responsible: 'russia+none' names somebody and nobody"),
        (("violation", "", "russia|other"), "responsible: has 2 parts for 1 frame; write one for"),
        (("violation|threat", "narrator", ""), "voice: has 1 part for 2 frames; write one for"),
        (("", "narrator", ""), "voice: is 'narrator', but the row has no frame; empty it"),
    ],
)
def test_bad_cells(row, message):
    """File, row, column and remedy."""
    with pytest.raises(InputError) as error:
        read(("", "", ""), row)
    assert str(error.value).startswith(f"t.tsv: row 3, column {message}")
