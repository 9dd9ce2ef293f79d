"""The files of a manuscript brought together, and the manuscript as PDF."""

import polars as pl
import pytest
from framing.errors import InputError
from framing.paper.manuscript import assemble, source, typeset
from framing.paper.manuscript.values import Figure

NUMBERS = pl.DataFrame({"key": ["share", "count"], "value": [0.5, 4.0], "text": ["50 %", "4"]})


def test_typeset(tmp_path):
    """The same source gives the same bytes; a mistake is one line that names the source."""
    path = tmp_path / "m.typ"
    path.write_text("= Title\nשלום", encoding="utf-8")
    for name in ("one", "two"):
        typeset.write(path, tmp_path, tmp_path / f"{name}.pdf")
    one, two = ((tmp_path / f"{name}.pdf").read_bytes() for name in ("one", "two"))
    assert one.startswith(b"%PDF")
    assert one == two
    assert b"2017" in one  # its date
    path.write_text("#nothing", encoding="utf-8")
    with pytest.raises(InputError, match=r"m\.typ: .*unknown variable.*mend the source"):
        typeset.write(path, tmp_path, tmp_path / "three.pdf")


@pytest.fixture
def files(tmp_path):
    """The four files of a manuscript and what it may quote."""
    texts = {
        "m.typ": '= T\n\n#by("a") in 2017: #n("share").\n\n#say("s", "own_words")\n\n'
        '#table-of("t")\n\n#assumptions("texts")\n',
        "w.md": "## s\n{% if yes %}Yes, {{ n('share') }}.{% else %}No.{% endif %}\n",
        "r.yaml": "a: {short: Entman, year: 1993, entry: E.}\n",
        "allowed.tsv": "pattern\twhy\n\\b20\\d\\d\\b\tyears\n",
        "findings.md": "- **Own words.** Said.\n\n- **S.** Not used.\n",
        "f.md": "**Bold finding.** Rows.",
        "f.alt.txt": " A drawing.\n",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    package = tmp_path / "framing" / "texts"
    package.mkdir(parents=True)
    (package / "m.py").write_text("# ASSUME words are short.\n", encoding="utf-8")
    return tmp_path


def gather(files, numbers=NUMBERS):
    """The manuscript and what it may quote."""
    names = ("m.typ", "w.md", "r.yaml", "allowed.tsv")
    text = assemble.read(*(str(files / name) for name in names))
    given = assemble.gather(
        text,
        numbers,
        NUMBERS,
        facts={"yes": True},
        paragraphs=[str(files / "findings.md")],
        figures={"f": str(files / "f")},
        tables={},
        package=files / "framing",
    )
    return text, given


def test_files_of_a_manuscript(files):
    """Sections before labelled paragraphs of the same name; the finding of each figure."""
    text, given = gather(files)
    assert len(text.blocks) == 5
    assert text.path == str(files / "m.typ")
    assert given.said == {"s": "Yes, 50 %.", "own_words": "Said.", "f.finding": "Bold finding."}
    assert given.figures["f"] == Figure(str(files / "f"), "**Bold finding.** Rows.", "A drawing.")
    assert [one.subpackage for one in given.assumptions] == ["texts"]
    assert list(given.references) == ["a"]


def test_old_numbers_stop_the_manuscript(files):
    """The table of numbers is checked against those of the results."""
    with pytest.raises(InputError, match="share"):
        gather(files, NUMBERS.with_columns(text=pl.Series(["51 %", "4"])))


def test_only_tables_that_are_shown_are_read(files, monkeypatch):
    """The others may be missing."""
    monkeypatch.setattr(assemble.names, "read", lambda *_: "names")
    monkeypatch.setattr(assemble.layout, "read", lambda path: f"layout of {path}")
    monkeypatch.setattr(assemble.publish, "read", lambda *given, level: (*given, level))
    paths = {"t": ["t.parquet", "t.md", "t.tex"], "u": ["u.parquet", "u.md"]}
    config = {"codebook": "", "sources": {}, "compare": {"level": 0.9}}
    blocks = source.read(files / "m.typ")
    found = assemble.read_tables(blocks, paths, "l.yaml", config)
    assert found == {"t": ("t", "t.parquet", "t.md", "layout of l.yaml", "names", 0.9)}
