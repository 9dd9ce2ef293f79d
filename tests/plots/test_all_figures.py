"""Every committed figure can be read, by everybody, at the width at which it is printed."""

import re
from itertools import combinations
from pathlib import Path

import numpy as np
import pictures
import pytest
import yaml
from framing.plots import style

import workflow

FIGURES = sorted(path.with_suffix("") for path in (workflow.ROOT / "figures").glob("*.pdf"))
CONFIG = yaml.safe_load((workflow.ROOT / "config/config.yaml").read_text(encoding="utf-8"))
PAGE = 72 * CONFIG["figures"]["width"]  # points


def file(figure: Path, ending: str) -> Path:
    """One of the files of a figure."""
    return figure.with_name(f"{figure.name}.{ending}")


@pytest.fixture(params=FIGURES, ids=[path.name for path in FIGURES])
def figure(request):
    """Every figure in turn."""
    return request.param


def test_smallest_text(figure):
    """No text below seven points when the figure fills the page."""
    svg = file(figure, "svg")
    scale = min(1, PAGE / pictures.width(svg))
    sizes = {word.text: round(word.size * scale, 2) for word in pictures.words(svg)}
    assert sizes
    assert {text: size for text, size in sizes.items() if size < style.SMALLEST} == {}


def test_text_contrast(figure):
    """Every text stands out from what is under it, as WCAG asks (4.5 : 1)."""
    svg, png = file(figure, "svg"), file(figure, "png")
    assert pictures.faint(svg, png, least=style.TEXT_CONTRAST) == []


def test_sources_can_be_told_apart():
    """In grey by lightness, and without green receptors by colour."""
    colours = [entry["colour"] for entry in CONFIG["sources"].values()]
    for one, other in combinations(colours, 2):
        assert abs(pictures.lab(one)[0] - pictures.lab(other)[0]) >= 15
        distance = pictures.lab(one, deuteranope=True) - pictures.lab(other, deuteranope=True)
        assert np.linalg.norm(distance) >= 25


def test_pdf_fonts(figure):
    """All fonts are embedded as TrueType, none as Type 3; title and subject are there."""
    pdf = file(figure, "pdf").read_bytes()
    described, embedded, type3 = pictures.fonts(pdf)
    assert described == embedded > 0
    assert type3 == 0
    assert b"/Title (" in pdf
    assert b"/Subject (" in pdf


def test_svg_describes_itself(figure):
    """One picture with a title and a description, and text that can be searched."""
    svg = file(figure, "svg").read_text(encoding="utf-8")
    assert 'role="img"' in svg
    assert re.search(r'<title id="title">[^<]{20,}</title>', svg)
    assert re.search(r'<desc id="desc">[^<]{60,}</desc>', svg)
    assert pictures.words(file(figure, "svg"))
    assert 'xlink:href="#DejaVu' not in svg  # letters drawn as shapes


def test_png_resolution(figure):
    """300 dots an inch."""
    dots = pictures.imread(file(figure, "png")).shape[1]
    assert dots / (pictures.width(file(figure, "svg")) / 72) == pytest.approx(300, abs=1)


def test_caption(figure):
    """The finding first, in bold; no longer than 120 words, if the corpus is the study's."""
    caption = file(figure, "md").read_text(encoding="utf-8")
    assert re.match(r"\*\*\S.*?\S\*\* ", caption, re.S)
    assert len(caption.split()) <= 120 or not workflow.is_the_study()


def test_alternative_text(figure):
    """What the picture shows, with numbers; not the caption again."""
    alternative = file(figure, "alt.txt").read_text(encoding="utf-8")
    caption = file(figure, "md").read_text(encoding="utf-8").replace("**", "")
    assert len(alternative.split()) >= 10
    assert re.search(r"\d|: none", alternative)
    assert alternative.split() != caption.split()
