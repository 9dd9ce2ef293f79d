"""The whole workflow: what it makes, what a change reruns, and that it is the same every time."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest
import rules

import workflow

pytestmark = pytest.mark.slow

EVERY_RULE = {
    "all",
    "read_corpus",
    "find_mentions",
    "measure_accuracy",
    "report_accuracy",
    "write_coding_sheets",
    "compare_frames",
    "run_multiverse",
    "check_sensitivity",
    "report_robustness",
    "measure_lexicon",
    "model_sentences",
    "draw_overview",
    "draw_comparison",
    "draw_lexicon",
    "write_gallery",
    "judge_findings",
    "word_findings",
    "write_tables",
    "bind_tables",
    "write_numbers",
    "write_manuscript",
    "write_evidence",
    "write_exchange",
}

FORMATS = ("pdf", "svg", "png", "md", "alt.txt", "csv")
# Rebuilt by `snakemake calibration` and `snakemake correction_calibration`, not by `all`.
ON_DEMAND = {"calibration", "power", "design", "sample_size"}


def files(place, folder):
    """Contents of the files of a folder, by name."""
    paths = [path for path in sorted((place / folder).rglob("*")) if path.is_file()]
    return {path.relative_to(place / folder).as_posix(): path.read_bytes() for path in paths}


def drop_on_demand(found):
    """Files without those that are rebuilt on demand only."""
    return {
        name: b for name, b in found.items() if Path(name).name.partition(".")[0] not in ON_DEMAND
    }


@pytest.fixture(scope="module")
def spare(mini, tmp_path_factory):
    """A copy of the finished run to change, with the times of its files."""
    return shutil.copytree(mini, tmp_path_factory.mktemp("spare") / "mini")


def test_everything_is_made(mini):
    """Each figure in three formats with its texts and table, each table with its caption."""
    figures, tables = files(mini, "figures"), files(mini, "tables")
    stems = {name.partition(".")[0] for name in figures}
    assert len(stems) >= 7
    for stem in stems - {"README", "evidence"}:
        assert {f"{stem}.{ending}" for ending in FORMATS} <= set(figures)
    assert "evidence.html" in figures
    assert {"numbers.csv", "numbers.tex"} <= set(tables)
    assert {"manuscript.pdf", "manuscript.docx"} <= set(files(mini, "paper"))
    stems = {name.removesuffix(".csv") for name in tables if name.endswith(".csv")} - {"numbers"}
    assert len(stems) >= 20
    for stem in stems:
        assert {f"{stem}.tex", f"captions/{stem}.md"} <= set(tables)
    assert {"all.tex", "tables.docx", "tables.html", "tables.xlsx", "findings.md"} <= set(tables)
    assert all(figures.values())
    assert all(tables.values())


def test_second_run_does_nothing(spare):
    """Nothing is left to do after a run."""
    assert workflow.planned(spare) == set()


def test_clone_rebuilds_everything(mini, tmp_path):
    """Committed figures and tables without results/ do not count as up to date."""
    place = workflow.copy_project(tmp_path)
    for folder in ("figures", "tables"):
        shutil.copytree(mini / folder, place / folder)
    assert workflow.planned(place) >= EVERY_RULE


def edit(path):
    """Change a file's content at its end and let its time be later; returns the old content."""
    old = path.read_bytes()
    path.write_bytes(old + b"\n# changed\n" if path.suffix == ".py" else changed_sheet(old))
    return old


def changed_sheet(old):
    """The sheet with its last note changed."""
    return old.rstrip(b"\n") + b" changed\n"


