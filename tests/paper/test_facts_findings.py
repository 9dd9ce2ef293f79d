"""Sentences on the findings: each kind of result has its wording."""

import polars as pl
import pytest
from framing.paper import captions
from framing.paper.facts import findings

import workflow

TEMPLATE = workflow.ROOT / "workflow/report/findings.md"
ANSWER = workflow.ROOT / "workflow/report/answer.md"
SOURCES = {
    "hebrew": {"label": "the Hebrew article", "short": "Hebrew"},
    "arabic": {"label": "the Arabic article", "short": "Arabic"},
}
LABELS = {
    "frame": {"threat": "threat"},
    "event": {"vote": "the vote", "call": "a call", "talks": "talks"},
    "actor": {"regime": "the government", "russia": "Russia", "un": "the UN"},
}
CONTRASTS = {
    "threat": {"frames": ["threat"], "of": "share"},
    "own": {"frames": ["violation"], "of": "own_voice"},
}
UNKNOWN = float("nan")
BLAMING = ["violation", "civilian harm"]


def name_articles(source, articles):
    """A source with the label of its articles, as `settings.word_sources` gives it."""
    label = source["label"] if articles == 1 else f"the {articles} {source['short']} articles"
    return source | {"label": label, "articles": articles}


def said(rows, articles=1, template=TEMPLATE, frames=(), blaming=BLAMING, **changes):
    """The paragraphs for sentences on violations and harm: (source, sentence, voice, …)."""
    names = dict.fromkeys(["source", "sentence", "voice", "speaker", "responsible"], pl.String)
    units = pl.DataFrame(rows, schema=names | {"sentence": pl.Int64}, orient="row")
    units = units.with_columns(pl.col("source").alias("article"))
    places = [(s, n, None) for s in SOURCES for n in range(5)] + [("hebrew", 5, 0)]
    results = {
        "articles": pl.DataFrame({"source": [s for s in SOURCES for _ in range(articles)]}),
        "sentences": pl.DataFrame(
            places, schema=["article", "sentence", "duplicate_of"], orient="row"
        ),
        "frame_shares": pl.DataFrame(
            {"code": ["threat"] * 2, "source": list(SOURCES), "carried": [7, 8], "units": [17, 12]}
        ),
        "contrasts": contrast(**changes),
        "responsibility_units": units,
        "event_coverage": pl.DataFrame(
            {"code": ["vote", "call", "talks"], "covered_by": ["both", "hebrew", "neither"]}
        ),
    }
    sources = {name: name_articles(source, articles) for name, source in SOURCES.items()}
    facts = findings.facts(
        results, sources=sources, labels=LABELS, contrasts=CONTRASTS, blaming=blaming
    )
    facts["frames"] += [facts["frames"][0] | {"label": label} for label in frames]
    text = captions.fill(template, **facts, level=0.9, smallest_difference=0.15)
    return text.strip().split("\n\n")


def contrast(low=-0.9, high=0.4, **more):
    """The contrast of the frame."""
    row = {"kind": "frame", "code": "threat", "measure": "sentences", "low": low, "high": high}
    return pl.DataFrame([row | more, row | {"measure": "words", "low": 0.7, "high": 0.8} | more])


@pytest.mark.parametrize(
    ("changes", "wording"),
    [
        (
            {},
            "two texts this short the difference cannot be distinguished from chance (−90 to +40",
        ),
        ({"low": 0.1}, "the difference is larger than chance explains (+10 to +40 points)"),
        ({"high": -0.2}, "the difference is larger than chance explains (−90 to −20 points)"),
        ({"low": UNKNOWN}, "no interval can be given for the difference"),
        ({"high": None}, "no interval can be given for the difference"),
        (
            {"articles": 9},
            "with 9 and 9 articles the difference cannot be distinguished from chance",
        ),
        (
            {"low": -0.04, "high": 0.03, "answer": "equivalent"},
            "the two shares differ by less than 15 points (−4 to +3 points)",
        ),
        ({"answer": "cannot tell"}, "cannot be distinguished from chance"),
    ],
)
def test_prevalence(changes, wording):
    """Counts, then what the interval allows to say; the interval by sentences, not by words."""
    prevalence = said([], **changes)[0]
    assert "7 of 17 Hebrew sentences and 8 of 12 Arabic ones use the threat frame; " in prevalence
    assert wording in prevalence
    assert ("90 % intervals" in prevalence) == ("no interval" not in wording)


