"""What gives the numbers of a study made by hand their names."""

from framing.paper.numbers.entry import Study

KNOWN = Study(
    {"sources": {"hebrew": {}, "arabic": {}}, "compare": {"level": 0.9}, "seed": 7},
    {"frame": {"threat": "threat"}, "event": {"vote": "the vote"}, "actor": {}, "concept": {}},
)


def by_key(numbers):
    """The numbers by key."""
    return {number.key: number for number in numbers}
