"""The articles on the page of the evidence, and the drawing that leads to their sentences."""

import polars as pl
import pytest
from framing.instrument.cue_sheets import Concept, Pattern, Rule
from framing.paper.evidence import chart, cues, page, texts
from framing.paper.evidence.behind import Behind

LABELS = {
    "frame": {"threat": "threat", "harm": "civilian harm"},
    "event": {"vote": "the vote"},
    "actor": {"un": "United Nations", "regime": "the government"},
}
PAIRS = pl.DataFrame(
    {
        "article_first": ["a", "a"],
        "first": [1, 0],
        "article_second": ["b", "b"],
        "second": [0, 0],
        "above_chance": [True, False],
    }
)
SENTENCES = pl.DataFrame({"article": ["a", "a", "b"], "sentence": [0, 1, 0], "words": [10, 20, 15]})


def sentence(unit, number, *codes, repeated=False, coders=()):
    """A sentence of a column."""
    coded = [{"code": code, "kind": "frame", "voice": "narrator"} for code in codes]
    row = {"unit": unit, "number": number, "codes": coded, "repeated": repeated}
    return row | {"coders": [{"differs": differs} for differs in coders]}


COLUMNS = [
    {
        "short": "First",
        "source": "first",
        "articles": [
            {
                "article": "a",
                "sentences": [
                    sentence("a_00", 1, "threat", coders=[False]),
                    sentence("a_01", 2, coders=[False, True]),
                ],
            }
        ],
    },
    {
        "short": "Second",
        "source": "second",
        "articles": [{"article": "b", "sentences": [sentence("b_00", 1, "harm")]}],
    },
]


def test_sentences_of_the_same_content():
    """Both ways, each called by its source and number."""
    assert page._alike(PAIRS, COLUMNS) == {
        "a_01": [("b_00", "Second sentence 1")],
        "b_00": [("a_01", "First sentence 2")],
    }


def test_an_article_among_others_has_its_own_name():
    """The source names it only where it has no other."""
    column = COLUMNS[0] | {"articles": COLUMNS[0]["articles"] * 2}
    assert page._name(column, column["articles"][0]) == "a"
    assert page._name(COLUMNS[0], COLUMNS[0]["articles"][0]) == "First"


def test_sentences_in_which_they_differ():
    """Those with one decision that differs; the page has their number."""
    assert texts.differing(COLUMNS) == ["a_01"]
    table = pl.DataFrame(
        {"key": ["k", "flow"], "text": ["2", "1"], "unit": ["x", ""], "method": [None, ""]}
        | {"source": ["s", "s"], "n": [None, 3], "value": [2.0, 1.0], "sentences": ["", ""]}
    )
    behind = {"k": Behind((), ()), "flow": Behind(("a_00",), ("threat",), "un", "regime")}
    found = page._numbers(table, behind, COLUMNS)
    assert found["k"] == {"text": "2", "unit": "x", "source": "s"}
    assert found["flow"] == {"text": "1", "source": "s", "n": 3} | {
        "units": ["a_00"],
        "codes": ["threat"],
        "said_by": "un",
        "held": "regime",
    }
    assert (found[page.DIFFERING]["text"], found[page.DIFFERING]["units"]) == ("1", ["a_01"])


def test_figure_1_in_small():
    """As high as the longer text; frames run outwards; a link from middle to middle."""
    drawn = chart.chart(COLUMNS, SENTENCES, PAIRS, LABELS["frame"])
    wide = 2 * chart.STEP
    outer = wide + 2 * chart.SPINE + chart.GUTTER
    assert drawn["width"] == outer + wide + sum(chart.MARGINS)
    assert drawn["height"] == chart.HEAD + chart.HEIGHT + 2
    assert (drawn["left"], drawn["right"]) == (
        wide + chart.SPINE,
        wide + chart.SPINE + chart.GUTTER,
    )
    assert [head["x"] for head in drawn["heads"]] == [22.5, 7.5, outer + 7.5, outer + 22.5]
    assert [box["unit"] for box in drawn["boxes"]] == ["a_00", "a_01", "b_00"]
    heights = [box["y"] for box in drawn["boxes"]]
    assert heights == pytest.approx([chart.HEAD, chart.HEAD + 90, chart.HEAD], abs=1)
    (link,) = drawn["links"]
    assert link["y1"] == pytest.approx(chart.HEAD + 90 + 90, abs=1)
    assert link["y2"] == pytest.approx(chart.HEAD + 67.5, abs=1)


