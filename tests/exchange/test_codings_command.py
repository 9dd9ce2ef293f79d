"""`framing codings`: from the blank project of a finished run to a coder whom the study reads."""

from dataclasses import replace
from types import SimpleNamespace

import polars as pl
import pytest
from framing import cli
from framing.api import results
from framing.coders import codings
from framing.exchange import refi
from framing.exchange.project import Code, Coding, Project, Source
from framing.instrument import codebook
from framing.texts import stored


@pytest.mark.slow
def test_from_blank_project_to_coder(mini, tmp_path, capsys):
    """Anna codes the first sentence of the first article in another program."""
    blank = refi.read(mini / "exchange/blank.qdpx")
    assert [source.codings for source in blank.sources] == [(), ()]
    given = ("threat", "speaker.opposition", "event.unsc_vote")
    mine = tuple(Coding("Anna B.", code, 3, 9) for code in given)
    sources = (replace(blank.sources[0], codings=mine), *blank.sources[1:])
    coded = replace(blank, users=("Anna B.",), sources=sources)
    refi.write(coded, tmp_path / "coded.qdpx")
    arguments = [str(tmp_path / "coded.qdpx"), str(tmp_path / "sheets"), "--project", str(mini)]
    assert cli.main(["codings", *arguments]) == 0
    articles, sentences = (
        pl.read_parquet(mini / f"results/corpus/{name}.parquet")
        for name in ("articles", "sentences")
    )
    found = codings.read(tmp_path / "sheets", articles, sentences, codebook.read_codes())
    assert found.units["coder"].unique().to_list() == ["anna_b"]
    assert found.units.height == sentences.height
    first = articles["article"][0]
    assert found.units.filter(pl.col("events") != "")["unit"].to_list() == [f"{first}_00"]
    (frame,) = found.frames.select("unit", "frame", "voice", "speaker").rows()
    assert frame == (f"{first}_00", "threat", "attributed", "opposition")
    assert cli.main(["codings", *arguments]) == 2
    assert "is there already" in capsys.readouterr().err


@pytest.mark.slow
def test_nobody_coded(mini, tmp_path, capsys):
    """One line."""
    place = str(mini / "exchange/blank.qdpx")
    assert cli.main(["codings", place, str(tmp_path), "--project", str(mini)]) == 2
    assert "nobody coded anything" in capsys.readouterr().err


@pytest.fixture
def convert(tmp_path, monkeypatch, capsys):
    """Run the command on a project in which these users coded one English sentence."""
    text = "They threaten us."
    articles = pl.DataFrame({"article": ["en_a"], "language": ["en"]})
    sentences = pl.DataFrame(
        [("en_a", 0, 0, len(text), text, None)],
        schema=["article", "sentence", "start", "end", "text", "duplicate_of"],
        orient="row",
    )
    tables = SimpleNamespace(articles=articles, sentences=sentences)
    monkeypatch.setattr(results, "read_config", lambda place: {"codebook": codebook.PLACE})
    monkeypatch.setattr(results, "results", lambda place: tables)
    monkeypatch.setattr(stored, "read", lambda rows, place: [text])

    def run(*users, options=()):
        given = tuple(Coding(user, "threat", 5, 13) for user in users)
        project = Project("p", "", users, (Code("threat"),), (Source("a", text, "", given),))
        refi.write(project, tmp_path / "p.qdpx")
        code = cli.main(["codings", str(tmp_path / "p.qdpx"), str(tmp_path / "out"), *options])
        files = sorted(path.name for path in tmp_path.glob("out/*"))
        return code, capsys.readouterr().err, files

    return run


def files_of(*coders):
    """The names of their sheets."""
    return [f"{coder}_{kind}.tsv" for coder in coders for kind in ("codes", "frames", "units")]


def test_sheets_of_each_user(convert):
    """The instrument is none; each line says how many frames a user found."""
    code, said, files = convert("instrument", "Anna B.", "ben")
    assert (code, files) == (0, files_of("anna_b", "ben"))
    assert [line.partition(":")[0] for line in said.splitlines()] == ["Anna B.", "ben"]
    assert "Anna B.: 1 frames: " in said


def test_a_name_for_the_only_user(convert):
    """Instead of that in the project; it cannot be that of two users."""
    code, _, files = convert("Anna", options=["--coder", "me"])
    assert (code, files) == (0, files_of("me"))
    code, said, files = convert("Anna", "ben", options=["--coder", "other"])
    assert (code, files) == (2, files_of("me"))
    assert said.strip() == "framing: --coder: is one name for 2 users: Anna, ben; leave it out"


def test_the_instrument_alone_is_nobody(convert):
    """One line."""
    code, said, files = convert("instrument")
    assert (code, files) == (2, [])
    assert "nobody coded anything; code texts, and export again" in said