@pytest.mark.parametrize(
    ("file", "reruns", "spares"),
    [
        (
            "data/codebook/cues/violation.tsv",
            {"find_mentions", "compare_frames", "draw_comparison", "write_tables"},
            {"read_corpus"},
        ),
        (
            "analysis/framing/plots/responsibility.py",
            {"draw_comparison"},
            {"read_corpus", "find_mentions", "compare_frames", "draw_overview", "write_tables"},
        ),
        (
            "analysis/framing/topics/fit.py",
            {"model_sentences", "draw_lexicon", "draw_overview"},
            {"read_corpus", "find_mentions", "compare_frames", "draw_comparison"},
        ),
        ("analysis/framing/texts/text.py", EVERY_RULE, set()),
        (
            "data/codebook/languages/ar/stopwords.txt",
            {"read_corpus", "measure_lexicon"},
            set(),
        ),
    ],
)
def test_a_change_reruns_what_depends_on_it(spare, file, reruns, spares):
    """A cue, a module, a stop word: the rules that use it run again, the others do not."""
    path = spare / file
    dates, old = path.stat(), edit(path)
    try:
        planned = workflow.planned(spare)
    finally:
        path.write_bytes(old)
        os.utime(path, ns=(dates.st_atime_ns, dates.st_mtime_ns))
    assert reruns <= planned
    assert not spares & planned


def test_a_setting_reruns_what_depends_on_it(spare):
    """The node of the collocates concerns the lexicon, not the frames."""
    (spare / "question.yaml").write_text("lexicon: {node: war}\n", encoding="utf-8")
    planned = workflow.planned(spare, "--configfile", "question.yaml")
    assert "measure_lexicon" in planned
    assert not {"read_corpus", "find_mentions", "compare_frames"} & planned


def test_every_rule_names_its_modules():
    """Snakemake watches the script of a rule, not the package: each rule lists what it imports."""
    for path in sorted((workflow.ROOT / "workflow" / "rules").glob("*.smk")):
        text = path.read_text(encoding="utf-8")
        for part in text.split("\nrule ")[1 if text.startswith("rule ") is False else 0 :]:
            name = part.removeprefix("rule ").partition(":")[0].strip()
            if "script:" in part:
                assert f'modules("{name}")' in part, name
                assert f"scripts/{name}.py" in part, name


def test_identical_texts_differ_by_zero(tmp_path):
    """Both sources with one text: no difference in any frame, no concept that marks either."""
    place = workflow.copy_project(tmp_path)
    text = workflow.MINI["arabic"]
    workflow.use_articles(place, {"hebrew": text, "arabic": text})
    targets = ["results/comparison/contrasts.parquet", "results/lexicon/concepts.parquet"]
    rules.build(place, rules.read_config(place), *targets)
    contrasts = pl.read_parquet(place / "results/comparison/contrasts.parquet")
    assert contrasts["estimate"].abs().max() == 0
    assert pl.read_parquet(place / "results/lexicon/concepts.parquet")["log_ratio"].abs().max() == 0


def rebuild_by_snakemake(place):
    """The usual way, on two cores."""
    run = workflow.snakemake(
        place, "--cores", "2", TZ="America/New_York", LC_ALL="C.UTF-8", PYTHONHASHSEED="2"
    )
    assert run.returncode == 0, run.stdout + run.stderr


def rebuild_in_one_process(place):
    """One rule after the other; what a rule leaves behind in Python reaches the next ones."""
    code = "import rules; rules.build(Path(), rules.read_config(Path()))"
    search = os.pathsep.join([str(workflow.ROOT / "tests"), os.environ.get("PYTHONPATH", "")])
    env = {"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "1", "PYTHONPATH": search}
    command = [sys.executable, "-c", f"from pathlib import Path; {code}"]
    run = subprocess.run(command, cwd=place, env=os.environ | env, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("rebuild", [rebuild_by_snakemake, rebuild_in_one_process])
def test_rebuild_is_identical(tmp_path, rebuild):
    """A rebuild elsewhere gives every committed figure, table and manuscript, byte for byte."""
    place = workflow.copy_project(tmp_path)
    for path in (workflow.ROOT / "tables").rglob("*.*"):
        if path.stem in ON_DEMAND:  # the bound tables hold them
            target = place / path.relative_to(workflow.ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)
    rebuild(place)
    for folder in ("figures", "tables", "paper"):
        committed, rebuilt = files(workflow.ROOT, folder), files(place, folder)
        committed, rebuilt = (drop_on_demand(found) for found in (committed, rebuilt))
        assert sorted(committed) == sorted(rebuilt)
        assert [name for name in committed if committed[name] != rebuilt[name]] == []
