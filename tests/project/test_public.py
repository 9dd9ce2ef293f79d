"""The public interface: what `import framing` offers, and `contrast` of series."""

import doctest
import subprocess
import sys
from importlib import import_module

import framing
import pytest

import workflow

OFFERED = ["InputError", "code", "contrast", "draw", "find"]
OFFERED += ["labels", "read_codebook", "results", "tokens"]


def test_import_is_fast():
    """Nothing but the interface is loaded: no table library, no subpackage."""
    code = "import sys, framing; print(sorted(n for n in sys.modules if 'framing' in n))"
    code += "; print('polars' in sys.modules, 'numpy' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines() == ["['framing']", "False False"]


def test_what_is_offered():
    """Every name is listed, documented and found; another name is an AttributeError."""
    assert framing.__all__ == OFFERED
    assert set(OFFERED) <= set(dir(framing))
    for name in OFFERED:
        assert getattr(framing, name).__doc__
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        framing.nothing  # noqa: B018
    from framing import errors

    assert framing.InputError is errors.InputError


@pytest.mark.parametrize(
    "name", ["framing", *(f"framing.api.{m}" for m in ("texts", "comparison"))]
)
def test_examples(name):
    """The examples of the docstrings give what they say."""
    result = doctest.testmod(import_module(name))
    assert result.attempted
    assert not result.failed


def test_contrast_of_groups():
    """Lists of series: a group of articles each; the method names the unit."""
    first = [[1, 0, 1, 1], [1, 1, 1, 0], [1, 1, 0, 1], [1, 0, 0, 1]]
    second = [[0, 0, 1, 0], [0, 1, 0, 0], [0, 0, 0, 1], [1, 0, 0, 0]]
    found = framing.contrast(first, second)
    assert found.estimate == pytest.approx(11 / 16 - 4 / 16)
    assert (found.n_a, found.n_b) == (16, 16)  # sentences: the default method counts them
    assert found.method.startswith("effective number of sentences")
    assert found.low < found.estimate < found.high


def test_contrast_level():
    """The interval narrows with its level; a level that is none is refused."""
    series = [1, 0, 1, 1, 0, 1, 1, 0], [0, 0, 1, 0, 0, 0, 1, 0]
    wide, narrow = (framing.contrast(*series, level=level) for level in (0.9, 0.5))
    assert wide.low < narrow.low < narrow.estimate == wide.estimate < narrow.high <= wide.high
    with pytest.raises(framing.InputError, match="level: 95 is not between 0 and 1"):
        framing.contrast(*series, level=95)


def test_contrast_without_variation():
    """No interval and no p, with the reason, where all values are the same."""
    found = framing.contrast([0, 0, 0, 0], [0, 0, 0, 0])
    assert found.estimate == 0
    assert found.p != found.p
    assert found.reason


@pytest.mark.parametrize("bad", [[], ["a", "b"], [float("nan"), 1.0], 3])
def test_contrast_error(bad):
    """Bad series are an InputError."""
    with pytest.raises(framing.InputError, match="contrast: "):
        framing.contrast(bad, [0, 1, 0, 1])


@pytest.mark.slow
def test_types_are_known(tmp_path):
    """A type checker sees what is offered, though it is imported late, and finds wrong calls."""
    script = tmp_path / "script.py"
    script.write_text(
        "import framing\n"
        "reveal_type(framing.find('x', language='ar'))\n"
        "framing.find('x', langage='ar')\n"
        "framing.nothing\n"
    )
    command = [sys.executable, "-m", "mypy", "--config-file", "pyproject.toml", str(script)]
    run = subprocess.run(command, cwd=workflow.ROOT, capture_output=True, text=True)
    assert 'Revealed type is "polars' in run.stdout
    assert 'Unexpected keyword argument "langage"' in run.stdout
    assert 'Module has no attribute "nothing"' in run.stdout
