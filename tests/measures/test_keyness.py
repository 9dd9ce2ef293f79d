"""Keyness of words against a language and of concepts between sources."""

import math

import polars as pl
import pytest
from framing.measures import keyness
from framing.statistics import effects


def items(**counts):
    """Items."""
    rows = [
        {"source": source, "item": item, "form": f"{item}-{source}", "stop": item == "of"}
        for source, words in counts.items()
        for item, n in words.items()
        for _ in range(n)
    ]
    return pl.DataFrame(rows)


BOTH = items(one={"call": 6, "war": 2, "un": 2}, two={"war": 6, "un": 2, "aid": 2})


def test_between_by_hand():
    """war, 2 of 10 against 6 of 10 mentions: log2((2.5 / 11) / (6.5 / 11)) = log2(.3846)."""
    table = keyness.between(BOTH, "one", "two")
    rows = {row["item"]: row for row in table.iter_rows(named=True)}
    war = rows["war"]
    assert (war["count_first"], war["count_second"], war["total_first"]) == (2, 6, 10)
    assert war["log_ratio"] == pytest.approx(math.log2(2.5 / 6.5))
    assert rows["un"]["log_ratio"] == 0
    assert (rows["call"]["form_first"], rows["call"]["form_second"]) == ("call-one", "")
    assert table["item"].to_list() == ["call", "un", "war", "aid"]
    assert table["log_ratio"].is_sorted(descending=True)


def test_between_uses_the_pooled_prior():
    """Prior of 50 mentions shared out as the pool: call 6/20, war 8/20, un 4/20, aid 2/20."""
    table = keyness.between(BOTH, "one", "two", prior=50).sort("item")
    expected = effects.log_odds_prior([0, 6, 2, 2], [2, 0, 2, 6], [5, 15, 10, 20])
    assert table["delta"].to_list() == pytest.approx(list(expected.delta))
    assert table["z"].to_list() == pytest.approx(list(expected.z))


def test_swapping_the_sources_flips_every_sign():
    """Swapping the sources flips every sign."""
    ahead = keyness.between(BOTH, "one", "two").sort("item")
    back = keyness.between(BOTH, "two", "one").sort("item")
    for column in ("log_ratio", "delta", "z"):
        assert ahead[column].to_list() == pytest.approx([-v for v in back[column]])
    different = ahead["log_ratio"] != 0
    assert ahead.filter(different)["g2"].to_list() == pytest.approx(
        [-v for v in back.filter(different)["g2"]]
    )


def test_identical_sources_differ_by_nothing():
    """Identical sources differ by nothing."""
    same = items(one={"a": 3, "b": 5}, two={"a": 3, "b": 5})
    table = keyness.between(same, "one", "two")
    for column in ("log_ratio", "delta", "z"):
        assert table[column].to_list() == pytest.approx([0, 0])
    assert table["g2"].to_list() == pytest.approx([0, 0], abs=1e-6)


def test_a_minimum_hides_rows_but_not_totals():
    """A minimum hides rows but not totals."""
    table = keyness.between(BOTH, "one", "two", minimum=7)
    assert table["item"].to_list() == ["war"]
    assert table["total_first"][0] == 10


def test_against_language_by_hand():
    """`war` 4 times in 8 words; 100 times in a million in general.

    log2((4.5 / 9) / (100.5 / 1000001)) = log2(4975.13) = 12.28; expected here 8 · 100 / 10^6.
    """
    found = items(one={"war": 4, "of": 4})
    table = keyness.against_language(found, {"war": 100, "of": 40_000}, size=1_000_000)
    war = table.row(0, named=True)
    assert (war["item"], war["count"], war["total"], war["stop"]) == ("war", 4, 8, False)
    assert war["log_ratio"] == pytest.approx(math.log2(0.5 / (100.5 / 1_000_001)))
    assert war["general"] == pytest.approx(0.0008)
    assert table["z"].is_sorted(descending=True)
    assert table.filter(pl.col("item") == "of")["stop"][0]


def test_a_word_as_frequent_as_usual_is_not_key():
    """A word as frequent as usual is not key."""
    found = items(one={"war": 5, "of": 5})
    table = keyness.against_language(found, {"war": 500, "of": 500}, size=1000, smoothing=0)
    assert table["log_ratio"].to_list() == pytest.approx([0, 0])
    assert table["delta"].to_list() == pytest.approx([0, 0], abs=1e-3)


@pytest.fixture
def tiny_list(monkeypatch):
    """A word list of three buckets: shares 1, 10^-.01 and 10^-.02."""
    monkeypatch.setattr(
        keyness, "get_frequency_list", lambda _: [["הבית", "Bet"], [], ["בית", "bet"]]
    )


def test_general_counts_fold_variants_and_add_prefixed_forms(tiny_list):
    """General counts fold variants and add prefixed forms."""
    least = 10 ** (-0.02)
    counts = keyness.general_counts(["בית", "bet", "new"], "he", fold=str.lower, size=100)
    assert counts == pytest.approx(
        {"בית": 100 * least, "bet": 100 * (1 + least), "new": 100 * keyness.RAREST}
    )
    prefixed = keyness.general_counts(["בית"], "he", proclitics=["ה", "ו"], size=100)
    assert prefixed["בית"] == pytest.approx(100 * (1 + least))


def test_general_counts_of_a_real_list():
    """General counts of a real list."""
    counts = keyness.general_counts(["של", "הפוגה"], "he")
    assert counts["של"] > 1000 * counts["הפוגה"] > 0
