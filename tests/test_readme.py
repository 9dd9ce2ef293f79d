"""The README says what the results say."""

import re

import workflow


def test_findings_are_those_of_the_results():
    """The lines between the marks are tables/findings.md."""
    readme = (workflow.ROOT / "README.md").read_text(encoding="utf-8")
    quoted = re.search(r"<!-- findings.*?-->\n(.*?)<!-- /findings -->", readme, re.S).group(1)
    found = (workflow.ROOT / "tables" / "findings.md").read_text(encoding="utf-8")
    assert quoted.strip() == found.strip()


def test_paths_exist():
    """Every path that the README links to or shows is there."""
    readme = (workflow.ROOT / "README.md").read_text(encoding="utf-8")
    for path in re.findall(r"\]\(([\w./-]+)\)", readme):
        assert (workflow.ROOT / path).exists(), path
