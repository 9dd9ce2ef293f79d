"""A small language made by hand, to test the instrument on one-letter words."""

from framing.instrument.compiler import Compiler
from framing.instrument.constructions import PREFIXES, Grammar
from framing.instrument.cue_sheets import Pattern
from framing.instrument.cues import Cue, CuedLanguage
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
