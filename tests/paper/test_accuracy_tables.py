"""Tables on the coders and on the accuracy of the instrument."""

import math
import re

import polars as pl
import pytest
import yaml
from framing.paper import captions
from framing.paper.tables import accuracy
from framing.paper.tables.names import Names

import workflow

LABELS = {
    "frame": {"threat": "Threat", "harm": "Harm"},
    "event": {"vote": "Vote"},
    "language": {"he": "Hebrew", "ar": "Arabic"},
    "source": {"hebrew": "Hebrew", "arabic": "Arabic"},
}
NAN = float("nan")


@pytest.fixture
def names():
    """Labels without translations."""
    return Names(sources=["hebrew", "arabic"], labels=LABELS)


def table(columns, *rows):
    """A table of rows."""
    return pl.DataFrame(rows, schema=columns.split(), orient="row", infer_schema_length=None)


CODERS = table("language coders people seen", ("he", "two people", True, False))


def test_agreement(names):
    """A row per variable and language; the coefficients side by side, then differing sentences."""
    columns = (
        "language kind code coefficient estimate low high units coders differing differing_high"
    )
    found = table(
        columns,
        ("he", "frame", "threat", "alpha", 0.7, 0.5, 0.9, 17, 3, 2, 0.3),
        ("he", "frame", "threat", "ac1", 0.8, 0.6, 1.0, 17, 3, 2, 0.3),
        ("he", "frame", "threat", "agreement", 0.9, 0.8, 1.0, 17, 3, 2, 0.3),
        ("he", "voice", "", "alpha", 1.0, NAN, NAN, 9, 3, 0, 0.2),
        ("he", "voice", "", "ac1", 1.0, NAN, NAN, 9, 3, 0, 0.2),
        ("he", "voice", "", "agreement", 1.0, NAN, NAN, 9, 3, 0, 0.2),
    )
    rows = accuracy.agreement({"agreement": found, "coders": CODERS}, names).to_dicts()
    assert [row["variable"] for row in rows] == ["Threat", "voice"]
    first = rows[0]
    assert (first["alpha"], first["alpha_low"], first["ac1"], first["ac1_high"]) == (
        0.7,
        0.5,
        0.8,
        1,
    )
    assert (first["agreement"], first["differing"], first["differing_high"]) == (0.9, 2, 0.3)
    assert (first["units"], first["coders"], first["language"]) == (17, "two people", "Hebrew")
    assert math.isnan(rows[1]["alpha_low"])


def test_external(names):
    """A row per corpus and frame, the corpus in use first; each measure by language."""
    columns = "corpus language frame measure estimate low high n coders seen instrument used"
    found = table(
        columns,
        *(
            (corpus, "he", frame, measure, value, value - 0.1, value + 0.1, n, "judges", "never",
             "abc", corpus == "news")
            for corpus in ("posts", "news")
            for frame in ("threat", "micro")
            for measure, value, n in (("precision", 0.5, 8), ("recall", 0.6, 7), ("f1", 0.55, 11))
        ),
    )  # fmt: skip
    made = accuracy.external({"external": found}, names)
    assert made.select("corpus", "frame").rows() == [
        ("news", "Threat"),
        ("news", "all frames"),
        ("posts", "Threat"),
        ("posts", "all frames"),
    ]
    first = made.row(0, named=True)
    assert (first["precision_he"], first["recall_low_he"], first["f1_high_he"]) == (
        pytest.approx((0.5, 0.5, 0.65))
    )
    assert (first["n_he"], first["coders"], first["instrument"]) == (11, "judges", "abc")


def test_equivalence_names_what_differs(names):
    """Each frame lists its sentences that function differently, the last row all of them."""
    columns = "frame first second sentences coded found_first found_second ratio low high answer"
    found = table(
        f"{columns} same share_same same_low same_high",
        ("threat", "he", "ar", 10, 6, 6, 5, 1.2, 0.8, 1.9, "cannot tell", 7, 0.7, 0.4, 0.9),
        ("all", "he", "ar", 10, 6, 6, 5, 1.2, 0.8, 1.9, "cannot tell", 7, 0.7, 0.4, 0.9),
    )
    items = table("id frame", ("p4", "threat"), ("p6", "threat"))
    made = accuracy.equivalence({"equivalence": found, "differing_items": items}, names)
    assert dict(made.select("frame", "differing").rows()) == {
        "Threat": "p4, p6",
        "all frames": "p4, p6",
    }
    row = made.row(0, named=True)
    assert (row["rate_first"], row["rate_second"], row["answer"]) == (0.6, 0.5, "cannot tell")
    assert (row["first"], row["second"]) == ("Hebrew", "Arabic")


