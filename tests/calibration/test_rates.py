"""The calibration: worlds are what they claim, failures are shown, what is offered holds."""

import math

import numpy as np
import polars as pl
import pytest
from framing.calibration import rates, worlds
from framing.statistics import allowed
from framing.statistics.pair import ARTICLES_AS_UNIT

ROW = {"articles": 1, "n_a": 12, "n_b": 12, "share": 0.3, "structure": "strong"}


@pytest.fixture(scope="module")
def cells():
    """Calibrate a small grid: dependent worlds of two lengths, rare and common."""
    shapes = ((12, 12), (24, 24))
    grid = [c for c in rates.grid(shapes) if c.articles in (1, 4) and c.n_a == c.n_b]
    grid = [c for c in grid if c.structure in ("strong", "clustered") and c.share in (0.05, 0.30)]
    return rates.false_positives(grid, worlds=400, seed=4)


@pytest.mark.parametrize("structure", worlds.STRUCTURES)
@pytest.mark.parametrize("share", [0.05, 0.5])
def test_worlds_have_the_share_they_claim(structure, share):
    """Worlds have the share they claim."""
    hits = worlds.hits(4000, 30, share, structure, rng=np.random.default_rng(1))
    assert set(np.unique(hits)) == {0.0, 1.0}
    by_position = hits.mean(axis=0)
    assert by_position == pytest.approx(np.full(30, share), abs=0.04)
    assert by_position.mean() == pytest.approx(share, abs=0.01)


def test_neighbours_depend_as_they_claim():
    """Neighbours depend as they claim."""
    # Bursts of length 1, 2, 3: a sentence starts one with rate s; the longer the burst the
    # likelier the next sentence shares it. Markov chains have autocorrelation .3 and .5.
    for structure, expected in (("independent", 0), ("neighbours", 0.3), ("strong", 0.5)):
        hits = worlds.hits(4000, 30, 0.3, structure, rng=np.random.default_rng(2))
        assert np.corrcoef(hits[:, 14], hits[:, 15])[0, 1] == pytest.approx(expected, abs=0.05)
    hits = worlds.hits(4000, 30, 0.3, "clustered", rng=np.random.default_rng(2))
    assert np.corrcoef(hits[:, 14], hits[:, 15])[0, 1] > 0.3
    assert np.corrcoef(hits[:, 14], hits[:, 18])[0, 1] == pytest.approx(0, abs=0.05)


def test_articles_vary_as_they_claim():
    """Articles vary as they claim."""
    # Variance of an article's share: icc p(1 − p) + (1 − icc) p(1 − p) / n.
    rng = np.random.default_rng(3)
    hits = worlds.articles(3000, 4, 24, 0.3, "independent", icc=0.1, rng=rng)
    assert hits.shape == (3000, 4, 24)
    assert hits.mean(axis=2).var() == pytest.approx(0.21 * (0.1 + 0.9 / 24), rel=0.06)


def test_words_keep_the_hits_and_the_promised_ratio():
    """Words keep the hits and the promised ratio."""
    hits = worlds.hits(2000, 24, 0.3, "independent", rng=np.random.default_rng(4))
    values, weights = worlds.words(hits, rng=np.random.default_rng(5))
    assert ((values > 0) == (hits > 0)).all()
    ratio = (values * weights).sum() / weights.sum()
    assert ratio == pytest.approx(0.3 * worlds.words_per_hit(), rel=0.03)


def test_unknown_structure_is_refused():
    """Unknown structure is refused."""
    with pytest.raises(ValueError, match="chaotic"):
        worlds.hits(2, 12, 0.3, "chaotic", rng=np.random.default_rng(1))


def test_calibration_shows_the_failures(cells):
    """Calibration shows the failures."""
    worst = (
        cells.filter(pl.col("articles") == 1)
        .group_by("method")
        .agg(pl.col("false_positives").max(), pl.col("coverage").min())
    )
    worst_of = {row["method"]: row for row in worst.to_dicts()}
    assert worst_of["g2_test"]["false_positives"] > 0.29
    assert worst_of["plain_permutation"]["false_positives"] > 0.12
    assert worst_of["percentile_bootstrap"]["coverage"] < 0.88
    assert not cells.filter(pl.col("method").is_in(rates.DEMONSTRATIONS))["offered"].any()


def test_what_is_offered_holds(cells):
    """What is offered holds."""
    offered = cells.filter("offered")
    assert set(offered["method"]) >= {"hac", "batch_means", "block_permutation", "article_t"}
    assert offered["false_positives"].max() <= rates.MOST_FALSE_POSITIVES
    for rate in ("coverage", "coverage_shifted"):
        assert offered[rate].drop_nans().min() >= rates.LEAST_COVERAGE


def test_some_interval_is_offered_in_every_cell(cells):
    """Some interval is offered in every cell."""
    spanning = cells.filter(pl.col("method").is_in(["hac", "batch_means", "article_t"]))
    each = spanning.group_by("articles", "n_a", "share", "structure", "measure")
    assert each.agg(pl.col("offered").any())["offered"].all()


def test_simulation_error_is_stated(cells):
    """Simulation error is stated."""
    row = cells.row(0, named=True)
    n = row["worlds"] * row["answered"]
    expected = math.sqrt(row["false_positives"] * (1 - row["false_positives"]) / n)
    assert row["false_positives_se"] == pytest.approx(expected)


