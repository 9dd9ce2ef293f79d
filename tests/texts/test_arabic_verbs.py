"""Arabic verbs of the codebook against mazini, which conjugates by another description."""

import re
import unicodedata
from contextlib import suppress
from itertools import product

import mazini
import pytest
from framing.instrument import codebook

FORMS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
VOWELS = [f"I/{past}~{present}" for past, present in product("aiu", repeat=2)]
USE = re.compile(r"\b([IVX]+)(?:\.[a-z]+)?:(\w{3})\b")
PARTS = {"past": ("past_",), "present": ("ind_", "sub_", "juss_")}


def verbs():
    """Form and root of each triliteral verb that an Arabic sheet uses."""
    found = set()
    for path in sorted(codebook.PLACE.rglob("*.tsv")):
        found |= set(USE.findall(path.read_text(encoding="utf-8")))
    return sorted(pair for pair in found if pair[0] in FORMS and not pair[1].isascii())


def conjugate(form, root):
    """For each set of vowels that the form may have: its forms by tense, mood and person."""
    for code in VOWELS if form == "I" else [form]:
        with suppress(mazini.MaziniError):
            yield mazini.conjugate(root, code).slots


def choose(slots, part):
    """All forms of a part, and those of its third persons."""
    mine = {name: set(map(bare, slots[name])) for name in slots if name.startswith(PARTS[part])}
    third = [mine[f"{PARTS[part][0]}{person}"] for person in ("3ms", "3fs", "3mp")]
    return set().union(*mine.values()), set().union(*third)


def bare(form):
    """The letters of a form alone."""
    text = form.form.replace("ٱ", "ا")
    return "".join(c for c in text if not unicodedata.combining(c) or c in "ٓٔ")


def respell(form):
    """The form, and what mazini does not write: its shape before a suffix, and other spellings."""
    yield form
    if form.endswith("وا"):
        yield form.removesuffix("ا")
        yield form.removesuffix("وا") + "اوا"  # بدأوا beside بدؤوا
        yield form.removesuffix("ووا") + "اوا"
        yield form.removesuffix("ووا") + "او"
    if form.endswith("ي"):
        yield form[:-1] + "ا"  # رماها
    if form.endswith("وون"):
        yield form.removesuffix("وون") + "اون"
    if form[0] == "آ":
        yield "أأ" + form[1:]
    if form[-1] in "نت":
        yield form + form[-1]  # a double letter: طعنّ, متّ


@pytest.mark.parametrize(("form", "root"), verbs())
def test_forms(book, form, root):
    """No form that mazini does not know; no third person of the indicative is missing."""
    fold, lexicon = book.languages["ar"].normalise, book.languages["ar"].lexicon
    conjugated = list(conjugate(form, root))
    for part in PARTS:
        ours = set(lexicon.expand(f"{form}.{part}:{root}"))
        chosen = [choose(slots, part) for slots in conjugated]
        every = set().union(*(forms for forms, _ in chosen))
        known = {fold(other) for one in every for other in (*respell(one), *respell(fold(one)))}
        assert ours <= known, part
        assert any({fold(one) for one in third} <= ours for _, third in chosen), part
