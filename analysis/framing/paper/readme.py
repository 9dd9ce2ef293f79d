"""The parts of the README that the workflow writes, put between their marks.

`make readme` rebuilds, then calls this module: it reads the graph of the rules from standard input.
A part begins with a comment `<!-- name: where it comes from -->` and ends with `<!-- /name -->`.
"""

import re
import sys
from pathlib import Path

from framing import sheets
from framing.errors import InputError
from framing.paper import rule_graph

PARTS = {
    "answer": "tables/answer.md",
    "overview": "figures/overview.md",
    "findings": "tables/findings.md",
    "trust": "tables/trust.md",
}
GRAPH = "rules"


def read(project: Path | str, printed: str) -> dict[str, str]:
    """The current text of every part: files of the project, and the graph as printed."""
    files = {name: sheets.read_text(Path(project) / path) for name, path in PARTS.items()}
    return files | {GRAPH: f"```mermaid\n{rule_graph.render(printed)}```\n"}


def bind(readme: str, parts: dict[str, str]) -> str:
    """The README with these texts between the marks; InputError where a mark is missing."""
    for name, text in parts.items():
        marks = re.compile(rf"(<!-- {name}: .*?-->\n).*?(<!-- /{name} -->)", re.S)
        if not marks.search(readme):
            raise InputError("README.md", f"has no part {name}", "put its two marks back")
        readme = marks.sub(lambda found, text=text: found[1] + text + found[2], readme)
    return readme


if __name__ == "__main__":
    path = Path("README.md")
    path.write_text(bind(sheets.read_text(path), read(".", sys.stdin.read())), encoding="utf-8")
