"""Which simulated designs judge a corpus, and what is said where none does."""

import polars as pl
import pytest
from framing.statistics import allowed, designs
from framing.statistics.designs import DESIGN, Design, corners_of

PLACE = {"measure": "sentences"}


def verdicts(*refused, own=()):
    """1 v 1, 1 v 4 and 4 v 4 articles of 5, 20 and 100 sentences; all hold but the refused."""
    lengths = (5, 20, 100)
    designs = [
        (a, b, n, m)
        for a, b in ((1, 1), (1, 4), (4, 4))
        for n in lengths
        for m in lengths
        if a != b or n <= m
    ]
    rows = [
        dict(zip(DESIGN, map(float, design), strict=True))
        | {"measure": "sentences", "share": share, "method": method}
        | {"own": design in own, "holds_to": 0.5 if method == "effective_n" else 0.7}
        | {"offered": (design, share, method) not in refused}
        for design in [*designs, *own]
        for share in (0.05, 0.5)
        for method in ("effective_n", "hac")
        if method == "effective_n" or design[:2] == (1, 1)
    ]
    return pl.DataFrame(rows)


def refusal(table, design, share=0.3, method="effective_n"):
    """Why a method is not offered."""
    return allowed.refusal(table, method, Design(*design), share, **PLACE)


def test_design_of_articles_by_hand():
    """20 of 24 sentences count as 20; one of 400 among 19 of 5 as 495²/(400² + 19 · 5²) = 1.53."""
    alike = Design.of([24] * 20, [24])
    assert alike == (20, 1, 24, 24)
    unlike = Design.of([400, *[5] * 19], [12])
    assert unlike.articles_a == pytest.approx(495**2 / (400**2 + 19 * 25))
    assert unlike.n_a == pytest.approx(495 / 20)


def test_designs_are_put_in_order():
    """The source with fewer articles comes first, of equal numbers the one with shorter ones."""
    assert Design(4, 1, 20, 100).ordered() == (1, 4, 100, 20)
    assert Design(1, 1, 17, 12).ordered() == (1, 1, 12, 17)
    assert Design(2.4, 300, 17.2, 900).simulated() == (2, 160, 17, 100)
    assert Design(1, 1, 17.2, 900).simulated() == (1, 1, 17, 400)


def test_corners_are_the_simulated_designs_around():
    """12 v 60 sentences lie between 5 and 20, and between 20 and 100."""
    found = corners_of(verdicts(), Design(1, 1, 12, 60))
    assert set(found) == {(1, 1, 5, 20), (1, 1, 5, 100), (1, 1, 20, 20), (1, 1, 20, 100)}


def test_a_simulated_design_is_its_own_corner():
    """Nothing around it counts."""
    assert corners_of(verdicts(), Design(1, 4, 20, 5)) == [(1, 4, 20, 5)]


def test_numbers_between_need_both_ratios_and_numbers():
    """2 v 4: one and four articles, ratios of 1 and 4 (for four only 1, the largest there)."""
    found = corners_of(verdicts(), Design(2, 4, 20, 20))
    assert set(found) == {(1, 1, 20, 20), (1, 4, 20, 20), (4, 4, 20, 20)}


def test_more_and_longer_articles_are_judged_by_the_most_and_longest():
    """40 v 60 articles of 200 sentences."""
    assert corners_of(verdicts(), Design(40, 60, 200, 200)) == [(4, 4, 100, 100)]


def test_every_corner_must_hold():
    """One refused corner, at one of the shares beside, refuses."""
    table = verdicts(((1, 1, 5, 100), 0.05, "effective_n"))
    assert refusal(table, (1, 1, 12, 60)) == (
        "effective_n does not hold its error rates in simulated articles like these"
    )
    assert refusal(table, (1, 1, 12, 60), share=0.5) == ""
    assert refusal(table, (1, 1, 20, 60)) == ""
    assert refusal(table, (1, 1, 60, 12), share=0.97) != ""


def test_what_lies_outside_says_why_and_what_helps():
    """Shorter articles, more unequal numbers, a method that was not tried."""
    table = verdicts()
    assert refusal(table, (1, 1, 4, 60)) == (
        "articles of 4 sentences are shorter than any that was simulated: "
        "run `snakemake calibration`"
    )
    assert refusal(table, (1, 1, 1, 60)).startswith("articles of 1 sentence are shorter than")
    assert refusal(table, (1, 9, 20, 20)).startswith("1 against 9 articles are more unequal")
    assert refusal(table, (4, 4, 20, 20), method="hac").startswith("hac was not tried")


