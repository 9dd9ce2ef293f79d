"""Texts that are hard to split, for property tests."""

from hypothesis import strategies as st

PIECES = [
    # words of three scripts, acronyms, foreign sounds, compounds, numbers
    *(
        "חרק",
        "שלום",
        'צה"ל',
        "ג'ורג'",
        'וע"פ',
        "בית־ספר",
        "הָאֵשׁ",
        "א",
        "اللّه",
        "الْحَرب",
        "هدنـــة",
        "وقف",
    ),
    *("Gaza", "don't", "F-16", "12:30", "3,5", "٣٫٥"),
    # tags, names, addresses
    *("#הפסקת_אש", "@user", "https://t.co/a.b?c=1", "www.x.y.", "#"),
    # marks of every kind
    *(
        '"',
        "'",
        "״",
        "“",
        "”",
        "„",
        "«",
        "»",
        "׳",
        "’",
        "''",
        "׳׳",
        "(",
        ")",
        "[",
        "]",
        "–",
        "—",
        "-",
    ),
    *("־", ".", "..", "...", "…", "!", "?", "؟", "۔", ",", "،", ":", ";", "؛"),
]
LETTERS = (
    "אבגםך ابتـيىةآ abZ 019٠ \"'״׳“”„«»’‘.!?؟…,،:;-־‑_#@/()[]\n\r\t\u2028\u2029"
    "\u00a0\u200b\u200c\u200d"
    "\u200e\u200f\u202b\u2066\u0301\u05b7\u064b\u0670\ufeffﷲﻻ😀👨\u0000𝒜ǅ"
)

pieces = st.one_of(
    st.sampled_from(PIECES),
    st.text(st.sampled_from(LETTERS), max_size=6),
    st.text(max_size=3),
)
joints = st.sampled_from([" ", " ", " ", "", "  ", "\n", ". ", "-", "\u00a0", "\u2028"])
texts = st.lists(st.tuples(pieces, joints), max_size=14).map(
    lambda parts: "".join(part for pair in parts for part in pair)
)
