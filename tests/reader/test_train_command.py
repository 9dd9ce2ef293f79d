"""`framing train`: which rows it reads, and what it writes."""

from pathlib import Path

import polars as pl
import pytest
from framing import cli
from framing.accuracy import same_contents
from framing.reader import examples, proof, report, sheet, training
from learned_by_hand import toy


@pytest.fixture
def command(tmp_path, monkeypatch, book):
    """Run the command on made-up examples; what it asked for, and the files that it wrote."""
    asked = {}

    def read(path, known, *, columns, **options):
        asked.update(options, path=path, languages=sorted(columns.values()))
        return toy()

    def score(coded, codes, **options):
        asked.update(options)
        return pl.DataFrame({"score": [1]})

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(examples, "read", read)
    monkeypatch.setattr(training, "train", lambda coded: training.Trained("model", 1))
    monkeypatch.setattr(proof, "predict", lambda coded: ("codes", "probabilities"))
    monkeypatch.setattr(proof, "score", score)
    monkeypatch.setattr(proof, "calibration", lambda coded, found: f"calibration of {found}")
    monkeypatch.setattr(same_contents, "compare", lambda *parts: f"agreement of {parts[-1]}")
    monkeypatch.setattr(report, "lay_out", lambda trained, scores, *more: "\n".join(more))
    monkeypatch.setattr(sheet, "write", lambda model, path: Path(path).write_text(model))

    def run(*options):
        code = cli.main(["train", "in.tsv", *options])
        return code, asked, sorted(path.name for path in tmp_path.iterdir())

    return run


def test_without_outputs(command, capsys):
    """The report alone; texts in quotation marks, no letters, every row."""
    code, asked, files = command()
    assert (code, files) == (0, [])
    assert capsys.readouterr() == ("calibration of probabilities\nagreement of codes\n", "")
    assert (asked["path"], asked["quoted"], asked["letters"]) == ("in.tsv", True, False)
    assert (asked["where"], asked["group"]) == ([], None)
    assert (asked["resamples"], asked["seed"]) == (2000, 1)
    assert asked["languages"] == ["ar", "en", "he"]


def test_with_outputs(command, capsys):
    """Weights and scores, and the options as they are given."""
    more = ["--out", "w.tsv", "--scores", "s.tsv", "--letters", "--group", "topic"]
    more += ["--where", "language=he", "--draws", "9", "--seed", "4"]
    code, asked, files = command(*more)
    assert (code, files) == (0, ["s.tsv", "w.tsv"])
    assert capsys.readouterr().err == "weights written: w.tsv\n"
    assert (asked["letters"], asked["group"]) == (True, "topic")
    assert asked["where"] == [("language", ["he"])]
    assert (asked["resamples"], asked["seed"]) == (9, 4)
