"""Tables: rounding that hides the processor, and LaTeX in which both scripts survive."""

import polars as pl
import pytest
from framing.paper.tables import files


def test_rounding_hides_the_last_bits(tmp_path):
    """0.1 + 0.2 and 0.3 give the same bytes; minus zero is zero."""
    for name, value in (("a", 0.1 + 0.2), ("b", 0.3)):
        files.write_csv(pl.DataFrame({"x": [value, -0.0]}), tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes() == b"x\n0.3\n0.0\n"


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("5 % & more_", r"5 \% \& more\_"),
        ("הפסקת אש", r"\texthebrew{הפסקת אש}"),
        ("truce: وقف إطلاق النار (3)", r"truce: \textarabic{وقف إطلاق النار} (3)"),
        ('האו"ם', r'\texthebrew{האו"ם}'),
    ],
)
def test_escape(text, latex):
    """Special characters escaped, right-to-left runs marked by script."""
    assert files.escape(text) == latex


def test_latex_table(tmp_path):
    """A booktabs table with aligned numbers; missing values stay empty."""
    table = pl.DataFrame({"name": ["a", None], "share": [0.5, float("nan")], "n": [1, 2]})
    files.write(table, [tmp_path / "t.csv", tmp_path / "t.tex"], caption="c", label="l")
    text = (tmp_path / "t.tex").read_text(encoding="utf-8")
    assert r"\begin{tabular}{lrr}" in text
    assert r"a & 0.500 & 1 \\" in text
    assert r" &  & 2 \\" in text
    assert text.count("rule") == 3
