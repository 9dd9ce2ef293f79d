"""SHA256SUMS binds every output to its inputs, and tells what differs."""

import hashlib
from pathlib import Path

import pytest
from framing import provenance
from framing.errors import InputError

import workflow


@pytest.fixture
def place(tmp_path, monkeypatch):
    """Two outputs, a hidden file, and their sums."""
    monkeypatch.chdir(tmp_path)
    Path("tables/captions").mkdir(parents=True)
    Path("tables/a.csv").write_text("a\n", encoding="utf-8")
    Path("tables/captions/a.md").write_text("A\n", encoding="utf-8")
    Path("tables/.framing-1").write_text("half", encoding="utf-8")
    outputs = provenance.list_outputs(["tables", "none"])
    provenance.write("SHA256SUMS", outputs, {"config": "c" * 64, "corpus": "d" * 64})
    return tmp_path


def test_the_file(place):
    """As sha256sum writes it, with the inputs above."""
    a, caption = (hashlib.sha256(text).hexdigest() for text in (b"a\n", b"A\n"))
    assert Path("SHA256SUMS").read_text(encoding="utf-8").splitlines() == [
        f"# config {'c' * 64}",
        f"# corpus {'d' * 64}",
        f"{a}  tables/a.csv",
        f"{caption}  tables/captions/a.md",
    ]


def test_check(place, capsys):
    """Nothing, a changed file, a missing one."""
    assert provenance.check() == []
    assert provenance.main([]) == 0
    Path("tables/a.csv").write_text("b\n", encoding="utf-8")
    Path("tables/captions/a.md").unlink()
    assert provenance.check() == ["tables/a.csv: differs", "tables/captions/a.md: is missing"]
    assert provenance.main([str(place)]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "2 differ"


def test_the_committed_files():
    """What is committed is what was built together."""
    root = workflow.ROOT
    assert provenance.check(root / provenance.SUMS, root) == []


def test_a_bad_file(place, capsys):
    """One line."""
    Path("SHA256SUMS").write_text("nonsense\n", encoding="utf-8")
    with pytest.raises(InputError, match="SHA256SUMS: line 1: is no hash and name"):
        provenance.check()
    assert provenance.main(["/nowhere"]) == 2
    assert capsys.readouterr().err == (
        "error: /nowhere/SHA256SUMS: no such file; check its name and folder\n"
    )


def test_hashes_of_inputs(place):
    """The order of files and keys is no matter; a byte and a name are."""
    files = ["tables/a.csv", "tables/captions/a.md"]
    before = provenance.digest(files)
    assert provenance.digest(files[::-1]) == before
    assert provenance.digest(files[:1]) != before
    Path("tables/a.csv").write_text("b\n", encoding="utf-8")
    assert provenance.digest(files) != before
    assert provenance.digest_settings({"a": 1, "b": {"c": 2, "d": 3}}) == (
        provenance.digest_settings({"b": {"d": 3, "c": 2}, "a": 1})
    )
    assert provenance.digest_settings({"a": 1}) != provenance.digest_settings({"a": 2})
