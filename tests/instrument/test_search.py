"""The cue language over many texts: the answers of the plain functions, for random patterns."""

from dataclasses import replace
from unittest import mock

import language_by_hand as by_hand
from framing.instrument import annotate, constructions, slots
from framing.instrument.codebook import Codebook
from framing.instrument.coder import Coder, Text
from framing.instrument.constructions import Construction, Grammar
from framing.instrument.engine import Engine
from hypothesis import given, settings
from hypothesis import strategies as st

CLASSES = {
    "x": ["a", "b c"],
    "y": ["@x", "d .. e", "c"],
    "z": ["@y b", "=e", "a a a"],
}
words = st.sampled_from(["a", "b", "c", "d", "e", "=a", "b!", "abc*", "@x", "@y", "@z"])
choices = st.lists(words, min_size=1, max_size=3).map("|".join)
gaps = st.sampled_from(["..", "..1", "..2", "..5"])
# Words and gaps by turns: a gap is never at an edge, nor beside another.
sequences = st.lists(st.tuples(choices, st.none() | gaps), min_size=1, max_size=4).map(
    lambda pairs: " ".join(
        element
        for number, (choice, gap) in enumerate(pairs)
        for element in (choice, gap if number < len(pairs) - 1 else None)
        if element
    )
)
plain = st.builds("{}{}".format, st.sampled_from(["", "", "<> "]), sequences)
before, after = (
    st.builds(form.format, st.none() | gaps, sequences).map(lambda text: text.replace("None ", ""))
    for form in ("{1} {0} _", "_ {0} {1}")
)
around = st.builds("{} {}".format, before, after.map(lambda text: text.removeprefix("_ ")))
parts = st.one_of(plain, before, after, around)
conditions = st.lists(parts, min_size=1, max_size=2).map(" & ".join)
rows = st.tuples(
    sequences, st.lists(conditions, max_size=2), st.lists(conditions, max_size=2), st.integers(0, 2)
)
texts = st.lists(
    st.lists(
        st.sampled_from(["a", "b", "c", "d", "e", "abc", "f", "a-b", ".\n", "\n"]), max_size=14
    ),
    max_size=4,
).map(lambda rows: [" ".join(row) for row in rows])


def compile_row(compiler, row):
    """Sequence, needs and unless of a row."""
    pattern, needs, unless, _ = row
    condition = lambda text: compiler.compile_condition(by_hand.pattern(text))  # noqa: E731
    return {
        "sequence": compiler.compile(by_hand.pattern(pattern)),
        "needs": tuple(map(condition, needs)),
        "unless": tuple(map(condition, unless)),
    }


@settings(deadline=None)
@given(st.lists(rows, min_size=1, max_size=4), texts)
def test_cues(made, some):
    """Mentions of cues with conditions, classes, gaps, neighbours; and which text carries what."""
    known = by_hand.language()
    compiler = by_hand.compiler(known, **CLASSES)
    for number, row in enumerate(made):
        fields = {"kind": ["frame", "actor", "frame"][row[3]], "code": "fgh"[row[3]]}
        cue = by_hand.cue(known, "a", **fields, concept=f"c{number % 2}", place=f"s:{number}")
        known.cues.append(replace(cue, **compile_row(compiler, row)))
    prepared = [annotate.prepare_text(text, known) for text in some]
    plain = [annotate.find_mentions(sentences, known) for sentences in prepared]
    assert Engine(known).find_mentions(prepared) == plain
    with mock.patch.object(slots, "TOGETHER", 3):
        assert Engine(known).find_mentions(prepared) == plain
    coder = Coder(Codebook({"f": {}, "h": {}}, {}, {}, {}, {"xx": known}))
    codes = [{m.cue.code for m in found if m.cue.kind == "frame"} for found in plain]
    assert coder.code([Text("xx", text) for text in some]).tolist() == [
        [code in found for code in ("f", "h")] for found in codes
    ]


@settings(deadline=None)
@given(st.lists(rows, min_size=1, max_size=4), texts)
def test_constructions(made, some):
    """Constructions know no neighbouring sentence; of overlapping ones of a role one remains."""
    known = by_hand.language()
    compiler = by_hand.compiler(known, **CLASSES)
    grammar = Grammar(
        [
            Construction(f"r{row[3]}", ["act", "that"][row[3] % 2], (), (), "", **compiled)
            for row in made
            for compiled in [compile_row(compiler, row)]
        ],
        dict.fromkeys(constructions.PREFIXES, ()),
    )
    known.speech = grammar
    engine = Engine(known)
    shard = engine.encode(some)
    found = engine.speech.find(engine.search(shard), alone=True)
    sentence = shard.sentence[found.starts]
    first = shard.firsts[sentence]
    columns = (shard.texts[sentence], shard.numbers[sentence], found.rows)
    columns += (found.starts - first, found.ends - first)
    assert list(zip(*(column.tolist() for column in columns), strict=True)) == [
        (at, number, grammar.rows.index(match.construction), match.first, match.last)
        for at, text in enumerate(some)
        for number, sentence in enumerate(annotate.prepare_text(text, known))
        for match in constructions.find(sentence.words, grammar)
    ]


def test_neighbours():
    """A part with <> holds in the sentence beside, but of the same text; one without does not."""
    known = by_hand.language()
    known.cues.append(by_hand.cue(known, "a", needs=["<> b", "c"]))
    texts = ["a", "b\na\nd", "c\na", "a c", "a", "b"]
    prepared = [annotate.prepare_text(text, known) for text in texts]
    found = Engine(known).find_mentions(prepared)
    assert [len(mentions) for mentions in found] == [0, 1, 0, 1, 0, 0]
