"""Contrasts by family: what is given, what is withheld and why, on hand-made articles."""

import math

import numpy as np
import polars as pl
import pytest
from framing.statistics import corrections, dependence, designs, families
from framing.statistics.articles import Articles
from framing.statistics.detectable import detectable
from framing.statistics.effective_n import effective_sentences

SOURCES = ["first", "second"]
METHODS = ("effective_n", "hac", *corrections.TIERS)


def corpus(hits):
    """Units of ten words and their codes; `hits` gives code → article → 0/1 by sentence."""
    articles = dict.fromkeys(name for series in hits.values() for name in series)
    unit, carried = [], []
    for name in articles:
        source = SOURCES[name.startswith("y")]
        for sentence, _ in enumerate(next(iter(hits.values()))[name]):
            unit.append({"article": name, "source": source, "sentence": sentence, "words": 10})
    for code, series in hits.items():
        for name, values in series.items():
            source = SOURCES[name.startswith("y")]
            carried += [
                {"article": name, "source": source, "sentence": at, "code": code}
                for at, hit in enumerate(values)
                if hit
            ]
    return pl.DataFrame(unit), pl.DataFrame(carried)


def verdicts(refused=(), n=6, holds_to=0.5):
    """Verdicts for articles of `n` to 60 sentences: every method is offered but the refused."""
    rows = [
        dict(zip(designs.DESIGN, map(float, (few, many, short, long)), strict=True))
        | {"measure": measure, "share": share, "method": method, "own": False}
        | {"offered": method not in refused, "holds_to": holds_to}
        for few, many in ((1, 1), (1, 10), (4, 4), (4, 40))
        for short in (n, 60)
        for long in (n, 60)
        for measure in families.MEASURES
        for share in (0.05, 0.5)
        for method in METHODS
    ]
    return pl.DataFrame(rows)


def contrasts(hits, table=None, sources=SOURCES, **options):
    """The contrasts of all codes as one family, those of sentences first."""
    units, coded = corpus(hits)
    family = {"frames": ("frame", list(hits))}
    given = {"method": "effective_n", "smallest_difference": 0.2, "smoothing": 0.5, "prior": 50}
    settings = families.Settings(verdicts() if table is None else table, **(given | options))
    return families.contrasts(units, {"frame": coded}, family, sources, settings)


TWO = {
    "a": {"x": [1, 1, 1, 1, 1, 1, 1, 1], "y": [0, 0, 0, 0, 0, 0, 0, 0]},
    "b": {"x": [0, 1, 0, 0, 1, 0, 1, 0], "y": [1, 0, 0, 1, 0, 0, 0, 1]},
}


def test_shares_and_floor_by_hand():
    """All sentences of one text, none of the other; no exchange of two texts shows anything."""
    row = contrasts(TWO).row(0, named=True)
    assert (row["share_first"], row["share_second"], row["estimate"]) == (1, 0, 1)
    assert row["floor"] == 1
    assert row["answer"] == "different"


def test_corrections_are_taken_within_family_and_measure():
    """A code without p counts as a member of the family that does not differ."""
    three = TWO | {"c": {"x": [0] * 8, "y": [0] * 8}}
    table = contrasts(three)
    for measure in families.MEASURES:
        part = table.filter(measure=measure)
        p = [*part["p"][:2], 1.0]
        assert part["p_holm"][:2].to_list() == pytest.approx(corrections.holm(p)[:2].tolist())
        assert part["p_bh"][:2].to_list() == pytest.approx(corrections.bh(p)[:2].tolist())
        assert math.isnan(part["p"][2])
        assert math.isnan(part["p_holm"][2])


def test_a_correction_that_does_not_hold_is_withheld():
    """Two codes fall under families of up to 10; for those of up to 60 nothing is asked."""
    assert contrasts(TWO, verdicts(refused=["holm_60"]))["p_holm"].is_not_nan().all()
    table = contrasts(TWO, verdicts(refused=["holm_10"]))
    assert table["p_holm"].is_nan().all()
    assert table["p_bh"].is_not_nan().all()


def test_contrasts_flip_with_the_sources():
    """Swapping the sources flips every sign, mirrors the interval and keeps every p."""
    one, two = contrasts(TWO), contrasts(TWO, sources=SOURCES[::-1])
    for column in ("estimate", "log_ratio", "log_odds"):
        assert one[column].to_list() == pytest.approx([-value for value in two[column]])
    assert one["low"].to_list() == pytest.approx([-value for value in two["high"]])
    for column in ("p", "p_bh", "p_holm", "dependence", "detectable"):
        assert one[column].to_list() == pytest.approx(two[column].to_list(), nan_ok=True)
    assert one["answer"].to_list() == two["answer"].to_list()


def test_identical_texts_differ_by_zero():
    """The same hits in both sources; so long that they are equivalent."""
    text = [1, 0, 0, 0, 0, 1, 0, 0] * 40
    table = contrasts({"a": {"x": text, "y": text}}, verdicts(n=6))
    assert table["estimate"].to_list() == [0, 0]
    assert table["answer"].to_list() == ["equivalent"] * 2
    short = contrasts({"a": {"x": text[:8], "y": text[:8]}})
    assert short["answer"].to_list() == ["cannot tell"] * 2


