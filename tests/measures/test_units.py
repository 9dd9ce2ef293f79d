"""What a sentence carries: voice, speaker and every actor held responsible."""

import mentions_by_hand as hand
import polars as pl
import pytest
from framing.measures import units


def said(start, responsible="", voice="narrator", speaker="", concept="p"):
    """A cue of frame `a` in the first sentence of x."""
    return ("x", 0, start, "frame", "a", concept, "core", voice, speaker, responsible)


def row(*rows, **options):
    """The one row that these cues give."""
    return hand.carried(*rows, **options)[1].row(0, named=True)


@pytest.mark.parametrize(
    ("blamed", "listed"),
    [
        (["russia"], "russia"),
        (["russia", "regime", "regime"], "regime|russia"),
        (["russia", "regime"], "russia|regime"),
        (["none", "russia"], "russia"),
        (["none", ""], ""),
    ],
)
def test_every_actor_held_responsible_is_kept(blamed, listed):
    """Most cues first, the earlier at a tie; nobody gives an empty cell."""
    assert row(*(said(n, actor) for n, actor in enumerate(blamed)))["responsible"] == listed


def test_the_order_of_the_rows_does_not_matter():
    """Cues count in reading order: the earlier actor comes first at a tie."""
    assert row(said(5, "russia"), said(2, "regime"))["responsible"] == "regime|russia"


def test_voice_and_speaker_are_those_of_most_cues():
    """Two of three cues are the UN's; at a tie the first cue decides; no speaker is no speaker."""
    un, own = {"voice": "attributed", "speaker": "un"}, {}
    assert row(said(0), said(1, **un), said(2, **un))["voice"] == "attributed"
    assert row(said(0), said(1, **un))["voice"] == "narrator"
    assert row(said(0), said(1, **un))["speaker"] == "un"
    assert row(said(0, **own))["speaker"] == ""


def test_concepts_are_listed_once_each():
    """Three cues, two concepts."""
    found = row(said(0, concept="p"), said(1, concept="q"), said(2, concept="p"))
    assert (found["cues"], found["concepts"]) == (3, "p|q")


def test_select_leaves_the_repeated_lead_out_unless_asked():
    """The fifth sentence of x repeats the first."""
    assert hand.carried()[0].height == 6
    assert hand.carried(repeated_lead=True)[0].height == 7


def test_voices_choose_among_units_and_tiers_among_cues():
    """Sentence 0 has a core and an extended cue, sentence 3 an extended one in the UN's mouth."""
    assert hand.carried(voices=["attributed"])[1]["sentence"].to_list() == [3, 1]
    assert hand.carried(tiers=["core"])[1]["cues"].to_list() == [1, 1]
    assert hand.carried(kind="event", voices=["attributed"])[1].height == 1


def test_some_articles_of_each_source():
    """At most so many, in their order, the same ones for the same seed; others keep all."""
    names = [f"a{n}" for n in range(9)] + ["b0", "b1"]
    articles = pl.DataFrame({"article": names, "source": ["a"] * 9 + ["b"] * 2})
    drawn = units.draw(articles, 2, seed=1)
    assert drawn["source"].to_list() == ["a", "a", "b", "b"]
    assert drawn["article"].to_list() == sorted(drawn["article"])
    assert drawn.equals(units.draw(articles, 2, seed=1))
    assert len({tuple(units.draw(articles, 2, seed=n)["article"]) for n in range(9)}) > 1
    assert units.draw(articles, 9, seed=1).equals(articles)
    assert units.draw(articles, 8, seed=1).height == 8 + 2


def test_columns_of_units():
    """Without sentences that repeat an earlier one, in the order of the sentences."""
    sentences = pl.DataFrame(
        {
            "article": ["y", "x", "x"],
            "sentence": [0, 0, 1],
            "start": [0, 0, 5],
            "end": [4, 4, 9],
            "words": [1, 2, 3],
            "duplicate_of": [None, None, 0],
        }
    )
    articles = pl.DataFrame({"article": ["x", "y"], "source": ["one", "two"]})
    chosen = units.select(articles, sentences)
    assert chosen.rows() == [("y", "two", 0, 0, 4, 1, None), ("x", "one", 0, 0, 4, 2, None)]
    assert units.select(articles, sentences, repeated_lead=True).height == 3
