"""Helpers of the rules: names of files, and the modules on which a script depends."""

import hashlib
from pathlib import Path

import pytest
import yaml

import workflow

SOURCE = (workflow.ROOT / "workflow" / "rules" / "common.smk").read_text(encoding="utf-8")


@pytest.fixture
def common(tmp_path, monkeypatch):
    """The helpers, run in a project of a few small files."""
    monkeypatch.chdir(tmp_path)
    files = {
        "workflow/scripts/step.py": "import polars\nfrom framing import steps\n"
        "from framing.texts import (\n    text,\n    other,\n)\n",
        "analysis/framing/steps.py": "",
        "analysis/framing/texts/text.py": "def f():\n    from framing.errors import InputError\n",
        "analysis/framing/texts/other.py": "from framing.texts.text import Span\n",
        "analysis/framing/texts/unused.py": "",
        "analysis/framing/errors.py": "",
        "codebook/cues/b.tsv": "",
        "codebook/cues/a.tsv": "",
        "codebook/cues.md": "",
        "coding/x.tsv": "abc",
    }
    for name, content in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    config = yaml.safe_load((workflow.ROOT / "config/config.yaml").read_text(encoding="utf-8"))
    space = {"config": config | {"codebook": "codebook", "codings": "coding"}}
    space |= {"PAPER": ["topics"], "SUPPLEMENT": [], "TABLES": ["corpus"]}
    space |= {"report": lambda path, **about: (path, about), "update": list}
    exec(SOURCE, space)
    return space


def test_files_of_a_figure_and_a_table(common):
    """A figure in three formats with table and words, a table for reading and for LaTeX."""
    figure = common["figure"]("topics")
    assert {Path(name).suffix for name in figure} >= {".pdf", ".svg", ".png", ".csv", ".md"}
    assert all(name.startswith("figures/topics.") for name in figure)
    assert {"tables/corpus.csv", "tables/corpus.tex"} <= set(common["table"]("corpus"))


def test_outputs_that_are_part_of_the_report(common):
    """The picture and the full table, with caption, category and name; the files are the same."""
    reported = {"topics": "In the paper", "one_more": "In the supplement"}
    for name, part in reported.items():
        files = common["drawn"](name)
        ((path, about),) = [file for file in files if isinstance(file, tuple)]
        assert path == f"figures/{name}.svg"
        assert about["caption"] == f"../../figures/{name}.md"
        assert (about["category"], about["subcategory"]) == ("Figures", part)
        assert about["labels"] == {"figure": name.replace("_", " ")}
        plain = [file[0] if isinstance(file, tuple) else file for file in files]
        assert plain == common["figure"](name)
    (path, about), *others = common["tabulated"]("corpus")
    assert [path, *others] == common["table"]("corpus")
    assert about["caption"] == "../../tables/captions/corpus.md"
    assert about["category"] == "Tables"


def test_modules_of_a_script(common):
    """All files of the package that it imports, also through others, also inside functions."""
    assert common["modules"]("step") == [
        "analysis/framing/errors.py",
        "analysis/framing/steps.py",
        "analysis/framing/texts/other.py",
        "analysis/framing/texts/text.py",
    ]


def test_sheets_and_folders(common):
    """Sheets of the codebook by pattern, folders left out; the folder itself as a parameter."""
    assert common["sheets"]("cues/*", "*") == [
        "codebook/cues.md",
        "codebook/cues/a.tsv",
        "codebook/cues/b.tsv",
    ]
    assert common["folder"]("codebook")(None) == "codebook"


def test_digest(common):
    """The hash of a file's bytes; empty for a missing file."""
    assert common["digest"]("coding/x.tsv") == hashlib.sha256(b"abc").hexdigest()
    assert common["digest"]("coding/none.tsv") == ""
