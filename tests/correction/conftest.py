"""A sample that was drawn from coded texts."""

import pytest
from coded_by_hand import HEADER, texts, write
from framing import cli


@pytest.fixture
def coded(tmp_path):
    """Coded texts."""
    return write(tmp_path / "coded.tsv", [HEADER, *texts()])


@pytest.fixture
def folder(coded, tmp_path):
    """A drawn sample of twenty texts a language."""
    place = tmp_path / "sheets"
    assert cli.main(["sample", coded, str(place), "--per-language", "20", "--seed", "3"]) == 0
    return place
