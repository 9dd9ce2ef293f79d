"""Pieces of words, by hand, and the fast way to weigh them against the plain one."""

from math import log, sqrt

import numpy as np
import pytest
from framing.reader import letters
from framing.reader.letters import Letters
from framing.reader.speller import Speller
from framing.texts import chunks


def test_cut():
    """Three to five characters with the marks of the edges; none beyond the word."""
    assert letters.cut("ab") == ["^ab", "ab$", "^ab$"]
    assert letters.cut("abcd") == [
        "^ab", "abc", "bcd", "cd$", "^abc", "abcd", "bcd$", "^abcd", "abcd$"
    ]  # fmt: skip
    assert letters.cut("a") == ["^a$"]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("he", "מֶלֶךְ־העולם, 'צה\"ל' ב-1991.", ["מלכ", "העולמ", "צהל", "ב"]),
        ("ar", "إلى مؤتمر ١٢", ["الي", "موتمر"]),
        ("en", "Britain's well-known £5", ["britains", "well", "known"]),
        ("he", " \n\u200f ", []),
    ],
)
def test_words(book, language, text, words):
    """Spelling is folded; marks and digits are left out; parts of a compound are words."""
    assert letters.find_words(text, book.languages[language].normalise) == words


def test_every_piece_fits_the_sheet():
    """What is cut from a word of letters is allowed in the sheet; no blank, mark or digit is."""
    assert all(letters.is_piece(piece) for piece in letters.cut("אבגדהו") + letters.cut("ع"))
    for bad in ("ab", "abcdef", "a b", "ab1", "a^b", "", "^$", "a$b"):
        assert not letters.is_piece(bad)


def test_find_by_hand():
    """`^ab` is in three of four texts, however often in each; `xyz` in one."""
    texts = [["ab", "ab"], ["ab"], ["abc"], ["xyz"]]
    pieces, rarity = letters.find(texts, least=2)
    assert pieces == ("^ab", "^ab$", "ab$")
    assert rarity[0] == pytest.approx(1 + log(5 / 4))
    assert rarity[1] == pytest.approx(1 + log(5 / 3))


def test_weigh_by_hand():
    """`ab ab cd` has nine pieces, `^ab` twice: 2 × 1.5 / √9; a text without words has none."""
    known = Letters(("^ab", "zzz"), np.array([[1.5, -1.0], [9.0, 9.0]]))
    sums = known.weigh([["ab", "ab", "cd"], [], ["cd"]])
    assert sums == pytest.approx(np.array([[1.0, -2 / sqrt(9)], [0, 0], [0, 0]]))


TEXTS = [
    "ועדת הכספים של הכנסת דנה אתמול.",
    "",
    "  שני  רווחים\nושורה־חדשה  ",
    'צה"ל וצה"ל 1991 http://example.org/צה',
    "מִלָּה ומילה",
]


@pytest.mark.parametrize("most", [chunks.MOST, 2])
def test_the_fast_way_agrees(book, monkeypatch, most):
    """The same sums as word by word, also where chunks are forgotten; in any division."""
    monkeypatch.setattr("framing.reader.speller.MOST", most)
    fold = book.languages["he"].normalise
    words = [letters.find_words(text, fold) for text in TEXTS]
    pieces, _ = letters.find(words, least=1)
    weights = np.random.default_rng(1).normal(size=(len(pieces), 3)).round(1)
    known = Letters(pieces, weights)
    speller = Speller(known, fold)
    for texts, plain in ((TEXTS, words), (TEXTS[3:], words[3:]), (TEXTS[:1], words[:1])):
        assert speller.weigh(texts) == pytest.approx(known.weigh(plain))
    assert speller.weigh([]).shape == (0, 3)
