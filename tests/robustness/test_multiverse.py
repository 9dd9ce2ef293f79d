"""The multiverse: units, specifications, and what the curve says, by hand and on the articles."""

import time

import numpy as np
import pytest
import yaml
from articles_by_hand import (
    CONTRASTS,
    FIRST,
    GRID,
    OPTIONS,
    OWN,
    SECOND,
    SOURCES,
    always,
    article,
    run,
    texts,
)
from framing.coders import codings
from framing.instrument import mentions
from framing.instrument.codebook import read_codes
from framing.measures import units
from framing.robustness import choices, curve, joint_test, multiverse, readings, versions
from framing.robustness.units import Texts
from framing.statistics import intervals, permutation
from framing.texts import corpus, languages
from polars.testing import assert_frame_equal

import workflow


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
    """Without a permit the estimate stands alone, with one it has the interval of `intervals`."""
    kind = {"method": "hac", "permit": lambda n, share, articles, weight: weight == "units"}
    table, _ = multiverse.run(texts(FIRST, SECOND), OPTIONS, CONTRASTS, **kind)
    own = table.filter(contrast="a", measure="difference", own=True)
    found = intervals.contrast([[1, 0, 0]], [[0, 1, 0]], method="hac")
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
    found = versions.add_coders(found, coded, codes["frame"], built.sentences)
    sources = list(config["sources"])
    numbered = permutation.number(built.articles, built.sentences, sources, settings["blocks"])
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