def test_no_figure_of_several_articles():
    """Nor of one source."""
    several = [COLUMNS[0] | {"articles": COLUMNS[0]["articles"] * 2}, COLUMNS[1]]
    for columns in (several, COLUMNS[:1]):
        assert chart.chart(columns, SENTENCES, PAIRS, LABELS["frame"]) == {}


def test_cues_in_words():
    """Characters of the sentence; what it means, who says it and who is blamed, by which rules."""
    concept = Concept("frame", "threat", "warn", "a warning", "core")
    pattern = Pattern("warn*", "he/cues/threat.tsv", 7)
    rules = [Rule(concept, "he", (pattern,), (pattern,), (), {})]
    mention = {"article": "a", "sentence": 1, "start": 14, "end": 18, "text": "said"}
    mention |= {"kind": "frame", "code": "threat", "tier": "core", "place": pattern.place}
    mention |= {"voice": "attributed", "voice_rule": "act", "speaker": "un"}
    mention |= {"responsible": "regime", "responsible_rule": "by"}
    mentions = pl.DataFrame([mention, mention | {"kind": "actor", "code": "un"}])
    begins = pl.DataFrame({"article": ["a", "a"], "sentence": [0, 1], "start": [0, 10]})
    (cue,) = cues.describe(mentions, begins, rules, LABELS)
    assert cue == {
        "unit": "a_01",
        "start": 4,
        "end": 8,
        "kind": "frame",
        "code": "threat",
        "tier": "core",
        "words": "said",
        "label": "threat",
        "gloss": "a warning",
        "pattern": "warn*",
        "place": pattern.place,
        "sheet": "cues/threat.tsv",
        "row": 7,
        "conditions": 1,
        "voice": "attributed",
        "speaker": "United Nations",
        "voice_rule": "act",
        "said_by": "un",
        "held": "regime",
        "blamed": "the government",
        "blamed_rule": "by",
    }


@pytest.mark.parametrize(
    ("voice", "speaker", "said"),
    [
        ("narrator", "", ("the text itself", "narrator")),
        ("attributed", "un", ("United Nations", "un")),
        ("attributed", "mars", ("mars", "mars")),
        ("attributed", "", ("a speaker not named", "unnamed")),
    ],
)
def test_who_says_it(voice, speaker, said):
    """In words, and as in the table of statements; nobody is blamed."""
    row = {"kind": "frame", "voice": voice, "speaker": speaker, "voice_rule": ""}
    found = cues._said(row | {"responsible": ""}, LABELS["actor"])
    assert (found["speaker"], found["said_by"]) == said
    assert found["held"] == "none"
    assert "blamed" not in found
    assert cues._said(row | {"kind": "event"}, {}) == {}


def test_codes_of_sentences():
    """Frames first, in whose words and who is blamed; then events."""
    unit = {"article": "a", "sentence": 0, "code": "threat", "voice": "attributed"}
    unit |= {"speaker": "un|regime", "responsible": "regime|mars"}
    own = {"code": "harm", "voice": "narrator", "speaker": "", "responsible": ""}
    units = pl.DataFrame([unit, unit | own])
    events = pl.DataFrame({"article": ["a"], "sentence": [0], "code": ["vote"]})
    found = texts._codes({"frame_units": units, "event_units": events}, LABELS)["a_00"]
    assert [(code["label"], code["kind"]) for code in found] == [
        *(("threat", "frame"), ("civilian harm", "frame"), ("the vote", "event"))
    ]
    assert (found[0]["said"], found[0]["blamed"]) == (
        "United Nations and the government",
        "the government and mars",
    )
    assert (found[1]["said"], found[1]["blamed"]) == ("the text itself", "")
