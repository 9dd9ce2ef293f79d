"""The README says what the results say."""

import re

import pytest
from framing.errors import InputError
from framing.paper import readme

import workflow

README = (workflow.ROOT / "README.md").read_text(encoding="utf-8")


def part(name):
    """What is between the marks of a part."""
    return re.search(rf"<!-- {name}: .*?-->\n(.*?)<!-- /{name} -->", README, re.S).group(1)


@pytest.mark.study
@pytest.mark.parametrize("name", readme.PARTS)
def test_parts_are_those_of_the_results(name):
    """The lines between the marks are those that the workflow wrote; `make readme` puts them."""
    path = workflow.ROOT / readme.PARTS[name]
    assert part(name).strip() == path.read_text(encoding="utf-8").strip()


@pytest.mark.slow
def test_graph_is_that_of_the_rules():
    """The graph shows every rule of the workflow but `all`, as Snakemake prints it."""
    printed = workflow.snakemake(workflow.ROOT, "--rulegraph", "mermaid-js").stdout
    assert part(readme.GRAPH) == readme.read(workflow.ROOT, printed)[readme.GRAPH]


def test_paths_exist():
    """Every path that the README links to or shows is there."""
    for path in re.findall(r"\]\(([\w./-]+)(?:#[\w./-]*)?\)", README):
        assert (workflow.ROOT / path).exists(), path


def test_bind():
    """Each part is replaced between its marks; a lost mark is one clear error."""
    text = "a\n<!-- x: from x.md -->\nold\n<!-- /x -->\nb\n<!-- y: y -->\n<!-- /y -->\n"
    bound = readme.bind(text, {"x": "new \\1\n", "y": "n\n"})
    assert (
        bound
        == "a\n<!-- x: from x.md -->\nnew \\1\n<!-- /x -->\nb\n<!-- y: y -->\nn\n<!-- /y -->\n"
    )
    assert readme.bind(bound, {"x": "new \\1\n"}) == bound
    with pytest.raises(InputError, match="has no part z"):
        readme.bind(text, {"z": ""})


def test_parts_of_a_project(tmp_path):
    """Each is its file; the graph is what is printed, between fences."""
    for name, path in readme.PARTS.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(name, encoding="utf-8")
    printed = workflow.ROOT.joinpath("README.md").read_text("utf-8")
    printed = re.search(r"```mermaid\n(.*?)```", printed, re.S).group(1)
    parts = readme.read(tmp_path, printed)
    assert {name: parts[name] for name in readme.PARTS} == {name: name for name in readme.PARTS}
    assert parts[readme.GRAPH].startswith("```mermaid\n")
    assert parts[readme.GRAPH].endswith("```\n")
