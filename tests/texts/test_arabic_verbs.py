"""Arabic verbs of the codebook against mazini, which conjugates by another description."""

import re
import unicodedata
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


def conjugate(form, root, part):
    """For each set of vowels that the form may have: all forms, and those of its third persons."""
    for code in VOWELS if form == "I" else [form]:
        try:
            slots = mazini.conjugate(root, code).slots
        except mazini.MaziniError:
            continue
        mine = {name: set(map(bare, slots[name])) for name in slots if name.startswith(PARTS[part])}
        third = [mine[f"{PARTS[part][0]}{person}"] for person in ("3ms", "3fs", "3mp")]
        yield set().union(*mine.values()), set().union(*third)


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
@pytest.mark.parametrize("part", list(PARTS))
def test_forms(book, form, root, part):
    """No form that mazini does not know; no third person of the indicative is missing."""
    fold, lexicon = book.languages["ar"].normalise, book.languages["ar"].lexicon
    ours = set(lexicon.expand(f"{form}.{part}:{root}"))
    known, complete = set(), []
    for every, third in conjugate(form, root, part):
        known |= {fold(other) for one in every for other in (*respell(one), *respell(fold(one)))}
        complete.append({fold(one) for one in third} <= ours)
    assert ours <= known
    assert any(complete)
