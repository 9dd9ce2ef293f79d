"""Which sources of a corpus are compared: two of them, or one with all the others together."""

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

from framing.errors import InputError

Sources = dict[str, dict[str, Any]]
REST = "rest"
OTHERS = {
    "label": "the other sources",
    "short": "others",
    "adjective": "other",  # as in "8 other articles"
    "colour": "#7F7F7F",
}


def choose(sources: Sources, compared: list[str] | None) -> Sources:
    """The two sources of a comparison, in its order, each with the sources in it (`for`).

    `compared` names two of the sources, or one and `rest`: all the others together. Two sources
    need no choice. Raises InputError for one source only, an unknown one, or more than two without
    a choice.
    """
    place = "config/config.yaml: sources"
    if len(sources) < 2:
        problem = "one source only, so there is nothing to compare"
        remedy = "`framing run` describes one source; add a second one to compare"
        raise InputError(place, problem, remedy)
    if compared is None:
        if len(sources) > 2:
            problem = f"{len(sources)} sources, and a run compares two"
            raise InputError(place, problem, "run `framing run`, or name two as `compared: [a, b]`")
        compared = list(sources)
    for name in compared:
        if name not in sources and name != REST:
            raise InputError("compared", f"{name!r} is no source", f"use {', '.join(sources)}")
    if len(set(compared)) != 2 or compared[0] == REST:
        raise InputError("compared", "names no two sources", "write [a, b] or [a, rest]")
    return {name: _stand_for(name, sources, compared) for name in compared}


def _stand_for(name: str, sources: Sources, compared: list[str]) -> dict[str, Any]:
    if name in sources:
        return sources[name] | {"for": [name]}
    return OTHERS | {"for": [other for other in sources if other not in compared]}


def every(sources: Mapping[str, Any]) -> Iterator[list[str]]:
    """All comparisons: every pair, and with three sources or more each against the rest."""
    yield from map(list, combinations(sources, 2))
    if len(sources) > 2:
        yield from ([name, REST] for name in sources)


def relabel(rows: list[dict[str, str]], sources: Sources) -> list[dict[str, str]]:
    """The articles of the compared sources, each under the name that it is compared under."""
    names = {own: name for name, entry in sources.items() for own in entry.get("for", [name])}
    return [row | {"source": names[row["source"]]} for row in rows if row["source"] in names]
