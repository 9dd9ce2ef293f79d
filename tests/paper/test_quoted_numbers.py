"""Every number in the findings and the captions is one of the file of numbers."""

import re

import polars as pl
import pytest

import workflow

NUMBER = re.compile(r"[+−]?\d+(?:,\d{3})*(?:\.\d+)?")
YEAR_OR_COMMIT = re.compile(r"\b(?:(?:19|20)\d\d|(?=\d*[a-f])[0-9a-f]{7})\b")
# Their results are made on demand, so the study has no numbers of them.
ON_DEMAND = {"calibration", "sample_size", "README"}
FIGURES = sorted((workflow.ROOT / "figures").glob("*.md"))
TEXTS = [path for path in FIGURES if path.stem not in ON_DEMAND]
TEXTS += [workflow.ROOT / "tables" / name for name in ("findings.md", "trust.md")]


@pytest.fixture(scope="module")
def printed():
    """The printed numbers, each also without its sign."""
    path = workflow.ROOT / "tables" / "numbers.csv"
    found = NUMBER.findall(" ".join(pl.read_csv(path, infer_schema=False)["text"]))
    return {*found, *(text.lstrip("+−") for text in found)}


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_numbers_are_bound(path, printed):
    """Each is printed as the file of numbers prints one."""
    quoted = NUMBER.findall(YEAR_OR_COMMIT.sub("", path.read_text(encoding="utf-8")))
    assert not [text for text in quoted if text not in printed]
