"""The gallery shows every figure once, with its words and files."""

import runpy
from types import SimpleNamespace

import pytest
from framing.errors import InputError
from framing.paper import gallery

import workflow


def test_page(tmp_path):
    """Numbered through, captions whole, brackets out of the alternative text."""
    for name in ("one", "two_a", "three"):
        (tmp_path / f"{name}.md").write_text(f"**Finding of {name}.** So.\n", encoding="utf-8")
        (tmp_path / f"{name}.alt.txt").write_text(f"Bars [{name}]\n", encoding="utf-8")
    sections = {"Paper": ["two_a", "one"], "More": ["three"]}
    evidence = {"one": {"threat, Hebrew": "hebrew/threat", "threat, Arabic": "arabic/threat"}}
    on_demand = {"late": "snakemake late"}
    page = gallery.gallery(sections, tmp_path, on_demand=on_demand, evidence=evidence)
    headings = [line for line in page.splitlines() if line.startswith("#")]
    assert headings == [
        *("# Figures", "## Paper", "### Figure 1: two a", "### Figure 2: one"),
        *("## More", "### Figure 3: three", "## Made by `snakemake late`"),
    ]
    assert "![Bars (one)](one.png)\n\n**Finding of one.** So.\n\n[PDF](one.pdf) · " in page
    one, other = (f"[{label}](evidence.html#{key})" for label, key in evidence["one"].items())
    assert f"Evidence: {one} · {other}\n\n## More" in page
    assert "![late](late.png)\n\n[PDF](late.pdf) · " in page


def test_missing_caption(tmp_path):
    """One clear error."""
    with pytest.raises(InputError, match="no such file"):
        gallery.gallery({"Paper": ["one"]}, tmp_path)


def test_a_study_of_ones_own_links_to_nothing_that_it_lacks(tmp_path):
    """Without a paper there is no page of the evidence, and nothing is made on demand."""
    script = workflow.ROOT / "workflow" / "scripts" / "write_gallery.py"
    step = runpy.run_path(str(script))["step"]
    (tmp_path / "one.md").write_text("**Finding.**", encoding="utf-8")
    (tmp_path / "one.alt.txt").write_text("Bars", encoding="utf-8")
    given = {
        "codebook": workflow.ROOT / "data" / "codebook",
        "sources": {"a": {"label": "a", "short": "a"}},
        "sections": {"Paper": ["one"]},
        "left_out": {},
        "on_demand": {"late": "snakemake late"},
    }
    pages = []
    for paper in (False, True):
        step(None, [tmp_path / "README.md"], SimpleNamespace(paper=paper, **given))
        pages.append((tmp_path / "README.md").read_text(encoding="utf-8"))
    assert "late.png" not in pages[0]
    assert "evidence.html" not in pages[0]
    assert "late.png" in pages[1]
    assert "evidence.html" in pages[1]


def test_figures_of_another_corpus_are_removed(tmp_path):
    """Once: 200 articles, and a figure of "the Hebrew article" beside their results."""
    for file in ("pairs.svg", "pairs.alt.txt", "pairs.md", "pairs_2.md", "events.md"):
        (tmp_path / file).touch()
    gallery.remove({"pairs": "too many sentences", "missing": ""}, tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"pairs_2.md", "events.md"}