SHORT = "articles of 2 sentences are shorter than any that was simulated"


@pytest.mark.parametrize(
    ("reason", "wording", "sentence"),
    [
        (f"{SHORT}: run `x`", f"There is no interval: {SHORT}; run `x`.", SHORT),
        ("hac was not tried", "There is no interval: hac was not tried.", "not tried"),
        ("", "Why there is no interval is said in `tables/contrasts.csv`.", "has an interval."),
    ],
)
def test_why_there_is_no_interval(reason, wording, sentence):
    """No interval is no test: the old answer was "cannot be distinguished from chance"."""
    changes = {"low": UNKNOWN, "high": UNKNOWN, "reason": reason, "articles": 200}
    assert wording in said([], **changes)[0]
    (answer,) = said([], template=ANSWER, **changes)
    assert "and no difference of shares has an interval" in answer
    assert sentence in answer
    assert "chance" not in answer


def test_one_answer_for_several_frames_is_said_once():
    """What holds for all of them is said once; other answers are said one by one."""
    prevalence = said([], frames=["harm", "aid"])[0]
    assert (
        "7 of 17 Hebrew sentences and 8 of 12 Arabic ones use the threat frame (−90 to +40 "
        "points), 7 of 17 and 8 of 12 the harm frame (−90 to +40 points), and 7 of 17 and 8 of 12 "
        "the aid frame (−90 to +40 points). In brackets: the 90 % intervals of the differences. "
        "With two texts this short none of these differences can be distinguished from chance."
    ) in prevalence
    assert "larger than chance explains" in said([], frames=["harm"], low=0.1)[0]


@pytest.mark.parametrize(
    ("changes", "wording"),
    [
        ({"detectable": 0.726}, "could show only a difference of 73 points or more."),
        ({"detectable": 0.726, "low": 0.1}, ""),
        ({"detectable": UNKNOWN}, ""),
        ({"detectable": None}, ""),
        ({}, ""),
    ],
)
def test_what_such_texts_could_show(changes, wording):
    """Said where the texts cannot tell, and where it is known."""
    prevalence = said([], **changes)[0]
    assert wording in prevalence
    assert ("could show" in prevalence) == bool(wording)


def test_range_of_what_several_frames_could_show():
    """From the smallest to the largest; what is not known does not count."""
    frames = [{"answer": a, "detectable": d} for a, d in zip("xyz", (0.7, 0.5, 0.9), strict=True)]
    for frame in frames[:2]:
        frame["answer"] = findings.CANNOT_TELL
    assert findings.detectable(frames) == [0.5, 0.7]


QUOTED = ("hebrew", 1, "attributed", "un", "regime")
OWN = ("arabic", 4, "narrator", "", "regime|russia")


