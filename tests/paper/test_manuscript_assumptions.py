"""The assumptions that the code marks, as the manuscript lists them."""

import pytest
from framing.errors import InputError
from framing.paper.manuscript import assumptions, source

import workflow


@pytest.mark.parametrize(
    ("code", "texts"),
    [
        ("# ASSUME words are\n# short.\nX = 1\n", ["Words are short."]),
        ("X = 2  # ASSUME two words\n# other\n", ["Two words."]),
        ("# ASSUME at most this many words\nX = 6\n", ["At most 6 words."]),
        ("# ASSUME one\n# ASSUME two\n#\n# more\n", ["One.", "Two."]),
        ('"""Text.\n\n# ASSUME in a docstring\n# too.\n"""\n', ["In a docstring too."]),
        ('A = "# ASSUME no comment"\n', []),
    ],
)
def test_assumptions(tmp_path, code, texts):
    """Over several lines, beside code, with the constant below, in a docstring."""
    (tmp_path / "part").mkdir()
    (tmp_path / "part" / "module.py").write_text(code, encoding="utf-8")
    found = assumptions.collect(tmp_path)
    assert [one.text for one in found] == texts
    assert {(one.subpackage, one.module) for one in found} <= {("part", "module")}


def test_all_assumptions_of_the_code():
    """As many as lines with the mark; the manuscript lists every part that has one."""
    package = workflow.ROOT / "analysis" / "framing"
    marks = [
        line
        for path in package.rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if "# ASSUME " in line
    ]
    found = assumptions.collect(package)
    assert len(found) == len([line for line in marks if "re.compile" not in line])
    blocks = source.read(workflow.ROOT / "paper" / "manuscript.typ")
    listed = [part for call in source.calls(blocks, "assumptions") for part in call.arguments]
    assert sorted(listed) == sorted({one.subpackage for one in found})


def test_empty_assumption(tmp_path):
    """A mark without words."""
    (tmp_path / "m.py").write_text("# ASSUME\nX = 1\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"m.py:1: an ASSUME says nothing"):
        assumptions.collect(tmp_path)
