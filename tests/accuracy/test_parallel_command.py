"""`framing parallel`: whether the same contents are coded alike in every language."""

import csv
import io

from coded_by_hand import read, write
from commands_by_hand import AR, CALM
from framing import cli


def test_parallel(tmp_path, capsys):
    """Two contents in three languages: found in all but for one that English leaves out."""
    rows = [
        ["id", "frames", "hebrew", "arabic", "english"],
        ["1", "violation", "הצבא הפר את הפסקת האש.", AR, "The sun is shining."],
        ["2", "", CALM, "تشرق الشمس اليوم.", "The sun is shining today."],
    ]
    path, differing = write(tmp_path / "p.tsv", rows), tmp_path / "d.tsv"
    assert cli.main(["parallel", path, "--languages", "he,ar"]) == 0
    table = list(csv.DictReader(io.StringIO(capsys.readouterr().out), dialect="excel-tab"))
    assert len(table) == 9
    breach = next(row for row in table if row["frame"] == "violation")
    assert [breach[c] for c in ("coded", "found_first", "found_second", "same")] == list("1112")
    outputs = ["--output", f"{tmp_path}/o.tsv", "--differing", str(differing)]
    assert cli.main(["parallel", path, *outputs]) == 0
    assert len(read(tmp_path / "o.tsv")) == 27
    (item,) = read(differing)
    assert (item["found_in"], item["missed_in"]) == ("he, ar", "en")
    assert cli.main(["parallel", path, "--languages", "he,xx"]) == 2
    assert "unknown language 'xx'; use he, ar, en" in capsys.readouterr().err
