"""A compiled codebook is kept until something changes that it was made from."""

import os
import pickle

import pytest
from framing import store as kept
from framing.errors import InputError
from framing.instrument import codebook, sources

TEXTS = {"he": "עשרה אזרחים נהרגו בהפצצה", "ar": "وقال مجلس الأمن إن الهدنة انتهكت"}


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    """A folder of its own for each test."""
    monkeypatch.setenv("FRAMING_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def describe(book):
    """Cues with conditions, and constructions, of each language."""
    return {
        name: [
            *((cue.place, cue.text, cue.sequence, cue.needs, cue.unless) for cue in language.cues),
            *((row.rule, row.sequence, row.needs) for row in language.speech.rows),
            *((row.rule, row.sequence, row.needs) for row in language.agency.rows),
            language.normalise(TEXTS.get(name, "It's")),
        ]
        for name, language in book.languages.items()
    }


def test_kept_and_read_again(small_book, own_cache, monkeypatch):
    """The second time nothing is compiled, and codebook and engine are as the first time."""
    first = codebook.read(small_book)
    monkeypatch.setattr(sources, "Compiler", None)
    second = codebook.read(small_book)
    assert second == codebook.Codebook(**vars(first) | {"languages": second.languages})
    assert describe(second) == describe(first)
    assert len(list(own_cache.iterdir())) == 2 + len(first.languages)
    later = codebook.read_as_needed(small_book, ["he"])
    assert not later.languages._compiled
    assert describe(later) == describe(first)


def test_shared_conditions_stay_shared(small_book):
    """The engine knows rules that share their conditions by the identity of these."""
    found = []
    for _ in range(2):
        cues = [cue for cue in codebook.read(small_book).languages["he"].cues if cue.unless]
        found.append([[one.unless is other.unless for other in cues] for one in cues])
    assert found[0] == found[1]
    assert any(sum(row) > 1 for row in found[0])


@pytest.mark.parametrize("sheet", ["cues/threat.tsv", "languages/he/clitics.tsv", "frames.tsv"])
def test_changed_sheet(small_book, sheet, own_cache):
    """A changed sheet is compiled again, and its mistakes are found."""
    codebook.read(small_book)
    count = len(list(own_cache.iterdir()))
    path = small_book / sheet
    text = path.read_text(encoding="utf-8")
    path.write_text(text + "\n", encoding="utf-8")
    codebook.read(small_book)
    assert len(list(own_cache.iterdir())) == 2 * count
    path.write_text(text + "too\tfew\n", encoding="utf-8")
    with pytest.raises(InputError, match=sheet):
        codebook.read(small_book)


def test_switches_are_kept_apart(small_book):
    """Normalisation that is turned off is another codebook."""
    codebook.read(small_book)
    off = codebook.read(small_book, {"niqqud": False}).languages["he"]
    assert off.normalise("שָׁלוֹם") != codebook.read(small_book).languages["he"].normalise("שָׁלוֹם")


def test_damaged_or_forbidden(small_book, own_cache, monkeypatch):
    """A damaged file is made again; without a folder, or with one of somebody else, all works."""
    whole = describe(codebook.read(small_book))
    for path in own_cache.iterdir():
        path.write_bytes(b"damaged")
    assert describe(codebook.read(small_book)) == whole
    monkeypatch.setattr(kept.os, "getuid", lambda: -1, raising=False)
    monkeypatch.setattr(pickle, "loads", lambda _: pytest.fail("a file of somebody else is read"))
    assert describe(codebook.read(small_book)) == whole
    blocked = own_cache.parent / "file"
    blocked.touch()
    for place in ("", str(blocked / "cache")):
        monkeypatch.setenv("FRAMING_CACHE", place)
        assert describe(codebook.read(small_book)) == whole


@pytest.mark.skipif(os.name != "posix", reason="other systems have no such permissions")
def test_what_others_can_write_is_not_read(own_cache):
    """A file that the group or anybody may write is made again, then readable by the user alone."""
    store = kept.Store(lambda: [b"thing"])
    assert store.get("n", lambda: 1) == store.get("n", lambda: 2) == 1
    (path,) = own_cache.iterdir()
    assert path.stat().st_mode & 0o777 == 0o600
    for mode in (0o620, 0o602):
        path.chmod(mode)
        assert store.get("n", lambda made=mode: made) == mode
        assert path.stat().st_mode & 0o777 == 0o600


def test_old_files_go(own_cache):
    """The folder does not grow for ever: the oldest files are deleted."""
    store = kept.Store.of_codebook(codebook.PLACE, {})
    for number in range(kept.MOST + 3):
        store.get(f"n{number}", lambda: "made")
        name = next(path for path in own_cache.iterdir() if path.stem.endswith(f"-n{number}"))
        os.utime(name, (number, number))
    left = {path.stem.partition("-")[2] for path in own_cache.iterdir()}
    assert left == {f"n{number}" for number in range(3, kept.MOST + 3)}


def test_where(monkeypatch, tmp_path):
    """The folder is FRAMING_CACHE, else the user's folder of caches."""
    assert kept.find_folder() == tmp_path / "cache"
    monkeypatch.delenv("FRAMING_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert kept.find_folder() == tmp_path / "framing"
