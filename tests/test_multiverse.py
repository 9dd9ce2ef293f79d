"""The multiverse: units, specifications, and what the curve says, by hand and on the articles."""

import time

import numpy as np
import polars as pl
import pytest
import yaml
from framing.instrument import mentions
from framing.instrument.codebook import read_codes
from framing.measures import units
from framing.robustness import choices, curve, joint_test, multiverse, readings, segments, versions
from framing.robustness.readings import Reading
from framing.robustness.sides import Texts
from framing.statistics import blocks, inference, permits
from framing.texts import corpus, languages
from framing.validation import codings
from polars.testing import assert_frame_equal

import workflow

SOURCES = ["first", "second"]
KEY = ("instrument", "restored", "folded", "readings")
GRID = {
    "unit": ["sentence", "clause", "window"],
    "repeated_lead": ["left_out", "counted"],
    "tiers": ["core+extended", "core"],
    "voices": ["narrator+attributed", "narrator"],
    "weight": ["units", "words", "content_words"],
    "base": ["all_units", "framed_units"],
    "smoothing": [0.5, 1.0],
}
MEASURE = {"tiers": ["core", "extended"], "voices": ["narrator", "attributed"]}
OWN = choices.own(MEASURE | {"repeated_lead": False}, {"repairs": True}, 0.5)
OPTIONS = choices.arrange(GRID, OWN)
CONTRASTS = {
    "a": {"label": "a", "frames": ["a"], "of": "share"},
    "voice": {"label": "voice", "frames": ["a", "b"], "of": "own_voice"},
}


def always(*_):
    """A permit for everything."""
    return True


def article(source, cues, *, sentences=(0, 40, 80, 120), repeated=(False, False, False, True)):
    """Four sentences of four words, ten characters each; the last sentence repeats the first.

    The second word of each is a function word; the first sentence has a second clause at 20. A cue
    is its place, frame, whether it is core, and whether the text says it itself.
    """
    words = np.arange(0, 40 * len(sentences), 10)
    places, frames, core, narrated = (np.array(c) for c in zip(*sorted(cues), strict=True))
    return Reading(
        article=source,
        source=source,
        words=words,
        content=words % 40 != 10,
        sentences=np.array(sentences),
        repeated=np.array(repeated),
        clauses=np.array(sorted({*sentences, 20})),
        cues=places,
        frames=frames,
        core=core,
        narrated=narrated,
    )


FIRST = article(
    "first",
    [(0, "a", True, True), (20, "a", False, False), (50, "b", True, True), (120, "a", True, True)],
)
SECOND = article("second", [(40, "a", False, False), (45, "a", True, True), (80, "b", True, False)])


def texts(*articles, sources=SOURCES, parts=4):
    """The articles under one reading, with their blocks."""
    numbered = blocks.number(*sheets(*articles), sources, parts)
    return Texts({KEY: list(articles)}, numbered, sources, window=6)


def sheets(*articles):
    """Tables of articles and of sentences; repeated ones repeat the first."""
    rows = [
        (a.article, i, int(start), 0 if again else None)
        for a in articles
        for i, (start, again) in enumerate(zip(a.sentences, a.repeated, strict=True))
    ]
    schema = {"article": pl.String, "sentence": pl.Int64, "start": pl.Int64}
    table = pl.DataFrame(rows, schema=schema | {"duplicate_of": pl.Int64}, orient="row")
    names = [(a.article, a.source) for a in articles]
    return pl.DataFrame(names, schema=["article", "source"], orient="row"), table


def run(*articles, sources=SOURCES, options=OPTIONS):
    """Table of the multiverse, and the means of its blocks."""
    kind = {"method": "hac", "permit": always}
    return multiverse.run(texts(*articles, sources=sources), options, CONTRASTS, **kind)