def test_corrected_shares(names):
    """Frames in the order of the codebook, each with its sources and their difference."""
    columns = "source minus language frame units carried share corrected reason"
    found = table(
        columns,
        ("hebrew", "", "he", "harm", 10, 2, 0.2, 0.3, ""),
        ("arabic", "", "ar", "threat", 10, 5, 0.5, 0.4, ""),
        ("hebrew", "arabic", "he-ar", "threat", None, None, 0.1, NAN, "too few"),
    )
    made = accuracy.corrected_shares({"corrected_shares": found}, names)
    assert made.select("frame", "source", "reason").rows() == [
        ("Threat", "Arabic", ""),
        ("Threat", "Hebrew minus Arabic", "too few"),
        ("Harm", "Hebrew", ""),
    ]
    assert made.columns == ["frame", "source", "units", "carried", "share", "corrected", "reason"]


def test_facts(names):
    """Who coded, what was seen, and the corpus by which shares are corrected."""
    results = {
        "coders": CODERS,
        "equivalence": table("frame sentences seen", ("threat", 173, True)),
        "external": table(
            "corpus coders instrument seen used",
            ("posts", "judges", "abc", "never", False),
            ("news (of 1990)", "judges", "abc", "scores", True),
        ),
    }
    found = accuracy.facts(results, names)
    assert found["coders"] == "The coders are two people."
    assert (found["people"], found["articles_seen"], found["parallel_seen"]) == (True, False, True)
    assert found["corpus"] == "news"
    assert [part["corpus"] for part in found["tested"]] == ["news", "posts"]
    first = {"corpus": "news", "instrument": "abc", "coders": "judges", "seen": "scores"}
    assert found["tested"][0] == first


def test_validation(names):
    """Values by language and their difference; single events are left out."""
    columns = "language kind code measure estimate low high n"
    scores = table(
        columns,
        ("he", "frame", "threat", "f1", 0.8, 0.6, 0.9, 5),
        ("ar", "frame", "threat", "f1", 0.5, 0.3, 0.7, 4),
        ("he", "event", "micro", "recall", 1.0, 0.9, 1.0, 9),
        ("he", "event", "vote", "recall", 0.1, 0.0, 0.2, 9),
    )
    differences = table(
        "language other kind code measure difference low high",
        ("he", "ar", "frame", "threat", "f1", 0.3, -0.1, 0.6),
        ("ar", "he", "frame", "threat", "f1", 9.0, 9.0, 9.0),
    )
    results = {"scores": scores, "language_differences": differences, "coders": CODERS}
    made = accuracy.validation(results, names)
    assert made.columns == [
        *("variable", "measure", "estimate_he", "low_he", "high_he", "n_he"),
        *("estimate_ar", "low_ar", "high_ar", "n_ar"),
        *("difference_he_ar", "low_he_ar", "high_he_ar", "coders"),
    ]
    assert made.row(0) == (
        *("Threat", "f1", 0.8, 0.6, 0.9, 5, 0.5, 0.3, 0.7, 4, 0.3, -0.1, 0.6, "two people"),
    )
    assert made["variable"].to_list() == ["Threat", "all events"]
    assert made["estimate_ar"].to_list()[1] is None


TRANSLATED = Names(
    sources=["hebrew", "arabic"], labels=LABELS, translations={"אחת": "one", "שתיים": "two"}
)


def test_equivalence_items():
    """The sentence in every language, and in English."""
    columns = "id frame coded found_in missed_in he ar"
    items = table(
        columns,
        ("p1", "threat", 1, "he", "ar", "אחת", "واحد"),
        ("p2", "harm", 0, "ar", "he", "שתיים", "اثنان"),
    )
    made = accuracy.equivalence_items({"differing_items": items}, TRANSLATED)
    assert made.columns[-3:] == ["text_he", "text_ar", "english"]
    assert made["english"].to_list() == ["one", "two"]
    assert made["frame"].to_list() == ["Threat", "Harm"]


def test_confusion():
    """Kinds and codes by their labels; votes and coders in two columns."""
    columns = "unit language kind code majority votes coders instrument cues text"
    wrong = table(
        columns,
        ("a_00", "he", "frame", "threat", "1", 2, 3, "0", "", "אחת"),
        ("a_01", "ar", "responsible", "vote", "iran", 3, 3, "none", "א", "غير"),
    )
    rows = accuracy.confusion({"confusion": wrong}, TRANSLATED).rows()
    assert rows[0] == ("a_00", "Hebrew", "frame", "Threat", "1", 2, 3, "0", "", "אחת", "one")
    assert rows[1][2:4] == ("responsible actor", "Vote")
    assert rows[1][-1] == ""


def test_the_corpus_of_the_correction():
    """The first that is used; nothing where none is."""
    external = pl.DataFrame({"corpus": ["a", "b", "b"], "used": [False, True, True]})
    assert accuracy._used(external) == "b"
    assert accuracy._used(external.head(1)) == ""


@pytest.mark.parametrize("name", ["external", "corrected_shares"])
def test_captions_without_any_test(name):
    """A codebook of one's own: once 'Tested: .' and 'of the instrument on , held-out texts'."""
    layouts = yaml.safe_load((workflow.ROOT / "workflow/report/tables.yaml").read_text("utf-8"))
    text = captions.render(layouts[name]["caption"], level=0.95, tested=[], corpus="")
    assert "not tested" in text or "No frame of the codebook was tested" in text
    assert not re.search(r" [.,;:]|: \.", text)
