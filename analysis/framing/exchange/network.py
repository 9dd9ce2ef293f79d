"""Who says what, and about whom: a discourse network (Leifeld 2017) as an edge list and GraphML."""

from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import polars as pl

from framing.columns import UNIT

SPACE = "http://graphml.graphdrawing.org/xmlns"
NARRATOR, UNNAMED, NOBODY = "narrator", "unnamed", "none"
COLUMNS = [
    "actor",
    "claim",
    "article",
    "voice",
    "responsible",
    "source",
    "date",
    "sentence",
    "words",
]
EDGE = {"relation": "string", "voice": "string", "article": "string", "sentences": "int"}
NODE = {"kind": "string", "label": "string"}


def edges(
    statements: pl.DataFrame,
    mentions: pl.DataFrame,
    articles: pl.DataFrame,
    labels: dict[str, dict[str, str]],
) -> pl.DataFrame:
    """A row for each statement, with COLUMNS in words; sentences are counted from 1.

    `statements`: article, sentence, frame, source, speaker, responsible. What an article says
    itself has the article as actor. `responsible` is empty where nobody is named, `words` are the
    cues of the frame in the sentence, joined by `|`.
    """
    cues = (
        mentions.filter(kind="frame")
        .group_by(*UNIT, pl.col("code").alias("frame"), maintain_order=True)
        .agg(pl.col("text").unique(maintain_order=True).str.join("|").alias("words"))
    )
    dates = articles.select("article", "date")
    own = pl.col("speaker") == NARRATOR
    actors = labels["actor"] | {UNNAMED: "a speaker not named", NOBODY: ""}
    named = pl.col("speaker").replace(actors)
    return (
        statements.join(cues, on=[*UNIT, "frame"], how="left", maintain_order="left")
        .join(dates, on="article", how="left", maintain_order="left")
        .select(
            pl.when(own).then(pl.col("source").replace(labels["source"])).otherwise(named)
            .alias("actor"),
            pl.col("frame").replace(labels["frame"]).alias("claim"),
            "article",
            pl.when(own).then(pl.lit(NARRATOR)).otherwise(pl.lit("attributed")).alias("voice"),
            pl.col("responsible").replace(actors),
            "source",
            "date",
            pl.col("sentence") + 1,
            pl.col("words").fill_null(""),
        )
        .select(COLUMNS)
        .sort("article", "sentence", "claim", "actor", "responsible")
    )  # fmt: skip


def write_graph(table: pl.DataFrame, path: Path | str) -> None:
    """Write the statements as GraphML: actors state claims, claims blame actors.

    An edge for each pair, voice and article; `sentences` is how many of its sentences say so.
    """
    ET.register_namespace("", SPACE)
    root = ET.Element(_tag("graphml"))
    for part, kinds in (("node", NODE), ("edge", EDGE)):
        for name, kind in kinds.items():
            about = {"id": name, "for": part, "attr.name": name, "attr.type": kind}
            ET.SubElement(root, _tag("key"), about)
    graph = ET.SubElement(root, _tag("graph"), edgedefault="directed")
    arcs = _arcs(table)
    nodes = {(kind, name): f"{kind}:{name}" for arc in arcs for kind, name in arc["ends"]}
    for (kind, name), key in sorted(nodes.items()):
        node = ET.SubElement(graph, _tag("node"), id=key)
        _add_data(node, {"kind": kind, "label": name})
    for arc in arcs:
        start, end = (nodes[end] for end in arc["ends"])
        edge = ET.SubElement(graph, _tag("edge"), source=start, target=end)
        _add_data(edge, {name: arc[name] for name in EDGE})
    ET.indent(root)
    Path(path).write_bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n")


def _arcs(table: pl.DataFrame) -> list[dict[str, Any]]:
    """Edges with their ends (kind and name of two nodes), counted in sentences."""
    found = []
    relations = {"states": ("actor", "claim"), "blames": ("claim", "responsible")}
    for relation, pair in relations.items():
        key = [*pair, "voice", "article"]
        named = table.filter(pl.col(pair[1]) != "")
        counts = named.unique([*key, "sentence"], maintain_order=True).group_by(
            key, maintain_order=True
        )
        for row in counts.len("sentences").sort(key).iter_rows(named=True):
            kinds = [("actor" if name == "responsible" else name, row[name]) for name in pair]
            found.append(row | {"relation": relation, "ends": kinds})
    return found


def _add_data(parent: ET.Element, values: dict[str, Any]) -> None:
    for name, value in values.items():
        ET.SubElement(parent, _tag("data"), key=name).text = str(value)


def _tag(name: str) -> str:
    return f"{{{SPACE}}}{name}"
