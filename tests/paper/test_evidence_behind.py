"""What is behind a number of the page of the evidence: its sentences and its codes."""

import polars as pl
from framing.paper.evidence import behind

KNOWN = behind.Known(("threat", "violation"), ("vote",), ("hebrew", "arabic"), ("violation",))


def found(**sentences):
    """What is behind each key; `__` in a name means a point."""
    rows = [(key.replace("__", "."), names) for key, names in sentences.items()]
    table = pl.DataFrame(rows, schema=["key", "sentences"], orient="row")
    return {key: (b.units, b.codes) for key, b in behind.behind(table, KNOWN).items()}


def test_counts_shares_and_differences():
    """A count has its own sentences; what follows from counts has theirs; other numbers none."""
    numbers = found(
        threat__hebrew__sentences="he_1|he_2",
        threat__arabic__sentences="ar_7",
        threat__hebrew__own="",
        threat__hebrew__share="",
        threat__difference__low="",
        event__vote__arabic__sentences="ar_3",
        responsibility__hebrew__own="he_5",
        corpus__hebrew__new="he_1|he_2",
        placebo__threat__low="",
    )
    assert numbers == {
        "threat.hebrew.sentences": (("he_1", "he_2"), ("threat",)),
        "threat.arabic.sentences": (("ar_7",), ("threat",)),
        "threat.hebrew.own": ((), ("threat",)),
        "threat.hebrew.share": (("he_1", "he_2"), ("threat",)),
        "threat.difference.low": (("he_1", "he_2", "ar_7"), ("threat",)),
        "event.vote.arabic.sentences": (("ar_3",), ("vote",)),
        "responsibility.hebrew.own": (("he_5",), ("violation",)),
        "corpus.hebrew.new": (("he_1", "he_2"), ()),
        "placebo.threat.low": ((), ()),
    }


def test_who_says_it_of_whom():
    """A flow holds the cues with its speaker and its actor, and no others of the frame."""
    key = "flow.hebrew.un.violation.regime"
    table = pl.DataFrame({"key": [key], "sentences": ["he_1"]})
    flow = behind.behind(table, KNOWN)[key]
    assert flow == behind.Behind(("he_1",), ("violation",), "un", "regime")
    cue = {"code": "violation", "said_by": "un", "held": "regime"}
    assert flow.holds(cue)
    for other in ({"held": "russia"}, {"said_by": "narrator"}, {"code": "threat"}):
        assert not flow.holds(cue | other)
    assert behind.Behind(("he_1",), ("violation",)).holds(cue | {"held": "russia"})
