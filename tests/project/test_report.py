"""`snakemake --report`: every figure and table with its caption, in one page that works offline."""

import json
import re

import chromium
import pytest

import workflow

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def report(mini):
    """The page, and its results by file."""
    run = workflow.snakemake(mini, "--report", "report.html")
    assert run.returncode == 0, run.stdout + run.stderr
    path = mini / "report.html"
    found = re.search(r"var results = (\{.*?\});?\n", path.read_text(encoding="utf-8"))
    return path, json.loads(found[1])


def made(place, pattern):
    """Files of a finished run that match the pattern, by their path in it."""
    return {path.relative_to(place).as_posix() for path in place.glob(pattern)}


def test_every_figure_and_table(mini, report):
    """As many as the run made, each with the caption that it wrote."""
    results = report[1]
    tables = made(mini, "tables/*.csv") - {"tables/numbers.csv"}
    assert {name for name in results if name.endswith(".svg")} == made(mini, "figures/*.svg")
    assert {name for name in results if name.endswith(".csv")} == tables
    others = {"figures/evidence.html", "tables/tables.html", "paper/manuscript.pdf"}
    assert others <= set(results)
    for name, result in results.items():
        assert re.search(r"\w", re.sub(r"<.*?>", "", result["caption"])), name
        assert result["labels"], name
    caption = (mini / "figures/overview.md").read_text(encoding="utf-8")
    assert caption.split("**")[1][:40] in results["figures/overview.svg"]["caption"]


def test_opens_offline(report):
    """Chromium shows findings and categories without a request for another file."""
    with chromium.browser() as browser:
        page = browser.new_page()
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(report[0].as_uri())
        page.get_by_text("Tables", exact=True).first.wait_for()
        text = page.inner_text("body")
        for category in ("Figures", "Tables", "Evidence", "Manuscript"):
            assert category in text
        assert "Prevalence." in text
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
