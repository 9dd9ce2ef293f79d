"""Contrasts by family: what is given, what is withheld and why, on hand-made articles."""

import math

import polars as pl
import pytest
from framing.statistics import allowed, corrections, families

SOURCES = ["first", "second"]
OPTIONS = {"method": "hac", "smoothing": 0.5, "prior": 50}
METHODS = ("hac", "batch_means", "block_permutation", "article_t", "article_permutation")


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


def verdicts(refused=(), articles=(1, 4), n=6):
    """Verdicts for articles of `n` sentences or more: every method is offered but the refused."""
    return pl.DataFrame(
        {
            "articles": number,
            "n_a": n_a,
            "n_b": n,
            "measure": measure,
            "share": share,
            "method": method,
            "offered": method not in refused,
        }
        for number in articles
        for n_a in (n, 4 * n)
        for measure in families.MEASURES
        for share in (0.05, 0.5)
        for method in METHODS
    )


def contrasts(hits, table=None, sources=SOURCES, **options):
    """The contrasts of all codes as one family, those of sentences first."""
    units, coded = corpus(hits)
    family = {"frames": ("frame", list(hits))}
    table = verdicts() if table is None else table
    return families.contrasts(
        units, {"frame": coded}, family, sources, table, **(OPTIONS | options)
    )


TWO = {
    "a": {"x": [1, 1, 1, 1, 1, 1, 1, 1], "y": [0, 0, 0, 0, 0, 0, 0, 0]},
    "b": {"x": [0, 1, 0, 0, 1, 0, 1, 0], "y": [1, 0, 0, 1, 0, 0, 0, 1]},
}


def test_exchanges_by_hand():
    """All hits on one side: 2 of the 70 exchanges of four blocks are as far."""
    row = contrasts(TWO).row(0, named=True)
    assert (row["share_first"], row["share_second"], row["estimate"]) == (1, 0, 1)
    assert row["p_permutation"] == row["floor_permutation"] == pytest.approx(2 / 70)
    assert row["p_max_t"] == pytest.approx(2 / 70)
    assert row["floor"] == 1


def test_max_t_is_never_below_the_single_p():
    """Correction over the family can only raise p."""
    table = contrasts(TWO | {"c": {"x": [1, 1, 1, 0] * 2, "y": [0, 0, 0, 1] * 2}})
    assert (table["p_max_t"] >= table["p_permutation"] - 1e-12).all()
    assert table["p_max_t"].is_not_nan().all()


def test_bh_is_taken_within_family_and_measure():
    """The p-values of sentences and of words are corrected apart."""
    table = contrasts(TWO)
    for measure in families.MEASURES:
        part = table.filter(measure=measure)
        assert part["p_bh"].to_list() == pytest.approx(corrections.bh(part["p"]).tolist())


def test_contrasts_flip_with_the_sources():
    """Swapping the sources flips every sign, mirrors the interval and keeps every p."""
    one, two = contrasts(TWO), contrasts(TWO, sources=SOURCES[::-1])
    for column in ("estimate", "log_ratio", "log_odds"):
        assert one[column].to_list() == pytest.approx([-value for value in two[column]])
    assert one["low"].to_list() == pytest.approx([-value for value in two["high"]])
    for column in ("p", "p_bh", "p_permutation", "p_max_t"):
        assert one[column].to_list() == pytest.approx(two[column].to_list())


def test_identical_texts_differ_by_zero():
    """The same hits on both sides: no difference, and no exchange is less far."""
    same = {"a": {"x": [1, 0, 0, 1, 0, 0, 1, 0], "y": [1, 0, 0, 1, 0, 0, 1, 0]}}
    table = contrasts(same)
    assert table["estimate"].to_list() == [0, 0]
    assert table["p_permutation"].to_list() == [1, 1]


@pytest.mark.parametrize("measure", families.MEASURES)
def test_a_method_that_is_not_offered_says_nothing(measure):
    """The difference stays; interval and p are withheld, with the reason."""
    row = contrasts(TWO, verdicts(refused=["hac"])).filter(measure=measure).row(1, named=True)
    assert row["estimate"] == 0
    assert all(math.isnan(row[name]) for name in ("low", "high", "p", "p_bh"))
    assert row["reason"] == "hac does not hold its error rates in simulated articles like these"
    assert not math.isnan(row["p_permutation"])
    other = contrasts(TWO, verdicts(refused=["hac"]), method="batch_means")
    assert other["low"].is_not_nan().all()
    assert other["reason"].to_list() == [""] * 4


def test_an_exchange_that_is_not_offered_says_nothing():
    """Neither p of an exchange, nor its floor, where blocks may not be exchanged."""
    table = contrasts(TWO, verdicts(refused=["block_permutation"]))
    for name in ("p_permutation", "p_max_t", "floor_permutation"):
        assert table[name].is_nan().all()
    assert table["p"].is_not_nan().all()


def test_articles_shorter_than_calibrated_get_no_interval():
    """No verdict for eight sentences: the reason names the remedy."""
    row = contrasts(TWO, verdicts(n=12)).row(1, named=True)
    assert math.isnan(row["low"])
    assert row["reason"].startswith("no calibration for articles of 8 and 8 sentences: run")


def test_the_article_becomes_the_unit():
    """Four articles a side: Welch's t and exchanged articles, from their own verdicts."""
    hits = {f"x{k}": [1] * (4 + k % 2) + [0] * 3 for k in range(4)}
    hits |= {f"y{k}": [0] * 6 + [k % 2] for k in range(4)}
    table = contrasts({"a": hits})
    assert table["method"].to_list() == ["articles: Welch t"] * 2
    assert table["p_permutation"].to_list() == pytest.approx([2 / 70] * 2)
    assert table["floor"].to_list() == table["floor_permutation"].to_list()
    withheld = contrasts({"a": hits}, verdicts(refused=["article_t"]))
    assert withheld["p"].is_nan().all()
    assert "article_t" in withheld["reason"][0]
    assert contrasts({"a": hits}, verdicts(refused=["hac", "block_permutation"])).equals(table)


def test_the_order_of_the_articles_does_not_matter():
    """Two articles a side, given in either order."""
    hits = {"x1": [1, 1, 0, 0, 1, 0], "x2": [0, 0, 0, 1, 0, 0, 1]}
    hits |= {"y1": [0, 0, 1, 0, 0, 0], "y2": [0, 1, 0, 0, 0, 0]}
    one = contrasts({"a": hits})
    assert one.equals(contrasts({"a": dict(reversed(hits.items()))}))
    assert one["method"][0].startswith("sentences")


def test_members_are_carried_by_enough_sentences():
    """Of codes in 8, 6 and 0 sentences a family with `least: 7` has one, `least: 0` has all."""
    units, coded = corpus(TWO)
    for least, expected in ((0, ["a", "b", "c"]), (7, ["a"])):
        declared = {"frames": {"kind": "frame", "least": least}}
        found = families.members(units, {"frame": coded}, {"frame": ["a", "b", "c"]}, declared)
        assert found == {"frames": ("frame", expected)}


@pytest.mark.parametrize(("text", "what"), [(None, "is missing"), ("a,b\n1,2\n", "is no table")])
def test_bad_verdicts_are_an_error_in_one_line(tmp_path, text, what):
    """A missing or damaged file names the remedy."""
    path = tmp_path / "offered.csv"
    if text:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(allowed.InputError, match=f"{what}.*snakemake calibration"):
        allowed.read(path)
