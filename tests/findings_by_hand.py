"""What the templates say of findings made by hand: two sources, one frame, three events."""

import polars as pl
from framing.paper import captions
from framing.paper.facts import findings

import workflow

TEMPLATE = workflow.ROOT / "workflow/report/findings.md"
ANSWER = workflow.ROOT / "workflow/report/answer.md"
SOURCES = {
    "hebrew": {"label": "the Hebrew article", "short": "Hebrew"},
    "arabic": {"label": "the Arabic article", "short": "Arabic"},
}
LABELS = {
    "frame": {"threat": "threat"},
    "event": {"vote": "the vote", "call": "a call", "talks": "talks"},
    "actor": {"regime": "the government", "russia": "Russia", "un": "the UN"},
}
CONTRASTS = {
    "threat": {"frames": ["threat"], "of": "share"},
    "own": {"frames": ["violation"], "of": "own_voice"},
}
UNKNOWN = float("nan")
BLAMING = ["violation", "civilian harm"]


def name_articles(source, articles):
    """A source with the label of its articles, as `settings.word_sources` gives it."""
    label = source["label"] if articles == 1 else f"the {articles} {source['short']} articles"
    return source | {"label": label, "articles": articles}


def said(rows, articles=1, template=TEMPLATE, frames=(), blaming=BLAMING, **changes):
    """The paragraphs for sentences on violations and harm: (source, sentence, voice, …)."""
    names = dict.fromkeys(["source", "sentence", "voice", "speaker", "responsible"], pl.String)
    units = pl.DataFrame(rows, schema=names | {"sentence": pl.Int64}, orient="row")
    units = units.with_columns(pl.col("source").alias("article"))
    places = [(s, n, None) for s in SOURCES for n in range(5)] + [("hebrew", 5, 0)]
    results = {
        "articles": pl.DataFrame({"source": [s for s in SOURCES for _ in range(articles)]}),
        "sentences": pl.DataFrame(
            places, schema=["article", "sentence", "duplicate_of"], orient="row"
        ),
        "frame_shares": pl.DataFrame(
            {"code": ["threat"] * 2, "source": list(SOURCES), "carried": [7, 8], "units": [17, 12]}
        ),
        "contrasts": contrast(**changes),
        "responsibility_units": units,
        "event_coverage": pl.DataFrame(
            {"code": ["vote", "call", "talks"], "covered_by": ["both", "hebrew", "neither"]}
        ),
    }
    sources = {name: name_articles(source, articles) for name, source in SOURCES.items()}
    facts = findings.facts(
        results, sources=sources, labels=LABELS, contrasts=CONTRASTS, blaming=blaming
    )
    facts["frames"] += [facts["frames"][0] | {"label": label} for label in frames]
    text = captions.fill(template, **facts, level=0.9, smallest_difference=0.15)
    return text.strip().split("\n\n")


def contrast(low=-0.9, high=0.4, **more):
    """The contrast of the frame."""
    row = {"kind": "frame", "code": "threat", "measure": "sentences", "low": low, "high": high}
    return pl.DataFrame([row | more, row | {"measure": "words", "low": 0.7, "high": 0.8} | more])
