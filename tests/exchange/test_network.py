"""Who says what about whom, as an edge list and as a graph."""

from xml.etree import ElementTree as ET

import polars as pl
import pytest
from framing.exchange import network

import workflow

LABELS = {
    "frame": {"threat": "a threat", "violation": "a violation"},
    "actor": {"un": "the UN", "regime": "the government"},
    "source": {"first": "the first text"},
}
STATEMENTS = pl.DataFrame(
    [
        ("a", 0, "threat", "first", "un", "none"),
        ("a", 1, "threat", "first", "un", "none"),
        ("a", 1, "violation", "first", "narrator", "regime"),
        ("a", 1, "violation", "first", "narrator", "un"),
        ("a", 2, "threat", "first", "unnamed", "none"),
    ],
    schema=["article", "sentence", "frame", "source", "speaker", "responsible"],
    orient="row",
)
MENTIONS = pl.DataFrame(
    [
        ("a", 1, "frame", "threat", "warned"),
        ("a", 1, "frame", "threat", "or else"),
        ("a", 1, "event", "threat", "not this"),
    ],
    schema=["article", "sentence", "kind", "code", "text"],
    orient="row",
)


def edges():
    """The edge list."""
    articles = pl.DataFrame({"article": ["a"], "date": ["2016-12-31"]})
    return network.edges(STATEMENTS, MENTIONS, articles, LABELS)


def test_edges():
    """A row for each statement, in words; the text itself is an actor."""
    columns = ["actor", "claim", "voice", "responsible", "sentence", "words"]
    assert edges().select(columns).rows() == [
        ("the UN", "a threat", "attributed", "", 1, ""),
        ("the UN", "a threat", "attributed", "", 2, "warned|or else"),
        ("the first text", "a violation", "narrator", "the UN", 2, ""),
        ("the first text", "a violation", "narrator", "the government", 2, ""),
        ("a speaker not named", "a threat", "attributed", "", 3, ""),
    ]


def test_graph(tmp_path):
    """Actors state claims, claims blame actors; a sentence counts once for each edge."""
    network.write_graph(edges(), tmp_path / "g.graphml")
    root = ET.parse(tmp_path / "g.graphml").getroot()
    space = {"g": network.SPACE}
    nodes = {node.get("id") for node in root.iterfind(".//g:node", space)}
    assert nodes == {
        *("actor:the UN", "actor:the first text", "actor:a speaker not named"),
        *("actor:the government", "claim:a threat", "claim:a violation"),
    }
    found = {}
    for edge in root.iterfind(".//g:edge", space):
        data = {d.get("key"): d.text for d in edge}
        assert {edge.get("source"), edge.get("target")} <= nodes
        found[edge.get("source"), edge.get("target")] = (data["relation"], data["sentences"])
    assert found == {
        ("actor:the UN", "claim:a threat"): ("states", "2"),
        ("actor:the first text", "claim:a violation"): ("states", "1"),
        ("actor:a speaker not named", "claim:a threat"): ("states", "1"),
        ("claim:a violation", "actor:the UN"): ("blames", "1"),
        ("claim:a violation", "actor:the government"): ("blames", "1"),
    }


@pytest.mark.study
def test_committed_files_agree():
    """The graph of the study has the statements of its edge list."""
    folder = workflow.ROOT / "exchange"
    table = pl.read_csv(folder / "statements.csv", infer_schema=False)
    root = ET.parse(folder / "statements.graphml").getroot()
    counts = [
        int(data["sentences"])
        for edge in root.iterfind(".//g:edge", {"g": network.SPACE})
        if (data := {d.get("key"): d.text for d in edge})["relation"] == "states"
    ]
    key = ["actor", "claim", "article", "voice", "sentence"]
    assert sum(counts) == table.select(key).unique().height > 40
