"""The page of the evidence in a real browser: words, every button, every address, no request."""

import re

import framing
import polars as pl
import pytest
from chromium import PAGE

import workflow

pytestmark = pytest.mark.study

LIT = "[...document.querySelectorAll('.sentence.on')].map((sentence) => sentence.id)"
LIT_ONE = f"name => {LIT}.join() === name"
# Where the marked words are: characters of the sentence, the number before it left out.
MARKED = """
[...document.querySelectorAll(".cue.on")].map((word) => {
  let before = 0;
  for (let at = word.previousSibling; at.nodeName !== "A"; at = at.previousSibling) {
    const first = at.previousSibling.nodeName === "A";
    before += (first ? at.textContent.trimStart() : at.textContent).length;
  }
  return [word.closest(".sentence").id, before, before + word.textContent.length];
})
"""


@pytest.fixture(scope="module")
def numbers():
    """The committed file of numbers."""
    table = pl.read_csv(workflow.ROOT / "tables" / "numbers.csv", infer_schema=False)
    return {row["key"]: row for row in table.iter_rows(named=True)}


@pytest.mark.slow
def test_marked_characters(visit):
    """The words marked in the Arabic article are those that the instrument finds in its text."""
    raw = (workflow.ROOT / "data/raw/arabic.txt").read_text(encoding="utf-8")
    found = framing.find(raw, language="ar").filter(kind="frame", code="violation")
    expected = {place for a, b in found.select("start", "end").rows() for place in range(a, b)}
    page = visit("ar/violation")
    begin = raw.index("ولكن اتفاق وقف إطلاق النار شهد")
    marked = page.evaluate(MARKED)
    assert {unit for unit, *_ in marked} == {"arab_ar_11"}
    assert {begin + place for _, a, b in marked for place in range(a, b)} == expected


@pytest.mark.slow
def test_every_number_lights_its_sentences(visit, numbers):
    """Each button is pressed: as many sentences as it says light up, and it alone is current."""
    page = visit()
    keys = page.eval_on_selector_all("a.number", "all => all.map(a => a.hash.slice(1))")
    assert len(keys) > 60
    for key in keys:
        page.click(f'a.number[href="#{key}"]')
        page.wait_for_function(
            "key => document.querySelector('[aria-current]')?.hash === `#${key}`", arg=key
        )
        lit = page.evaluate(LIT)
        named = (numbers[key]["sentences"] or "").split("|") if key in numbers else []
        assert set(filter(None, named)) <= set(lit), key
        if key.endswith((".sentences", ".own", ".new")) or key.startswith("flow."):
            assert str(len(lit)) == page.text_content("a[aria-current]"), key


def test_who_is_blamed(visit):
    """Of a flow only the words are marked that blame this actor."""
    page = visit("flow.hebrew.opposition.violation.russia")
    assert page.evaluate(LIT) == ["israeli_he_07", "israeli_he_08"]
    words = page.eval_on_selector_all(".cue.on", "all => all.map(word => word.textContent)")
    assert "".join(words).startswith("התוקפנות")
    assert "להפר" not in words


def test_other_buttons(visit):
    """Previous, next, show all, English, search and the table of the coders."""
    page = visit("violation.hebrew.sentences")
    here = ".sentence.here"
    page.click("#next")
    assert page.get_attribute(here, "id") == "israeli_he_01"
    page.click("#next")
    assert page.get_attribute(here, "id") == "israeli_he_06"
    page.click("#previous")
    assert page.get_attribute(here, "id") == "israeli_he_01"
    page.uncheck("#english")
    assert not page.is_visible("#israeli_he_01 .gloss")
    page.check("#english")
    page.click("#israeli_he_01 summary")
    assert "opposition" in page.inner_text("#israeli_he_01 .coders")
    page.click("#clear")
    page.wait_for_function("!document.querySelector('.sentence.on')")
    page.fill("#search", "Kazakhstan")
    shown = page.eval_on_selector_all(".sentence:not([hidden])", "all => all.map(s => s.id)")
    assert "israeli_he_10" in shown
    assert "arab_ar_11" not in shown
    page.fill("#search", "coordination difference")
    assert page.is_visible('#keys a[href="#coordination.difference"]')


def test_links_of_the_chart(visit):
    """A sentence and a cell of figure 1 lead to the sentence and its words."""
    page = visit()
    page.click('.chart a[href="#arab_ar_11"] .spine')
    page.wait_for_function(LIT_ONE, arg="arab_ar_11")
    page.click('.chart a[href="#israeli_he_08/threat"]')
    page.wait_for_function(LIT_ONE, arg="israeli_he_08")
    assert page.locator(".cue.on").count() > 0


def test_keyboard(visit):
    """Tab reaches the marked words and explains them; Escape leaves."""
    page = visit("ar/violation/narrator")
    page.focus("#english")
    for _ in range(5):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('cue')"):
            break
    detail = page.inner_text("#detail")
    assert "violation" in detail
    assert re.search(r"violation\.tsv:\d+", detail)
    assert "the text itself" in detail
    assert "Syrian government" in detail
    page.keyboard.press("Escape")
    assert not page.is_visible("#detail")
    assert page.evaluate(LIT) == ["arab_ar_11"]


def test_pointing(visit):
    """Pointing at a word shows the same, with a link to its row in the codebook."""
    page = visit("violation.hebrew.sentences")
    page.hover("#israeli_he_01 .cue.on >> nth=0")
    assert "Syrian opposition" in page.inner_text("#detail")
    link = page.get_attribute("#detail a", "href")
    path, _, row = link.partition("#L")
    lines = (PAGE.parent / path).resolve().read_text(encoding="utf-8").splitlines()
    assert lines[int(row) - 1].split("\t")[4] in page.inner_text("#detail")


def test_every_number_has_an_address(visit, numbers):
    """Each key of the file of numbers, and the short forms; an unknown one is named as such."""
    page = visit()
    lost = page.evaluate("keys => keys.filter((key) => !resolve(key))", list(numbers))
    assert lost == []
    short = ["ar/violation", "hebrew/coordination/own", "he/unsc_vote", "violation", "arab_ar_03"]
    assert page.evaluate("all => all.map((a) => resolve(a).units.length > 0)", short) == [True] * 5
    assert (
        page.evaluate("resolve('ar/violation').value")
        == numbers["violation.arabic.sentences"]["text"]
    )
    unknown = visit("ar/violance")
    assert "No number" in unknown.inner_text("#status")


def test_links_to_the_page(visit):
    """Every link in the documents that names a number of the page leads to one."""
    documents = [workflow.ROOT / "README.md", *(workflow.ROOT / "figures").glob("*.md")]
    links = [
        address
        for path in documents
        for address in re.findall(r"evidence\.html#([\w./-]+)", path.read_text(encoding="utf-8"))
    ]
    assert len(links) > 5
    manuscript = (workflow.ROOT / "paper/manuscript.pdf").read_bytes()
    links += re.findall(r"evidence\.html#([\w.]+)\)", manuscript.decode("latin-1"))
    assert visit().evaluate("all => all.filter((address) => !resolve(address))", links) == []
