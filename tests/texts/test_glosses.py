"""English glosses: by folded lemma; none is missing in the tables of the study."""

import polars as pl
import pytest
import yaml
from framing.measures import items, profile, units
from framing.texts import corpus, glosses, languages

import workflow

BOOK = workflow.ROOT / "data/codebook"


def test_read(tmp_path):
    """Spelling variants have one gloss; a language without a sheet has none."""
    (tmp_path / "languages" / "he").mkdir(parents=True)
    sheet = tmp_path / "languages" / "he" / "glosses.tsv"
    sheet.write_text("lemma\tgloss\nשלום\tpeace\n", encoding="utf-8")
    known = languages.read(BOOK)
    assert glosses.read(tmp_path, known) == {"he": {"שלומ": "peace"}, "ar": {}, "en": {}}


@pytest.mark.slow
@pytest.mark.parametrize("repeated_lead", [False, True])
def test_every_word_of_the_study_has_a_gloss(repeated_lead):
    """Keywords of both articles, with and without the repeated lead; collocates are among them."""
    config = yaml.safe_load((workflow.ROOT / "config/config.yaml").read_text(encoding="utf-8"))
    known = languages.read(BOOK)
    rows = corpus.read_articles(workflow.ROOT / config["articles"], config["sources"], known)
    tables = corpus.build(rows, known, config["text"])
    chosen = units.select(tables.articles, tables.sentences, repeated_lead=repeated_lead)
    nothing = {"kind": pl.String, "code": pl.String, "start": pl.Int64, "end": pl.Int64}
    mentions = pl.DataFrame(schema={"article": pl.String, "sentence": pl.Int64} | nothing)
    concepts = items.concepts(chosen, mentions, tables.tokens)
    english, settings = glosses.read(BOOK, known), config["lexicon"]
    texts = tables.articles, chosen, tables.tokens, concepts
    keywords = profile.profile(*texts, known, english, settings)["keywords"]
    assert keywords.height > 90
    assert keywords.filter(gloss="")["lemma"].to_list() == []
