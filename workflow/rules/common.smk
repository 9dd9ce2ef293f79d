# What all rules share: names of files, and the modules that a script depends on.

import hashlib
import re
from functools import cache
from pathlib import Path

PACKAGE = Path("analysis/framing")
IMPORT = re.compile(r"^ *from (framing[\w.]*) import (\([^)]*\)|.+)$", re.M)
FORMATS = ["pdf", "svg", "png", "md", "alt.txt", "csv"]
# The study's own options, where the sheet of choices refers to a setting.
SETTINGS = {
    "text": config["text"],
    "measure": config["measure"],
    "lexicon": {"smoothing": config["lexicon"]["smoothing"]},
}
# The rule of the verdicts.
RULE = {
    "smallest_difference": config["compare"]["smallest_difference"],
    **config["findings"],
}


# Figures, tables and manuscript are outputs to `update`: Snakemake leaves the old ones in place until
# a rule replaces them, so that a run that breaks off leaves the last good build.


def figure(name):
    """A figure with its caption, its alternative text and the table that it is drawn from."""
    return [f"figures/{name}.{ending}" for ending in FORMATS]


def table(name):
    """A table of the paper: the full table, its caption, its printed form."""
    return [f"tables/{name}.csv", f"tables/captions/{name}.md", f"tables/{name}.tex"]


def drawn(name):
    """The files of a figure as outputs; its picture is part of the report, with its caption."""
    about = {
        "caption": f"../../figures/{name}.md",
        "category": "Figures",
        "subcategory": "In the paper" if name in PAPER else "In the supplement",
        "labels": {"figure": name.replace("_", " ")},
    }
    pdf, picture, *others = figure(name)
    return update([pdf, report(picture, **about), *others])


def tabulated(name):
    """The files of a table as outputs; the full table is part of the report, with its caption."""
    about = {
        "caption": f"../../tables/captions/{name}.md",
        "category": "Tables",
        "labels": {"table": name.replace("_", " ")},
    }
    full, *printed = table(name)
    return update([report(full, **about), *printed])


def modules(name):
    """Files of the package that a script imports, directly or not: Snakemake watches the script only."""
    found, queue = set(), [Path(f"workflow/scripts/{name}.py")]
    while queue:
        new = imports(queue.pop()) - found
        found |= new
        queue += new
    return sorted(map(str, found))


@cache
def imports(path):
    """Files of the package that one file imports (read as text: parsing them all takes longer)."""
    found = set()
    for module, names in IMPORT.findall(path.read_text(encoding="utf-8")):
        base = PACKAGE.joinpath(*module.split(".")[1:])
        names = re.findall(r"\w+", names)
        found |= {base.with_suffix(".py"), *(base / f"{name}.py" for name in names)}
    return {path for path in found if path.is_file()}


def folder(name):
    """A folder that the config names, as a parameter; what it holds is an input of the rule already."""
    return lambda wildcards: config[name]


def sheets(*patterns):
    """Sheets of the codebook that match the patterns."""
    place = Path(config["codebook"])
    return sorted(
        str(path)
        for pattern in patterns
        for path in place.glob(pattern)
        if path.is_file()
    )


def captions(*names):
    """Templates of the captions of these figures."""
    return [f"workflow/report/{name}.md" for name in names]


def coders(pattern):
    """Sheets of the coders."""
    return sorted(map(str, Path(config["codings"]).glob(pattern)))


def digest(path):
    """Hash of a file that is no input, since its rule runs on demand only; "" if it is missing."""
    path = Path(path)
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


# What is published; SHA256SUMS has the hash of each file.
OUTPUTS = [
    *[figure(name) for name in PAPER + SUPPLEMENT],
    "figures/README.md",
    "figures/evidence.html",
    "exchange/study.qdpx",
    "exchange/blank.qdpx",
    "exchange/statements.csv",
    "exchange/statements.graphml",
    *[table(name) for name in TABLES],
    "tables/all.tex",
    "tables/tables.docx",
    "tables/tables.html",
    "tables/tables.xlsx",
    "tables/answer.md",
    "tables/findings.md",
    "tables/trust.md",
    "tables/numbers.csv",
    "tables/numbers.tex",
    "paper/manuscript.pdf",
    "paper/manuscript.docx",
]
