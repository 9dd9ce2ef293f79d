"""The instrument against the majority of the coders: planted errors are counted and listed."""

import math

import codings_by_hand as hand
import polars as pl
import pytest
from framing.accuracy import decisions, equivalence
from framing.coders import codings, votes
from framing.instrument import codebook, mentions
from framing.measures import units
from framing.texts import corpus

FRAMES = [
    ["x_00", "threat", "attributed", "russia", ""],
    ["x_01", "violation", "attributed", "un", "russia"],
    ["y_00", "threat", "narrator", "", ""],
    ["y_01", "violation", "narrator", "", ""],
]
OPTIONS = {"resamples": 100, "level": 0.95, "seed": 1}


def cue(article, sentence, code, kind="frame", **more):
    """One mention as the instrument writes it."""
    row = {"article": article, "sentence": sentence, "start": 0, "end": 3, "text": "cue"}
    row |= {"kind": kind, "code": code, "concept": "c", "tier": "core", "voice": "narrator"}
    return row | {"speaker": "", "responsible": "none"} | more


RIGHT = [
    cue("x", 0, "threat", voice="attributed", speaker="russia"),
    cue("x", 1, "violation", voice="attributed", speaker="un", responsible="russia"),
    cue("y", 0, "threat"),
    cue("y", 1, "violation"),
    cue("x", 0, "vote", kind="event"),
]


def judge(folder, mentions):
    """Decisions of one coder (FRAMES, event vote in x_00) beside those of the instrument."""
    hand.write_coder(folder, "anna", FRAMES, hand.units(x_00="vote"))
    coded = codings.read(folder, hand.ARTICLES, hand.SENTENCES, hand.CODES)
    chosen = units.select(hand.ARTICLES, hand.SENTENCES)
    found = decisions.find(chosen, pl.DataFrame(mentions), ["core"], coded.blamed)
    return decisions.compare(votes.majority(votes.cast(coded)), found), found


def values(scores):
    """Estimate and denominator by language, kind, code and measure."""
    keys = ("language", "kind", "code", "measure")
    return {tuple(r[k] for k in keys): (r["estimate"], r["n"]) for r in scores.to_dicts()}


def test_a_perfect_instrument(tmp_path):
    """Nothing differs; every measure that exists is one."""
    compared, _ = judge(tmp_path, RIGHT)
    assert decisions.confuse(compared, hand.SENTENCES, pl.DataFrame(RIGHT)).height == 0
    scores = decisions.score(compared, **OPTIONS)
    assert set(scores["estimate"].fill_nan(None).drop_nulls()) == {1.0}
    found = values(scores)
    assert found["he", "frame", "micro", "f1"] == (1, 2)
    assert found["he", "responsible", "", "accuracy"] == (1, 1)
    assert math.isnan(found["ar", "speaker", "", "accuracy"][0])


def test_planted_errors(tmp_path):
    """x_00: threat missed, violation invented; x_01: wrong voice; y_01: wrong actor; a false event.

    Hebrew frames: one hit (x_01), one false, one missed: P = R = F1 = 1/2.
    """
    wrong = [
        cue("x", 0, "violation"),
        cue("x", 1, "violation", responsible="russia"),
        cue("y", 0, "threat"),
        cue("y", 1, "violation", responsible="un"),
        cue("x", 0, "vote", kind="event"),
        cue("x", 2, "call", kind="event"),
    ]
    compared, _ = judge(tmp_path, wrong)
    found = values(decisions.score(compared, **OPTIONS))
    assert found["he", "frame", "micro", "precision"] == (0.5, 2)
    assert found["he", "frame", "micro", "f1"] == (pytest.approx(0.5), 3)
    assert found["he", "voice", "", "accuracy"] == (0, 1)
    assert found["ar", "responsible", "", "accuracy"] == (0, 1)
    assert found["he", "event", "micro", "precision"] == (0.5, 2)
    listed = decisions.confuse(compared, hand.SENTENCES, pl.DataFrame(wrong))
    assert sorted(listed.select("unit", "kind", "code", "majority", "instrument").rows()) == [
        ("x_00", "frame", "threat", "1", "0"),
        ("x_00", "frame", "violation", "0", "1"),
        ("x_01", "voice", "violation", "attributed", "narrator"),
        ("x_02", "event", "call", "0", "1"),
        ("y_01", "responsible", "violation", "none", "un"),
    ]
    first = listed.filter(unit="x_00", code="violation").row(0, named=True)
    assert (first["cues"], first["text"]) == ("cue", "הם איימו, שוב.")


def test_swapping_the_languages_flips_the_sign(tmp_path):
    """The difference of two languages changes its sign with their order."""
    compared, _ = judge(tmp_path, RIGHT[1:])
    scores = decisions.score(compared, **OPTIONS)
    there = decisions.difference(scores)
    back = decisions.difference(scores.sort("language", maintain_order=True))
    assert (there["language"][0], back["language"][0]) == ("he", "ar")
    keys = ["kind", "code", "measure"]
    both = there.join(back, on=keys, suffix="_back").filter(pl.col("difference").is_finite())
    assert both.height > 0
    assert (both["difference"] + both["difference_back"]).abs().max() == 0
    assert (both["low"] + both["high_back"]).abs().max() == pytest.approx(0)


def test_tiers_that_do_not_count(tmp_path):
    """A cue of a tier that is left out carries nothing."""
    _, found = judge(tmp_path, [*RIGHT, cue("x", 2, "threat", tier="extended")])
    assert "x_02" not in found["unit"]


SETTINGS = {"repairs": True, "duplicates": {"ratio": 0.85, "min_words": 4}}
ASKED = {"frame": 0.95, "event": 0.95, "voice": 0.95, "responsible": 0.90}


@pytest.fixture(scope="module")
def study(book):
    """Decisions of the study's instrument and coders on both articles."""
    rows = corpus.read_articles("data/articles.tsv", ["hebrew", "arabic"], book.languages)
    tables = corpus.build(rows, book.languages, SETTINGS)
    found = mentions.find(tables.articles, tables.sentences, tables.tokens, book)
    codes = codebook.read_codes()
    coded = codings.read("data/coding", tables.articles, tables.sentences, codes)
    chosen = units.select(tables.articles, tables.sentences, repeated_lead=True)
    mine = decisions.find(chosen, found, ["core", "extended"], coded.blamed)
    return decisions.compare(votes.majority(votes.cast(coded)), mine)


@pytest.mark.study
@pytest.mark.parametrize("language", ["he", "ar"])
@pytest.mark.parametrize("kind", list(ASKED))
def test_what_is_asked_of_the_instrument(study, language, kind):
    """Frames and events: F1 of all decisions; voice and responsible actor: accuracy."""
    scores = values(decisions.score(study, **OPTIONS))
    whole = ("micro", "f1") if kind in ("frame", "event") else ("", "accuracy")
    estimate, n = scores[(language, kind, *whole)]
    assert n > 0
    assert estimate >= ASKED[kind]


def test_same_content_same_code(book):
    """Of the parallel sentences at least 95 in 100 have the same frames in both languages."""
    columns = equivalence.name_columns(codebook.PLACE)
    path = "data/calibration/parallel.tsv"
    rows, languages = equivalence.read(path, list(book.frames), columns)
    table = equivalence.measure(equivalence.code(rows, languages, book), languages)
    whole = table.filter(frame=equivalence.ALL).row(0, named=True)
    assert whole["sentences"] >= 80
    assert whole["share_same"] >= 0.95