@pytest.mark.parametrize(
    ("unit", "repeated", "starts", "words", "content"),
    [
        ("sentence", False, [0, 40, 80], [4, 4, 4], [3, 3, 3]),
        ("sentence", True, [0, 40, 80, 120], [4, 4, 4, 4], [3, 3, 3, 3]),
        ("clause", False, [0, 20, 40, 80], [2, 2, 4, 4], [1, 2, 3, 3]),
        ("window", False, [0, 60], [6, 6], [4, 5]),  # words 1, 5 and 9 are function words
        ("window", True, [0, 60, 120], [6, 6, 4], [4, 5, 3]),
    ],
)
def test_cut(unit, repeated, starts, words, content):
    """Sentences, clauses and windows of six words."""
    cut = segments.cut(FIRST, unit, repeated=repeated, window=6)
    assert cut.starts.tolist() == starts
    assert cut.weights["words"].tolist() == words
    assert cut.weights["content_words"].tolist() == content
    assert cut.weights["units"].tolist() == [1.0] * len(starts)


def test_a_short_rest_joins_the_last_window():
    """Twelve words by windows of five: 5, and 7, for two words are less than half of five."""
    cut = segments.cut(FIRST, "window", repeated=False, window=5)
    assert cut.weights["words"].tolist() == [5, 7]


def test_an_unknown_unit_is_an_error():
    """Only three units exist."""
    with pytest.raises(ValueError, match="paragraph"):
        segments.cut(FIRST, "paragraph", repeated=False, window=5)


def test_the_voice_of_a_unit():
    """Of two cues with different voices the first decides; a unit without cues has none."""
    cut = segments.cut(FIRST, "sentence", repeated=False, window=6)
    carried, own = segments.carry(FIRST, cut, FIRST.frames == "a")
    assert carried.tolist() == [1, 0, 0]
    assert own.tolist() == [1, 0, 0]
    cut = segments.cut(SECOND, "sentence", repeated=False, window=6)
    carried, own = segments.carry(SECOND, cut, SECOND.frames == "a")
    assert carried.tolist() == [0, 1, 0]
    assert own.tolist() == [0, 0, 0]


def test_specify():
    """Shares 3 · 2 · 2 · 2 · 3 · 2 = 144; own voice 3 · 2 · 2 · 3 = 36; coders 2 · 2 · 3 · 2."""
    assert len(choices.specify(OPTIONS, of="share")) == 144
    assert len(choices.specify(OPTIONS, of="own_voice")) == 36
    both = choices.arrange(GRID | {"coding": ["instrument", "coders"]}, OWN)
    assert len(choices.specify(both, of="share")) == 144 + 24


def test_arrange_puts_the_study_first():
    """The study's own option leads, also where the grid does not name it."""
    own = OWN | {"tiers": "extended", "unit": "clause"}
    options = choices.arrange(GRID, own)
    assert options["tiers"] == ["extended", "core+extended", "core"]
    assert options["unit"] == ["clause", "sentence", "window"]
    assert options["repairs"] == ["restored"]


@pytest.mark.parametrize(
    ("chosen", "estimate"),
    [
        ({}, 1 / 3 - 1 / 3),
        ({"repeated_lead": "counted"}, 2 / 4 - 1 / 4),
        ({"unit": "clause"}, 2 / 4 - 1 / 4),
        ({"unit": "clause", "tiers": "core"}, 1 / 4 - 1 / 4),
        ({"unit": "clause", "weight": "content_words"}, 3 / 9 - 3 / 9),
        ({"unit": "window"}, 1 / 2 - 1 / 2),
        ({"voices": "narrator"}, 1 / 3 - 0),  # in the second the first cue is attributed
        ({"voices": "narrator", "tiers": "core"}, 1 / 3 - 1 / 3),
        ({"base": "framed_units"}, 1 / 2 - 1 / 2),
        ({"base": "framed_units", "repeated_lead": "counted"}, 2 / 3 - 1 / 2),
    ],
)
def test_run(chosen, estimate):
    """Shares of units with frame a in the two articles, counted by hand."""
    table, _ = run(FIRST, SECOND)
    spec = {name: options[0] for name, options in OPTIONS.items()} | chosen
    row = table.filter(contrast="a", measure="difference", **spec)
    assert row["estimate"].to_list() == pytest.approx([estimate])
    assert row["own"].to_list() == [not chosen]


