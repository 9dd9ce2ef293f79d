"""The graph of the rules without edges that others imply."""

from framing.paper import rule_graph

PRINTED = """---
title: DAG
---
flowchart TB
\tid0[all]
\tid1[read]
\tid2[count]
\tid3[draw]
\tstyle id1 fill:#C4D957
\tid3 --> id0
\tid1 --> id2
\tid1 --> id3
\tid2 --> id3
"""


def test_direct_steps_only():
    """Reading leads to drawing by way of counting: that edge is left out, and so is `all`."""
    assert rule_graph.render(PRINTED) == "flowchart LR\n    count --> draw\n    read --> count\n"


def test_several_steps_from_one_rule():
    """They share a line."""
    assert rule_graph.render(PRINTED.replace("id2 --> id3", "id2 --> id0")).splitlines()[1:] == [
        "    read --> count & draw"
    ]
