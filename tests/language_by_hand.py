"""A small language made by hand, to test the instrument on one-letter words."""

from framing.instrument.annotate import Sentence
from framing.instrument.compiler import Compiler
from framing.instrument.constructions import PREFIXES, Grammar
from framing.instrument.cue_sheets import Pattern
from framing.instrument.cues import Cue, CuedLanguage
from framing.instrument.patterns import Words
from framing.instrument.scene import Party, Scene
from framing.texts.morphology import Lexicon


def language(cues=(), speech=None, agency=None) -> CuedLanguage:
    """A language of Latin letters without clitics, paradigms or foldings."""
    empty = Grammar([], dict.fromkeys(PREFIXES, ()))
    return CuedLanguage(
        code="xx",
        direction="ltr",
        scripts=("Latin",),
        simplemma="",
        wordfreq="",
        rules=[],
        lexicon=Lexicon(fold=str, proclitics={}, enclitics={}, paradigms={}),
        repairs=[],
        stopwords=frozenset(),
        cues=list(cues),
        speech=speech or empty,
        agency=agency or empty,
    )


def pattern(text: str, row: int = 2) -> Pattern:
    """A pattern in a row of a sheet."""
    return Pattern(text, "sheet.tsv", row)


def compiler(known: CuedLanguage, **classes: list[str]) -> Compiler:
    """A compiler for the language, with classes of these members."""
    return Compiler(known, {name: [pattern(p) for p in row] for name, row in classes.items()})


def cue(known: CuedLanguage, text: str, *, needs=(), unless=(), **fields) -> Cue:
    """A compiled cue; a frame's unless `fields` say otherwise."""
    made = compiler(known)
    conditions = ([made.compile_condition(pattern(p)) for p in part] for part in (needs, unless))
    fields = {"kind": "frame", "code": "f", "concept": "c", "tier": "core", "place": text} | fields
    return Cue(
        **fields,
        text=text,
        sequence=made.compile(pattern(text)),
        needs=tuple(next(conditions)),
        unless=tuple(next(conditions)),
    )


def words(known: CuedLanguage, text: str) -> Words:
    """A sentence as the engine sees it."""
    return Words(map(known.lexicon.classify, text.split()))


def scene(
    text: str, *, parties: str = "", quoted: str = "", colons: str = "", **roles: str
) -> Scene:
    """A sentence of one-letter words; a clause begins at the word after each `/`.

    A capital letter is a party (`parties` are those of them that a preposition governs; an asterisk
    after one says that it opens a clause); `quoted` are words in a quotation, `colons` words that
    follow a colon. `roles` give words a role; one that ends in `prefix` gives words that prefix.
    """
    breaks, letters = {0}, []
    for word in text.split():
        if word == "/":
            breaks.add(len(letters))
        else:
            letters.append(word)
    places = {
        role: frozenset(i for i, w in enumerate(letters) if w in of) for role, of in roles.items()
    }
    spans = tuple((2 * i, 2 * i + 1) for i in range(len(letters)))
    return Scene(
        sentence=Sentence(0, 2 * len(letters), spans, Words(frozenset() for _ in letters)),
        forms=tuple(letters),
        parties=tuple(
            Party(w, i, i + 1, oblique=w in parties, opens=f"{w}*" in parties)
            for i, w in enumerate(letters)
            if w.isupper()
        ),
        breaks=frozenset(breaks),
        colons=frozenset(i for i, w in enumerate(letters) if w in colons),
        roles={role: found for role, found in places.items() if "prefix" not in role},
        acts=(),
        quoted=tuple(0 if w in quoted else None for w in letters),
        prefixed={role: places.get(role, frozenset()) for role in PREFIXES},
    )
