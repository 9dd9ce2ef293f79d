"""The documents: links lead somewhere, commands exist, examples of cues do what they say."""

import re
import shutil
from itertools import product
from pathlib import Path
from string import ascii_lowercase

import framing
import pytest
from framing import cli

import workflow

DOCUMENTS = [
    path
    for pattern in ("*.md", "docs/*.md", "data/*.md", "data/*/README.md")
    for path in sorted(workflow.ROOT.glob(pattern))
]
LINK = re.compile(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)")
COMMAND = re.compile(r"`framing ([a-z]+)\b|^framing ([a-z]+)\b", re.M)
CUES = workflow.ROOT / "docs" / "cue-language.md"
SHEET = "concept\tlanguage\trule\tpart\tpattern\tnote\n"


def names(paths):
    """Paths as the project names them."""
    return [str(path.relative_to(workflow.ROOT)) for path in paths]


@pytest.mark.parametrize("document", DOCUMENTS, ids=names(DOCUMENTS))
def test_links_and_commands(document):
    """Every file that is linked is there, and so is every subcommand that is named."""
    text = document.read_text(encoding="utf-8")
    assert [link for link in LINK.findall(text) if not (document.parent / link).exists()] == []
    known = {path.stem for path in Path(cli.__file__).parent.glob("[a-z]*.py")}
    assert {one or other for one, other in COMMAND.findall(text)} <= known


def examples():
    """Rows of the tables of the document that have a column `found in`."""
    header, rows = [], []
    for line in CUES.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip().strip("`") for cell in re.split(r"(?<!\\)\|", line)][1:-1]
        cells = [cell.replace("\\|", "|") for cell in cells]
        if "found in" in cells or not cells:
            header = cells
        elif header and not set(line) <= set("|- "):
            rows.append({"needs": "", "unless": ""} | dict(zip(header, cells, strict=True)))
    return rows


EXAMPLES = examples()
FRAMES = [f"example_{a}{b}" for a, b in product(ascii_lowercase, repeat=2)][: len(EXAMPLES)]


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    """A codebook in which every example is a frame of its own."""
    place = tmp_path_factory.mktemp("codebook") / "codebook"
    shutil.copytree(workflow.ROOT / "data" / "codebook", place)
    for path in (place / "cues").glob("*.tsv"):
        if path.stem != "actors":
            path.unlink()
    rows = "".join(f"{frame}\tx\tno\tx\n" for frame in FRAMES)
    (place / "frames.tsv").write_text(f"id\tlabel\tresponsible\tdefinition\n{rows}")
    (place / "events.tsv").write_text("id\tlabel\tdefinition\n")
    concepts = (place / "concepts.tsv").read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [row for row in concepts if row.startswith(("sheet\t", "actors\t"))]
    added = [f"{frame}\tx\tx\tcore\n" for frame in FRAMES]
    (place / "concepts.tsv").write_text("".join(kept + added), encoding="utf-8")
    for frame, row in zip(FRAMES, EXAMPLES, strict=True):
        lines = [
            f"x\t{row['language']}\t1\t{part}\t{row[part]}\t\n"
            for part in ("cue", "needs", "unless")
            if row[part]
        ]
        (place / "cues" / f"{frame}.tsv").write_text(SHEET + "".join(lines), encoding="utf-8")
    return framing.read_codebook(place)


@pytest.mark.parametrize(
    ("frame", "row"), zip(FRAMES, EXAMPLES, strict=True), ids=[row["cue"] for row in EXAMPLES]
)
def test_examples_of_cues(book, frame, row):
    """The cue is found in the one sentence, and not in the other."""
    texts = (row["found in"], row["not found in"])
    coded = [framing.code(text, language=row["language"], codebook=book) for text in texts]
    assert [table[frame][0] for table in coded] == [1, 0]


def test_there_are_examples_in_both_languages():
    """A dozen at least in each."""
    languages = [row["language"] for row in EXAMPLES]
    assert min(languages.count("he"), languages.count("ar")) >= 12