@pytest.mark.parametrize(
    ("rows", "wording"),
    [
        ([], "The Hebrew article speaks of no violation or civilian harm."),
        (
            [("hebrew", 4, "narrator", "", "russia")],
            "The Hebrew article speaks of violation or civilian harm in its own voice once (1 of 1",
        ),
        (
            [QUOTED],
            "The Hebrew article never speaks of violation or civilian harm in its own voice: one "
            "sentence (0 of 1), quoting the UN; blamed there: the government.",
        ),
        (
            [
                QUOTED,
                ("hebrew", 2, "attributed", "russia", ""),
                ("hebrew", 3, "attributed", "", ""),
            ],
            "in its own voice: three sentences (0 of 3), all quoting the UN, Russia and speakers "
            "without a name; blamed there: the government.",
        ),
        (
            [("hebrew", 2, "attributed", "", "")],
            "quoting speakers without a name; blamed there: nobody.",
        ),
        (
            [QUOTED, OWN],
            "The Arabic article speaks of them in its own voice once (1 of 1 sentence), in its "
            "last sentence, and blames the government and Russia.",
        ),
        (
            [("arabic", 2, "narrator", "", ""), ("arabic", 3, "attributed", "un", "russia")],
            "in its own voice once (1 of 2 sentences) and blames nobody; the rest quotes the UN.",
        ),
        (
            [("arabic", n, "narrator", "", "russia") for n in range(3)],
            "in its own voice three times (3 of 3 sentences) and blames Russia.",
        ),
        ([("hebrew", 0, "narrator", "", "un")], "in its first sentence, and blames the UN."),
        ([("hebrew", 4, "narrator", "", "un")], "in its last sentence, and blames the UN."),
    ],
)
def test_voice(rows, wording):
    """No sentence, one, several; all quoted, some, none; with and without names."""
    assert wording in said(rows)[1]


@pytest.mark.parametrize(
    ("blaming", "words"),
    [
        (["security"], ["of security in its own voice: one", "speaks of it in its own voice once"]),
        (["a", "b", "c"], ["speaks of a, b or c in its own", "speaks of them in its own"]),
        ([], ["- **Voice and responsibility.** The codebook asks of no frame who is responsible."]),
    ],
)
def test_the_frames_are_those_of_the_codebook(blaming, words):
    """Once: violations and harm in every study, also in one of economy and security."""
    voice = said([QUOTED, OWN], blaming=blaming)[1]
    assert all(part in voice for part in words)
    (answer,) = said([QUOTED, OWN], template=ANSWER, blaming=blaming)
    assert "violation" not in voice + answer
    assert " ; " not in answer


def test_several_articles():
    """Their number is their subject, and the verbs follow."""
    voice = said([QUOTED, OWN], articles=3)[1]
    assert (
        "The 3 Hebrew articles never speak of violation or civilian harm in their own voice"
        in voice
    )
    assert "The 3 Arabic articles speak of them in their own voice once" in voice
    assert "and blame the government" in voice


def test_coverage():
    """Events of both, and of each source alone."""
    assert said([])[2] == (
        "- **Coverage.** Both sources report 1 of 3 events. Only in the Hebrew article: a call. "
        "Only in the Arabic article: nothing."
    )


ITSELF, OTHERS = ("hebrew", 1, "narrator", "", "regime"), ("arabic", 2, "attributed", "un", "")


@pytest.mark.parametrize(
    ("rows", "changes", "wording"),
    [
        (
            [ITSELF, OTHERS],
            {},
            "the Hebrew article speaks of violation and civilian harm in its own voice, ",
        ),
        (
            [ITSELF, OTHERS],
            {},
            "the Arabic article speaks of them only by quoting the UN; and with",
        ),
        (
            [ITSELF, (*ITSELF[:2], "attributed", "un", "")],
            {},
            "own voice in 1 of 2 sentences, the Arabic",
        ),
        ([ITSELF], {}, "the Arabic article does not speak of them; and with two texts this short"),
        ([ITSELF], {"low": 0.1}, "the shares of threat differ by more than chance explains."),
        (
            [ITSELF],
            {"articles": 3},
            "the 3 Hebrew articles speak of violation and civilian harm in their own",
        ),
    ],
)
def test_one_sentence(rows, changes, wording):
    """The answer in one sentence follows voices and intervals."""
    (sentence,) = said(rows, template=ANSWER, **changes)
    assert sentence.startswith("Threat is in 7 of 17 Hebrew sentences and in 8 of 12 Arabic ones; ")
    assert wording in sentence