def test_own_voice():
    """Of the units with a or b the text itself says 2 of 2 in the first; in the second 0 of 2."""
    table, _ = run(FIRST, SECOND)
    row = table.filter(contrast="voice", own=True)
    assert row.select("first", "second", "n_first", "n_second").rows() == [(1.0, 0.0, 2, 2)]
    assert set(table.filter(contrast="voice")["measure"]) == {"difference"}


def test_log_ratio():
    """Smoothed by .5, with the lead: log2 of (2 + .5)/(4 + 1) over (1 + .5)/(4 + 1)."""
    table, _ = run(FIRST, SECOND)
    spec = {name: options[0] for name, options in OPTIONS.items()} | {"repeated_lead": "counted"}
    row = table.filter(contrast="a", measure="log_ratio", **spec)
    assert row["estimate"].to_list() == pytest.approx([np.log2(2.5 / 1.5)])
    assert row["low"].to_list() == [None]


def test_a_permit_gives_the_interval():
    """Without a permit the estimate stands alone, with one it has the interval of `inference`."""
    kind = {"method": "hac", "permit": lambda n, share, articles, weight: weight == "units"}
    table, _ = multiverse.run(texts(FIRST, SECOND), OPTIONS, CONTRASTS, **kind)
    own = table.filter(contrast="a", measure="difference", own=True)
    found = inference.contrast([[1, 0, 0]], [[0, 1, 0]], method="hac")
    assert own["low"].to_list() == pytest.approx([found.low])
    assert table.filter(weight="words")["low"].is_null().all()


def test_swapped_sources_mirror_the_curve():
    """Every estimate and interval changes its sign; the joint test stays."""
    (one, means), (two, other) = run(FIRST, SECOND), run(FIRST, SECOND, sources=SOURCES[::-1])
    estimates = [table["estimate"].to_list() for table in (one, two)]
    assert estimates[0] == pytest.approx([-x for x in estimates[1]])
    assert one["low"].drop_nulls().to_list() == pytest.approx((-two["high"]).drop_nulls().to_list())
    left, right = (
        joint_test.permute(t, m, (3, 3), permit=always).drop("contrast", "measure").to_numpy()
        for t, m in ((one, means), (two, other))
    )
    assert left == pytest.approx(right)


def test_identical_texts_differ_by_zero():
    """Zero everywhere, no choice that moves anything, and no exchange that is less extreme."""
    cues = [(0, "a", True, True), (20, "a", False, False), (50, "b", True, False)]
    table, means = run(article("first", cues), article("second", cues))
    assert table["estimate"].abs().max() == 0
    moved = curve.influence(table, list(OPTIONS))
    assert moved["greatest_change"].max() == 0
    summary = curve.summarise(table, means, moved, (3, 3), permit=always)
    assert summary["median"].to_list() == [0] * summary.height
    assert summary["as_large_median"].to_list() == [1] * summary.height
    assert summary["moved_by"].to_list() == [None] * summary.height
    assert summary["same_sign"].to_list() == [1] * summary.height


def test_the_same_twice():
    """Nothing depends on chance or order."""
    (one, means), (two, again) = run(FIRST, SECOND), run(FIRST, SECOND)
    assert_frame_equal(one, two)
    assert np.array_equal(means, again, equal_nan=True)


def small_curve():
    """Two choices of two options: estimates .1 and .3 under x = p, −.1 and .6 under x = q."""
    rows = [("p", "s", 0.1), ("p", "t", 0.3), ("q", "s", -0.1), ("q", "t", 0.6)]
    table = pl.DataFrame(rows, schema=["x", "y", "estimate"], orient="row")
    own = pl.Series("own", [True, False, False, False])
    return table.with_columns(
        own,
        contrast=pl.lit("c"),
        measure=pl.lit("difference"),
        weight=pl.lit("units"),
        n_first=4,
        n_second=4,
        first=0.5,
        second=0.25,
        low=pl.col("estimate") - 0.2,
        high=pl.col("estimate") + 0.2,
    )


