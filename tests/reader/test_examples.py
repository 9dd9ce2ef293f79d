"""Tables to learn from: a text a row, or a content a row in several languages."""

import pytest
from framing.errors import InputError
from framing.reader import examples
from framing.reader.features import Feature

HE = "צבא סוריה הפר את הפסקת האש."
AR = "خرق الجيش السوري وقف إطلاق النار."
COLUMNS = {"hebrew": "he", "arabic": "ar"}


def write(tmp_path, *rows):
    """A tab-separated file."""
    path = tmp_path / "coded.tsv"
    path.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_a_text_a_row(tmp_path, book):
    """Frames that are columns, the rules' codes beside the coders', groups by source."""
    header = ("language", "text", "violation", "threat", "source")
    path = write(tmp_path, header, ("he", HE, "1", "0", "x"), ("ar", AR, "0", "1", "y"))
    found = examples.read(path, book, COLUMNS)
    assert (found.frames, found.languages, found.groups) == (
        ("violation", "threat"), ("he", "ar"), ("x", "y")
    )  # fmt: skip
    assert found.truth.tolist() == [[True, False], [False, True]]
    assert found.rules.tolist() == [[True, False], [True, False]]
    assert found.units == ("0", "1")
    assert Feature("frame", "violation") in found.found[0]


def test_a_content_a_row(tmp_path, book):
    """A text for each language, all with the codes and the topic of the row."""
    header = ("id", "topic", "hebrew", "arabic", "frames")
    path = write(
        tmp_path, header, ("n1", "war", HE, AR, "violation|threat"), ("n2", "war", HE, AR, "")
    )
    found = examples.read(path, book, COLUMNS)
    assert found.languages == ("he", "ar", "he", "ar")
    assert found.units == ("n1", "n1", "n2", "n2")
    assert found.groups == ("war",) * 4
    assert found.frames == tuple(book.frames)
    assert found.truth.sum(axis=1).tolist() == [2, 2, 0, 0]


def test_groups(tmp_path, book):
    """A column by name; without any, every text is a group of its own."""
    header = ("language", "text", "violation", "paper")
    path = write(tmp_path, header, ("he", HE, "1", "x"), ("he", HE, "0", "x"))
    assert examples.read(path, book, COLUMNS).groups == ("0", "1")
    assert examples.read(path, book, COLUMNS, group="paper").groups == ("x", "x")
    with pytest.raises(InputError, match="has no column page; name another by --group"):
        examples.read(path, book, COLUMNS, group="page")


def test_only_some_rows(tmp_path, book):
    """Rows that meet a condition; what is wrong in one has the number of the table."""
    header = ("language", "text", "violation", "paper", "weight")
    path = write(tmp_path, header, ("he", HE, "1", "x", "1"), ("he", HE, "0", "y", "much"))
    found = examples.read(path, book, COLUMNS, where=[("paper", ["x"])])
    assert found.truth.tolist() == [[True]]
    with pytest.raises(InputError, match="row 3, column weight: 'much' is no weight; write a"):
        examples.read(path, book, COLUMNS, where=[("paper", ["y"])])


def test_weights_of_texts(tmp_path, book):
    """From the column `weight`, else 1; what is no number above 0 is refused."""
    rows = [("he", HE, "1", "0.1"), ("he", HE, "0", "2")]
    path = write(tmp_path, ("language", "text", "violation", "weight"), *rows)
    found = examples.read(path, book, COLUMNS)
    assert found.sample_weights.tolist() == [0.1, 2]
    assert found.take([1]).sample_weights.tolist() == [2]
    path = write(tmp_path, ("language", "text", "violation"), *(row[:3] for row in rows))
    assert examples.read(path, book, COLUMNS).sample_weights.tolist() == [1, 1]
    for bad in ("0", "-1", "much", "nan", "inf", ""):
        path = write(tmp_path, ("language", "text", "violation", "weight"), (*rows[0][:3], bad))
        with pytest.raises(InputError, match=f"row 2, column weight: '{bad}' is no weight"):
            examples.read(path, book, COLUMNS)


def test_words_for_letters(tmp_path, book):
    """Folded, without digits and marks, only if they are asked for; parts of texts take theirs."""
    texts = (("he", 'צה"ל ב-1991', "0"), ("ar", "إلى", "0"))
    path = write(tmp_path, ("language", "text", "threat"), *texts)
    assert examples.read(path, book, COLUMNS).words == ()
    found = examples.read(path, book, COLUMNS, letters=True)
    assert found.words == (["צהל", "ב"], ["الي"])
    assert found.take([1]).words == (["الي"],)


def test_bad_tables(tmp_path, book):
    """No frame; another value than 0 and 1; an unknown frame in a list."""
    path = write(tmp_path, ("language", "text"), ("he", HE))
    with pytest.raises(InputError, match="has no column of a frame; give 0/1 columns"):
        examples.read(path, book, COLUMNS)
    path = write(tmp_path, ("language", "text", "threat"), ("he", HE, "yes"))
    with pytest.raises(InputError, match="row 2, column threat: 'yes' is not allowed"):
        examples.read(path, book, COLUMNS)
    path = write(tmp_path, ("id", "hebrew", "arabic", "frames"), ("n1", HE, AR, "fear"))
    with pytest.warns(UserWarning, match="the codebook lacks fear; what the sheet says of that"):
        examples.read(path, book, COLUMNS)
