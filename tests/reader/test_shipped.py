"""The weights that are shipped: they fit the codebook; the documented command writes the concepts.

The sheet of newspapers cannot be rebuilt here, because its texts may not be published.
"""

import framing
import numpy as np
import pytest
from framing import cli
from framing.reader import sheet, training
from framing.reader.features import Feature
from framing.sheets import DATA

README = DATA / "reader" / "README.md"
OPTIONS = ["--where", "aside=yes", "--where", "language=he,ar"]


@pytest.fixture(scope="module")
def newspapers(book):
    """The model with letters."""
    return sheet.read("newspapers", book)


def test_concepts_fit_the_codebook(book):
    """Every frame is learned, by few weights, and its own cues speak for it most."""
    model = sheet.read("concepts", book)
    assert (model.frames, model.letters) == (tuple(book.frames), None)
    assert (model.weights != 0).sum() <= 200
    for frame in model.frames:
        first, weight = model.contributions(set(model.features), frame)[0]
        assert (first.kind, first.code) == ("frame", frame)
        assert weight > 0


def test_newspapers_fit_the_codebook(book, newspapers):
    """Every frame is learned, and its own cues speak for it."""
    assert newspapers.frames == tuple(book.frames)
    for frame in newspapers.frames:
        weights = dict(newspapers.contributions(set(newspapers.features), frame))
        assert weights[Feature("frame", frame)] > 1


def test_no_text_is_in_the_letters(newspapers):
    """Pieces of words in two scripts, small weights left out, in an order that says nothing."""
    weights = newspapers.letters.weights
    assert np.abs(weights[weights != 0]).min() >= training.LEAST_WEIGHT
    path = sheet.FOLDER / "newspapers.tsv"
    assert path.stat().st_size < 1_500_000
    lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    letters = [(line[0], -abs(float(line[4])), line[2]) for line in lines if line[1] == "letters"]
    assert max(len(piece) for *_, piece in letters) == 5
    for frame in newspapers.frames:
        mine = [row for row in letters if row[0] == frame]
        assert mine == sorted(mine)


@pytest.mark.parametrize(
    ("language", "text", "frame"),
    [
        ("he", "שר החוץ נועד אמש עם עמיתו הבריטי לשיחה על היחסים בין שתי המדינות.", "coordination"),
        ("ar", "قُتل ثلاثة أطفال في انفجار وقع أمس في سوق المدينة.", "civilian_harm"),
    ],
)
def test_newspapers_read(language, text, frame):
    """Sentences as newspapers print them; the same text in Latin letters has no frame."""
    coded = framing.code(text, language=language, reader="learned", weights="newspapers")
    assert coded[frame][0] == 1
    plain = framing.code("Lorem ipsum", language=language, reader="learned", weights="newspapers")
    assert plain["found_by"][0] == ""


@pytest.mark.slow
def test_the_documented_command_writes_the_concepts(tmp_path):
    """The same bytes from the training corpus; after a change of the codebook train again."""
    out, corpus = tmp_path / "concepts.tsv", DATA / "training" / "news.tsv"
    assert cli.main(["train", str(corpus), *OPTIONS, "--out", str(out), "--draws", "10"]) == 0
    assert out.read_bytes() == (sheet.FOLDER / "concepts.tsv").read_bytes()
    document = README.read_text(encoding="utf-8")
    assert f"framing train data/training/news.tsv {' '.join(OPTIONS)} --out" in document


@pytest.mark.slow
def test_the_command_learns_letters(tmp_path, capsys):
    """From some rows of the corpus: pieces of both scripts, and the scores of the three readers."""
    out, corpus = tmp_path / "letters.tsv", DATA / "training" / "news.tsv"
    choice = ["--where", "aside=yes", "--where", "topic=Syria,Israel and the Palestinians"]
    more = ["--group", "id", "--draws", "10", "--out", str(out)]
    assert cli.main(["train", str(corpus), *choice, "--letters", *more]) == 0
    shown = capsys.readouterr().out
    assert "pieces of words" in shown
    assert "both: keeps what the rules find from" in shown
    rows = [line.split("\t") for line in out.read_text(encoding="utf-8").splitlines()]
    pieces = "".join(row[2] for row in rows if row[1] == "letters")
    assert {"א", "ا", "e"} <= set(pieces)


def test_bad_input_is_one_line(tmp_path, capsys):
    """A condition that is none; a number of draws; a table that is also the output."""
    table = tmp_path / "coded.tsv"
    table.write_text("language\ttext\tthreat\nhe\tx\t1\n", encoding="utf-8")
    for more, message in (
        (["--letters"], "training table: no frame is coded in 10 texts"),
        (["--where", "aside"], "--where: 'aside' is no condition; write COLUMN=VALUE"),
        (["--draws", "0"], "--draws: 0 is too few"),
        (["--out", str(table)], "coded.tsv"),
        ([], "training table: no frame is coded in 10 texts (at most in 1); code more texts"),
    ):
        assert cli.main(["train", str(table), *more]) == 2
        error = capsys.readouterr().err
        assert message in error
        assert error.count("\n") == 1
