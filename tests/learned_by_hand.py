"""Coded texts made by hand, to test the learned reader on features of one letter."""

from dataclasses import replace

import numpy as np
from framing.reader.examples import Examples
from framing.reader.features import Feature

A, B, C = (Feature("concept", letter) for letter in "abc")
RULE = Feature("frame", "f")


def examples(rows, *, frames=("f",)) -> Examples:
    """A text per row: group, features, the frames that coders give it, the frames of the rules."""
    groups, found, truth, rules = zip(*rows, strict=True)
    flags = (np.array([[f in mine for f in frames] for mine in part]) for part in (truth, rules))
    units = tuple(str(number) for number in range(len(rows)))
    given, by_rules = flags
    return Examples(
        frames=tuple(frames),
        languages=("he",) * len(rows),
        units=units,
        groups=groups,
        found=tuple(map(set, found)),
        truth=given,
        rules=by_rules,
        sample_weights=np.ones(len(rows)),
    )


def toy() -> Examples:
    """80 texts in 5 groups: `a` goes with the frame, `b` against it, `c` with nothing.

    A quarter has a without b and carries f; a quarter has a and b, one with b alone, one nothing.
    """
    rows = []
    for group in "12345":
        for extra in ((), (C,)) * 2:
            rows += [
                (group, {A, *extra}, {"f"}, set()),
                (group, {A, B, *extra}, set(), {"f"}),
                (group, {B, *extra}, set(), set()),
                (group, {*extra}, set(), set()),
            ]
    return examples(rows)


def spelled_toy() -> Examples:
    """The toy without features: half of the texts have the word `abc` and the frame, half `xyz`."""
    table = toy()
    truth = np.array([[number % 2 == 0] for number in range(len(table.groups))])
    words = tuple(["abc" if coded else "xyz", "other"] for coded in truth[:, 0])
    found = (set(),) * len(words)
    return replace(table, truth=truth, words=words, found=found)
