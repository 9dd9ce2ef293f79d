"""The training corpora: every row is complete, coded by the codebook, and in three scripts."""

import hashlib
import re
from collections import Counter

import pytest
from framing.sheets import DATA, read

SHEETS = {name: read(DATA / "training" / f"{name}.tsv", "training") for name in ("news", "press")}
ROWS = [row for rows in SHEETS.values() for row in rows]
FRAMES = {row["id"] for row in read(DATA / "codebook" / "frames.tsv", "frames")}
ACTORS = {row["id"] for row in read(DATA / "codebook" / "actors.tsv", "actors")}
LANGUAGES = ("hebrew", "arabic", "english")
SCRIPTS = {"hebrew": "[\u05d0-\u05ea]", "arabic": "[\u0621-\u064a]", "english": "[A-Za-z]"}
BLAMED = {"violation", "civilian_harm"}


def codes(row: dict[str, str]) -> list[dict[str, str]]:
    """Return one dictionary per frame of the row; fails where the lists differ in length."""
    names = ("frames", "voice", "speaker", "speaker_english", "responsible")
    if not row["frames"]:
        assert not any(row[name] for name in names), row["id"]
        return []
    parts = [row[name].split("|") for name in names]
    return [dict(zip(names, part, strict=True)) for part in zip(*parts, strict=True)]


def test_ids_and_texts_are_unique() -> None:
    """No id and no sentence occurs twice."""
    for name in ("id", *LANGUAGES):
        counts = Counter(row[name] for row in ROWS)
        assert [value for value, number in counts.items() if number > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_is_in_its_script(language: str) -> None:
    """Each column holds its own script, without stray blanks."""
    others = "|".join(script for name, script in SCRIPTS.items() if name != language)
    for row in ROWS:
        assert re.search(SCRIPTS[language], row[language]), row["id"]
        assert not re.search(others, row[language]), row["id"]
        assert row[language] == " ".join(row[language].split()), row["id"]


def test_codes_follow_the_codebook() -> None:
    """The codebook defines every frame, and a row names a frame once."""
    for row in ROWS:
        found = codes(row)
        assert {code["frames"] for code in found} <= FRAMES, row["id"]
        assert len({code["frames"] for code in found}) == len(found), row["id"]


def test_the_attributed_frames_and_no_others_have_a_speaker() -> None:
    """The speaker's words occur in the English sentence."""
    for row in ROWS:
        for code in codes(row):
            attributed = code["voice"] == "attributed"
            assert (code["speaker"] in ACTORS | {"other"}) == attributed, row["id"]
            assert bool(code["speaker_english"]) == attributed, row["id"]
            assert code["speaker_english"] in row["english"], row["id"]


def test_the_blamed_frames_and_no_others_have_a_responsible_actor() -> None:
    """Only violation and civilian harm say who is responsible."""
    for row in ROWS:
        for code in codes(row):
            blamed = set(filter(None, code["responsible"].split("+")))
            assert bool(blamed) == (code["frames"] in BLAMED), row["id"]
            assert blamed == {"none"} or blamed <= ACTORS | {"other"}, row["id"]


@pytest.mark.parametrize("name", SHEETS)
def test_every_frame_is_frequent_and_half_of_the_rows_carry_none(name: str) -> None:
    """At least 60 rows per frame, and between 45 and 60 % without any frame."""
    rows = SHEETS[name]
    counts = Counter(code["frames"] for row in rows for code in codes(row))
    assert len(rows) >= 1000
    assert {frame: counts[frame] for frame in FRAMES if counts[frame] < 60} == {}
    assert 0.45 < sum(not row["frames"] for row in rows) / len(rows) < 0.6


def test_a_third_of_the_invented_rows_is_kept_from_the_authors_of_cues() -> None:
    """The rule that chooses the rows does not look at them."""
    for row in SHEETS["news"]:
        drawn = hashlib.sha256(row["id"].encode()).digest()[0]
        assert (row["aside"] == "yes") == (drawn % 3 == 0), row["id"]


def test_a_block_of_the_press_rows_is_kept_from_the_authors_of_cues() -> None:
    """Rows that follow one another, a thousand at least: they were written for testing."""
    aside = [number for number, row in enumerate(SHEETS["press"]) if row["aside"] == "yes"]
    assert aside == list(range(aside[0], aside[-1] + 1))
    assert len(aside) >= 1000