def test_influence():
    """x moves by (.2 + .3)/2 and turns one sign of two; y by (.2 + .7)/2, also one of two.

    Variance: mean .225; squares .0156, .0056, .1056, .1406, in all .2675; between x (.2, .25):
    4 · .000625 = .0025; between y (0, .45): 4 · .0506 = .2025.
    """
    moved = curve.influence(small_curve(), ["x", "y"])
    assert moved["choice"].to_list() == ["y", "x"]
    assert moved["mean_change"].to_list() == pytest.approx([0.45, 0.25])
    assert moved["greatest_change"].to_list() == pytest.approx([0.7, 0.3])
    assert moved["sign_changes"].to_list() == [0.5, 0.5]
    assert moved["variance_share"].to_list() == pytest.approx([0.2025 / 0.2675, 0.0025 / 0.2675])


def test_permute_and_summarise():
    """Blocks 1, 1 against 0, 0: of the six exchanges only this and its mirror are as large."""
    means = np.tile([1.0, 1.0, 0.0, 0.0], (4, 1))
    tested = joint_test.permute(small_curve(), means, (2, 2), permit=always)
    assert tested.select("as_large_median", "as_large_sign", "floor", "exchanges").row(
        0
    ) == pytest.approx((2 / 6, 2 / 6, 2 / 6, 6))
    summary = curve.summarise(
        small_curve(), means, curve.influence(small_curve(), ["x", "y"]), (2, 2), permit=always
    )
    row = summary.row(0, named=True)
    assert row["median"] == pytest.approx(0.2)
    assert (row["positive"], row["negative"], row["same_sign"]) == (0.75, 0.25, 0.75)
    assert (row["own"], row["moved_by"], row["excluding_zero"]) == (0.1, "y", 0.5)


def test_no_joint_test_where_it_does_not_hold():
    """The permit is asked for the units of the study's own specification and their pooled share."""
    asked = []
    means = np.tile([1.0, 1.0, 0.0, 0.0], (4, 1))
    refuse = lambda *given: asked.append(given) is not None  # noqa: E731
    tested = joint_test.permute(small_curve(), means, (2, 2), permit=refuse)
    assert asked == [((4, 4), 0.375, 1, "units")]
    assert tested.select("holds", "p_family").row(0) == (False, None)


def test_permits_remember_the_calibration():
    """Longer articles than calibrated are judged by the longest, shorter ones by none."""
    keys = {"articles": 1, "n_a": 12, "n_b": 12, "measure": ["sentences", "words"], "share": 0.3}
    verdicts = pl.DataFrame(keys | {"method": "hac", "offered": [True, False]})
    permit = permits.remember(verdicts, "hac")
    assert permit((12, 12), 0.3, 1, "units")
    assert not permit((12, 12), 0.3, 1, "words")
    assert not permit((12, 12), 0.3, 1, "content_words")
    assert not permit((12, 11), 0.3, 1, "units")


def test_an_undecided_exchange_counts_as_large():
    """Values in one block a side: exchanges that put both on one side leave nothing, p is 1."""
    means = np.tile([1.0, np.nan, 0.0, np.nan], (4, 1))
    tested = joint_test.permute(small_curve(), means, (2, 2), permit=always)
    assert tested["as_large_median"].to_list() == [1.0]


def test_blocks():
    """Three sentences in two blocks: 1 and 2; the repetition goes with the first."""
    table = blocks.number(*sheets(FIRST, SECOND), SOURCES, 2)
    assert table["block"].to_list() == [0, 1, 1, 0] * 2
    several = [article(name, [(0, "a", True, True)]) for name in "abcdefgh"]
    names, rows = sheets(*several)
    names = names.with_columns(source=pl.Series(SOURCES * 4))
    assert blocks.number(names, rows, SOURCES, 2)["block"].n_unique() == 4


