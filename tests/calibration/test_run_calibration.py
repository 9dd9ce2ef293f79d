"""The calibration as a rule, and what the study makes of its verdicts."""

import re

import polars as pl
import pytest
import rules
from framing.calibration import grid, rates, verdicts
from framing.statistics import allowed, families
from framing.statistics.designs import Design

import workflow

pytestmark = pytest.mark.slow

RULES = {"run_calibration", "judge_methods", "measure_power", "report_calibration", "audit_methods"}
AGAIN = (2, 97, 310, 620, 901, 1300, 1500)  # cells of all sorts, simulated again
OWN = Design(1, 1, 12, 17)  # of the two articles
FEWER = {  # designs than in the grid of the project: all that a copy needs
    "LENGTHS": "(5, 12)",
    "FEWER_LENGTHS": "(5, 12)",
    "LENGTHS_OF_SEVERAL": "(5, 12)",
    "SEVERAL": "((1, 4), (4, 4))",
}


def make_small(place):
    """Let the calibration of a copy of the project take seconds."""
    config = place / "config" / "config.yaml"
    text = config.read_text(encoding="utf-8")
    for name, value in (("worlds", 50), ("unseen", 3)):
        text, found = re.subn(rf"(\n  {name}: )\d+(  +# (simul|random))", rf"\g<1>{value}\2", text)
        assert found == 1
    config.write_text(text, encoding="utf-8")
    module = place / "analysis" / "framing" / "calibration" / "grid.py"
    code = module.read_text(encoding="utf-8")
    for name, value in FEWER.items():
        code, found = re.subn(rf"(?s)\n{name} = \(.*?\n(?=[A-Z\n])", f"\n{name} = {value}\n", code)
        assert found == 1, name
    module.write_text(code, encoding="utf-8")


def committed():
    """Every cell and method as committed."""
    return pl.read_csv(workflow.ROOT / "figures" / "calibration.csv")


