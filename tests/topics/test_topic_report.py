"""The tables of topics, from mentions to verdicts."""

import numpy as np
import polars as pl
import pytest
from framing.errors import InputError
from framing.topics import report
from framing.topics.bags import Bags

SETTINGS = {"sizes": [2, 3], "seeds": 2, "passes": 3, "top": 2, "runs": 2, "draw": 0.8}
SETTINGS |= {"permutations": 5}
SOURCES = ["one", "two"]


def tables(sentences=16, **settings):
    """Both tables of two articles; the first half of the sentences is the first source."""
    rng = np.random.default_rng(0)
    units = np.repeat(np.arange(sentences), 4)
    half = ["one"] * (sentences // 2) + ["two"] * (sentences - sentences // 2)
    bags = Bags(
        names=list("abcdef"),
        concepts=rng.integers(0, 6, len(units)),
        articles=(units >= sentences // 2).astype(int),
        units=[units, units // 2],
        sizes=[sentences, (sentences + 1) // 2],
    )
    places = {"article": half, "source": half, "sentence": range(sentences)}
    return report.report(
        bags,
        pl.DataFrame(places),
        sources=SOURCES,
        method="hac",
        permit=lambda *_: True,
        level=0.95,
        settings=SETTINGS | settings,
        seed=3,
    )


def test_every_topic_has_its_concepts_and_its_numbers():
    """Both models; two concepts a topic; prevalence adds up to one in each source."""
    topics, sizes = tables()
    assert sizes.select("model", "size").rows() == [("LDA", 2), ("LDA", 3), ("NMF", 2), ("NMF", 3)]
    for model in ("LDA", "NMF"):
        size = sizes.filter(pl.col("chosen"), model=model)["size"][0]
        mine = topics.filter(model=model)
        assert mine.height == 2 * size
        assert mine["size"].unique().to_list() == [size]
        one = mine.filter(rank=1)
        for source in SOURCES:
            assert one[f"prevalence_{source}"].sum() == pytest.approx(1)
        assert one["fit_low"].le(one["difference"] + 1e-9).all()
    assert topics["at_edge"].is_in(["smallest", "largest"]).all()


def test_topics_that_do_not_fit_are_not_tried():
    """Three topics of two sentences cannot be; of one, none. Two sentences are one other unit."""
    topics, sizes = tables(sentences=2)
    assert sizes["size"].unique().to_list() == [2]
    assert topics["across_units"].is_nan().all()
    assert set(topics["verdict"]) == {"do not interpret"}
    with pytest.raises(InputError, match="none of the numbers"):
        tables(sentences=1)
