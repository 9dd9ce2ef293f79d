# What all rules share: names of files, and the modules that a script depends on.

import re
from pathlib import Path

PACKAGE = Path("analysis/framing")
FORMATS = ["pdf", "svg", "png", "md", "csv"]


def figure(name):
    """A figure, its caption and the table that it was drawn from."""
    return [f"figures/{name}.{ending}" for ending in FORMATS]


def table(name):
    """A table of the paper, for reading on and for LaTeX."""
    return [f"tables/{name}.csv", f"tables/{name}.tex"]


def script(name):
    """The script of a rule, relative to the rule's file."""
    return f"../scripts/{name}.py"


def modules(name):
    """Files of the package that a script imports, directly or not: Snakemake watches the script only."""
    found, queue = set(), [Path(f"workflow/scripts/{name}.py")]
    while queue:
        text = queue.pop().read_text(encoding="utf-8")
        lines = re.findall(r"^from framing import (.+)$|^from framing\.([\w.]+) import", text, re.M)
        names = {n.strip() for many, one in lines for n in (one or many).split(",")}
        new = {PACKAGE.joinpath(*n.split(".")).with_suffix(".py") for n in names} - found
        found |= new
        queue += new
    return sorted(map(str, found))


def sheets(*patterns):
    """Sheets of the codebook that match the patterns."""
    place = Path(config["codebook"])
    return sorted(str(path) for pattern in patterns for path in place.glob(pattern) if path.is_file())