def test_calibration_repeats_under_a_seed():
    """Calibration repeats under a seed."""
    cell = [worlds.Cell(1, 12, 12, 0.3, "strong", "words")]
    first, again, other = (rates.false_positives(cell, worlds=200, seed=seed) for seed in (1, 1, 2))
    assert first.equals(again)
    assert not first.equals(other)


def verdicts(*rows):
    """Build a table of cells that differ from `ROW` only as given."""
    base = {**ROW, "measure": "sentences", "method": "hac", "offered": True}
    return pl.DataFrame([{**base, **row} for row in rows])


def test_offered_takes_the_worst_dependence_and_measure():
    """Offered takes the worst dependence and measure."""
    table = verdicts({}, {"structure": "clustered", "offered": False})
    assert rates.offered(table, 12, 0.3) == []
    table = verdicts({}, {"measure": "words", "offered": False})
    assert rates.offered(table, 12, 0.3) == []
    assert rates.offered(table, 12, 0.3, measure="sentences") == ["hac"]


def test_offered_takes_both_shares_beside_and_mirrors():
    """Offered takes both shares beside and mirrors."""
    table = verdicts({"share": 0.1, "offered": False}, {}, {"share": 0.5})
    assert rates.offered(table, 12, 0.2) == []
    assert rates.offered(table, 12, 0.4) == ["hac"]
    assert rates.offered(table, 12, 0.7) == ["hac"]
    assert rates.offered(table, 12, 0.95) == []


def test_offered_takes_the_next_shorter_and_more_uneven_length():
    """Offered takes the next shorter and more uneven length."""
    long = {"n_a": 24, "n_b": 24}
    uneven = {"n_a": 48, "n_b": 12, "offered": False}
    table = verdicts({}, {**long, "offered": False}, uneven)
    assert rates.offered(table, 11, 0.3) == []
    assert rates.offered(table, (12, 12), 0.3) == ["hac"]
    assert rates.offered(table, (20, 12), 0.3) == []
    assert rates.offered(table, 12, 0.3) == []
    assert rates.offered(table, 30, 0.3) == []


def test_offered_takes_the_article_from_four_a_side():
    """Offered takes the article from four a side."""
    table = verdicts({}, {"articles": 4, "method": "article_t"}, {"articles": 4})
    assert rates.offered(table, 12, 0.3) == ["hac"]
    assert rates.offered(table, 12, 0.3, articles=6) == ["article_t"]


def test_design_table_agrees_with_published_sample_sizes():
    """Design table agrees with published sample sizes."""
    # Cohen (1988), table 2.4.1, two-sided .05, power .80: d = .2, .5, .8 need 393, 64, 26 a side.
    assert rates.articles_needed(0.1, 0.2) == 64
    assert rates.articles_needed(0.16, 0.2) == 26
    assert rates.articles_needed(0.04, 0.2) in (393, 394)
    assert rates.articles_needed(0.9, 0.1) == ARTICLES_AS_UNIT
    table = rates.design_table()
    assert (
        table.sort("spread", "difference")
        .group_by("spread", maintain_order=True)
        .agg(pl.col("articles").diff().drop_nulls().le(0).all())["articles"]
        .all()
    )


def test_smallest_detectable_interpolates():
    """Smallest detectable interpolates."""
    differences = np.array([0.1, 0.2, 0.3])
    assert rates.smallest_detectable(differences, np.array([0.2, 0.6, 1.0])) == pytest.approx(0.25)
    assert math.isnan(rates.smallest_detectable(differences, np.array([0.1, 0.2, 0.3])))
    assert rates.smallest_detectable(differences, np.array([0.9, 1.0, 1.0])) == 0.1


def test_power_rises_with_the_difference_and_the_length():
    """Power rises with the difference and the length."""
    short, long = (
        rates.power(
            n, n, methods=["hac"], bases=[0.05], structures=["independent"], worlds=200, seed=1
        )
        for n in (12, 48)
    )
    for table in (short, long):
        assert table["power"][-1] > 0.9 > 0.1 > table["power"][0]
    assert long["detectable"][0] < short["detectable"][0]


def test_run_returns_all_tables(monkeypatch):
    """Run returns all tables."""
    monkeypatch.setattr(rates, "LENGTHS", ((12, 12),))
    monkeypatch.setattr(rates, "SHARES", (0.3,))
    monkeypatch.setattr(rates, "ARTICLES", (4,))
    told = []

    def progress(cells):
        told.append(len(cells))
        return cells

    tables = rates.run(worlds=50, seed=1, corpus=(1, 17, 12), progress=progress)
    assert set(tables) == {"cells", "power", "design"}
    assert told == [tables["cells"]["cell"].n_unique()]
    assert tables["cells"].filter(n_a=17, n_b=12).height > 0


def test_verdicts_take_the_worst_dependence(tmp_path):
    """One dependence structure in which a method fails withholds it; what is written is read."""
    row = {"articles": 1, "n_a": 12, "n_b": 12, "measure": "words", "share": 0.3, "method": "hac"}
    covered = {"coverage": 0.95, "coverage_shifted": math.nan}
    cells = pl.DataFrame(
        [
            row | covered | {"offered": True, "false_positives": 0.02},
            row | covered | {"offered": False, "false_positives": 0.07},
        ]
    )
    table = rates.verdicts(cells)
    assert table.select("offered", "most_false_positives", "least_coverage").rows() == [
        (False, 0.07, 0.95)
    ]
    table.write_csv(tmp_path / "offered.csv")
    assert allowed.read(tmp_path / "offered.csv").rows() == [(*row.values(), False)]
