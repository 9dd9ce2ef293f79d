"""What several tests share: the codebook, a small one, and a small language made by hand."""

import fcntl
import os
import re
import shutil
import sys
from contextlib import nullcontext
from copy import copy
from functools import cache
from pathlib import Path

import hypothesis
import pytest
from framing.instrument import codebook, coder, constructions
from framing.texts.morphology import Ending, Forms, Lexicon

import workflow

SMALL = workflow.ROOT / "tests" / "data" / "codebook"


def pytest_collection_modifyitems(config, items):
    """Tests of the study's own articles are skipped where these were replaced.

    Files of slow tests come first where several processes share the files: all end together.
    """
    if not workflow.is_the_study():
        other = pytest.mark.skip(reason="is about the articles of the study, which were replaced")
        for item in items:
            if item.get_closest_marker("study"):
                item.add_marker(other)
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: item.get_closest_marker("slow") is None)


@pytest.fixture(autouse=True)
def nothing_stays():
    """Folder, style and figures are as before: a test changes nothing for the next ones."""
    before, plots = Path.cwd(), sys.modules.get("matplotlib.pyplot")
    with plots.rc_context() if plots else nullcontext():
        yield
    if plots:
        plots.close("all")
    assert Path.cwd() == before


@pytest.fixture(scope="session", autouse=True)
def own_compiled(tmp_path_factory):
    """Compiled codebooks of the tests are kept in their own folder, for all processes."""
    folder = tmp_path_factory.getbasetemp()
    folder = folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder
    os.environ["FRAMING_CACHE"] = str(folder / "compiled")


@pytest.fixture(scope="session", autouse=True)
def book(own_compiled):
    """The codebook of the study: read once, and ready for texts once, for all tests of a process.

    An engine gives the same answers whatever it has read before (tests/instrument/test_fuzz.py).
    """
    read, make = codebook.read, coder.Engine
    engines = {}

    @cache
    def read_shipped(languages):
        found = read(languages=languages)
        engines.update(dict.fromkeys(found.languages.values()))
        return found

    def read_once(place=codebook.PLACE, switches=None, *, languages=None):
        if place == codebook.PLACE and not switches:
            return copy(read_shipped(None if languages is None else tuple(sorted(languages))))
        return read(place, switches, languages=languages)

    def make_once(language):
        if language not in engines:
            return make(language)
        if engines[language] is None:
            engines[language] = make(language)
        return engines[language]

    codebook.read, coder.Engine = read_once, make_once
    yield read_shipped(None)
    codebook.read, coder.Engine = read, make


@pytest.fixture(scope="session")
def small_to_read(tmp_path_factory):
    """The languages of the study, with few codes, cues and constructions: read in no time."""
    place = tmp_path_factory.mktemp("small") / "codebook"
    shutil.copytree(codebook.PLACE, place, ignore=shutil.ignore_patterns("cues", "classes"))
    shutil.copytree(SMALL, place, dirs_exist_ok=True)
    for kind in constructions.SHEETS:
        for path in place.glob(f"languages/*/{kind}*.tsv"):
            rows = path.read_text(encoding="utf-8").splitlines(keepends=True)
            kept = [rows[0], *(row for row in rows if row.startswith("that\t"))]
            path.write_text("".join(kept), encoding="utf-8")
    return place


@pytest.fixture
def small_book(small_to_read, tmp_path):
    """The small codebook in a folder to spoil."""
    return Path(shutil.copytree(small_to_read, tmp_path / "codebook"))


@pytest.fixture
def lexicon():
    """A lexicon with a few clitics and one paradigm."""
    return Lexicon(
        fold=str,
        proclitics={"و": 3, "ال": 2, "وال": 2},
        enclitics={"ها": 3},
        paradigms={"I": [Forms("all", True, re.compile("..."), "123 ي123")]},
        endings=[Ending("ة", "ه", False), Ending("ة", "ت", True)],
    )


@pytest.fixture(scope="session")
def mini(tmp_path_factory):
    """A finished run of the whole workflow on the mini corpus; a test that changes it copies it.

    It is made once, by the first process that asks for it.
    """
    folder = tmp_path_factory.getbasetemp()
    folder = folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder
    place, finished = folder / "mini", folder / "mini.finished"
    with open(folder / "mini.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not finished.exists():
            place.mkdir()
            workflow.use_articles(workflow.copy_project(place), workflow.MINI)
            run = workflow.snakemake(place)
            assert run.returncode == 0, run.stdout + run.stderr
            finished.touch()
    return place


# Shared fixtures are only read, and a slow machine is no failure of the code.
hypothesis.settings.register_profile(
    "usual", deadline=None, suppress_health_check=list(hypothesis.HealthCheck)
)
hypothesis.settings.register_profile(
    "fuzz", hypothesis.settings.get_profile("usual"), max_examples=2000
)
hypothesis.settings.load_profile("usual")
