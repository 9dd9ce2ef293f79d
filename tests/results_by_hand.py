"""Results made by hand: two sources with an article each, two frames, three events."""

import polars as pl
from framing.instrument.cue_sheets import Concept, Pattern, Rule
from framing.paper.tables.names import Names

SOURCES = ["hebrew", "arabic"]
UNKNOWN = float("nan")


def rule(kind: str, code: str, concept: str, language: str) -> Rule:
    """A rule of a cue sheet with one cue."""
    cue = Pattern("a", "sheet.tsv", 2)
    return Rule(Concept(kind, code, concept, "gloss", "core"), language, (cue,), (), (), {})


NAMES = Names(
    sources=SOURCES,
    labels={
        "frame": {"threat": "threat", "violation": "violation", "harm": "civilian harm"},
        "event": {"vote": "vote in the Council", "call": "a call", "talks": "talks"},
        "concept": {"truce": "truce, lull"},
        "actor": {"russia": "Russia", "iran": "Iran", "regime": "Syrian government"},
        "source": {"hebrew": "Hebrew", "arabic": "Arabic"},
        "language": {"he": "Hebrew", "ar": "Arabic"},
        "covered_by": {"hebrew": "Hebrew only", "arabic": "Arabic only"},
        "contrast": {"threat": "threat", "own": "own voice"},
        "frame_concept": {"truce": "truce, lull", "menace": "menace"},
    },
    glosses={"truce": "truce, lull", "breach": "breach, violation", "menace": "menace"},
    translations={"אחת": "one", "שתיים": "two", "واحد": "one"},
    codes={
        "frame": {
            "threat": {"label": "threat", "definition": "warns"},
            "harm": {"label": "civilian harm", "definition": "hurts"},
        }
    },
    rules=[
        rule("frame", "threat", "menace", "he"),
        rule("frame", "threat", "menace", "ar"),
        rule("frame", "threat", "warn", "he"),
        rule("event", "call", "call", "he"),
    ],
    top=2,
)

ARTICLES = pl.DataFrame(
    {
        "article": ["a_he", "b_ar"],
        "language": ["he", "ar"],
        "source": SOURCES,
        "date": ["2016-12-31", "2017-01-01"],
        "form": ["lemmatised", "raw"],
    }
)
SENTENCES = pl.DataFrame(
    {
        "article": ["a_he", "a_he", "a_he", "b_ar"],
        "sentence": [0, 1, 2, 0],
        "end": [3, 9, 13, 4],
        "text": ["אחת", "שתיים", "אחת", "واحد"],
        "duplicate_of": [None, None, 0, None],
        "words": [1, 2, 1, 1],
    }
)
MENTIONS = pl.DataFrame(
    {
        "article": ["a_he", "a_he", "a_he", "b_ar", "a_he"],
        "kind": ["frame", "frame", "frame", "frame", "event"],
        "code": ["threat", "threat", "threat", "threat", "call"],
        "concept": ["menace", "truce", "truce", "menace", "call"],
        "text": ["אחת", "שתיים", "שתיים", "واحد", "אחת"],
    }
)
FRAME_UNITS = pl.DataFrame(
    {
        "article": ["a_he", "a_he", "b_ar"],
        "source": ["hebrew", "hebrew", "arabic"],
        "sentence": [0, 1, 0],
        "code": ["threat", "violation", "violation"],
        "voice": ["narrator", "attributed", "narrator"],
        "speaker": ["", "russia", ""],
        "responsible": ["", "regime|iran", "regime"],
    }
)
FRAME_SHARES = pl.DataFrame(
    {
        "code": ["threat", "threat", "violation", "violation"],
        "source": SOURCES * 2,
        "units": [2, 1] * 2,
        "carried": [1, 0, 1, 1],
        "narrator": [1, 0, 0, 1],
        "attributed": [0, 0, 1, 0],
        "share": [0.5, 0.0, 0.5, 1.0],
        "share_words": [0.25, 0.0, 0.5, 1.0],
        "main_concept": ["menace", "", "breach", "breach"],
        "main_concept_share": [1.0, 0.0, 1.0, 0.5],
    }
)
CONTRASTS = pl.DataFrame(
    {
        "family": ["frames"] * 4 + ["events"],
        "kind": ["frame"] * 4 + ["event"],
        "code": ["threat", "violation", "threat", "violation", "call"],
        "measure": ["sentences", "sentences", "words", "words", "sentences"],
        "share_first": [0.5, 0.5, 0.25, 0.5, 1.0],
        "share_second": [0.0, 1.0, 0.0, 1.0, 0.0],
        "estimate": [0.5, -0.5, 0.25, -0.5, 1.0],
        "low": [0.1, -0.9, -0.2, -0.8, UNKNOWN],
        "high": [0.9, 0.2, 0.6, 0.1, UNKNOWN],
        "beyond": [False, True, False, True, False],
        "log_ratio": [1.0, -1.0, 2.0, -2.0, 3.0],
        "g2": [4.0, -4.0, 5.0, -5.0, 6.0],
    }
)
EVENT_COVERAGE = pl.DataFrame(
    {
        "code": ["vote", "call", "talks"],
        "hebrew": [2, 1, 0],
        "arabic": [1, 0, 0],
        "covered_by": ["both", "hebrew", "neither"],
    }
)
EVENT_UNITS = pl.DataFrame(
    {
        "article": ["a_he", "b_ar", "a_he", "a_he"],
        "source": ["hebrew", "arabic", "hebrew", "hebrew"],
        "sentence": [1, 0, 2, 0],
        "code": ["vote", "vote", "vote", "call"],
    }
)
EVENTS_BY_FRAME = pl.DataFrame(
    {
        "event": ["vote", "vote", "vote", "call"],
        "frame": ["threat", "violation", "violation", "threat"],
        "source": ["hebrew", "hebrew", "hebrew", "hebrew"],
        "voice": ["narrator", "narrator", "attributed", "narrator"],
        "units": [1, 1, 1, 1],
    }
)
RESULTS = {
    "articles": ARTICLES,
    "sentences": SENTENCES,
    "mentions": MENTIONS,
    "frame_units": FRAME_UNITS,
    "frame_shares": FRAME_SHARES,
    "contrasts": CONTRASTS,
    "event_coverage": EVENT_COVERAGE,
    "event_units": EVENT_UNITS,
    "events_by_frame": EVENTS_BY_FRAME,
}
