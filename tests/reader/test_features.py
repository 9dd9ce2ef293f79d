"""Features: what one text has, whatever its language."""

import numpy as np
from framing.instrument import coder
from framing.reader import features
from framing.reader.features import Feature

HE = "צבא סוריה הפר את הפסקת האש."
AR = "خرق الجيش السوري وقف إطلاق النار."


def mention(kind, code, concept):
    """A row of mentions with these three cells."""
    row = [""] * (len(coder.MENTION_COLUMNS) - 1)
    row[features.KIND], row[features.CODE], row[features.CONCEPT] = kind, code, concept
    return tuple(row)


def test_of_each_kind():
    """A frame gives two features, a concept and an actor one, an event none."""
    found = features.find(
        [
            mention("frame", "threat", "warn"),
            mention("frame", "threat", "warn"),
            mention("concept", "war", "war"),
            mention("actor", "russia", "russia.army"),
            mention("event", "astana_talks", "astana_talks"),
        ]
    )
    assert found == {
        Feature("frame", "threat"),
        Feature("frame", "threat", "warn"),
        Feature("concept", "war"),
        Feature("actor", "russia"),
    }


def test_table():
    """1 where a text has a feature; what no column counts is left out."""
    a, b, c = (Feature("concept", letter) for letter in "abc")
    table = features.tabulate([{a, c}, set(), {b, a}], [b, a])
    assert np.array_equal(table, [[0, 1], [0, 0], [1, 1]])


def test_languages_share_features(book):
    """The same sentence in Hebrew and Arabic shares the frame and its concept."""
    rows = [{"language": "he", "text": HE}, {"language": "ar", "text": AR}]
    hebrew, arabic = (features.find(found) for _, found in coder.code(rows, book))
    assert Feature("frame", "violation", "breach_rule") in hebrew & arabic
    assert Feature("frame", "violation") in hebrew
    assert hebrew | arabic <= features.list_all(book)
