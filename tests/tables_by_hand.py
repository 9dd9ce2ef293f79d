"""Printed tables made by hand, with both scripts, special characters and a group of columns."""

from framing.paper.tables.printed import Head, Printed

SPLIT = "על ¶ ה ממשלה נימין"
TRUCE = "وقف إطلاق النار"

HEADS = [
    Head("Word", "", 20, "right"),
    Head("In English", "", 30, "left"),
    Head("Found", "Hebrew", 10, "right"),
    Head("%", "Hebrew", 10, "right"),
]
ROWS = [
    [SPLIT, "5 % & <more>", "7 of 17", "−41"],
    [TRUCE, "a truce: وقف (3)", "1 of 12", "8"],
]


def table(**changes):
    """A table of words; `changes` replace its fields."""
    fields = {
        "name": "words",
        "caption": "Words of מועצה & others.",
        "heads": HEADS,
        "rows": ROWS,
        "note": "–: none.",
        "long": False,
        "landscape": False,
    }
    return Printed(**(fields | changes))


def empty():
    """A table without rows."""
    return table(name="nothing", rows=[], note="There is no difference.")
