"""The notebooks: paired as text, without functions, answered in the last cell, executed again."""

import importlib.util
import re
import time

import pytest

import workflow

FOLDER = workflow.ROOT / "analysis" / "notebooks"
SOURCES = sorted(FOLDER.glob("[0-9]_*.py"))
jupytext = pytest.importorskip("jupytext", reason="needs the package jupytext")


@pytest.fixture(params=SOURCES, ids=lambda path: path.stem)
def source(request):
    """Each notebook in turn."""
    return request.param


def text(outputs):
    """What a cell prints."""
    return "".join(output.get("text", "") for output in outputs)


def test_there_are_six():
    """A notebook a question."""
    assert len(SOURCES) == 6


def test_pair(source):
    """The committed notebook has the cells of its text, executed in order without an error."""
    cells = jupytext.read(source.with_suffix(".ipynb")).cells
    assert [cell.source for cell in cells] == [cell.source for cell in jupytext.read(source).cells]
    code = [cell for cell in cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))
    kinds = {output.output_type for cell in code for output in cell.outputs}
    assert "error" not in kinds


def test_form(source):
    """A question first, its answer printed last, no function, through the public interface."""
    cells = jupytext.read(source).cells
    assert re.match(r"# .+\?$", cells[0].source, re.M)
    assert cells[-2].source == "## Answer"
    code = "\n".join(cell.source for cell in cells if cell.cell_type == "code")
    assert not re.search(r"\b(def|lambda|class)\b", code)
    assert re.findall(r"(?:import|from) (framing[\w.]*)", code) == ["framing"]
    committed = jupytext.read(source.with_suffix(".ipynb")).cells[-1]
    assert re.search(r"\d", text(committed.outputs))


def test_no_path_of_a_machine(source):
    """Outputs name no folder of the machine on which they were made."""
    committed = source.with_suffix(".ipynb").read_text(encoding="utf-8")
    assert not re.search(r"/(tmp|home|root|work|Users)/", committed)


@pytest.mark.slow
def test_execution(source, mini):
    """Each runs in a fresh project with other articles, in less than a minute."""
    pytest.importorskip("nbclient", reason="needs the package nbclient")
    pytest.importorskip("ipykernel", reason="needs the package ipykernel")
    spec = importlib.util.spec_from_file_location("execute", FOLDER / "execute.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    start = time.monotonic()
    notebook = module.execute(mini / source.relative_to(workflow.ROOT))
    assert time.monotonic() - start < 60
    assert text(notebook.cells[-1].outputs)
