"""Names: labels, glosses and translations from the codebook and the sheets of the study."""

import polars as pl
import pytest
import yaml
from framing.errors import InputError
from framing.paper.tables import names
from framing.texts import corpus, languages
from results_by_hand import NAMES

import workflow

CONFIG = yaml.safe_load((workflow.ROOT / "config/config.yaml").read_text(encoding="utf-8"))
TRANSLATIONS = workflow.ROOT / "data/translations.tsv"


@pytest.fixture(scope="module")
def known():
    """The names of the study."""
    return names.read(
        workflow.ROOT / CONFIG["codebook"],
        CONFIG["sources"],
        translations=TRANSLATIONS,
        contrasts=CONFIG["multiverse"]["contrasts"],
        top=3,
    )


def test_labels(known):
    """Sources by their short names, contrasts by theirs, pairs of languages in both orders."""
    assert known.sources == ["hebrew", "arabic"]
    assert known.labels["source"]["hebrew"] == "Hebrew"
    assert known.labels["covered_by"]["arabic"] == "Arabic only"
    assert known.labels["contrast"]["own_voice"] == "own voice on violation and civilian harm"
    assert known.labels["pair"]["ar_he"] == "Arabic − Hebrew"
    assert known.labels["frame"]["violation"] == "violation"
    assert known.top == 3


def test_glosses_of_all_concepts(known):
    """Of frames, and of the concepts that are in no frame."""
    assert known.glosses["coordination"] != known.glosses["netanyahu"] == "Netanyahu"


def test_translations_are_optional():
    """Without a sheet nothing is translated."""
    known = names.read(workflow.ROOT / CONFIG["codebook"], CONFIG["sources"])
    table = pl.DataFrame({"text": ["שלום"]})
    assert table.select(known.english("text"))["text"].to_list() == [""]


def test_english_and_gloss():
    """Texts and concepts without an entry stay empty."""
    table = pl.DataFrame({"text": ["אחת", "אין"], "concept": ["truce", "none"]})
    found = table.select(NAMES.english("text"), NAMES.gloss("concept"))
    assert found.rows() == [("one", "truce, lull"), ("", "")]


@pytest.mark.study
def test_every_sentence_of_the_study_is_translated(known):
    """And every repaired word."""
    spoken = languages.read(workflow.ROOT / CONFIG["codebook"], CONFIG["text"]["normalise"])
    read = corpus.read_articles(workflow.ROOT / CONFIG["articles"], CONFIG["sources"], spoken)
    found = corpus.build(read, spoken, CONFIG["text"])
    assert set(found.sentences["text"]) <= set(known.translations)
    assert set(found.repairs["restored"]) <= set(known.translations)


def test_a_bad_sheet_is_named(tmp_path):
    """File, row and column."""
    sheet = tmp_path / "translations.tsv"
    sheet.write_text("language\ttext\tenglish\nhe\tשלום\t\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"row 2, column english"):
        names.read(workflow.ROOT / CONFIG["codebook"], CONFIG["sources"], translations=sheet)
