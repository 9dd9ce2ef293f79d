"""Where clauses begin in the raw text of an article."""

import numpy as np
import pytest
from framing.robustness import originals


@pytest.mark.parametrize(
    ("text", "least", "starts"),
    [
        ("a b c, d e f, g", 3, [0, 7]),  # the rest of one word belongs to the clause before it
        ("a b c, d", 3, [0]),
        ("a, b, c d e", 3, [0]),  # no pause after three words or more
        ("a b, c d", 2, [0, 5]),
        ("a", 2, [0]),
    ],
)
def test_clauses(text, least, starts):
    """Where clauses begin in a sentence of single letters."""
    spans = tuple((at, at + 1) for at, char in enumerate(text) if char.isalpha())
    content = np.ones(len(spans), dtype=bool)
    one = originals.Original("x", "first", "en", "raw", text, spans, content)
    assert one.clauses([list(range(len(spans)))], least) == starts
