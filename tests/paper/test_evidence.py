"""The evidence: sentences behind a number, cues with their rows, text cut into pieces, one page."""

import json
import re

import evidence_by_hand
import polars as pl
import pytest
from framing.paper.evidence import behind, chart, cues, page, texts

import workflow

KNOWN = behind.Known(("threat", "violation"), ("vote",), ("hebrew", "arabic"), ("violation",))
LABELS = {
    "frame": {"threat": "threat", "violation": "a violation"},
    "event": {"vote": "the vote"},
    "actor": {"un": "United Nations", "regime": "the government"},
}


def found(**sentences):
    """What is behind each key; `__` in a name means a point."""
    rows = [(key.replace("__", "."), names) for key, names in sentences.items()]
    table = pl.DataFrame(rows, schema=["key", "sentences"], orient="row")
    return {key: (b.units, b.codes) for key, b in behind.behind(table, KNOWN).items()}


def test_counts_shares_and_differences():
    """A count has its own sentences; what follows from counts has theirs; other numbers none."""
    numbers = found(
        threat__hebrew__sentences="he_1|he_2",
        threat__arabic__sentences="ar_7",
        threat__hebrew__own="",
        threat__hebrew__share="",
        threat__difference__low="",
        event__vote__arabic__sentences="ar_3",
        responsibility__hebrew__own="he_5",
        corpus__hebrew__new="he_1|he_2",
        placebo__threat__low="",
    )
    assert numbers == {
        "threat.hebrew.sentences": (("he_1", "he_2"), ("threat",)),
        "threat.arabic.sentences": (("ar_7",), ("threat",)),
        "threat.hebrew.own": ((), ("threat",)),
        "threat.hebrew.share": (("he_1", "he_2"), ("threat",)),
        "threat.difference.low": (("he_1", "he_2", "ar_7"), ("threat",)),
        "event.vote.arabic.sentences": (("ar_3",), ("vote",)),
        "responsibility.hebrew.own": (("he_5",), ("violation",)),
        "corpus.hebrew.new": (("he_1", "he_2"), ()),
        "placebo.threat.low": ((), ()),
    }


def test_who_says_it_of_whom():
    """A flow holds the cues with its speaker and its actor, and no others of the frame."""
    key = "flow.hebrew.un.violation.regime"
    table = pl.DataFrame({"key": [key], "sentences": ["he_1"]})
    flow = behind.behind(table, KNOWN)[key]
    assert flow == behind.Behind(("he_1",), ("violation",), "un", "regime")
    cue = {"code": "violation", "said_by": "un", "held": "regime"}
    assert flow.holds(cue)
    for other in ({"held": "russia"}, {"said_by": "narrator"}, {"code": "threat"}):
        assert not flow.holds(cue | other)
    assert behind.Behind(("he_1",), ("violation",)).holds(cue | {"held": "russia"})


def test_pieces():
    """Cut at every edge; overlapping cues share a piece; nothing is lost."""
    cut = list(texts.pieces("abcdefg", [(4, 1, 4), (5, 3, 6)]))
    assert [(p["text"], p["cues"], p["begins"]) for p in cut] == [
        ("a", [], False),
        ("bc", [4], True),
        ("d", [4, 5], True),
        ("ef", [5], False),
        ("g", [], False),
    ]
    assert [p["text"] for p in texts.pieces("abc", [])] == ["abc"]


def test_first_articles_of_a_large_corpus():
    """In turn from each source, as many as fit; one of each at least."""
    articles = pl.DataFrame({"article": ["a", "b", "c", "d"], "source": ["x", "x", "y", "y"]})
    names = ["a"] * 3 + ["b"] * 2 + ["c"] * 2 + ["d"] * 9
    rows = pl.DataFrame({"article": names})
    pairs = pl.DataFrame({"article_first": ["a", "b"], "article_second": ["c", "d"]})
    results = {"articles": articles, "sentence_pairs": pairs}
    results |= dict.fromkeys(("sentences", "mentions", "frame_units", "event_units"), rows)
    for most, kept in ((16, "acbd"), (7, "acb"), (6, "ac"), (1, "ac")):
        chosen = texts.choose(results, most=most)
        assert chosen["articles"]["article"].to_list() == sorted(kept)
        assert set(chosen["mentions"]["article"]) == set(kept)
        assert chosen["sentence_pairs"].height == (2 if "d" in kept else 1)


def test_speakers():
    """The text, an actor by label, one that the labels lack, nobody in particular."""
    named = [cues.speaker(*said, LABELS["actor"]) for said in (("narrator", "un"), ("x", "un"))]
    assert named == ["the text itself", "United Nations"]
    assert cues.speaker("attributed", "who", {}) == "who"
    assert cues.speaker("attributed", "", {}) == "a speaker not named"


def test_coders_beside_the_instrument():
    """A code that neither found is left out; a difference is marked."""
    rows = [
        ("he_1", "frame", "threat", "1", 3, 3, "1"),
        ("he_1", "frame", "violation", "0", 3, 3, "0"),
        ("he_1", "speaker", "threat", "un", 2, 3, "regime"),
        ("he_1", "fragility", "", "true", 3, 3, "true"),
    ]
    columns = ["unit", "kind", "code", "majority", "votes", "coders", "instrument"]
    coded = texts._coders(pl.DataFrame(rows, schema=columns, orient="row"), LABELS)
    assert coded == {
        "he_1": [
            {"what": "threat", "instrument": "yes", "coders": "yes", "votes": "3 of 3"}
            | {"differs": False},
            {"what": "threat: speaker", "instrument": "the government"}
            | {"coders": "United Nations", "votes": "2 of 3", "differs": True},
        ]
    }


def test_a_repeated_sentence_is_marked():
    """That whose row names the sentence that it repeats, and no other."""
    rows = [("he", n, 4 * n, 4 * n + 3, "abc", copied) for n, copied in enumerate([None, 0])]
    columns = ["article", "sentence", "start", "end", "text", "duplicate_of"]
    units = {"article": pl.String, "sentence": pl.Int64, "code": pl.String}
    coders = dict.fromkeys(["unit", "kind", "code", "majority", "instrument"], pl.String)
    results = {
        "articles": pl.DataFrame([{"article": "he", "source": "h", "language": "he", "date": ""}]),
        "sentences": pl.DataFrame(rows, schema=columns, orient="row"),
        "frame_units": pl.DataFrame(schema=units),
        "event_units": pl.DataFrame(schema=units),
        "decisions": pl.DataFrame(schema=coders | {"votes": pl.Int64, "coders": pl.Int64}),
    }
    known = {"sources": {"h": {}}, "directions": {"he": "rtl"}, "translations": {}}
    (column,) = texts.columns(results, [], LABELS, **known)
    (article,) = column["articles"]
    assert [(row["number"], row["repeated"]) for row in article["sentences"]] == [
        (1, False),
        (2, True),
    ]


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
