"""Execute the notebooks: each `.py` (jupytext, py:percent) becomes an `.ipynb` with its outputs.

python analysis/notebooks/execute.py [NAME …]     all, or those whose names begin so

The same bytes every time: cells are numbered, times and versions are left out. An error in a cell
stops with it. A notebook reads the results of a finished run in the folder of the project.
"""

import sys
import time
from pathlib import Path

import jupytext
import nbformat
from nbclient import NotebookClient

FOLDER = Path(__file__).parent
KERNEL = {"name": "python3", "display_name": "Python 3", "language": "python"}


def execute(source: Path) -> nbformat.NotebookNode:
    """The executed notebook of a source file."""
    notebook = jupytext.read(source)
    client = NotebookClient(notebook, timeout=120, resources={"metadata": {"path": source.parent}})
    client.execute()
    for number, cell in enumerate(notebook.cells, start=1):
        cell.id = f"cell-{number}"
        cell.metadata.clear()
    notebook.metadata = {"kernelspec": KERNEL, "jupytext": {"formats": "ipynb,py:percent"}}
    notebook.nbformat_minor = 5
    return notebook


def main(names: list[str]) -> None:
    """Execute and write the notebooks, with the time that each took."""
    for source in sorted(FOLDER.glob("[0-9]_*.py")):
        if not names or source.name.startswith(tuple(names)):
            start = time.monotonic()
            nbformat.write(execute(source), source.with_suffix(".ipynb"))
            print(f"{source.stem}: {time.monotonic() - start:.0f} s")


if __name__ == "__main__":
    main(sys.argv[1:])
