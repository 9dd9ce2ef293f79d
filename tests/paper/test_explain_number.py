"""`framing explain KEY`: every number with its source, its sentences and their words."""

import evidence_by_hand
import polars as pl
import pytest
import yaml
from framing import cli
from framing.api.results import results
from framing.coders.coding_rows import letters
from framing.errors import InputError
from framing.paper.evidence.explain import Evidence

import workflow


@pytest.fixture(scope="module")
def evidence():
    """Two articles of one sentence each."""
    return Evidence(*evidence_by_hand.study(), workflow.ROOT)


def test_a_count(evidence):
    """Value, source, n, method; the sentence, its words with their row, who says it."""
    lines = list(evidence.explain("violation.arabic.sentences"))
    assert lines[:5] == [
        "violation.arabic.sentences: 1 (sentences)",
        "source: results/x",
        "n: 1",
        "method: count",
        "1 sentence behind it, words sought for violation",
    ]
    assert lines[5].startswith("<ar>_00: خرق النظام")
    word = next(line for line in lines[6:] if "خرق" in line)
    assert word.startswith("    violation: خرق")
    assert "violation.tsv:" in word
    assert "        said by the text itself" in "\n".join(lines)


def test_a_number_that_counts_nothing(evidence):
    """It says so."""
    assert list(evidence.explain("threat.arabic.sentences"))[-1] == "counts no sentence"


def test_an_unknown_number(evidence):
    """One line with the nearest keys, or where all keys are."""
    with pytest.raises(InputError, match=r"did you mean .*violation\.arabic\.sentences") as near:
        evidence.explain("violence.arabic.sentence").__next__()
    assert "\n" not in str(near.value)
    with pytest.raises(InputError, match=r"see tables/numbers\.csv"):
        evidence.explain("@@@@").__next__()


def test_a_missing_table():
    """One clear error."""
    tables, config = evidence_by_hand.study()
    with pytest.raises(InputError, match="no table mentions; run `snakemake`"):
        Evidence({k: t for k, t in tables.items() if k != "mentions"}, config, workflow.ROOT)


def test_command_needs_a_language_or_a_key(capsys):
    """Without either, one line."""
    assert cli.main(["explain"]) == 2
    assert capsys.readouterr().err.startswith("framing: --language: is missing; give")


@pytest.mark.slow
def test_every_number(mini, capsys):
    """Each key of a finished run; a count lists as many sentences as it says, with its words."""
    config = yaml.safe_load((mini / "config/config.yaml").read_text(encoding="utf-8"))
    tables = dict(results(mini / "results"))
    evidence = Evidence(tables, config, mini)
    table = pl.read_csv(mini / "tables/numbers.csv", infer_schema=False)
    assert table.height > 500
    for number in table.iter_rows(named=True):
        lines = list(evidence.explain(number["key"]))
        assert lines[0] == f"{number['key']}: {number['text']} ({number['unit']})"
        assert f"source: {number['source']}" in lines
        units = [line.split(":")[0] for line in lines if line.split(":")[0] in evidence.texts]
        named = [unit for unit in (number["sentences"] or "").split("|") if unit]
        assert set(named) <= set(units)
        assert len(units) == len(set(units))
        if named and evidence.behind[number["key"]].codes:
            assert sum(".tsv:" in line for line in lines) >= len(named)
    key = table["key"][0]
    assert cli.main(["explain", key, "--project", str(mini)]) == 0
    assert capsys.readouterr().out.startswith(f"{key}: ")


def test_the_english_of_a_sentence(evidence, monkeypatch):
    """Below the sentence, where a translation is known."""
    text = evidence.texts["<ar>_00"]
    plain = list(evidence.explain("violation.arabic.sentences"))
    monkeypatch.setitem(evidence.english, letters(text), "In English.")
    lines = list(evidence.explain("violation.arabic.sentences"))
    at = lines.index(f"<ar>_00: {text}")
    assert lines[at + 1] == "    In English."
    assert [*lines[: at + 1], *lines[at + 2 :]] == plain
