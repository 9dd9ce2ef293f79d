"""Bad codebooks: the first mistake is one line with file, row, column and remedy."""

import shutil

import pytest
from framing.errors import InputError, InputWarning
from framing.instrument import codebook
from framing.texts import languages

import workflow


def append(file, *cells):
    """Add a row to a sheet of the codebook."""
    return lambda place: (place / file).open("a", encoding="utf-8").write("\t".join(cells) + "\n")


def cue(pattern):
    """A row of a cue sheet."""
    return append("cues/threat.tsv", "warn", "he", "9999", "cue", pattern, "")


CODEBOOK = [
    ("frame twice", append("frames.tsv", "threat", "x", "no", "x"), "'threat' is used twice"),
    ("frame id", append("frames.tsv", "Threat", "x", "no", "x"), "'Threat' is not allowed; small"),
    ("event twice", append("events.tsv", "odd", "x", "x\nodd\tx\tx"), "'odd' is used twice"),
    ("short row", append("frames.tsv", "x"), "has 1 cells; the header has 4"),
    (
        "switch",
        append("normalisation.tsv", "x", "*", "[", "", "n"),
        "correct the regular expression",
    ),
    ("group", append("normalisation.tsv", "x", "*", "a+", "\\9", "n"), "invalid group reference"),
    ("repeat", append("normalisation.tsv", "x", "*", "*a", "", "n"), "nothing to repeat"),
    (
        "circle",
        append("classes/words.tsv", "loop", "he", "@loop", ""),
        "a class is part of itself: @loop → @loop; drop one",
    ),
    (
        "class language",
        append("classes/words.tsv", "loop", "fr", "mot", ""),
        "column language: 'fr' is unknown; use he, ar",
    ),
    ("star", cue("*"), "no word of a text can be '*'"),
    ("blank", cue("  "), "' ' is not allowed; a pattern of at most 200 characters"),
    ("slashes", cue("/ /"), "no word of a text can be '/'"),
    ("equals", cue("="), "no word of a text can be '='"),
    ("exclamation", cue("!"), "no word of a text can be '!'"),
    ("comma", cue(","), "no word of a text can be ','"),
    ("gap", cue(".."), "a gap at the edge says nothing"),
    ("everything", cue("א*"), "א* begins too many words; give 3 letters"),
    ("no class", cue("@nix"), "nix"),
    ("too long", cue("א" * 201), "is not allowed; a pattern of at most 200 characters"),
    ("sheet", lambda p: (p / "cues/weather.tsv").touch(), "weather.tsv: names no frame"),
    ("language", lambda p: shutil.rmtree(p / "languages/he"), "no such file"),
    ("folder", lambda p: ((p / "frames.tsv").unlink(), (p / "frames.tsv").mkdir()), "is a folder"),
    ("empty", lambda p: (p / "frames.tsv").write_text(""), "is empty; its first row names"),
    ("UTF-16", lambda p: (p / "frames.tsv").write_text("id", "utf-16"), "it looks like UTF-16"),
]


@pytest.mark.parametrize(
    ("spoil", "message"), [case[1:] for case in CODEBOOK], ids=[case[0] for case in CODEBOOK]
)
def test_codebooks(small_book, spoil, message):
    """The first mistake, before any text is read."""
    spoil(small_book)
    with pytest.raises(InputError) as error:
        codebook.read(small_book)
    assert "\n" not in str(error.value)
    assert message in str(error.value)


def test_a_frame_without_cues(small_book):
    """It would be found nowhere: a warning for each language."""
    append("frames.tsv", "weather", "weather", "no", "about the weather")(small_book)
    with pytest.warns(InputWarning) as caught:
        codebook.read(small_book)
    lines = [str(warning.message) for warning in caught]
    assert [line.partition(": ")[2] for line in lines] == [
        f"no cue in {code} for weather: never found there; add rows to the cue sheets"
        for code in languages.read(small_book)
    ]


def test_an_unknown_switch():
    """It would change nothing without a word."""
    with pytest.raises(InputError, match="normalise: nix: there is no such switch; use alef"):
        languages.read(workflow.ROOT / "data/codebook", {"nix": True})