@pytest.mark.parametrize("measure", families.MEASURES)
def test_a_method_that_is_not_offered_says_nothing(measure):
    """The difference stays; interval, p and answer are withheld, with the reason."""
    table = contrasts(TWO, verdicts(refused=["effective_n"]))
    row = table.filter(measure=measure).row(0, named=True)
    assert row["estimate"] == 1
    assert all(math.isnan(row[name]) for name in ("low", "high", "p", "p_bh", "p_holm"))
    assert row["reason"] == (
        "effective_n does not hold its error rates in simulated articles like these"
    )
    assert row["answer"] == "cannot tell"
    other = contrasts(TWO, verdicts(refused=["effective_n"]), method="hac")
    assert other["low"].is_not_nan().all()
    assert other["reason"].to_list() == [""] * 4


def test_articles_shorter_than_simulated_get_no_interval():
    """No verdict for eight sentences: the reason names the remedy."""
    row = contrasts(TWO, verdicts(n=12)).row(1, named=True)
    assert math.isnan(row["low"])
    assert row["reason"].startswith("articles of 8 sentences are shorter than any")
    assert row["reason"].endswith("run `snakemake calibration`")


def test_one_short_article_does_not_silence_a_source():
    """Five articles per source, one of three sentences."""
    hits = {f"x{k}": [1, 0, 0, 1, 0, 1, 0] for k in range(5)}
    hits |= {f"y{k}": [0, 1, 0, 0, 0, 0, 1] for k in range(4)} | {"y9": [0, 1, 0]}
    table = contrasts({"a": hits})
    assert table["reason"].to_list() == [""] * 2
    first, second = 15 / 35, 9 / 31
    assert table["estimate"][0] == pytest.approx(first - second)
    assert table["floor"][0] == pytest.approx(2 / 252)


def test_the_order_of_the_articles_does_not_matter():
    """Two articles per source, given in either order."""
    hits = {"x1": [1, 1, 0, 0, 1, 0], "x2": [0, 0, 0, 1, 0, 0, 1]}
    hits |= {"y1": [0, 0, 1, 0, 0, 0], "y2": [0, 1, 0, 0, 0, 0]}
    one = contrasts({"a": hits})
    assert one.equals(contrasts({"a": dict(reversed(hits.items()))}))


def test_dependence_is_that_of_the_more_dependent_source():
    """Runs in one text; where the method holds to .7 only a stronger correlation is marked."""
    runs, mixed = [1, 1, 1, 0, 0, 0, 0, 1, 1, 1, 0, 0], [0, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1]
    hits = {"a": {"x": mixed, "y": runs}, "b": {"x": mixed, "y": mixed}}
    found = dependence.lag_one([np.array(runs, dtype=float)])
    assert 0.5 < found < 0.9
    for holds_to, beyond in ((0.5, [True, False]), (0.9, [False, False])):
        table = contrasts(hits, verdicts(holds_to=holds_to)).filter(measure="sentences")
        assert table["dependence"][0] == pytest.approx(found)
        assert table["beyond"].to_list() == beyond


def test_detectable_follows_from_the_lengths_and_the_pooled_share():
    """Eight sentences each; 8 of 16 carry the code."""
    n = float(effective_sentences(Articles.of([[0] * 8]))[0])
    row = contrasts(TWO).row(0, named=True)
    expected = detectable(n, n, 0.5)
    assert row["detectable"] == pytest.approx(expected, nan_ok=True)


def test_log_odds_are_of_carrying_the_code():
    """3 of 8 and 3 of 8 of 16: none. 8 and 0 of 8 with a prior of 25 and 25: ln(33/25 · 33/25)."""
    table = contrasts(TWO)
    assert table["log_odds"][0] == pytest.approx(2 * math.log(33 / 25))
    assert table["log_odds"][1] == pytest.approx(0)
    assert np.sign(table["log_odds"][0]) == np.sign(table["estimate"][0])


def test_curves_have_a_row_for_each_assumed_dependence():
    """Eight sentences: wider with each step, and the same estimate."""
    units, coded = corpus(TWO)
    family = {"frames": ("frame", list(TWO))}
    table = families.curves(units, {"frame": coded}, family, SOURCES, level=0.95)
    part = table.filter(code="b", measure="sentences")
    assert part["rho"].to_list() == list(dependence.RHOS)
    assert (part["high"] - part["low"]).is_sorted()
    assert part["estimate"].to_list() == [0] * 4
    assert table.height == 2 * 2 * 4


def test_members_are_carried_by_enough_sentences():
    """Of codes in 8, 6 and 0 sentences a family with `least: 7` has one, `least: 0` has all."""
    units, coded = corpus(TWO)
    for least, expected in ((0, ["a", "b", "c"]), (7, ["a"])):
        declared = {"frames": {"kind": "frame", "least": least}}
        found = families.members(units, {"frame": coded}, {"frame": ["a", "b", "c"]}, declared)
        assert found == {"frames": ("frame", expected)}


HOLDS = [(10, "holm_60", True), (10, "holm_10", False), (11, "holm_10", True)]
HOLDS += [(11, "holm_60", False), (60, "holm_10", True), (61, "none", False)]


@pytest.mark.parametrize(("codes", "refused", "holds"), HOLDS)
def test_families_up_to_ten_and_up_to_sixty(codes, refused, holds):
    """The correction must hold for the least tier that the family fits; larger ones have none."""
    design = designs.Design(1, 1, 12, 17)
    assert families._family_holds(verdicts(refused=[refused]), design, codes) == holds


def test_a_correction_that_was_not_tried_does_not_hold():
    """Without a row of it."""
    table = verdicts().filter(pl.col("method") != "holm_10")
    assert not families._family_holds(table, designs.Design(1, 1, 12, 17), 5)
