"""Facts and caption of the choices, for curves made by hand."""

from framing.paper import captions
from framing.paper.facts import choices as facts_of
from framing.plots import choices
from robustness_by_hand import LABELS, SOURCES, controls, moved, options, summary

import workflow

MOVED = moved(
    ("harm", "both", "unit", 0.1, False),
    ("harm", "both", "base", 0.0, False),
    ("harm", "both", "spelling", 0.3, True),
)
OPTIONS = options(
    ("harm", "both", "unit", "long", False, 0.2),
    ("harm", "both", "unit", "short", False, 0.3),
    ("harm", "both", "spelling", "worse", True, 0.5),
)


def facts(*curves, same_sign=0.95):
    """The facts of these curves."""
    results = {"multiverse": summary(*curves), "choices": MOVED, "options": OPTIONS}
    table = choices.tabulate(results | {"controls": controls()}, LABELS)
    given = {"curves": results["multiverse"], "moved": MOVED, "labels": LABELS}
    given |= {"same_sign": same_sign, "level": 0.95}
    return facts_of.facts(table, sources=SOURCES, **given) | {"rows": table}


def caption(*curves, **more):
    """Caption and alternative text of these curves."""
    first, second = SOURCES
    names = {"sources": SOURCES, "first": first, "second": second}
    template = workflow.ROOT / "workflow/report/choices.md"
    return captions.caption(template, **names, **facts(*curves, **more))
