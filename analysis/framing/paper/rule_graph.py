"""The graph of the rules, small enough to be read: only direct steps, in Mermaid."""

import re

NODE = re.compile(r"^\s*(id\d+)\[(\w+)\]$", re.M)
EDGE = re.compile(r"^\s*(id\d+) --> (id\d+)$", re.M)


def render(printed: str, *, last: str = "all") -> str:
    """The graph that `snakemake --rulegraph mermaid-js` prints, without edges that others imply.

    The rule `last`, to which everything leads, is left out.
    """
    names = dict(NODE.findall(printed))
    edges = {(names[a], names[b]) for a, b in EDGE.findall(printed) if names[b] != last}
    kept = sorted(edge for edge in edges if not implied(edge, edges))
    starts = dict.fromkeys(a for a, _ in kept)
    lines = [f"    {a} --> {' & '.join(b for one, b in kept if one == a)}" for a in starts]
    return "\n".join(["flowchart LR", *lines]) + "\n"


def implied(edge: tuple[str, str], edges: set[tuple[str, str]]) -> bool:
    """Whether another way leads from the first to the second rule of the edge."""
    start, end = edge
    reached, queue = set(), [b for a, b in edges if a == start and b != end]
    while queue:
        rule = queue.pop()
        if rule == end:
            return True
        if rule not in reached:
            reached.add(rule)
            queue += [b for a, b in edges if a == rule]
    return False
