"""The wheel: it works outside the checkout, without the packages that only the study needs."""

import json
import os
import subprocess
import sys
import tomllib
import zipfile

import pytest

import workflow

pytestmark = pytest.mark.slow

PARTS = ["setup.py", "pyproject.toml", "MANIFEST.in", "README.md", "LICENSE"]
LIGHT = """
import sys
for name in {heavy}:
    sys.modules[name] = None  # import fails
from framing.cli import main
sys.exit(main(sys.argv[1:]))
"""
PROJECT = tomllib.loads((workflow.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
NAMES = {"scikit-learn": "sklearn", "python-docx": "docx"}  # of packages whose module is another
STUDY = [need.partition(">")[0] for need in PROJECT["optional-dependencies"]["study"]]
HEAVY = [NAMES.get(name, name) for name in STUDY]


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """The folder of the unpacked wheel, built from a copy of the project."""
    source, place = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    workflow.copy_project(source)
    for part in PARTS:
        (source / part).write_bytes((workflow.ROOT / part).read_bytes())
    (source / "build" / "lib" / "framing" / "data" / "codebook" / "cues").mkdir(parents=True)
    old = source / "build" / "lib" / "framing" / "data" / "codebook" / "cues" / "gone.tsv"
    old.write_text("an older build left this\n", encoding="utf-8")
    options = ["--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", str(place)]
    subprocess.run([sys.executable, "-m", "pip", "wheel", *options, str(source)], check=True)
    (wheel,) = place.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(place / "package")
    return place / "package"


def run(installed, *arguments, text=""):
    """Run the command from the wheel, in another folder, with the light dependencies only."""
    return subprocess.run(
        [sys.executable, "-c", LIGHT.format(heavy=HEAVY), *arguments],
        cwd=installed.parent,
        env=os.environ | {"PYTHONPATH": str(installed)},
        input=text,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_data_travels_once(installed):
    """The wheel holds every sheet as in `data/`, no more; the checkout has no second copy."""
    shipped = installed / "framing" / "data"
    names = {path.relative_to(shipped) for path in shipped.rglob("*") if path.is_file()}
    data = workflow.ROOT / "data"
    sheets = {path.relative_to(data) for path in (data / "codebook").rglob("*") if path.is_file()}
    assert names >= sheets | {(data / "schema.yaml").relative_to(data)}
    for name in names:
        assert (shipped / name).read_bytes() == (data / name).read_bytes()
    assert (installed / "framing" / "py.typed").is_file()
    assert not (workflow.ROOT / "analysis" / "framing" / "data").exists()


def test_code(installed, tmp_path):
    """`framing code` works with the codebook of the wheel."""
    table, coded = tmp_path / "in.tsv", tmp_path / "out.tsv"
    table.write_text("language\ttext\nar\tخرق الجيش وقف إطلاق النار.\n", encoding="utf-8")
    result = run(installed, "code", str(table), str(coded))
    assert result.returncode == 0, result.stderr
    header, row = (line.split("\t") for line in coded.read_text(encoding="utf-8").splitlines())
    assert dict(zip(header, row, strict=True))["violation"] == "1"


def test_tokens(installed):
    """`framing tokens` finds the clitics and lemmas of the wheel."""
    result = run(installed, "tokens", "--language", "he", text="די")
    assert result.returncode == 0, result.stderr
    assert json.loads(result.stdout) == {"start": 0, "end": 2, "form": "די", "lemma": "די"}


def test_validate(installed, tmp_path):
    """`framing validate` needs no package of the study."""
    table = tmp_path / "coded.tsv"
    table.write_text("language\ttext\tthreat\nhe\tהשמש זורחת.\t0\n", encoding="utf-8")
    result = run(installed, "validate", str(table), "--draws", "10")
    assert result.returncode == 0, result.stderr


def test_sample_and_correct(installed, tmp_path):
    """`framing sample` and `framing correct` need no package of the study either."""
    table, folder = tmp_path / "coded.tsv", tmp_path / "sheets"
    rows = [["language", "text", "threat"], *(["he", f"משפט {n}", str(n % 2)] for n in range(8))]
    table.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    result = run(installed, "sample", str(table), str(folder), "--per-language", "4")
    assert result.returncode == 0, result.stderr
    sheet = folder / "he.tsv"
    lines = sheet.read_text(encoding="utf-8").splitlines()
    sheet.write_text("\n".join([lines[0], *(f"{line}1" for line in lines[1:])]), encoding="utf-8")
    result = run(installed, "correct", str(folder), str(table))
    assert result.returncode == 0, result.stderr
    assert "he (he): 8 texts, 4 coded by hand" in result.stdout
