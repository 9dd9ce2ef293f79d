"""Coding with the learned reader through the public door and the command."""

import csv

import framing
import pytest
from framing import cli
from framing.errors import InputError

SAID = "اتهمت المعارضة النظام بخرق الهدنة."
CALM = "אתמול ירד גשם."
SHEET = """frame\tkind\tcode\tconcept\tweight
violation\tintercept\t\t\t-1
violation\tthreshold\t\t\t0.5
violation\tframe\tviolation\t\t{violation}
threat\tintercept\t\t\t-1
threat\tthreshold\t\t\t0.5
threat\tactor\topposition\t\t3
"""


@pytest.fixture
def weights(tmp_path):
    """The opposition makes a threat; a violation by the rules is doubted."""
    path = tmp_path / "weights.tsv"
    path.write_text(SHEET.format(violation="-1"), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("reader", "violation", "threat", "found_by"),
    [
        ("learned", 0, 1, "threat:learned"),
        ("both", 1, 1, "violation:rules|threat:learned"),
    ],
)
def test_readers(weights, reader, violation, threat, found_by):
    """The rules alone find the violation, the weights alone the threat."""
    coded = framing.code(SAID, language="ar", reader=reader, weights=weights).row(0, named=True)
    assert (coded["violation"], coded["threat"], coded["found_by"]) == (violation, threat, found_by)
    assert framing.code(CALM, language="he", reader=reader, weights=weights)["found_by"][0] == ""


def test_rules_are_as_before():
    """By default the rules alone read, without the column."""
    plain = framing.code(SAID, language="ar")
    assert plain.equals(framing.code(SAID, language="ar", reader="rules"))
    assert "found_by" not in plain.columns
    assert plain["violation"][0] == 1


def test_bad_arguments(weights):
    """An unknown reader; weights that nobody reads; a sheet that is missing."""
    with pytest.raises(InputError, match="reader: 'all' is unknown; use rules, learned, both"):
        framing.code(SAID, language="ar", reader="all")
    with pytest.raises(InputError, match="weights: are given, but the rules read alone"):
        framing.code(SAID, language="ar", weights=weights)
    with pytest.raises(InputError, match=r"gone\.tsv: no such file"):
        framing.code(SAID, language="ar", reader="both", weights="gone.tsv")


def test_explain(weights, capsys):
    """The contribution of each concept, after the cues of the rules."""
    arguments = ["explain", "--language", "ar", "--weights", str(weights), SAID]
    assert cli.main(arguments) == 0
    shown = capsys.readouterr().out.splitlines()
    block = shown[shown.index("learned reader, whole text") :]
    assert block == [
        "learned reader, whole text",
        "  violation: probability 0.12 (found from 0.50), by rules",
        "    -1.00 without any cue",
        "    -1.00 frame violation, any cue",
        "  threat: probability 0.88 (found from 0.50), by learned",
        "    -1.00 without any cue",
        "    +3.00 actor Syrian opposition",
    ]


def rows(path):
    """Rows of a tab-separated file."""
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, dialect="excel-tab"))
