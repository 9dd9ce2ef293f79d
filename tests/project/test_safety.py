"""Nothing is fetched, nothing from data is run, and text of others is escaped in pages."""

import ast
import re
import socket
from pathlib import Path

import pytest
from framing import cli, settings
from framing.coders import blank_sheet
from framing.correction import coding_sheets
from framing.errors import InputError

import workflow

CODE = sorted((workflow.ROOT / "analysis").rglob("*.py"))
CODE += sorted((workflow.ROOT / "workflow").rglob("*.py"))
STORE = workflow.ROOT / "analysis" / "framing" / "store.py"
# The settings' own loader is a SafeLoader.
SAFE_LOADERS = ("_Loader", "getattr(yaml, 'CSafeLoader', yaml.SafeLoader)")
UNSAFE = {"pickle", "marshal", "shelve", "dill", "joblib", "urllib", "requests", "httpx", "socket"}
FORBIDDEN = {"eval", "exec", "os.system", "np.load", "numpy.load"}
FORBIDDEN |= {"yaml.unsafe_load", "yaml.full_load", "yaml.load_all"}
SCRIPT = "<script>alert(1)</script>"


@pytest.fixture
def offline(monkeypatch):
    """Any socket is an error."""

    def refuse(*_, **__):
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)


def test_the_command_opens_no_socket(offline, tmp_path, capsys):
    """Code, validate, explain, check, dictionary."""
    table = tmp_path / "in.tsv"
    table.write_text("language\ttext\tthreat\nhe\tשלום לכולם.\t0\n", encoding="utf-8")
    plain = tmp_path / "plain.tsv"
    plain.write_text("language\ttext\nhe\tשלום לכולם.\n", encoding="utf-8")
    assert cli.main(["code", str(plain), str(tmp_path / "out.tsv")]) == 0
    assert cli.main(["validate", str(table), "--draws", "9"]) == 0
    assert cli.main(["explain", "--language", "he", "שלום לכולם."]) == 0
    assert cli.main(["dictionary", "results/mentions"]) == 0
    assert "mentions" in capsys.readouterr().out


@pytest.mark.parametrize("folder", sorted({str(path.parent) for path in CODE}))
def test_code_that_runs_data(folder):
    """No module that unpickles or fetches; no eval or exec; YAML by a safe loader alone.

    The store alone unpickles, and only what nobody but the user can have written (test_store.py).
    """
    for path in (path for path in CODE if str(path.parent) == folder):
        if path == STORE:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                assert not {alias.name.partition(".")[0] for alias in node.names} & UNSAFE, path
            if isinstance(node, ast.ImportFrom):
                assert (node.module or "").partition(".")[0] not in UNSAFE, path
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                assert called not in FORBIDDEN, path
                if called == "yaml.load":
                    assert ast.unparse(node.args[1]) in SAFE_LOADERS, path


def test_the_lock_is_hashed():
    """Every package of the lock has a version and a hash."""
    lock = (workflow.ROOT / "requirements.lock").read_text(encoding="utf-8")
    packages = re.findall(r"^[a-z0-9].*", lock, re.M)
    assert packages
    for block in re.split(r"\n(?=[a-z0-9])", lock.strip()):
        if not block.startswith("#"):
            assert re.match(r"[a-z0-9.\[\]_-]+==\S+", block), block[:80]
            assert "--hash=sha256:" in block, block[:80]


def test_objects_in_yaml_are_refused(tmp_path):
    """A tag that would call Python is an error of one line."""
    path = tmp_path / "q.yaml"
    path.write_text("seed: !!python/object/apply:os.getcwd []\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 1: could not determine a constructor"):
        settings.read(path)


def test_a_script_in_a_text_is_shown_as_text():
    """In the pages to print: of a sample, and of an article."""
    frames = {"threat": {"label": SCRIPT, "definition": SCRIPT, "responsible": "no"}}
    page = coding_sheets.compose_page("he", "rtl", [("u", SCRIPT)], frames)
    assert SCRIPT not in page
    assert "&lt;script&gt;" in page
    for module in (coding_sheets, blank_sheet):
        assert "autoescape=True" in Path(module.__file__).read_text(encoding="utf-8")
