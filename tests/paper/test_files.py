"""Full tables as CSV: rounding that hides the processor, types that survive."""

import polars as pl
from framing.paper.tables import files


def test_rounding_hides_the_last_bits(tmp_path):
    """0.1 + 0.2 and 0.3 give the same bytes; minus zero is zero."""
    for name, value in (("a", 0.1 + 0.2), ("b", 0.3)):
        files.write_csv(pl.DataFrame({"x": [value, -0.0]}), tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes() == b"x\n0.3\n0.0\n"


def test_whole_numbers_keep_their_digits(tmp_path):
    """A seed of eight digits is not rounded to six."""
    files.write_csv(pl.DataFrame({"x": [20161231.0, 20161231.4]}), tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == b"x\n20161231.0\n20161200.0\n"


def test_types_survive(tmp_path):
    """Numbers come back as numbers, everything else as the text that it was."""
    table = pl.DataFrame(
        {
            "count": [1, None, -3],
            "share": [0.5, float("nan"), 1e-12],
            "date": ["2016-12-31", "", "2017-01-01"],
            "id": ["007", "12", "3"],
            "fraction": ["7/17", "8/12", ""],
            "text": ['a, "b"', "שלום", "=1+1"],
            "none": [None, None, None],
        },
        schema_overrides={"none": pl.String},
    )
    files.write_csv(table, tmp_path / "t.csv")
    found = files.read_csv(tmp_path / "t.csv")
    assert found.drop("none").equals(table.drop("none"), null_equal=True)
    assert found.schema["count"] == pl.Int64
    assert found.schema["share"] == pl.Float64
    assert set(found.select("date", "id", "fraction", "text", "none").dtypes) == {pl.String}


def test_a_table_without_rows(tmp_path):
    """Its columns are kept."""
    files.write_csv(pl.DataFrame(schema={"a": pl.Int64, "b": pl.String}), tmp_path / "t.csv")
    found = files.read_csv(tmp_path / "t.csv")
    assert found.columns == ["a", "b"]
    assert found.height == 0
