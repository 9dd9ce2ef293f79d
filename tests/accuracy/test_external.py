"""Accuracy on held-out texts: the sheet of counts, and what follows from it."""

import math

import pytest
from framing.accuracy import external
from framing.errors import InputError, InputWarning
from framing.instrument import codebook

import workflow

HEADER = (
    "corpus\tlanguage\tframe\ttexts\ttrue_positive\tfalse_positive\tfalse_negative\t"
    "coders\tseen\tinstrument\n"
)
THREAT = ["news", "he", "threat", "50", "8", "2", "8", "two people", "never", "abc"]
HARM = ["news", "he", "harm", "50", "0", "3", "0", "two people", "never", "abc"]
CODES = {"frame": {"threat": {}, "harm": {}}}


def read(folder, *rows):
    """Counts of a sheet with these rows."""
    path = folder / "external.tsv"
    path.write_text(HEADER + "".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    return external.read(path, CODES, ["he", "ar"])


def test_by_hand(tmp_path):
    """threat: P 8/10, R 8/16, F1 16/26; harm: nothing to recall; together P 8/13, R 8/16."""
    table = external.measure(read(tmp_path, THREAT, HARM))
    found = {(r["frame"], r["measure"]): r for r in table.to_dicts()}
    assert [found["threat", m]["estimate"] for m in ("precision", "recall", "f1")] == (
        pytest.approx([0.8, 0.5, 16 / 26])
    )
    assert math.isnan(found["harm", "recall"]["estimate"])
    assert found["harm", "precision"]["estimate"] == 0
    micro = found["micro", "precision"]
    assert (micro["estimate"], micro["n"]) == (pytest.approx(8 / 13), 13)
    assert found["micro", "f1"]["estimate"] == pytest.approx(16 / 29)
    assert found["threat", "f1"]["low"] < 16 / 26 < found["threat", "f1"]["high"]
    assert (micro["coders"], micro["seen"], micro["instrument"]) == ("two people", "never", "abc")


def test_level(tmp_path):
    """A lower level gives narrower intervals."""
    counts = read(tmp_path, THREAT)
    wide, narrow = (external.measure(counts, level=level) for level in (0.95, 0.5))
    assert (wide["low"] < narrow["low"]).all()
    assert (wide["high"] > narrow["high"]).all()


def test_languages_and_corpora_are_kept_apart(tmp_path):
    """A micro row for each corpus and language."""
    other = ["posts", *THREAT[1:]]
    arabic = ["news", "ar", *THREAT[2:]]
    table = external.measure(read(tmp_path, THREAT, other, arabic))
    micro = table.filter(frame="micro", measure="f1")
    assert micro.select("corpus", "language").rows() == [
        ("news", "he"),
        ("posts", "he"),
        ("news", "ar"),
    ]
    assert external.choose(read(tmp_path, THREAT, other), "posts", "x").height == 1


@pytest.mark.parametrize(
    ("column", "value", "message"),
    [
        (1, "fr", "row 2, column language: 'fr' is unknown; use he, ar"),
        (3, "17", "row 2: 18 decisions on 17 texts; count each text once for each frame"),
        (4, "-1", "row 2, column true_positive: '-1' is not allowed; a whole number"),
        (8, "maybe", "row 2, column seen: 'maybe' is unknown; use never, scores, development"),
    ],
)
def test_bad_rows(tmp_path, column, value, message):
    """File, row, column and what is wrong."""
    row = THREAT.copy()
    row[column] = value
    with pytest.raises(InputError) as error:
        read(tmp_path, row)
    assert str(error.value) == f"{tmp_path / 'external.tsv'}: {message}"


def test_frames_that_the_codebook_lacks(tmp_path):
    """Left out with one warning, also if none is left: another codebook needs no other sheet."""
    doom = [*THREAT[:2], "doom", *THREAT[3:]]
    with pytest.warns(InputWarning) as caught:
        found = read(tmp_path, THREAT, doom, [doom[0], "ar", *doom[2:]])
    assert found["frame"].to_list() == ["threat"]
    (line,) = [str(warning.message) for warning in caught]
    assert line.endswith("the codebook lacks doom; what the sheet says of that is left out")
    with pytest.warns(InputWarning):
        assert external.choose(read(tmp_path, doom), "news", "x.tsv").is_empty()


def test_a_row_twice(tmp_path):
    """One row for each corpus, language and frame."""
    with pytest.raises(InputError, match="row 3: news, he, threat is listed twice; drop one"):
        read(tmp_path, THREAT, THREAT)


def test_the_last_version_that_was_tested_counts(tmp_path):
    """Counts of an older version stay in the sheet; another corpus keeps its own version."""
    newer = [*THREAT[:4], "0", *THREAT[5:9], "newer"]
    posts = ["posts", *THREAT[1:]]
    found = read(tmp_path, posts, THREAT, newer)
    assert found.select("corpus", "instrument").rows() == [("posts", THREAT[9]), ("news", "newer")]


def test_unknown_corpus(tmp_path):
    """The setting must name a corpus of the sheet."""
    with pytest.raises(InputError, match=r"x\.tsv: has no corpus 'posts'; .* may be news"):
        external.choose(read(tmp_path, THREAT), "posts", "x.tsv")


def test_the_study_s_own_sheet():
    """Every frame of the codebook was tested in both languages, on three corpora."""
    path, codes = workflow.ROOT / "data/validation/external.tsv", codebook.read_codes()
    counts = external.read(path, codes, ["he", "ar"])
    assert counts.height == 3 * 2 * len(codes["frame"])
    assert set(counts["seen"]) == {"never", "scores"}
