"""The multiverse of the study: complete, equal to the comparison, independent of any order."""

import polars as pl
import pytest
import yaml
from articles_by_hand import SHEET, always
from framing.instrument import mentions
from framing.measures import units
from framing.robustness import assembly, choices, multiverse
from framing.texts import corpus, languages
from polars.testing import assert_frame_equal

import workflow

METHOD = multiverse.Method("hac", 0.95, always)
SENSITIVITY = (("repairs", "damaged"), ("spelling", "written"), ("matching", "forms"))


@pytest.fixture(scope="module")
def config():
    """The config of the study."""
    return yaml.safe_load((workflow.ROOT / "config/config.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def built(config):
    """The corpus of the study."""
    known = languages.read(workflow.ROOT / config["codebook"], config["text"]["normalise"])
    rows = corpus.read_articles(workflow.ROOT / config["articles"], config["sources"], known)
    return corpus.build(rows, known, config["text"])


def assemble(config, articles, built, *, codings=None):
    """The texts of the study under the options that count, and who the coders are."""
    known = choices.read(SHEET, config)
    for name, option in SENSITIVITY:
        known = choices.drop(known, name, option)
    return assembly.assemble(
        articles,
        built.sentences,
        built.tokens,
        known,
        book=workflow.ROOT / config["codebook"],
        coded=codings or workflow.ROOT / config["codings"],
        models=config["accuracy"]["models"],
        sources=list(config["sources"]),
        text=config["text"],
        settings=config["multiverse"],
    )


@pytest.fixture(scope="module")
def study(config, built):
    """The texts of the study, their coders, and the specifications."""
    texts, coders = assemble(config, built.articles, built)
    return texts, coders, multiverse.run(texts, config["multiverse"]["contrasts"], METHOD)[0]


@pytest.mark.slow
def test_every_specification_once(config, study):
    """84 for a voice: 3 units · 2 leads · 2 tiers · 3 weights · 2 bases, and 12 of the coders."""
    texts, coders, table = study
    assert coders == "three passes of a large language model standing in for trained humans"
    differences = table.filter(measure="difference")
    assert differences.select("contrast", *texts.choices).is_duplicated().sum() == 0
    for name, contrast in config["multiverse"]["contrasts"].items():
        curves = differences.filter(contrast=name).partition_by("question")
        expected = [84, 84] if contrast["of"] == "share" else [42]
        assert [part.height for part in curves] == expected
        assert [part["own"].sum() for part in curves] == [1] * len(curves)


@pytest.mark.slow
@pytest.mark.parametrize("lead", [False, True])
@pytest.mark.parametrize("tiers", ["all", "core"])
@pytest.mark.parametrize("voices", ["all", "own"])
def test_sentences_are_counted_as_in_the_comparison(study, built, book, lead, tiers, voices):
    """By sentences the multiverse and `units` find the same shares, whatever tiers and voices."""
    texts, _, table = study
    found = mentions.find(built.articles, built.sentences, built.tokens, book)
    chosen = units.select(built.articles, built.sentences, repeated_lead=lead)
    options = {
        n: texts.choices[n].options[o].value for n, o in (("tiers", tiers), ("voices", voices))
    }
    coded = units.carried(chosen, found, "frame", **options)
    spec = {name: choice.own.name for name, choice in texts.choices.items() if name != "smoothing"}
    spec |= {"tiers": tiers, "voices": voices, "repeated_lead": "counted" if lead else "left_out"}
    for frame in ("coordination", "violation", "civilian_harm"):
        row = table.filter(contrast=frame, measure="difference", **spec)
        for place, source in zip(("first", "second"), texts.sources, strict=True):
            hits = coded.filter(code=frame, source=source).height
            assert row[f"carrying_{place}"][0] == hits
            assert row[f"n_{place}"][0] == chosen.filter(source=source).height
            assert row[place][0] == pytest.approx(hits / row[f"n_{place}"][0])


@pytest.mark.slow
def test_the_order_of_the_articles_does_not_matter(config, built, study):
    """The articles listed the other way round give the same table."""
    turned, _ = assemble(config, built.articles.reverse(), built)
    again, _ = multiverse.run(turned, config["multiverse"]["contrasts"], METHOD)
    assert_frame_equal(again, study[2])


def test_without_codings_there_are_no_coders(config, built, tmp_path):
    """An empty folder of codings: the option is dropped, nobody is named."""
    texts, coders = assemble(config, built.articles, built, codings=tmp_path)
    assert coders == ""
    assert list(texts.choices["coding"].options) == ["instrument"]


def test_a_missing_coding_drops_the_coders(config, built):
    """A sentence that nobody coded: the coders cannot take the instrument's place."""
    extra = built.sentences.tail(1).with_columns(sentence=pl.lit(99, pl.Int64))
    more = type(built)(
        built.articles,
        pl.concat([built.sentences, extra]),
        built.tokens,
        built.repairs,
        built.normalisation,
    )
    texts, coders = assemble(config, built.articles, more)
    assert (coders, list(texts.choices["coding"].options)) == ("", ["instrument"])


def test_what_the_texts_are(config, built):
    """Coders, sources, window, blocks and the settings of the reader come from the config."""
    texts, coders = assemble(config, built.articles, built)
    assert coders == "three passes of a large language model standing in for trained humans"
    assert list(texts.choices["coding"].options) == ["instrument", "coders"]
    assert set(texts.reader.decided.columns) == {"article", "sentence", "frame", "voice"}
    assert texts.reader.decided.height > 0
    settings = config["multiverse"]
    assert (texts.sources, texts.window) == (list(config["sources"]), settings["window"])
    assert (texts.reader.clause_words, texts.reader.text) == (
        settings["clause_words"],
        config["text"],
    )
    assert texts.reader.clitics == settings["clitics"]
    assert texts.numbered["block"].n_unique() == settings["blocks"]
