"""Spelling variants: each switch folds what it says, alone, and its effect is counted."""

import pytest
from framing.texts import languages, normalise

CASES = [
    ("ar", "tatweel", "مـــحمد", "محمد"),
    ("ar", "harakat", "مُحَمَّدٌ", "محمد"),
    ("ar", "alef", "إأآٱا", "ااااا"),
    ("ar", "alef_maqsura", "على", "علي"),
    ("ar", "hamza_seat", "مسؤول", "مسوول"),
    ("ar", "digits", "٢٠١٦", "2016"),
    ("ar", "bidi", "\u200fبوتين\u200e", "بوتين"),
    ("ar", "presentation_forms", "ﻻ", "لا"),
    ("ar", "joiners", "می\u200cخواهم", "میخواهم"),
    ("he", "niqqud", "שָׁלוֹם", "שלום"),
    ("he", "final_letters", "שלום ארץ", "שלומ ארצ"),
    ("he", "gershayim", "צה״ל", 'צה"ל'),
    ("he", "geresh", "ג׳ורג׳", "ג'ורג'"),
]


def rules(language, **switches):
    """Rules of a language of the study."""
    return languages.read(languages.sheets.DATA / "codebook", switches)[language].rules


@pytest.mark.parametrize(("language", "switch", "raw", "folded"), CASES)
def test_switch(language, switch, raw, folded):
    """The one switch folds the text; turned off it leaves it alone."""
    names = {name for name, _ in rules(language)}
    alone = rules(language, **{name: name == switch for name in names})
    assert normalise.normalise(raw, alone) == folded
    without = rules(language, **dict.fromkeys(names, False))
    assert normalise.normalise(raw, without) == raw


def test_count_changes():
    """Two of three words lose a tatweel, none a vowel sign."""
    counts = normalise.count_changes(["مـن", "مـن", "من"], rules("ar"))
    assert counts["tatweel"] == 2
    assert counts["harakat"] == 0
