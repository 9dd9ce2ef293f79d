"""The gallery shows every figure once, with its words and files."""

import pytest
from framing.errors import InputError
from framing.paper import gallery


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
