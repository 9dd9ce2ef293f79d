"""A corpus of two short articles and coders' sheets for it, written by hand."""

import csv

import polars as pl

CODES = {
    "frame": {"threat": {"responsible": "no"}, "violation": {"responsible": "yes"}},
    "event": {"vote": {}, "call": {}},
    "actor": {"russia": {}, "un": {}},
}
TEXTS = {
    "x": ("he", ["הם איימו, שוב.", "הם הפרו את ההסכם.", "היום יום שבת."]),
    "y": ("ar", ["هددوا بالانسحاب.", "خرقوا الاتفاق."]),
}
ARTICLES = pl.DataFrame(
    {
        "article": list(TEXTS),
        "source": ["hebrew", "arabic"],
        "language": [language for language, _ in TEXTS.values()],
    }
)
SENTENCES = pl.DataFrame(
    [
        (article, number, 0, len(text), text, None, len(text.split()))
        for article, (_, texts) in TEXTS.items()
        for number, text in enumerate(texts)
    ],
    schema={
        "article": pl.String,
        "sentence": pl.Int64,
        "start": pl.Int64,
        "end": pl.Int64,
        "text": pl.String,
        "duplicate_of": pl.Int64,
        "words": pl.Int64,
    },
    orient="row",
)
UNIT_COLUMNS = ["unit", "language", "events", "fragility", "text"]
FRAME_COLUMNS = ["unit", "frame", "voice", "speaker", "responsible"]
ASKED = [[kind, code] for kind in ("frame", "event") for code in CODES[kind]]


def units(**events):
    """Rows of a sheet of units: every sentence, with the events given for some (x_00="vote")."""
    return [
        [f"{a}_{n:02d}", language, events.get(f"{a}_{n:02d}", ""), "false", text]
        for a, (language, texts) in TEXTS.items()
        for n, text in enumerate(texts)
    ]


def write_sheet(path, columns, rows):
    """Write a sheet as spreadsheets do."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, "excel-tab").writerows([columns, *rows])


def write_coder(folder, name, frames, rows=None, asked=None):
    """Write the three sheets of a coder, who is asked for every code unless `asked` says less."""
    write_sheet(folder / f"{name}_units.tsv", UNIT_COLUMNS, units() if rows is None else rows)
    write_sheet(folder / f"{name}_frames.tsv", FRAME_COLUMNS, frames)
    write_sheet(folder / f"{name}_codes.tsv", ["kind", "code"], ASKED if asked is None else asked)
