"""Bad input: one clear line that names file, place and remedy; exit code not 0; nothing written."""

import pytest

import workflow

pytestmark = pytest.mark.slow


@pytest.fixture
def place(tmp_path):
    """A project with the mini corpus, to spoil."""
    workflow.use_articles(workflow.copy_project(tmp_path), workflow.MINI)
    return tmp_path


def replace(path, old, new):
    """Replace text in a file, which must hold it."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def spoil_hash(place):
    """An article changed after it was entered."""
    replace(place / "data/raw/hebrew.txt", "פוטין", "לברוב")


def spoil_encoding(place):
    """An article saved in another encoding."""
    workflow.use_articles(place, {"hebrew": ("he", "x")} | {"arabic": workflow.MINI["arabic"]})
    path = place / "data/raw/hebrew.txt"
    path.write_bytes("שלום".encode("cp1255"))


def spoil_source(place):
    """A source that the config does not name."""
    replace(place / "data/articles.tsv", "\tarabic\t2016", "\tegyptian\t2016")


def spoil_cue(place):
    """A tier that does not exist."""
    replace(place / "data/codebook/concepts.tsv", "\tcore\n", "\tcoree\n")


def spoil_sheet(place):
    """A cue sheet of a frame that the codebook does not have."""
    (place / "data/codebook/cues/weather.tsv").write_text("concept\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda p: (p / "data/raw/hebrew.txt").unlink(), "data/raw/hebrew.txt: no such file"),
        (spoil_hash, "data/raw/hebrew.txt: does not have the SHA-256 of its row"),
        (spoil_encoding, "data/raw/hebrew.txt: byte 0 is not UTF-8"),
        (spoil_source, "data/articles.tsv: row 3, column source: unknown source 'egyptian'"),
        (spoil_cue, "column tier: 'coree' is unknown; use core, extended"),
        (spoil_sheet, "weather.tsv: names no frame"),
    ],
)
def test_one_clear_line(place, spoil, message):
    """One error line appears on the terminal, and no figure or table is there."""
    spoil(place)
    run = workflow.snakemake(place)
    assert run.returncode != 0
    lines = [line for line in run.stderr.splitlines() if line.startswith("error: ")]
    assert len({*lines}) == 1, run.stderr
    assert message in lines[0]
    assert not (place / "figures").exists() or not any((place / "figures").iterdir())
    assert "Traceback" not in run.stderr


def test_unknown_setting(place):
    """A key that the config does not have is refused by the schema."""
    replace(place / "config/config.yaml", "seed:", "sead: 1\nseed:")
    run = workflow.snakemake(place)
    assert run.returncode != 0
    assert "sead" in run.stderr
