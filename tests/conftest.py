"""What several tests share: the codebook, and a small language made by hand."""

import pytest
from framing import codebook
from framing.morphology import Lexicon


@pytest.fixture(scope="session")
def book():
    """The codebook of the study."""
    return codebook.read()


@pytest.fixture
def lexicon():
    """A lexicon with a few clitics and one paradigm."""
    return Lexicon(
        proclitics={"و": 3, "ال": 2, "وال": 2}, enclitics={"ها": 3}, paradigms={"I": ["123", "ي123"]}
    )
