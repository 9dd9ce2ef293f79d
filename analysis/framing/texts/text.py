"""Sentences and words of a raw text, as character offsets into it."""

import re
from collections.abc import Iterable
from itertools import islice, pairwise

Span = tuple[int, int]

# ASSUME no sentence has more than this many characters: a longer one, as in a text without full
# stops, is cut before a word.
LONGEST = 2000
# Every repetition is possessive, and none begins within a run of its marks: time grows linearly.
# A full stop after a single letter marks an initial, not the end of a sentence.
_STOP = "[.!?؟۔…]"
_END = re.compile(
    rf"(?<!{_STOP})(?:(?<!\s[^\W\d_])(?<!^[^\W\d_]){_STOP}++|{_STOP}{{2,}}+)"
    r"[\"״”“»«'’)\]]*+(?=\s|$)|[\r\n\u2028\u2029]++"
)
# A stop without a blank after it ends a sentence between two words of Hebrew or Arabic letters, if
# three letters stand before it: no initial, no short abbreviation is cut.
_LETTER = r"[\u05d0-\u05ea\u0621-\u064a]"
_ABBREVIATED = r"(?<!\bפרופ|\bאינג)(?<!\bוכו|\bוגו|\bמיל|\b\wרח|\b\wגב|\b\wעמ|\b\wמס)"
_RUN_ON = re.compile(rf"(?<={_LETTER}{{3}}){_ABBREVIATED}{_STOP}++(?={_LETTER}{{2}})")

_MARKS = r"\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f"
_MARKS += r"\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u200c\u200d"
_RUN = rf"(?!(?<=ـ)ـ|ـ++(?!\w))[^\W\d_][{_MARKS}]*+(?:[^\W\d_][{_MARKS}]*+)*+"
_HEBREW = rf"[א-ת][{_MARKS}]*+"
_DOUBLE = "(?:[\"״”“„]|''|׳׳)"
# Gershayim mark an acronym. Before two or more letters and another mark they open a quotation, and
# so they do between clitics and a longer word without the ending of an acronym (as in מ"פים).
_ACRONYM = rf"{_DOUBLE}(?:{_HEBREW}(?![^\W\d_])|(?:{_HEBREW})++(?![\"״”“„]))"
_CLITICS = rf"[והבכלמש]{{1,3}}(?={_DOUBLE}(?![א-ת](?:ים|ית|ות)(?!\w))(?:[א-ת]['׳]?){{3}})"
# A geresh marks a foreign sound or an abbreviation, unless it closes a quotation.
_FOREIGN = r"(?:(?<=[גזצתטדחערס])|(?<=\bה)(?=.תש))['׳’](?=[א-ת])"
_GERESH = rf"(?:{_FOREIGN}{_RUN}|(?<=[A-Za-z])['’](?=[A-Za-z]){_RUN})"
_ABBREVIATION = (
    r"(?:(?<=[גזצץתטחד])|(?<=רח|גב|מס|עמ)|(?<=וכו|מיל)|(?<=פרופ)|(?<=\b[א-ת]))['׳’](?!\w)"
)
_WORD = rf"{_RUN}(?:{_GERESH})*+(?:(?<=[א-ת{_MARKS}]){_ACRONYM})?"
_SHORTENED = rf"(?<!['׳‘’]){_RUN}(?:{_GERESH})*+{_ABBREVIATION}"
_NUMBER = r"\d+(?:[.,:/٫٬]\d+)*+"
_UNIT = rf"(?:{_CLITICS}|{_SHORTENED}|{_WORD}|{_NUMBER})"
_LINK = r"(?:[-־‑_]++(?=[^\W_])|(?<=\d)(?=[^\W\d_])|(?<=[^\W\d_])(?=\d))"
_TOKEN = re.compile(
    rf"(?:https?://|www\.)[^\s\"”“»<>]*[\w/]|@(?=[._]*+[^\W_])[\w.]*\w|#?{_UNIT}(?:{_LINK}{_UNIT}){{0,99}}+"
)
_JOINT = re.compile(r"[-־‑_#]+")


def split_sentences(text: str, boundaries: Iterable[int] = ()) -> list[Span]:
    """Spans of the sentences of `text`, without blanks at either end.

    A sentence ends at . ! ? ؟ ۔ … (and quotation marks and brackets that follow) before a blank or
    between two words without one, at a line end, and at each offset in `boundaries`; a longer one
    than LONGEST is cut before a word. Spans without any word are left out.
    """
    cuts = sorted({0, len(text), *boundaries, *find_sentence_ends(text)})
    cuts = [at for start, end in pairwise(cuts) for at in _cut(text, start, end)] + [len(text)]
    spans = []
    for start, end in pairwise(cuts):
        piece = text[start:end]
        start += len(piece) - len(piece.lstrip())
        end -= len(piece) - len(piece.rstrip())
        if _TOKEN.search(text, start, end):
            spans.append((start, end))
    return spans


def find_sentence_ends(text: str) -> list[int]:
    """Places right after the marks and line breaks that end a sentence.

    Which words they separate depends on nothing beyond the blanks around each place.
    """
    return sorted({match.end() for match in _END.finditer(text)} | _find_run_on(text))


def _find_run_on(text: str) -> set[int]:
    """Ends of sentences whose stop has no blank after it; none within an address or a name."""
    ends = {match.end() for match in _RUN_ON.finditer(text)}
    if ends:
        inside = (range(a + 1, b) for a, b in tokenise(text) if "." in text[a:b])
        ends.difference_update(*inside)
    return ends


def _cut(text: str, start: int, end: int) -> list[int]:
    """Offsets at which a sentence of at most LONGEST characters begins; longer only for a word."""
    places = [start]
    if end - start > LONGEST:
        for word in _TOKEN.finditer(text, start, end):
            if word.end() - places[-1] > LONGEST and word.start() > places[-1]:
                places.append(word.start())
    return places


def tokenise(text: str) -> list[Span]:
    """Spans of the words of `text`; punctuation, emoji and direction marks are not words.

    Acronyms (gershayim), foreign sounds (geresh), compounds (maqaf, hyphen), numbers, dates, #tags,
    @names and addresses are one word each. Clitics stay with their word.
    """
    return [match.span() for match in _TOKEN.finditer(text)]


def has_words(text: str, least: int) -> bool:
    """Whether the text has so many words at least."""
    return next(islice(_TOKEN.finditer(text), least - 1, None), None) is not None


def split_compound(form: str) -> list[Span]:
    """Spans of the parts of a compound or #tag, within the word; a simple word has one part."""
    if form.startswith(("http", "www.", "@")):
        return [(0, len(form))]
    spans, start = [], 0
    for joint in _JOINT.finditer(form):
        if joint.start() > start:
            spans.append((start, joint.start()))
        start = joint.end()
    if start < len(form):
        spans.append((start, len(form)))
    return spans