def test_the_corpus_itself_decides_where_it_was_simulated():
    """The advice to calibrate leads to a verdict: yes, or no for another reason."""
    own = (1, 1, 3, 9)
    assert refusal(verdicts(own=[own]), (1, 1, 9, 3)) == ""
    table = verdicts((own, 0.05, "effective_n"), own=[own])
    assert "does not hold" in refusal(table, own)


def test_a_rarer_share_than_any_simulated_is_judged_by_the_smallest():
    """Of .05 and .5 only .05."""
    table = verdicts(((1, 1, 20, 20), 0.05, "effective_n"))
    assert refusal(table, (1, 1, 20, 20), share=0.01) != ""
    assert refusal(table, (1, 1, 20, 20), share=0.99) != ""


def test_the_strongest_dependence_in_which_a_method_holds():
    """The weakest of all corners; unknown outside."""
    found = [
        allowed.holds_to(verdicts(), method, Design(1, 1, 12, 60), 0.3, **PLACE)
        for method in ("effective_n", "hac")
    ]
    assert found == [0.5, 0.7]
    outside = allowed.holds_to(verdicts(), "hac", Design(1, 1, 2, 60), 0.3, **PLACE)
    assert outside != outside


def test_remembered_permits_say_the_same():
    """Also for the exchange, which follows from the numbers of articles."""
    permit = allowed.remember(verdicts(), "effective_n")
    assert permit(Design(1, 1, 12, 60), 0.3, "units")
    assert not permit(Design(1, 1, 2, 60), 0.3, "units")
    assert not permit(Design(1, 1, 12, 60), 0.3, "words")
    assert allowed.exchange(Design(3, 9, 20, 20)) == "block_permutation"
    assert allowed.exchange(Design(4, 9, 20, 20)) == "article_permutation"
    assert not allowed.remember(verdicts(), "exchange")(Design(1, 1, 20, 20), 0.3, "units")


def test_verdicts_are_read_as_written(tmp_path):
    """Columns that a reader adds do no harm."""
    table = verdicts()
    table.with_columns(note=pl.lit("x")).write_csv(tmp_path / "offered.csv")
    read = allowed.read(tmp_path / "offered.csv")
    assert read.equals(table.select(read.columns))


@pytest.mark.parametrize(("text", "what"), [(None, "is missing"), ("a,b\n1,2\n", "is no table")])
def test_bad_verdicts_are_an_error_in_one_line(tmp_path, text, what):
    """A missing or damaged file names the remedy."""
    path = tmp_path / "offered.csv"
    if text:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(allowed.InputError, match=f"{what}.*snakemake calibration"):
        allowed.read(path)


@pytest.mark.parametrize(
    ("design", "words"),
    [
        (Design(1, 1, 5, 4), "articles of 4 sentences are shorter"),
        (Design(1, 1, 4.25, 9), "articles of 4.25 sentences are shorter"),
        (Design(9, 2, 5, 5), "2 against 9 articles are more unequal"),
        (Design(1.4, 8.6, 5, 20), "1 against 9 articles are more unequal"),
    ],
)
def test_in_which_way_a_corpus_lies_outside(design, words):
    """Shorter than the shortest simulated article, else too unequal in number."""
    assert designs.outside(verdicts(), design) == f"{words} than any that was simulated"


@pytest.mark.parametrize(
    ("value", "around"),
    [(1, [1]), (1.5, [1, 4]), (4, [4]), (9, [9]), (0.5, [1]), (10, [9]), (4 + 1e-10, [4])],
)
def test_values_around(value, around):
    """Itself where it is known, else below and above, or the nearest."""
    assert designs.bracket([1, 4, 9], value) == around


@pytest.mark.parametrize(
    ("lengths", "design"),
    [
        (([0.2], [3]), (1, 1, 1, 3)),
        (([401], [399]), (1, 1, 399, 400)),
        (([101] * 2, [99] * 2), (2, 2, 99, 100)),
        (([10] * 200, [10]), (1, 160, 10, 10)),
    ],
)
def test_the_nearest_design_that_is_simulated(lengths, design):
    """In order, whole numbers, no more articles or sentences than are simulated."""
    assert Design.of(*lengths).simulated() == design
