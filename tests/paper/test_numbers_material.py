"""Numbers of the material, settings, calibration and lexicon, from tables made by hand."""

import polars as pl
import pytest
from framing.paper.numbers import calibration, lexicon, study
from numbers_by_hand import KNOWN, by_key


def test_settings():
    """Every number of the config, in percent and in points too; no switch."""
    config = {"compare": {"level": 0.975, "on": True}, "seed": 20}
    found = {number.key: number.text for number in study._settings(config)}
    assert found["setting.compare.level"] == "0.975"
    assert found["setting.compare.level.percent"] == "97.5 %"
    assert found["setting.compare.level.points"] == "97.5"
    assert "setting.compare.on" not in found
    assert found["setting.seed"] == "20"


def test_calibration():
    """The worst rates among the cells in which a method is offered."""
    rows = [(True, 0.04, 0.96), (True, 0.059, 0.94), (False, 0.3, 0.5)]
    schema = ["offered", "most_false_positives", "least_coverage"]
    table = pl.DataFrame(rows, schema=schema, orient="row")
    found = by_key(calibration.numbers({"offered": table}, KNOWN))
    assert found["calibration.false_positives"].text == "5.9 %"
    assert found["calibration.coverage"].text == "94.0 %"
    assert (found["calibration.offered"].value, found["calibration.cells"].value) == (2, 3)
    assert found["calibration.dependence"].value == 0.5
    assert found["calibration.between"].text == "10 %"


def test_topics_that_pass():
    """A topic passes where both measures exceed their level of chance."""
    columns = ["rank", "stability", "stability_chance", "across_units", "across_units_chance"]
    rows = [(1, 0.9, 0.8, 0.9, 0.8), (1, 0.9, 0.8, 0.7, 0.8), (2, 1.0, 0.0, 1.0, 0.0)]
    found = by_key(lexicon._topics(pl.DataFrame(rows, schema=columns, orient="row")))
    values = {key.removeprefix("topics."): number.value for key, number in found.items()}
    assert values == {"fitted": 2, "stable": 2, "across_units": 1, "passing": 1}


def test_the_material():
    """Articles, dates, words, sentences, repeated ones and restored words of each source."""
    results = {
        "articles": pl.DataFrame(
            {
                "article": ["a", "b", "c"],
                "source": ["hebrew", "hebrew", "arabic"],
                "date": ["2016-12-31", "2017-01-01", "2017-01-01"],
            }
        ),
        "sentences": pl.DataFrame(
            {
                "article": ["a", "a", "b", "c"],
                "sentence": [0, 1, 0, 0],
                "words": [5, 5, 4, 9],
                "duplicate_of": [None, 0, None, None],
            }
        ),
        "tokens": pl.DataFrame(
            {"article": ["a", "a", "c"], "form": ["x", "y", "z"], "repaired": ["x", "w", "v"]}
        ),
    }
    found = by_key(study.numbers(results, KNOWN))
    values = {
        "corpus.articles": 3,
        "corpus.hebrew.articles": 2,
        "corpus.hebrew.words": 14,
        "corpus.hebrew.restored": 1,
        "corpus.hebrew.sentences": 3,
        "corpus.hebrew.repeated": 1,
        "corpus.hebrew.new": 2,
        "corpus.arabic.articles": 1,
        "corpus.arabic.new": 1,
        "codebook.frames": 1,
        "codebook.actors": 0,
        "error_rate": pytest.approx(0.1),
        "setting.compare.level": 0.9,
        "setting.seed": 7,
    }
    assert {key: found[key].value for key in values} == values
    assert found["corpus.hebrew.date"].text == "31 December 2016 and 1 January 2017"
    assert found["corpus.hebrew.repeated"].sentences == ("a_01",)
    assert found["error_rate"].text == "10 %"
    assert not [key for key in found if key.startswith("setting.sources")]


def test_concepts_and_pairs():
    """Mentions of each source, the largest z whatever its sign, pairs above chance."""
    results = {
        "concepts": pl.DataFrame({"total_first": [90], "total_second": [70], "z": [-3.25]}),
        "topics": pl.DataFrame(
            schema=dict.fromkeys(
                ["stability", "stability_chance", "across_units", "across_units_chance"], pl.Float64
            )
            | {"rank": pl.Int64}
        ),
        "sentence_pairs": pl.DataFrame(
            {
                "above_chance": [True, False, True],
                "similarity": [0.8, 0.2, 0.9],
                "reference": [0.7] * 3,
                "reference_error": [0.0123] * 3,
            }
        ),
    }
    found = by_key(lexicon.numbers(results, KNOWN))
    assert found["concepts.hebrew.mentions"].value == 90
    assert found["concepts.arabic.mentions"].value == 70
    assert found["concepts.most_z"].text == "3.2"
    assert (found["pairs.all"].value, found["pairs.above"].value) == (3, 2)
    assert (found["pairs.above"].n, found["pairs.closest"].value) == (3, 0.9)
    assert (found["pairs.chance"].text, found["pairs.chance.error"].text) == ("0.70", "0.012")
