"""A folder is filled when all of its new files are whole."""

import pytest
from framing import output


def contents(folder):
    """What every file holds, by its path in the folder."""
    return {
        str(path.relative_to(folder)): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def folder(tmp_path):
    """A folder with two files."""
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner/old.txt").write_text("old", encoding="utf-8")
    (tmp_path / "kept.txt").write_text("kept", encoding="utf-8")
    return tmp_path


def test_new_files_replace_old_ones(folder):
    """In folders that are there or not; others stay, and no part is left."""
    with output.fill(folder) as part:
        for name in ("inner", "new"):
            (part / name).mkdir()
            (part / name / "old.txt").write_text(name, encoding="utf-8")
        assert (folder / "inner/old.txt").read_text(encoding="utf-8") == "old"
    assert contents(folder) == {
        "inner/old.txt": "inner",
        "kept.txt": "kept",
        "new/old.txt": "new",
    }
    assert {path.name for path in folder.iterdir()} == {"inner", "kept.txt", "new"}


def fail(folder):
    """Begin to fill the folder, and fail."""
    with output.fill(folder) as part:
        (part / "x.txt").touch()
        raise KeyError


def test_a_folder_stays_as_it_was(folder):
    """Where the work fails."""
    before = contents(folder)
    with pytest.raises(KeyError):
        fail(folder)
    assert contents(folder) == before
    assert {path.name for path in folder.iterdir()} == {"inner", "kept.txt"}
