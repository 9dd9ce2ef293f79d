"""How the page of the evidence looks in a real browser: direction, widths, contrast, on paper."""

import chromium
import pytest
from chromium import DESKTOP, PHONE

pytestmark = pytest.mark.study


def test_direction(visit):
    """Both articles run from right to left, their English from left to right."""
    page = visit()
    found = page.evaluate("""
      [...document.querySelectorAll("article")].map((article) => {
        const text = article.querySelector(".text"), gloss = article.querySelector(".gloss");
        const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
        const first = document.createRange();
        let node = walker.nextNode();
        while (node.parentElement.className === "place" || !node.textContent.trim())
          node = walker.nextNode();
        first.selectNodeContents(node);
        return {
          language: article.lang,
          text: getComputedStyle(text).direction,
          gloss: getComputedStyle(gloss).direction,
          left: text.getBoundingClientRect().right - first.getClientRects()[0].right,
        };
      })""")
    assert [entry["language"] for entry in found] == ["he", "ar"]
    for entry in found:
        assert (entry["text"], entry["gloss"]) == ("rtl", "ltr")
        assert 0 <= entry["left"] < 60  # the first word is at the right


@pytest.mark.parametrize("size", [DESKTOP, PHONE, {"width": 320, "height": 640}], ids=str)
def test_nothing_overflows(visit, size):
    """At every width the text fits; the articles are side by side where there is room."""
    page = visit("violation", size)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    tops = page.eval_on_selector_all(
        ".column", "all => all.map(c => c.getBoundingClientRect().top)"
    )
    assert (abs(tops[0] - tops[1]) < 2) == (size == DESKTOP)
    small = page.eval_on_selector_all(
        "a.number, button", "all => all.filter(a => a.offsetHeight && a.offsetHeight < 24).length"
    )
    assert small == 0


@pytest.mark.parametrize("address", ["", "violation", "ar/violation"])
def test_contrast(visit, address):
    """Every text stands out from what is behind it (4.5 : 1), chosen or not."""
    assert visit(address).evaluate(chromium.FAINT, 4.5) == []


def test_print(visit):
    """On paper all sentences and codes are there, without what cannot be pressed."""
    page = visit()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert not page.is_visible("#search")
    assert page.locator("details[open]").count() == page.locator("details").count() > 20
    assert page.is_visible(".sentence >> nth=-1")
    assert len(page.pdf()) > 50_000