@pytest.fixture(scope="module")
def study():
    """The whole multiverse of the study: config, corpus, texts, specifications, seconds."""
    config = yaml.safe_load((workflow.ROOT / "config/config.yaml").read_text(encoding="utf-8"))
    place = workflow.ROOT / config["codebook"]
    known = languages.read(place, config["text"]["normalise"])
    rows = corpus.read_articles(workflow.ROOT / config["articles"], config["sources"], known)
    built = corpus.build(rows, known, config["text"])
    settings, begun = config["multiverse"], time.perf_counter()
    own = choices.own(config["measure"], config["text"], config["lexicon"]["smoothing"])
    options = choices.arrange(settings["choices"], own)
    how = versions.Options(
        str(place), config["text"], settings["clause_words"], settings["clitics"]
    )
    found = versions.read(readings.originals(built.articles, built.tokens), options, how)
    codes = read_codes(place)
    coded = codings.read(workflow.ROOT / config["codings"], built.articles, built.sentences, codes)
    found = versions.add_coders(found, coded, codes, built.sentences)
    sources = list(config["sources"])
    numbered = blocks.number(built.articles, built.sentences, sources, settings["blocks"])
    articles = Texts(found, numbered, sources, settings["window"])
    kind = {"method": "hac", "permit": always}
    table, means = multiverse.run(articles, options, settings["contrasts"], **kind)
    moved = curve.influence(table, list(options))
    curve.summarise(table, means, moved, (settings["blocks"],) * 2, permit=always)
    return config, built, articles, table, time.perf_counter() - begun


def test_a_thousand_specifications_in_a_minute(study):
    """Each main contrast of shares has a thousand or more, no two alike in every choice."""
    config, _, _, table, seconds = study
    assert seconds < 60
    choice = list(config["multiverse"]["choices"])
    for name, contrast in config["multiverse"]["contrasts"].items():
        mine = table.filter(contrast=name, measure="difference")
        assert mine.select(choice).is_duplicated().sum() == 0
        assert mine.height >= (1000 if contrast["of"] == "share" else 250)
        assert mine["own"].sum() == 1


@pytest.mark.parametrize("lead", [False, True])
@pytest.mark.parametrize("tiers", [["core", "extended"], ["core"]])
@pytest.mark.parametrize("voices", [["narrator", "attributed"], ["narrator"]])
def test_sentences_are_counted_as_in_the_comparison(study, book, lead, tiers, voices):
    """By sentences the multiverse and `units` find the same shares, whatever tiers and voices."""
    _, built, articles, table, _ = study
    found = mentions.find(built.articles, built.sentences, built.tokens, book)
    chosen = units.select(built.articles, built.sentences, repeated_lead=lead)
    coded = units.carried(chosen, found, "frame", tiers=tiers, voices=voices)
    spec = {name: options[0] for name, options in OPTIONS.items() if name != "smoothing"}
    spec |= {"unit": "sentence", "tiers": "+".join(tiers), "voices": "+".join(voices)}
    spec["repeated_lead"] = "counted" if lead else "left_out"
    for frame in ("coordination", "violation", "civilian_harm"):
        row = table.filter(contrast=frame, measure="difference", **spec)
        for column, source in zip(("first", "second"), articles.sources, strict=True):
            hits = coded.filter(code=frame, source=source).height
            assert row[column][0] == pytest.approx(hits / chosen.filter(source=source).height)


def test_the_order_of_the_articles_does_not_matter(study):
    """The articles listed the other way round give the same table."""
    config, _, articles, table, _ = study
    turned = {key: found[::-1] for key, found in articles.readings.items() if key[1] == "restored"}
    other = Texts(turned, articles.numbered, articles.sources, articles.window)
    settings = config["multiverse"]
    grid = settings["choices"] | {"repairs": ["restored"]}
    own = choices.own(config["measure"], config["text"], config["lexicon"]["smoothing"])
    kind = {"method": "hac", "permit": always}
    again, _ = multiverse.run(other, choices.arrange(grid, own), settings["contrasts"], **kind)
    assert_frame_equal(again, table.filter(repairs="restored"))
