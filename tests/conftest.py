"""What several tests share: the codebook, and a small language made by hand."""

import re
from pathlib import Path

import hypothesis
import pytest
from framing.instrument import codebook
from framing.texts.morphology import Ending, Forms, Lexicon

import workflow


@pytest.fixture(autouse=True)
def same_folder():
    """A test that leaves the project's folder would change what later tests read."""
    before = Path.cwd()
    yield
    assert Path.cwd() == before


@pytest.fixture(scope="session")
def book():
    """The codebook of the study."""
    return codebook.read()


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
    """A finished run of the whole workflow on the mini corpus, in a fresh directory."""
    place = workflow.copy_project(tmp_path_factory.mktemp("mini"))
    workflow.use_articles(place, workflow.MINI)
    run = workflow.snakemake(place)
    assert run.returncode == 0, run.stdout + run.stderr
    return place


# Shared fixtures are only read, and a slow machine is no failure of the code.
hypothesis.settings.register_profile(
    "usual", deadline=None, suppress_health_check=list(hypothesis.HealthCheck)
)
hypothesis.settings.register_profile(
    "fuzz", hypothesis.settings.get_profile("usual"), max_examples=2000
)
hypothesis.settings.load_profile("usual")
