"""The weights that are shipped: they fit the codebook; those of press can be trained again.

The sheet of newspapers cannot be rebuilt here, because its texts may not be published.
"""

import io
import re
import subprocess
import tarfile

import framing
import numpy as np
import polars as pl
import pytest
from framing import cli
from framing.accuracy import equivalence
from framing.instrument import codebook
from framing.reader import examples, sheet, training
from framing.reader.features import Feature
from framing.sheets import DATA

import workflow

README = DATA / "reader" / "README.md"
CORPUS = DATA / "training" / "press.tsv"


@pytest.fixture(scope="module", params=sheet.SHIPPED)
def model(book, request):
    """A shipped model, and the file that it is from."""
    return sheet.read(request.param, book), sheet.FOLDER / f"{request.param}.tsv"


def test_the_weights_fit_the_codebook(book, model):
    """Every frame is learned, and its own cues speak for it."""
    model, _ = model
    assert model.frames == tuple(book.frames)
    for frame in model.frames:
        weights = dict(model.contributions(set(model.features), frame))
        assert weights[Feature("frame", frame)] > 1


def test_no_text_is_in_the_letters(model):
    """Pieces of words, small weights left out, in an order that says nothing."""
    model, path = model
    weights = model.letters.weights
    assert np.abs(weights[weights != 0]).min() >= training.LEAST_WEIGHT
    assert path.stat().st_size < 2_500_000
    lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    letters = [(line[0], -abs(float(line[4])), line[2]) for line in lines if line[1] == "letters"]
    assert max(len(piece) for *_, piece in letters) == 5
    for frame in model.frames:
        mine = [row for row in letters if row[0] == frame]
        assert mine == sorted(mine)


@pytest.mark.parametrize("weights", sheet.SHIPPED)
@pytest.mark.parametrize(
    ("language", "text", "frame"),
    [
        ("he", "שר החוץ נועד אמש עם עמיתו הבריטי לשיחה על היחסים בין שתי המדינות.", "coordination"),
        ("ar", "قُتل ثلاثة أطفال في انفجار وقع أمس في سوق المدينة.", "civilian_harm"),
    ],
)
def test_the_weights_read(weights, language, text, frame):
    """Sentences as newspapers print them; the same text in Latin letters has no frame."""
    table = pl.DataFrame({"language": [language] * 2, "text": [text, "Lorem ipsum"]})
    coded = framing.code(table, reader="learned", weights=weights)
    assert coded[frame].to_list() == [1, 0]
    assert coded["found_by"][1] == ""


@pytest.mark.slow
def test_the_documented_command_writes_the_weights_of_press(tmp_path):
    """The same bytes from the training corpus and the codebook of the commit that README names."""
    document = README.read_text(encoding="utf-8")
    assert (
        "framing train data/training/press.tsv --where aside=no --letters "
        "--codebook older/data/codebook --out data/reader/press.tsv" in document
    )
    commit = re.search(r"git archive (\w+) data/codebook", document)[1]
    archive = ["git", "archive", commit, "data/codebook"]
    made = subprocess.run(archive, cwd=workflow.ROOT, capture_output=True, check=False)
    if made.returncode:
        pytest.skip("has no history to take the older codebook from")
    with tarfile.open(fileobj=io.BytesIO(made.stdout)) as archived:
        archived.extractall(tmp_path, filter="data")
    older = tmp_path / "data" / "codebook"
    how = {"columns": equivalence.name_columns(older), "where": [("aside", ["no"])]}
    coded = examples.read(CORPUS, codebook.read(older), **how, letters=True)
    sheet.write(training.train(coded).model, tmp_path / "press.tsv")
    assert (tmp_path / "press.tsv").read_bytes() == (sheet.FOLDER / "press.tsv").read_bytes()


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
