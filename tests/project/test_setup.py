"""The set-up: one hashed lock for pip and conda, without any address, each dependency explained."""

import re
import tomllib

import yaml

import workflow

LOCK = (workflow.ROOT / "requirements.lock").read_text(encoding="utf-8")


def pins(text: str) -> set[str]:
    """Exact pins of a lock, with their markers."""
    return set(re.findall(r"^([a-z0-9][\w.-]*==.*?)(?: \\)?$", text, re.M))


def test_conda_has_the_same_pins():
    """`environment.yml` names every pin of the lock, and the package itself."""
    environment = yaml.safe_load((workflow.ROOT / "environment.yml").read_text(encoding="utf-8"))
    listed = environment["dependencies"][-1]["pip"]
    assert set(listed) == {*pins(LOCK), "--editable ."}


def test_lock_is_hashed_and_carries_no_address():
    """Every pin has a hash; the lock names no index and no link."""
    blocks = re.split(r"\n(?=[a-z0-9])", LOCK.strip())
    assert len(blocks) == len(pins(LOCK))
    assert all("--hash=sha256:" in block for block in blocks)
    assert not re.search(r"://|index-url|find-links", LOCK)


def test_every_dependency_is_locked_and_explained():
    """The lock has every direct dependency, and the README says what each is for."""
    project = tomllib.loads((workflow.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    readme = (workflow.ROOT / "README.md").read_text(encoding="utf-8")
    locked = {pin.partition("==")[0] for pin in pins(LOCK)}
    extras = project["project"]["optional-dependencies"]
    needs = [*project["project"]["dependencies"], *extras["study"], *extras["dev"]]
    names = [re.match(r"[\w-]+", need).group() for need in needs]
    for name in names:
        assert name in readme.lower() or name == "setuptools", name
    assert set(names) <= locked, "run `make lock`"
