"""Two series of sentences, the methods that are tried on them, and their contrast."""

from framing.statistics import intervals

A = [1, 0, 0, 1, 1, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0]
B = [1, 0, 1, 0, 0, 1, 1, 1, 1, 1, 1, 0]
INTERVALS = ("hac", "batch_means", "effective_n")
SENTENCES = (*INTERVALS, "block_permutation")


def apply(method, a, b, weights=None):
    """Contrast two series, an article each."""
    given = None if weights is None else ([weights[0]], [weights[1]])
    return intervals.contrast([a], [b], weights=given, method=method)
