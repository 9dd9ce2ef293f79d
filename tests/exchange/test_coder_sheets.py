"""Codings of another program as coder sheets, by hand and through a whole file."""

import polars as pl
import pytest
from framing.coders import codings
from framing.errors import InputError
from framing.exchange import book, coder_sheets, refi
from framing.exchange.project import Code, Coding, Project, Source
from framing.instrument import codebook

import workflow

TEXT = "One two three.\r\nFour five six."
ARTICLES = pl.DataFrame({"article": ["en_a"], "language": ["en"]})
SENTENCES = pl.DataFrame(
    [("en_a", 0, 0, 14, TEXT[:14], None), ("en_a", 1, 16, 30, TEXT[16:], None)],
    schema=["article", "sentence", "start", "end", "text", "duplicate_of"],
    orient="row",
)
CODES = {
    "frame": {"threat": {}, "violation": {}},
    "event": {"vote": {}, "call": {}},
    "actor": {"un": {}, "regime": {}},
}
TREE = (Code("threat"), Code("violation"), Code("event", "", (Code("event.vote"),)))


def read(*given, text=TEXT, codes=TREE):
    """The sheets of Anna, who gave codes to characters; somebody else coded all as a threat."""
    mine = [Coding("Anna", *coding) for coding in given]
    source = Source("a.txt", text, "", (*mine, Coding("other", "threat", 0, 30)))
    project = Project("p", "", ("Anna", "other"), codes, (source,))
    return coder_sheets.of_user(project, "Anna", ARTICLES, SENTENCES, {"en_a": TEXT}, CODES)


def test_frames_with_voice_speaker_and_actor():
    """Given to the same words as the frame; a frame without them is in the text's own voice."""
    rows = read(
        ("threat.warn", 4, 7),
        ("speaker.un", 0, 8),
        ("violation", 16, 20),
        ("voice.attributed", 16, 20),
        ("speaker.regime", 16, 20),
        ("responsible.un", 17, 19),
        ("threat", 21, 25),
    )
    assert [tuple(row.values()) for row in rows["frames"]] == [
        ("en_a_00", "threat", "attributed", "un", ""),
        ("en_a_01", "violation", "attributed", "regime", "un"),
        ("en_a_01", "threat", "narrator", "", ""),
    ]


def test_details_of_two_frames_on_the_same_words():
    """A note says to which of them a code belongs."""
    rows = read(
        ("threat", 0, 14),
        ("violation", 0, 14),
        ("speaker.un", 0, 14, "of threat"),
        ("responsible.regime", 0, 14, "of violation"),
    )
    assert [tuple(row.values())[1:] for row in rows["frames"]] == [
        ("threat", "attributed", "un", ""),
        ("violation", "narrator", "", "regime"),
    ]


def test_units_and_codes():
    """Every sentence is a unit; what was asked for are the codes of the project."""
    rows = read(("event.vote", 5, 20), ("fragile", 20, 21), ("my own code", 0, 3))
    assert [(u["unit"], u["events"], u["fragility"]) for u in rows["units"]] == [
        ("en_a_00", "vote", "false"),
        ("en_a_01", "vote", "true"),
    ]
    assert [(c["kind"], c["code"]) for c in rows["codes"]] == [
        ("frame", "threat"),
        ("frame", "violation"),
        ("event", "vote"),
    ]


def test_marks_at_the_ends_of_a_passage():
    """A full stop or a blank of the next sentence does not code that sentence."""
    rows = read(("threat", 13, 17))
    assert [(row["unit"], row["frame"]) for row in rows["frames"]] == [("en_a_01", "threat")]


def test_errors(tmp_path):
    """A text that is no article; no code of the codebook; a sheet that is there already."""
    with pytest.raises(InputError, match=r"text 'a\.txt': is none of the articles"):
        read(text="Another text.")
    with pytest.raises(InputError, match="none of the frames and events"):
        read(codes=(Code("my own"),))
    rows = read()
    (tmp_path / "anna_codes.tsv").touch()
    with pytest.raises(InputError, match="is there already"):
        coder_sheets.write("anna", rows, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["anna_codes.tsv"]


def test_names():
    """Names and what they mean are the same thing, and unlike each other."""
    for kind, code in (("frame", "threat"), ("event", "vote"), ("speaker", "un"), ("fragile", "")):
        assert book.meaning(book.name(kind, code), CODES) == (kind, code)
    assert book.meaning("threat.warn", CODES) == ("frame", "threat")
    assert book.meaning("voice.narrator", CODES) == ("voice", "narrator")
    assert book.meaning("responsible.none", CODES) == ("responsible", "none")
    assert book.meaning("event", CODES) == book.meaning("threats", CODES) == ("", "")
    assert coder_sheets.file_name("Anna B.") == "anna_b"


@pytest.mark.study
@pytest.mark.parametrize("coder", ["coder1", "coder2", "coder3"])
def test_coders_of_the_study(coder, tmp_path):
    """The codings of each coder in the committed project, read back, are those of the sheets."""
    codes = codebook.read_codes()
    rows = []
    for article, language, file in (("israeli_he", "he", "hebrew"), ("arab_ar", "ar", "arabic")):
        text = (workflow.ROOT / f"data/raw/{file}.txt").read_text(encoding="utf-8")
        rows.append((article, language, text))
    articles = pl.DataFrame(rows, schema=["article", "language", "raw"], orient="row")
    texts = dict(articles.select("article", "raw").iter_rows())
    sentences = committed_sentences(texts)
    project = refi.read(workflow.ROOT / "exchange/study.qdpx")
    found = coder_sheets.of_user(project, coder, articles, sentences, texts, codes)
    coder_sheets.write(coder, found, tmp_path)
    back = codings.read(tmp_path, articles, sentences, codes)
    given = codings.read(workflow.ROOT / "data/coding", articles, sentences, codes)
    for name in ("units", "frames", "asked"):
        one, other = (getattr(c, name).filter(coder=coder) for c in (given, back))
        assert sort(one) == sort(other)


def sort(table):
    """Rows in an order of their own; events of a sentence too."""
    if "events" in table.columns:
        events = pl.col("events").str.split("|").list.sort().list.join("|")
        table = table.with_columns(events)
    return sorted(map(str, table.rows()))


def committed_sentences(texts):
    """The sentences of the articles, found in the raw text by the coders' copies of them."""
    units = pl.read_csv(workflow.ROOT / "data/coding/coder1_units.tsv", separator="\t")
    rows, end = [], dict.fromkeys(texts, 0)
    for unit, text in units.select("unit", "text").iter_rows():
        article, _, number = unit.rpartition("_")
        start = texts[article].index(text, end[article])
        end[article] = start + len(text)
        rows.append((article, int(number), start, end[article], text, None))
    schema = {"article": pl.String, "sentence": pl.Int64, "start": pl.Int64, "end": pl.Int64}
    return pl.DataFrame(
        rows, schema=schema | {"text": pl.String, "duplicate_of": pl.Int64}, orient="row"
    )
