"""All tables compile with XeLaTeX, fit the page, and read in the right order."""

import re
import shutil
import subprocess

import pytest

import workflow

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("xelatex"), reason="XeLaTeX is not installed"),
]


@pytest.fixture(scope="module")
def compiled(request, tmp_path_factory):
    """The tables of the paper, or of the mini corpus, as a PDF with its log."""
    folder = tmp_path_factory.mktemp("tables")
    root = workflow.ROOT if request.param == "paper" else request.getfixturevalue("mini")
    for path in (root / "tables").glob("*.tex"):
        shutil.copy(path, folder)
    for _ in range(2):
        subprocess.run(
            ["xelatex", "-interaction=nonstopmode", "all.tex"],
            cwd=folder,
            stdout=subprocess.DEVNULL,
            check=True,
        )
    return folder / "all.pdf", (folder / "all.log").read_text(encoding="utf-8", errors="replace")


@pytest.mark.parametrize("compiled", ["paper", "mini"], indirect=True)
def test_nothing_overflows(compiled):
    """No line is wider than its column by more than a point, no table higher than its page."""
    wide = [float(points) for points in re.findall(r"Overfull \\hbox \(([\d.]+)pt", compiled[1])]
    assert [points for points in wide if points > 1] == []
    assert "Float too large" not in compiled[1]


@pytest.mark.parametrize("compiled", ["paper", "mini"], indirect=True)
def test_every_character_is_in_its_font(compiled):
    """Both scripts, signs of mathematics, marks."""
    assert re.findall(r"Missing character: There is no (.)", compiled[1]) == []


@pytest.mark.parametrize("compiled", ["paper"], indirect=True)
def test_number_of_pages(compiled):
    """A page a table, a few more for the long ones."""
    document = (compiled[0].parent / "all.tex").read_text(encoding="utf-8")
    tables = document.count(r"\input{") - 1  # without the preamble
    pages = int(re.search(r"\((\d+) pages", compiled[1]).group(1))
    assert tables <= pages <= 2 * tables


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed")
@pytest.mark.parametrize("compiled", ["paper"], indirect=True)
def test_right_to_left_order(compiled):
    """What is read first is at the right: the word before the mark ¶, the mark, the words after."""
    command = ["pdftotext", "-bbox", str(compiled[0]), "-"]
    text = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
    words = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]+)</word>', text)
    lines = {}
    for left, top, word in words:
        lines.setdefault(top, []).append((float(left), word))
    orders = [" ".join(word for _, word in sorted(line)) for line in lines.values()]
    shown = "על ¶ ה ממשלה נימין"[::-1]  # pdftotext gives the letters as they lie on the page
    assert [order for order in orders if shown in order]