def run(place, cores):
    """Calibrate the mini corpus in a fresh directory."""
    workflow.copy_project(place)
    workflow.use_articles(place, workflow.MINI)
    make_small(place)
    environment = {"PYTHONHASHSEED": cores, "PYTHONPATH": str(place / "analysis")}  # its own grid
    done = workflow.snakemake(place, "calibration", "--cores", cores, **environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return place, done


@pytest.fixture(scope="module")
def calibrated(tmp_path_factory):
    """A finished calibration of the mini corpus, on two cores."""
    return run(tmp_path_factory.mktemp("two"), "2")


def test_calibration_makes_tables_figure_and_verdicts(calibrated):
    """Tables, figure, verdicts, and a bar on the terminal."""
    place, done = calibrated
    for name in ("calibration", "power", "design"):
        for ending in ("csv", "tex"):
            assert (place / "tables" / f"{name}.{ending}").stat().st_size > 0
    for ending in ("pdf", "svg", "png", "md", "csv"):
        assert (place / "figures" / f"calibration.{ending}").stat().st_size > 0
    cells = pl.read_csv(place / "figures" / "calibration.csv")
    assert cells["worlds"].min() == 50
    assert set(cells["n_a"]) | set(cells["n_b"]) == {5, 12}
    single = cells.filter(articles_b=1, n_a=5, n_b=5, method="effective_n")
    assert single["share"].unique().to_list() == list(grid.SHARES)
    assert "cells, part 2: 100%" in done.stderr


def test_calibration_does_not_depend_on_the_cores(calibrated, tmp_path):
    """One core and two give the same bytes."""
    two, (one, _) = calibrated[0], run(tmp_path, "1")
    names = ["config/offered.csv"]
    names += [f"tables/{stem}.csv" for stem in ("calibration", "power", "design")]
    names += [f"figures/calibration.{ending}" for ending in ("csv", "md", "pdf", "svg", "png")]
    assert [name for name in names if (one / name).read_bytes() != (two / name).read_bytes()] == []


def test_the_study_follows_new_verdicts_but_never_calibrates(calibrated):
    """New verdicts rerun the contrasts; a changed method does not start the simulation."""
    place, _ = calibrated
    done = workflow.snakemake(place, "results/comparison/contrasts.parquet")
    assert done.returncode == 0, done.stdout + done.stderr
    assert workflow.planned(place, "results/comparison/contrasts.parquet") == set()
    path = place / "config" / "offered.csv"
    path.write_text(path.read_text().replace("true", "false"))
    module = place / "analysis" / "framing" / "statistics" / "intervals.py"
    module.write_text(module.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
    planned = workflow.planned(place)
    assert "compare_frames" in planned
    assert not RULES & planned
    assert planned.isdisjoint({"read_corpus", "find_mentions"})
    done = workflow.snakemake(place, "results/comparison/contrasts.parquet")
    assert done.returncode == 0, done.stdout + done.stderr
    table = pl.read_parquet(place / "results/comparison/contrasts.parquet")
    assert table["low"].is_nan().all()
    assert (table["reason"] != "").all()


def test_missing_verdicts_end_the_study_in_one_line(tmp_path):
    """Without verdicts no interval is guessed: the error says what to do."""
    place = workflow.copy_project(tmp_path)
    workflow.use_articles(place, workflow.MINI)
    (place / "config" / "offered.csv").unlink()
    done = workflow.snakemake(place, "results/comparison/contrasts.parquet")
    assert done.returncode != 0
    assert "error: config/offered.csv: is missing; restore it" in done.stdout + done.stderr


def article(hits, name):
    """Twelve short Arabic sentences, `hits` of them on civilians killed."""
    sentences = [f"قتل مدنيون {name}{n}." for n in range(hits)]
    sentences += [f"تحدث رجل {name}{n}." for n in range(12 - hits)]
    return "ar", " ".join(sentences[::2] + sentences[1::2])


def test_several_articles_of_a_source(tmp_path):
    """From texts to the contrasts of 5 + 5 articles: all sentences count, articles may differ."""
    place = workflow.copy_project(tmp_path)
    texts = {f"hebrew_{n}": article(5 + n % 3, f"ا{n}") for n in range(5)}
    texts |= {f"arabic_{n}": article(n % 2, f"ب{n}") for n in range(5)}
    workflow.use_articles(place, texts)
    target = "results/comparison/contrasts.parquet"
    rules.build(place, rules.read_config(place), target)
    table = pl.read_parquet(place / target)
    (row,) = table.filter(family="frames", code="civilian_harm", measure="sentences").to_dicts()
    assert row["estimate"] == pytest.approx((5 + 6 + 7 + 5 + 6) / 60 - 2 / 60)
    assert row["p"] < 0.01 < row["low"]
    assert row["answer"] == "different"
    assert row["floor"] == pytest.approx(2 / 252, abs=1e-6)
    assert not row["reason"]


def test_committed_calibration_shows_the_failures_and_what_holds():
    """At least 2,000 worlds a cell; usual practice fails; what is offered stays in the limits."""
    cells = committed()
    assert cells["worlds"].min() >= 2000
    worst = {
        row["method"]: row
        for row in cells.group_by("method")
        .agg(pl.col("false_positives").max(), pl.col("least_coverage").min())
        .iter_rows(named=True)
    }
    assert worst["g2_test"]["false_positives"] > 0.29
    assert worst["plain_permutation"]["false_positives"] > 0.15
    assert worst["percentile_bootstrap"]["least_coverage"] < 0.80
    assert worst["welch_t"]["false_positives"] > 0.15
    offered = cells.filter(verdict="offered")
    assert offered["false_positives"].max() <= verdicts.MOST_FALSE_POSITIVES
    assert offered["least_coverage"].drop_nulls().min() >= verdicts.LEAST_COVERAGE
    assert set(offered["method"]).isdisjoint(rates.FAILING)


def test_committed_verdicts_are_those_of_the_committed_cells():
    """config/offered.csv follows from figures/calibration.csv."""
    read = allowed.read(workflow.ROOT / "config" / "offered.csv")
    again = verdicts.verdicts(verdicts.judge(committed()), OWN).select(read.columns)
    assert again.cast(read.schema).equals(read)


@pytest.mark.parametrize("share", [0.02, 0.07, 0.2, 0.4, 0.5, 0.8])
@pytest.mark.parametrize("measure", families.MEASURES)
def test_the_method_of_the_study_is_offered_for_its_articles(share, measure):
    """The two articles of 17 and 12 sentences get an interval at every share."""
    table = allowed.read(workflow.ROOT / "config" / "offered.csv")
    design = Design(1, 1, 17, 12)
    assert allowed.refusal(table, "effective_n", design, share, measure=measure) == ""


def test_committed_rates_are_those_of_the_present_code():
    """Some cells simulated again give the committed rates: the verdicts are not stale."""
    table, config = committed(), (workflow.ROOT / "config/config.yaml").read_text(encoding="utf-8")
    seed = int(config.partition("\nseed: ")[2].split()[0])
    cells = grid.cells(OWN)
    for number in AGAIN:
        cell = cells[number]._asdict()
        found = table.filter(**cell).filter(~pl.col("method").str.starts_with("holm"))
        worlds = found["worlds"][0]
        again = rates.measure(cells, worlds=worlds, seed=seed, part=(number, len(cells)))
        for rate in ("false_positives", "coverage"):
            assert found[rate].fill_nan(None).to_list() == pytest.approx(
                again[rate].fill_nan(None).to_list(), abs=1e-6
            )
