"""The texts of the page of the evidence: cut at their cues, with speakers and coders."""

import polars as pl
from framing.paper.evidence import cues, texts

LABELS = {
    "frame": {"threat": "threat", "violation": "a violation"},
    "event": {"vote": "the vote"},
    "actor": {"un": "United Nations", "regime": "the government"},
}


def test_pieces():
    """Cut at every edge; overlapping cues share a piece; nothing is lost."""
    cut = list(texts.pieces("abcdefg", [(4, 1, 4), (5, 3, 6)]))
    assert [(p["text"], p["cues"], p["begins"]) for p in cut] == [
        ("a", [], False),
        ("bc", [4], True),
        ("d", [4, 5], True),
        ("ef", [5], False),
        ("g", [], False),
    ]
    assert [p["text"] for p in texts.pieces("abc", [])] == ["abc"]


def test_first_articles_of_a_large_corpus():
    """In turn from each source, as many as fit; one of each at least."""
    articles = pl.DataFrame({"article": ["a", "b", "c", "d"], "source": ["x", "x", "y", "y"]})
    names = ["a"] * 3 + ["b"] * 2 + ["c"] * 2 + ["d"] * 9
    rows = pl.DataFrame({"article": names})
    pairs = pl.DataFrame({"article_first": ["a", "b"], "article_second": ["c", "d"]})
    results = {"articles": articles, "sentence_pairs": pairs}
    results |= dict.fromkeys(("sentences", "mentions", "frame_units", "event_units"), rows)
    for most, kept in ((16, "acbd"), (7, "acb"), (6, "ac"), (1, "ac")):
        chosen = texts.choose(results, most=most)
        assert chosen["articles"]["article"].to_list() == sorted(kept)
        assert set(chosen["mentions"]["article"]) == set(kept)
        assert chosen["sentence_pairs"].height == (2 if "d" in kept else 1)


def test_speakers():
    """The text, an actor by label, one that the labels lack, nobody in particular."""
    named = [cues.speaker(*said, LABELS["actor"]) for said in (("narrator", "un"), ("x", "un"))]
    assert named == ["the text itself", "United Nations"]
    assert cues.speaker("attributed", "who", {}) == "who"
    assert cues.speaker("attributed", "", {}) == "a speaker not named"


def test_coders_beside_the_instrument():
    """A code that neither found is left out; a difference is marked."""
    rows = [
        ("he_1", "frame", "threat", "1", 3, 3, "1"),
        ("he_1", "frame", "violation", "0", 3, 3, "0"),
        ("he_1", "speaker", "threat", "un", 2, 3, "regime"),
        ("he_1", "fragility", "", "true", 3, 3, "true"),
    ]
    columns = ["unit", "kind", "code", "majority", "votes", "coders", "instrument"]
    coded = texts._coders(pl.DataFrame(rows, schema=columns, orient="row"), LABELS)
    assert coded == {
        "he_1": [
            {"what": "threat", "instrument": "yes", "coders": "yes", "votes": "3 of 3"}
            | {"differs": False},
            {"what": "threat: speaker", "instrument": "the government"}
            | {"coders": "United Nations", "votes": "2 of 3", "differs": True},
        ]
    }


def test_a_repeated_sentence_is_marked():
    """That whose row names the sentence that it repeats, and no other."""
    rows = [("he", n, 4 * n, 4 * n + 3, "abc", copied) for n, copied in enumerate([None, 0])]
    columns = ["article", "sentence", "start", "end", "text", "duplicate_of"]
    units = {"article": pl.String, "sentence": pl.Int64, "code": pl.String}
    coders = dict.fromkeys(["unit", "kind", "code", "majority", "instrument"], pl.String)
    results = {
        "articles": pl.DataFrame([{"article": "he", "source": "h", "language": "he", "date": ""}]),
        "sentences": pl.DataFrame(rows, schema=columns, orient="row"),
        "frame_units": pl.DataFrame(schema=units),
        "event_units": pl.DataFrame(schema=units),
        "decisions": pl.DataFrame(schema=coders | {"votes": pl.Int64, "coders": pl.Int64}),
    }
    known = {"sources": {"h": {}}, "directions": {"he": "rtl"}, "translations": {}}
    (column,) = texts.columns(results, [], LABELS, **known)
    (article,) = column["articles"]
    assert [(row["number"], row["repeated"]) for row in article["sentences"]] == [
        (1, False),
        (2, True),
    ]
