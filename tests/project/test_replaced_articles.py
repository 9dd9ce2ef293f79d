"""Who replaces the articles can still run the tests: those of the study's own are skipped."""

import subprocess
import sys

import pytest

import workflow

OTHERS = {"hebrew": ("he", "אכלנו לחם."), "arabic": ("ar", "أكلنا الخبز.")}


def test_the_study_is_known(tmp_path):
    """By names and hashes of its articles."""
    if not workflow.is_the_study():
        pytest.skip("the articles were replaced")
    workflow.use_articles(workflow.copy_project(tmp_path), OTHERS)
    assert not workflow.is_the_study(tmp_path)


def test_tests_of_the_study_are_skipped(tmp_path):
    """In a folder with other articles, where they would fail: no file of the study is there."""
    for part in ("tests", "pyproject.toml", "analysis", "README.md"):
        (tmp_path / part).symlink_to(workflow.ROOT / part)
    data = tmp_path / "data"
    (data / "raw").mkdir(parents=True)
    workflow.use_articles(tmp_path, OTHERS)
    files = ["paper/test_evidence_page.py", "texts/test_suspicion.py", "paper/test_readme.py"]
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-m", "study"]
    run = subprocess.run(
        [*command, *(f"tests/{file}" for file in files)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout
    assert " passed" not in run.stdout
