"""The page of the evidence as one file: markup, data, the chart, and what hand codes change."""

import json
import re

import evidence_by_hand
import polars as pl
import pytest
from framing.paper.evidence import chart, page

import workflow


@pytest.fixture(scope="module")
def study():
    """Results by name, and the config."""
    return evidence_by_hand.study()


@pytest.fixture(scope="module")
def written(study, tmp_path_factory):
    """The page of these results."""
    results, config = study
    sheet = tmp_path_factory.mktemp("sheet") / "translations.tsv"
    sheet.write_text("language\ttext\tenglish\n", encoding="utf-8")
    templates = workflow.ROOT / "workflow/report/evidence"
    return page.page(results, config, templates=templates, translations=sheet, finding="So & <so>.")


def test_text_is_escaped(written):
    """No tag of a text is a tag of the page, in its body or in its data."""
    assert "<b>לסגת" not in written
    assert "<img" not in written
    assert written.count("<script") == 2
    assert "So &amp; &lt;so&gt;." in written
    assert 'class="gloss"' not in written  # nothing was translated


def test_data_of_the_page(written, study):
    """Numbers with their sentences, cues with the row of the codebook that says so."""
    data = json.loads(re.search(r'id="data"[^>]*>(.*?)</script>', written, re.S)[1])
    assert data["numbers"]["threat.hebrew.sentences"]["units"] == ["<he>_00"]
    assert data["numbers"]["differing"]["units"] == ["<he>_00"]
    assert data["sources"]["ar"] == data["sources"]["arabic"] == "arabic"
    cue = next(c for c in data["cues"] if c["code"] == "violation" and c["kind"] == "frame")
    sheet = workflow.ROOT / "data/codebook" / cue["sheet"]
    row = sheet.read_text(encoding="utf-8").splitlines()[cue["row"] - 1]
    assert cue["pattern"] == row.split("\t")[4]
    text = study[0]["sentences"]["text"][1]
    assert text[cue["start"] : cue["end"]] == cue["words"]
    assert cue["voice"] == "narrator"


def test_same_bytes(written, study, tmp_path):
    """Written twice, the page is the same."""
    results, config = study
    sheet = tmp_path / "translations.tsv"
    sheet.write_text("language\ttext\tenglish\n", encoding="utf-8")
    templates = workflow.ROOT / "workflow/report/evidence"
    again = page.page(
        results, config, templates=templates, translations=sheet, finding="So & <so>."
    )
    assert again == written


def test_a_hand_code_changes_the_page(written, study, tmp_path):
    """The coder now agrees: nothing differs any more."""
    results, config = study
    agreed = results["decisions"].with_columns(majority=pl.lit("1"))
    sheet = tmp_path / "translations.tsv"
    sheet.write_text("language\ttext\tenglish\n", encoding="utf-8")
    templates = workflow.ROOT / "workflow/report/evidence"
    more = {"templates": templates, "translations": sheet, "finding": "So & <so>."}
    changed = page.page(results | {"decisions": agreed}, config, **more)
    assert "(differs)" in written
    assert "(differs)" not in changed
    assert (
        'href="#differing" aria-label="sentences in which instrument and coders differ: 1"'
        in written
    )
    assert (
        'href="#differing" aria-label="sentences in which instrument and coders differ: 0"'
        in changed
    )


def test_what_is_said_of_the_coded_articles(written, study, tmp_path):
    """That they were seen in development, only where they were; nothing where none was coded."""
    results, config = study
    sheet = tmp_path / "translations.tsv"
    sheet.write_text("language\ttext\tenglish\n", encoding="utf-8")
    more = {"templates": workflow.ROOT / "workflow/report/evidence", "translations": sheet}
    new = results["coders"].with_columns(seen=pl.lit(False))
    unseen = page.page(results | {"coders": new}, config, **more, finding="")
    none = page.page(results | {"coders": new.clear()}, config, **more, finding="")
    assert "so this is no test" in written
    assert "so this is no test" not in unseen
    assert "The coders are one person." in unseen
    assert "No article was coded by hand." in none


def test_chart():
    """As high as long; frames of the first source run to the left, of the second to the right."""
    code = {
        "code": "b",
        "kind": "frame",
        "label": "B",
        "voice": "narrator",
        "said": "",
        "blamed": "",
    }
    columns = [
        {"short": name, "source": name, "articles": [{"sentences": rows}]}
        for name, rows in (
            ("X", [sentence("x_00", 1, [code]), sentence("x_01", 2, [])]),
            ("Y", [sentence("y_00", 1, [code])]),
        )
    ]
    rows = [("x", 0, 10), ("x", 1, 30), ("y", 0, 20)]
    lengths = pl.DataFrame(rows, schema=["article", "sentence", "words"], orient="row")
    pairs = pl.DataFrame(
        [("x", 1, "y", 0, True), ("x", 0, "y", 0, False)],
        schema=["article_first", "first", "article_second", "second", "above_chance"],
        orient="row",
    )
    drawn = chart.chart(columns, lengths, pairs, {"a": "A", "b": "B"})
    one, two, three = drawn["boxes"]
    unit = chart.HEIGHT / 40
    assert [round(box["high"] + chart.GAP) for box in (one, two, three)] == [
        round(unit * words) for words in (10, 30, 20)
    ]
    assert (one["y"], two["y"], three["y"]) == (chart.HEAD, chart.HEAD + 10 * unit, chart.HEAD)
    assert one["places"][1] < one["places"][0] < one["x"] < three["x"] < three["places"][0]
    assert [cell["code"] for cell in one["cells"]] == ["b"]
    (link,) = drawn["links"]
    assert link["y1"] == pytest.approx(chart.HEAD + 25 * unit, abs=1)
    assert link["y2"] == pytest.approx(chart.HEAD + 10 * unit, abs=1)


def sentence(unit, number, codes):
    """A sentence of a column."""
    return {"unit": unit, "number": number, "repeated": False, "codes": codes}


def test_chart_needs_one_article_each(study):
    """With several articles of a source, the order of sentences has no meaning."""
    column = {"short": "A", "source": "a", "articles": [{"sentences": []}, {"sentences": []}]}
    assert (
        chart.chart([column, column], study[0]["sentences"], study[0]["sentence_pairs"], {}) == {}
    )


@pytest.mark.study
def test_every_sentence_has_a_translation():
    """The committed page has an English sentence below each sentence of both articles."""
    committed = (workflow.ROOT / "figures/evidence.html").read_text(encoding="utf-8")
    assert committed.count('class="gloss"') == committed.count('class="sentence') >= 29
