"""REFI-QDA projects: valid against the official schema, the same when read, also by others."""

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from framing.errors import InputError
from framing.exchange import refi
from framing.exchange.project import Code, Coding, Project, Source

import workflow

SCHEMA = workflow.ROOT / "tests/data/refi/Project.xsd"  # from the REFI-QDA standard 1.5
STUDY = [workflow.ROOT / "exchange" / f"{name}.qdpx" for name in ("study", "blank")]
TEXT = "שלום 🙂 a\r\nثانية وثالثة"
PROJECT = Project(
    "Two & <two>",
    "What it is.",
    ("instrument", "anna"),
    (Code("threat", "says > warns", (Code("threat.warn"),)), Code("fragile")),
    (
        Source("he_a", TEXT, "2016-12-31", (Coding("anna", "threat", 5, 6, "of threat"),)),
        Source("ar_b", "x", "", (Coding("instrument", "threat.warn", 0, 1),) * 2),
    ),
)


@pytest.fixture
def written(tmp_path):
    """The project as a file."""
    path = tmp_path / "p.qdpx"
    refi.write(PROJECT, path)
    return path


def parts(path):
    """Members of an archive by name."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rewrite(path, changes):
    """The archive with other members."""
    found = parts(path) | changes
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in found.items():
            archive.writestr(name, content)


def test_read_what_was_written(written):
    """Users, codes, texts, places and notes come back; line ends count one character each."""
    found = refi.read(written)
    assert found.sources[0].text == "שלום 🙂 a \nثانية وثالثة"
    assert len(found.sources[0].text) == len(TEXT)
    assert found.sources[0].codings == PROJECT.sources[0].codings
    assert TEXT[5:6] == "🙂"
    assert found.sources[1] == PROJECT.sources[1]
    assert (found.users, found.codes) == (PROJECT.users, PROJECT.codes)


def test_same_bytes(written, tmp_path):
    """Written twice, the file is the same."""
    refi.write(PROJECT, tmp_path / "again.qdpx")
    assert (tmp_path / "again.qdpx").read_bytes() == written.read_bytes()


@pytest.mark.parametrize("path", [None, *STUDY], ids=["by hand", "study", "blank"])
def test_schema(path, written):
    """Valid; and what the schema cannot say: ids are unique, references lead somewhere."""
    etree = pytest.importorskip("lxml.etree", reason="needs lxml")
    root = etree.fromstring(parts(path or written)["project.qde"])
    schema = etree.XMLSchema(etree.parse(str(SCHEMA)))
    assert schema.validate(root), schema.error_log
    guids = root.xpath("//@guid")
    assert len(guids) == len(set(guids))
    assert set(root.xpath("//@targetGUID | //@creatingUser")) <= set(guids)
    names = root.xpath("//*[local-name()='Code']/@name")
    assert len(names) == len(set(names)) > 2
    inside = {name.removeprefix("sources/") for name in parts(path or written)}
    assert {p.removeprefix("internal://") for p in root.xpath("//@plainTextPath")} <= inside


def test_other_writers(written):
    """Folder `Sources`, a byte-order mark, text inside the XML."""
    (text,) = [name for name in parts(written) if parts(written)[name] == b"x"]
    rewrite(written, {text.replace("sources", "Sources"): b"\xef\xbb\xbfx", text: b""})
    assert refi.read(written).sources[1].text == "x"
    whole = parts(written)["project.qde"].decode()
    cut = whole.index('name="ar_b"')
    inline = whole[cut:].replace(
        "<PlainTextSelection", "<PlainTextContent>x</PlainTextContent><PlainTextSelection", 1
    )
    rewrite(written, {"project.qde": (whole[:cut] + inline).encode()})
    assert refi.read(written).sources[1].text == "x"


def test_errors(written, tmp_path):
    """One line: no file, no project, a lost text, a code without definition, a place outside."""
    with pytest.raises(InputError, match="no such file"):
        refi.read(tmp_path / "none.qdpx")
    (tmp_path / "x.qdpx").write_bytes(b"x")
    with pytest.raises(InputError, match=r"is no REFI-QDA project; export it as"):
        refi.read(tmp_path / "x.qdpx")
    whole = parts(written)["project.qde"].decode()
    for old, new, problem in (
        ('endPosition="1"', 'endPosition="9"', "lies outside the text"),
        ('targetGUID="', 'targetGUID="0', "not defined"),
        ("internal://", "internal://no", "the text of 'he_a' is missing"),
    ):
        rewrite(written, {"project.qde": whole.replace(old, new).encode()})
        with pytest.raises(InputError, match=problem):
            refi.read(written)


@pytest.mark.parametrize("path", STUDY, ids=["study", "blank"])
def test_pyrefiqda(path, tmp_path):
    """An independent library reads and writes the file: the same codes and places come back."""
    library = pytest.importorskip("pyrefiqda", reason="needs the package pyrefiqda")
    folder = tmp_path / "texts"
    project = library.RefiProject.load(path, extract_dir=folder)
    back = tmp_path / "back.qdpx"
    library.RefiProject.save(project, back, source_media_dir=Path(folder) / "sources")
    one, other = refi.read(path), refi.read(back)
    assert replace(one, name="") == replace(other, name="")


def test_the_date_of_a_text_is_a_day(written):
    """Also where another program writes the time behind it."""
    assert [source.date for source in refi.read(written).sources] == ["2016-12-31", ""]


def test_who_coded(written):
    """The user of the coding; without one, that of its passage; without any, `user`."""
    whole = parts(written)["project.qde"].decode()
    users = dict(re.findall(r'<User guid="([^"]+)" name="([^"]+)"', whole))
    anna, other = (
        next(g for g, name in users.items() if name == n) for n in ("anna", "instrument")
    )

    def coded(passage, coding):
        text = re.sub(r' creatingUser="[^"]*"', "", whole)
        text = text.replace("<PlainTextSelection", f"<PlainTextSelection{passage}")
        text = text.replace("<Coding ", f"<Coding{coding} ")
        rewrite(written, {"project.qde": text.encode()})
        return refi.read(written).sources[0].codings[0].user

    by = ' creatingUser="{}"'.format
    assert coded(by(anna), by(other)) == "instrument"
    assert coded(by(anna), "") == "anna"
    assert coded("", by(other)) == "instrument"
    assert coded("", "") == "user"
