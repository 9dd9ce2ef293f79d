"""The sheet of weights: what is written is read back, and mistakes are named."""

import numpy as np
import pytest
from framing.errors import InputError
from framing.reader import sheet
from framing.reader.features import Feature
from framing.reader.letters import Letters
from framing.reader.model import Model

WAR, BREACH = Feature("concept", "ceasefire"), Feature("frame", "violation", "breach")
HEADER = "frame\tkind\tcode\tconcept\tweight\n"
GOOD = "threat\tintercept\t\t\t-2\nthreat\tthreshold\t\t\t0.4\n"


def test_round_trip(tmp_path, book):
    """The same model, and the same bytes when it is written again."""
    weights = np.array([[1.25, 0.0], [-0.5, 3.0]])
    known = sorted([WAR, next(f for f in sheet.list_all(book) if f.concept)])
    spelled = Letters(("^ab", "bcd", "של$"), np.array([[0.0, 0.4], [-1.2, 0.0], [0.2, 0.2]]))
    model = Model(
        frames=("threat", "violation"),
        features=tuple(known),
        weights=weights,
        intercepts=np.array([-2.0, -4.5]),
        thresholds=np.array([0.3, 0.4]),
        keeps=np.array([0.1, 0.0]),
        adds=np.array([0.3, 1.0]),
        letters=spelled,
    )
    sheet.write(model, tmp_path / "a.tsv")
    again = sheet.read(tmp_path / "a.tsv", book)
    assert (again.frames, again.features) == (model.frames, model.features)
    for name in ("weights", "intercepts", "thresholds", "keeps", "adds"):
        assert np.array_equal(getattr(again, name), getattr(model, name))
    assert again.letters.pieces == spelled.pieces
    assert np.array_equal(again.letters.weights, spelled.weights)
    sheet.write(again, tmp_path / "b.tsv")
    assert (tmp_path / "a.tsv").read_bytes() == (tmp_path / "b.tsv").read_bytes()
    assert '"' not in (tmp_path / "a.tsv").read_text(encoding="utf-8")


def test_no_feature_at_all(tmp_path, book):
    """A frame may have its intercept alone; without limits the rules are kept, .4 adds."""
    (tmp_path / "s.tsv").write_text(HEADER + GOOD, encoding="utf-8")
    model = sheet.read(tmp_path / "s.tsv", book)
    assert (model.letters, model.keeps.tolist(), model.adds.tolist()) == (None, [0], [0.4])
    assert model.predict([set()])[0] == pytest.approx([1 / (1 + np.exp(2))])


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("fear\tintercept\t\t\t1\n", "row 4, column frame: 'fear' is unknown; train again"),
        ("threat\tconcept\tnothing\t\t1\n", "row 4: the codebook has no concept nothing; train"),
        ("threat\tthreshold\t\t\t0.5\n", "row 4: is listed twice; drop one"),
        (
            "violation\tthreshold\t\t\t1.5\n",
            "row 4, column weight: 1.5 is no probability; use 0 to 1",
        ),
        ("violation\tintercept\t\t\t1\n", "has no threshold for the frame violation; add its row"),
        ("threat\tadd\t\t\t0.3\n", "keep, threshold and add of the frame threat are out of order"),
        ("threat\tkeep\t\t\t0.5\n", "are out of order; let none be above the next"),
        ("threat\tletters\tab 1\t\t0.5\n", "row 4, column code: 'ab 1' is no piece of a word"),
        ("threat\tletters\tabcdef\t\t1\n", "'abcdef' is no piece of a word; write 3 to 5"),
        ("threat\tconcept\tceasefire\t\tmuch\n", "row 4, column weight: 'much' is not allowed"),
    ],
)
def test_mistakes(tmp_path, book, rows, message):
    """One line: file, row, column, remedy."""
    (tmp_path / "s.tsv").write_text(HEADER + GOOD + rows, encoding="utf-8")
    with pytest.raises(InputError) as error:
        sheet.read(tmp_path / "s.tsv", book)
    assert message in str(error.value)


def test_names_of_shipped_sheets(tmp_path, monkeypatch):
    """A name finds the sheet that comes with the package, unless a file is called so."""
    monkeypatch.chdir(tmp_path)
    assert sheet.find(None) == sheet.PLACE == sheet.FOLDER / "press.tsv"
    assert sheet.find("newspapers") == sheet.FOLDER / "newspapers.tsv"
    assert sheet.find("other.tsv") == "other.tsv"
    (tmp_path / "newspapers").write_text("", encoding="utf-8")
    assert sheet.find("newspapers") == "newspapers"
