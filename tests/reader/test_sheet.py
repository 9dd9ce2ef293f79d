"""The sheet of weights: what is written is read back, and mistakes are named."""

import numpy as np
import pytest
from framing.errors import InputError
from framing.reader import sheet
from framing.reader.features import Feature
from framing.reader.model import Model

WAR, BREACH = Feature("concept", "ceasefire"), Feature("frame", "violation", "breach")
HEADER = "frame\tkind\tcode\tconcept\tweight\n"
GOOD = "threat\tintercept\t\t\t-2\nthreat\tthreshold\t\t\t0.4\n"


def test_round_trip(tmp_path, book):
    """The same model, and the same bytes when it is written again."""
    weights = np.array([[1.25, 0.0], [-0.5, 3.0]])
    known = sorted([WAR, next(f for f in sheet.list_all(book) if f.concept)])
    model = Model(
        ("threat", "violation"), tuple(known), weights, np.array([-2.0, -4.5]), np.array([0.3, 0.4])
    )
    sheet.write(model, tmp_path / "a.tsv")
    again = sheet.read(tmp_path / "a.tsv", book)
    assert (again.frames, again.features) == (model.frames, model.features)
    for name in ("weights", "intercepts", "thresholds"):
        assert np.array_equal(getattr(again, name), getattr(model, name))
    sheet.write(again, tmp_path / "b.tsv")
    assert (tmp_path / "a.tsv").read_bytes() == (tmp_path / "b.tsv").read_bytes()
    assert '"' not in (tmp_path / "a.tsv").read_text(encoding="utf-8")


def test_no_feature_at_all(tmp_path, book):
    """A frame may have its intercept alone."""
    (tmp_path / "s.tsv").write_text(HEADER + GOOD, encoding="utf-8")
    model = sheet.read(tmp_path / "s.tsv", book)
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
        ("threat\tconcept\tceasefire\t\tmuch\n", "row 4, column weight: 'much' is not allowed"),
    ],
)
def test_mistakes(tmp_path, book, rows, message):
    """One line: file, row, column, remedy."""
    (tmp_path / "s.tsv").write_text(HEADER + GOOD + rows, encoding="utf-8")
    with pytest.raises(InputError) as error:
        sheet.read(tmp_path / "s.tsv", book)
    assert message in str(error.value)
