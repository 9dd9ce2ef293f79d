"""All tables on accuracy: of the coded articles, and of the parallel sentences."""

from types import SimpleNamespace

import codings_by_hand as hand
import polars as pl
import pytest
from framing.accuracy import equivalence, report
from framing.coders import codings

FRAMES = [
    ["x_00", "threat", "narrator", "", ""],
    ["x_01", "violation", "narrator", "", ""],
    ["y_00", "threat", "narrator", "", ""],
]
SEEN = [("x", 0, "threat"), ("x", 1, "threat"), ("y", 0, "threat")]


@pytest.fixture
def tables(tmp_path):
    """Tables of two coders who agree; the second sentence of x repeats the first."""
    sentences = hand.SENTENCES.with_columns(
        duplicate_of=pl.when((pl.col("article") == "x") & (pl.col("sentence") == 1)).then(0)
    )
    for name in ("anna", "ben"):
        hand.write_coder(tmp_path, name, FRAMES)
    coded = codings.read(tmp_path, hand.ARTICLES, sentences, hand.CODES)
    row = {"start": 0, "end": 3, "text": "cue", "kind": "frame", "concept": "c", "tier": "core"}
    row |= {"voice": "narrator", "speaker": "", "responsible": "none"}
    seen = [dict(zip(("article", "sentence", "code"), one, strict=True)) | row for one in SEEN]
    corpus = {"articles": hand.ARTICLES, "sentences": sentences, "mentions": pl.DataFrame(seen)}

    def judge(repeated_lead):
        options = {"resamples": 20, "level": 0.95, "seed": 1, "tiers": ["core"]}
        return report.against_coders(
            coded, corpus, hand.CODES, repeated_lead=repeated_lead, **options
        )

    return judge


def score(tables, language, measure):
    """Over all frames."""
    found = tables["scores"].filter(kind="frame", code="micro", language=language, measure=measure)
    return found["estimate"].item()


def test_repeated_sentences_do_not_count(tables):
    """The instrument errs in the repeated sentence alone; it is listed all the same."""
    without = tables(False)
    assert [score(without, language, "f1") for language in ("he", "ar")] == [1, 1]
    assert without["confusion"].select("unit", "code").rows() == [
        ("x_01", "threat"),
        ("x_01", "violation"),
    ]
    assert without["decisions"].filter("repeated")["unit"].unique().to_list() == ["x_01"]


def test_repeated_sentences_count(tables):
    """Then a half of what it finds in x is right, and a half of what there is found."""
    counted = tables(True)
    assert score(counted, "he", "precision") == score(counted, "he", "recall") == 0.5
    assert score(counted, "ar", "f1") == 1
    units = [
        made["agreement"].filter(language="he", code="threat", coefficient="alpha")["units"].item()
        for made in (counted, tables(False))
    ]
    assert units == [3, 2]
    gap = counted["language_differences"].filter(code="micro", measure="f1", kind="frame")
    assert gap.select("language", "other", "difference").row(0) == ("he", "ar", -0.5)


def test_one_language_has_no_parallel(tmp_path):
    """Both tables are empty, with their columns; the file is not even read."""
    book = SimpleNamespace(languages={"he": None}, frames={"threat": {}})
    columns = {"hebrew": "he", "arabic": "ar"}
    found = report.across_languages(tmp_path / "none", book, columns, level=0.95, alike=0.8)
    assert {name: table.height for name, table in found.items()} == {
        "equivalence": 0,
        "differing_items": 0,
    }
    assert found["equivalence"].columns == list(equivalence.MEASURED)


def test_parallel_sentences(monkeypatch):
    """Of the languages of the codebook, by its frames."""
    asked = {}

    def read(path, frames, columns):
        asked.update(path=path, frames=frames, columns=columns)
        return ["row"], ["he", "ar"]

    monkeypatch.setattr(equivalence, "read", read)
    monkeypatch.setattr(equivalence, "code", lambda *given: given)
    monkeypatch.setattr(equivalence, "measure", lambda *given, **options: (given, options))
    monkeypatch.setattr(equivalence, "differing", lambda *given: given)
    book = SimpleNamespace(languages={"he": None, "ar": None}, frames={"threat": {}})
    columns = {"hebrew": "he", "arabic": "ar", "english": "en"}
    found = report.across_languages("p.tsv", book, columns, level=0.9, alike=0.7)
    assert asked["frames"] == ["threat"]
    assert asked["columns"] == {"hebrew": "he", "arabic": "ar"}
    pairs = (["row"], ["he", "ar"], book)
    assert found["equivalence"] == ((pairs, ["he", "ar"]), {"level": 0.9, "alike": 0.7})
    assert found["differing_items"] == (pairs, ["he", "ar"], ["row"])
