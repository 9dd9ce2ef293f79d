"""`framing codings`: from the blank project of a finished run to a coder whom the study reads."""

from dataclasses import replace

import polars as pl
import pytest
from framing import cli
from framing.coders import codings
from framing.exchange import refi
from framing.exchange.project import Coding
from framing.instrument import codebook

pytestmark = pytest.mark.slow


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


def test_nobody_coded(mini, tmp_path, capsys):
    """One line."""
    place = str(mini / "exchange/blank.qdpx")
    assert cli.main(["codings", place, str(tmp_path), "--project", str(mini)]) == 2
    assert "nobody coded anything" in capsys.readouterr().err
