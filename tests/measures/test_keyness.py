"""Keyness of words against a language and of concepts between sources."""

import math

import polars as pl
import pytest
from framing.measures import keyness
from framing.statistics import effects


def items(**counts):
    """An item table: source → item → how often."""
    rows = [
        {"source": source, "item": item, "lemma": item.title(), "form": f"{item}-{source}"}
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
    assert (rows["aid"]["form_first"], rows["aid"]["form_second"]) == ("", "aid-two")
    assert table["item"].to_list() == ["call", "un", "aid", "war"]
    assert table["z"].is_sorted(descending=True)


def test_equal_items_are_sorted_by_name_and_show_their_longest_form():
    """Two items of the same counts; one has two forms, each once."""
    rows = [("one", "b", "x"), ("one", "b", "xyz"), ("one", "a", "y"), ("one", "a", "y")]
    table = pl.DataFrame(rows, schema=["source", "item", "form"], orient="row")
    found = keyness.between(table, "one", "two")
    assert found.select("item", "count_first", "form_first").rows() == [
        ("a", 2, "y"),
        ("b", 2, "xyz"),
    ]
    assert found["z"].n_unique() == 1


def test_between_uses_the_pooled_prior():
    """Prior of 50 mentions shared out as the pool: call 6/20, war 8/20, un 4/20, aid 2/20."""
    table = keyness.between(BOTH, "one", "two", prior=50).sort("item")
    expected = effects.log_odds_prior([0, 6, 2, 2], [2, 0, 2, 6], [5, 15, 10, 20])
    assert table["delta"].to_list() == pytest.approx(list(expected.delta))
    assert table["z"].to_list() == pytest.approx(list(expected.z))


def test_exchanging_the_sources_changes_every_sign():
    """Exchanging the sources changes the signs only."""
    ahead = keyness.between(BOTH, "one", "two").sort("item")
    back = keyness.between(BOTH, "two", "one").sort("item")
    for column in ("log_ratio", "delta", "z"):
        assert ahead[column].to_list() == pytest.approx([-v for v in back[column]])
    different = ahead["log_ratio"] != 0
    assert ahead.filter(different)["g2"].to_list() == pytest.approx(
        [-v for v in back.filter(different)["g2"]]
    )


def test_identical_sources_differ_by_nothing():
    """The same counts in both: every effect size is zero."""
    same = items(one={"a": 3, "b": 5}, two={"a": 3, "b": 5})
    table = keyness.between(same, "one", "two")
    for column in ("log_ratio", "delta", "z"):
        assert table[column].to_list() == pytest.approx([0, 0])
    assert table["g2"].to_list() == pytest.approx([0, 0], abs=1e-6)


def test_a_minimum_hides_rows_but_not_totals():
    """Items below the minimum have no row; their mentions still count in the totals."""
    table = keyness.between(BOTH, "one", "two", minimum=7)
    assert table["item"].to_list() == ["war"]
    assert table["total_first"][0] == 10


def test_against_language_by_hand():
    """`war` 4 of 8 words; 100 in ten million (1e-5 of all) in general.

    log2((4.5 / 9) / (100.5 / 10000001)); expected in 8 words: 8e-5.
    """
    found = items(one={"war": 4, "aid": 4})
    table = keyness.against_language(found, {"war": 1e-5, "aid": 0.004})
    war = table.row(0, named=True)
    assert (war["item"], war["lemma"], war["form"]) == ("war", "War", "war-one")
    assert (war["count"], war["total"], war["covered"]) == (4, 8, True)
    assert war["log_ratio"] == pytest.approx(math.log2(0.5 / (100.5 / 10_000_001)))
    assert war["general"] == pytest.approx(8e-5)
    assert table["item"].to_list() == ["war", "aid"]


def test_a_word_that_the_list_lacks_is_as_rare_as_its_rarest():
    """The same effect as at 1 in 100 million, but marked."""
    found = items(one={"new": 2, "old": 2})
    rows = {
        row["item"]: row
        for row in keyness.against_language(found, {"new": 0.0, "old": 1e-8}).iter_rows(named=True)
    }
    assert (rows["new"]["covered"], rows["old"]["covered"]) == (False, True)
    assert rows["new"]["log_ratio"] == rows["old"]["log_ratio"]
    assert rows["new"]["general"] == pytest.approx(4e-8)


def test_a_word_as_frequent_as_usual_is_not_key():
    """Half of the words here and in general."""
    found = items(one={"war": 5, "of": 5})
    table = keyness.against_language(found, {"war": 0.5, "of": 0.5}, smoothing=0)
    assert table["log_ratio"].to_list() == pytest.approx([0, 0])
    assert table["delta"].to_list() == pytest.approx([0, 0], abs=1e-3)
    assert keyness.against_language(found, {"war": 0.5, "of": 0.5}, minimum=6).height == 0


def test_the_lemma_is_its_commonest_spelling():
    """Two spellings of one item, the second in two of three places."""
    words = pl.DataFrame({"item": ["a"] * 3, "lemma": ["A", "a", "a"], "form": ["x", "y", "z"]})
    assert keyness.against_language(words, {"a": 0.1})["lemma"].to_list() == ["a"]
