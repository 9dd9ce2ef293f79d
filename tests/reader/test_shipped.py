"""The weights that are shipped: they fit the codebook, and the documented command writes them."""

import pytest
from framing import cli
from framing.reader import sheet
from framing.sheets import DATA


def test_they_fit_the_codebook(book):
    """Every frame is learned, by few weights, and its own cues speak for it most."""
    model = sheet.read(sheet.PLACE, book)
    assert model.frames == tuple(book.frames)
    assert (model.weights != 0).sum() <= 200
    for frame in model.frames:
        first, weight = model.contributions(set(model.features), frame)[0]
        assert (first.kind, first.code) == ("frame", frame)
        assert weight > 0


@pytest.mark.slow
def test_the_documented_command_writes_them(tmp_path):
    """The same bytes from the training corpus; after a change of the codebook train again."""
    out, corpus = tmp_path / "weights.tsv", DATA / "training" / "news.tsv"
    choice = ["--where", "aside=yes", "--where", "language=he,ar"]
    assert cli.main(["train", str(corpus), *choice, "--out", str(out), "--draws", "10"]) == 0
    assert out.read_bytes() == sheet.PLACE.read_bytes()
    document = (DATA / "reader" / "README.md").read_text(encoding="utf-8")
    assert f"framing train data/training/news.tsv {' '.join(choice)} --out" in document


def test_bad_input_is_one_line(tmp_path, capsys):
    """A condition that is none; a number of draws; a table that is also the output."""
    table = tmp_path / "coded.tsv"
    table.write_text("language\ttext\tthreat\nhe\tx\t1\n", encoding="utf-8")
    for more, message in (
        (["--where", "aside"], "--where: 'aside' is no condition; write COLUMN=VALUE"),
        (["--draws", "0"], "--draws: 0 is too few"),
        (["--out", str(table)], "coded.tsv"),
        ([], "training table: no frame is coded in 10 texts (at most in 1); code more texts"),
    ):
        assert cli.main(["train", str(table), *more]) == 2
        error = capsys.readouterr().err
        assert message in error
        assert error.count("\n") == 1
