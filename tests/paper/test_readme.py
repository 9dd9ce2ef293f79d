"""The README says what the results say."""

import re

import pytest

import workflow


@pytest.mark.parametrize("name", ["findings", "trust"])
def test_sentences_are_those_of_the_results(name):
    """The lines between the marks are those that the workflow wrote."""
    readme = (workflow.ROOT / "README.md").read_text(encoding="utf-8")
    quoted = re.search(rf"<!-- {name}.*?-->\n(.*?)<!-- /{name} -->", readme, re.S).group(1)
    found = (workflow.ROOT / "tables" / f"{name}.md").read_text(encoding="utf-8")
    assert quoted.strip() == found.strip()


def test_paths_exist():
    """Every path that the README links to or shows is there."""
    readme = (workflow.ROOT / "README.md").read_text(encoding="utf-8")
    for path in re.findall(r"\]\(([\w./-]+)\)", readme):
        assert (workflow.ROOT / path).exists(), path
