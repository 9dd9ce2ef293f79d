"""Bad tables and options: each is one line with file, place and remedy, exit code 2.

Files that may not be lost are in test_output, settings in test_settings_checked, doubtful texts in
texts/test_suspicion.
"""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from framing import cli

AR = "خرق الجيش وقف إطلاق النار."
HEAD = "language\ttext\n"
CODED = "language\ttext\tthreat\n"


@pytest.fixture
def place(tmp_path, monkeypatch):
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


TABLES = {  # what a table of texts may be, for every command that reads one
    "missing": (None, "in.tsv: no such file; check its name and folder"),
    "empty": (b"", "in.tsv: is empty; its first row names the columns"),
    "mark only": (b"\xef\xbb\xbf", "in.tsv: row 1: column language is missing"),
    "blank": (b" \n", "in.tsv: row 1: column language is missing; add it"),
    "UTF-16": ((HEAD + f"ar\t{AR}\n").encode("utf-16"), "it looks like UTF-16; save it as UTF-8"),
    "cp1256": (HEAD.encode() + "ar\tسلام\n".encode("cp1256"), "is not UTF-8; save it as UTF-8"),
    "cp1255": (HEAD.encode() + "he\tשלום\n".encode("cp1255"), "is not UTF-8; save it as UTF-8"),
    "surrogate": (HEAD.encode() + b"he\t\xed\xa0\x80\n", "is not UTF-8"),
    "no language": (b"text\nx\n", "row 1: column language is missing; add it"),
    "no text": (b"language\nhe\n", "row 1: column text is missing; add it"),
    "commas": (b"language,text\nhe,x\n", "row 1: column language is missing"),
    "text twice": (b"language\ttext\ttext\nhe\ta\tb\n", "row 1: 2 columns are named 'text'"),
    "id twice": (b"id\tid\tlanguage\ttext\n1\t2\the\ta\n", "row 1: 2 columns are named 'id'"),
    "short row": (HEAD.encode() + b"he\n", "row 2: has 1 cells; the header has 2"),
    "long row": (HEAD.encode() + b"he\ta\tb\n", "row 2: has 3 cells; the header has 2"),
    "blank row": (HEAD.encode() + b"\nhe\ta\n", "row 2: has 0 cells; the header has 2"),
    "open quote": (HEAD.encode() + b'he\t"a\n', "or use --quoting none"),
    "quote inside": (HEAD.encode() + b'he\t"a"b"\n', "or use --quoting none"),
    "unknown language": (CODED.encode() + b"fr\toui\t0\n", "unknown language 'fr'; use he, ar"),
    "no code": (CODED.encode() + b"\toui\t0\n", "unknown language ''; use he, ar"),
    "upper case": (CODED.encode() + b"HE\toui\t0\n", "unknown language 'HE'; use he, ar"),
}
COMMANDS = {
    "code": ["code", "in.tsv", "out.tsv"],
    "validate": ["validate", "in.tsv", "--output", "out.tsv"],
    "sample": ["sample", "in.tsv", "out", "--per-language", "1"],
    "correct": ["correct", "folder", "in.tsv", "--output", "out.tsv"],
}


# The other commands check the columns of the header before they read a row.
ROWS = (
    "short row",
    "long row",
    "blank row",
    "open quote",
    "quote inside",
)
CASES = [
    (command, kind)
    for command in COMMANDS
    for kind in TABLES
    if command == "code" or kind not in ROWS
]


@pytest.mark.parametrize(("command", "kind"), CASES)
def test_tables(place, capsys, command, kind):
    """Whatever command reads the table."""
    content, message = TABLES[kind]
    if command == "code" and content and b"threat" in content:
        content = content.replace(b"threat", b"remark")
    if content is not None:
        Path("in.tsv").write_bytes(content)
    Path("folder").mkdir()
    assert_one_line(capsys, COMMANDS[command], message)
    assert not Path("out.tsv").exists()
    assert not Path("out").exists()


OPTIONS = [
    ("tokens --language fr", "--language: unknown language 'fr'; use he, ar"),
    ("explain --language fr x", "--language: unknown language 'fr'; use he, ar"),
    ("explain --language he --file no.txt", "no.txt: no such file"),
    ("explain --language he --file no.txt x", "--file: is given, and a text too; drop one"),
    ("explain --language he --file .", "is a folder, not a file"),
    ("dictionary nix", "TABLE: 'nix' is unknown; leave it out to see all"),
    ("dictionary --missing nix", "config.yaml: no such file"),
    ("validate coded.tsv --seed -1", "--seed: -1 is negative; give 0 or more"),
    ("validate coded.tsv --draws 0", "--draws: 0 is too few; give 1 to 100000"),
    ("validate coded.tsv --draws -5", "--draws: -5 is too few"),
    ("validate coded.tsv --draws 1000000000", "--draws: 1000000000 is too many; give 1 to"),
    ("validate coded.tsv --codebook nix", "no such file"),
    ("validate coded.tsv --codebook coded.tsv", "not a directory"),
    ("code plain.tsv out.tsv --codebook nix", "nix/frames.tsv: no such file"),
    ("code plain.tsv out.tsv --codebook plain.tsv", "plain.tsv/frames.tsv: not a directory"),
    ("code coded.tsv out.tsv", "row 1: has a column threat already; rename or drop it"),
    ("code plain.tsv/x out.tsv", "plain.tsv/x: not a directory"),
    ("code . out.tsv", "is a folder, not a file; name a file in it"),
    ("code loop out.tsv", "loop: too many levels of symbolic links"),
    (f"code {'x' * 300} out.tsv", "file name too long"),
    ("sample coded.tsv out --per-language 0", "--per-language"),
    ("sample coded.tsv out --per-language 1 --seed -1", "--seed: -1 is negative"),
    ("sample coded.tsv folder --per-language 2", "folder: exists already; name a new folder"),
    ("sample coded.tsv coded.tsv --per-language 2", "coded.tsv: exists already"),
    ("correct folder coded.tsv --level 95", "--level: 95 is not between 0 and 1"),
    ("correct folder coded.tsv --level nan", "--level: nan is not between 0 and 1"),
    ("correct nix coded.tsv", "no such file"),
    ("correct folder coded.tsv", "folder/design.tsv: no such file"),
    ("validate misspelt.tsv", "no frame is named 'endorsment'; is it endorsement?"),
    ("validate twice.tsv", "2 columns are named 'threat'"),
    ("validate two.tsv", "row 2, column threat: '2' is not allowed; write 0 or 1"),
    ("validate none.tsv", "row 2, column threat: is empty; write 0 or 1"),
    ("validate plain.tsv", "row 1: has no column of a frame; give 0/1 columns named"),
    ("validate headed.tsv", "has no rows below its header"),
]


@pytest.mark.parametrize(("command", "message"), OPTIONS, ids=[case[0][:60] for case in OPTIONS])
def test_options(place, capsys, command, message):
    """Names of files, options out of range, columns that are not what they should be."""
    Path("plain.tsv").write_text(f"{HEAD}ar\t{AR}\n", encoding="utf-8")
    Path("coded.tsv").write_text(f"{CODED}ar\t{AR}\t0\n", encoding="utf-8")
    for name, head, cells in (
        ("misspelt", "endorsment\tthreat", "0\t0"),
        ("twice", "threat\tthreat", "0\t1"),
        ("two", "threat", "2"),
        ("none", "threat", ""),
    ):
        Path(f"{name}.tsv").write_text(f"language\ttext\t{head}\nar\t{AR}\t{cells}\n", "utf-8")
    Path("headed.tsv").write_text(CODED, encoding="utf-8")
    Path("loop").symlink_to("loop")
    Path("folder").mkdir()
    assert_one_line(capsys, command.split(), message)


RIGHT = {  # odd, but right: the cue of a breach is found
    "byte-order mark": b"\xef\xbb\xbf" + f"{HEAD}ar\t{AR}\n".encode(),
    "CRLF": f"{HEAD}ar\t{AR}\n".replace("\n", "\r\n").encode(),
    "CR": f"{HEAD}ar\t{AR}\n".replace("\n", "\r").encode(),
    "no line end": f"{HEAD}ar\t{AR}".encode(),
    "vowel signs": f"{HEAD}ar\tخَرَقَ الجيشُ وقفَ إطلاقِ النارِ.\n".encode(),
    "tatweel": f"{HEAD}ar\tخـــرق الجيش وقف إطلاق النار.\n".encode(),
    "bidi marks": f"{HEAD}ar\t\u200f{AR}\u200e\n".encode(),
    "emoji": f"{HEAD}ar\t😀 {AR} 🇮🇱\n".encode(),
    "soft hyphen": f"{HEAD}ar\t\u00ad{AR}\n".encode(),
    "formula": f"{HEAD}ar\t=SUM(A1) {AR}\n".encode(),
    "script": f"{HEAD}ar\t<script> {AR}\n".encode(),
    "long": f"{HEAD}ar\t{AR * 300}\n".encode(),
    "NUL in another cell": f"id\t{HEAD}\x01\tar\t{AR}\n".encode(),
}


@pytest.mark.parametrize("kind", RIGHT)
def test_odd_but_right(place, kind):
    """Exit code 0, and the frame is found."""
    Path("in.tsv").write_bytes(RIGHT[kind])
    assert cli.main(["code", "in.tsv", "out.tsv"]) == 0
    head, row = Path("out.tsv").read_text(encoding="utf-8").splitlines()[:2]
    assert row.split("\t")[head.split("\t").index("violation")] == "1"


def test_a_cell_of_a_shelf_of_books(place, capsys):
    """Refused, since it would take fifty times its memory."""
    Path("in.tsv").write_text(f"{HEAD}he\t{'א' * 10_000_001}\n", encoding="utf-8")
    message = "in.tsv: line 2: a cell has more than 10,000,000 characters; cut the text"
    assert_one_line(capsys, ["code", "in.tsv", "out.tsv"], message)


def test_standard_input(place, capsys, monkeypatch):
    """Closed, or not UTF-8."""
    monkeypatch.setattr(sys, "stdin", None)
    for command in (["tokens", "--language", "he"], ["explain", "--language", "he"]):
        assert_one_line(capsys, command, "standard input: is closed; give a file")
    assert_one_line(capsys, ["code", "-", "out.tsv"], "standard input: is closed")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xff")))
    assert_one_line(capsys, ["tokens", "--language", "he"], "standard input: byte 0 is not UTF-8")


def test_standard_output_in_another_encoding():
    """UTF-8 is written whatever the locale says."""
    for encoding in ("ascii", "latin-1"):
        run = subprocess.run(
            [sys.executable, "-m", "framing", "tokens", "--language", "he"],
            input="שלום".encode(),
            capture_output=True,
            check=True,
            env=os.environ | {"PYTHONIOENCODING": encoding, "LC_ALL": "C"},
        )
        assert "שלום" in run.stdout.decode("utf-8")


def test_a_full_device_as_standard_output():
    """One line, exit code 2; a closed pipe is no error to speak of."""
    with open("/dev/full", "w", encoding="utf-8") as full:
        run = subprocess.run(
            [sys.executable, "-m", "framing", "dictionary"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert (run.returncode, run.stderr) == (
        2,
        "framing: standard output: no space left on device\n",
    )


def assert_one_line(capsys, arguments, message):
    """Exit code 2 and one line on standard error, with no name of an unfinished file."""
    assert cli.main([str(argument) for argument in arguments]) == 2
    printed = capsys.readouterr().err
    assert printed.startswith("framing: ")
    assert printed.count("\n") == 1, printed
    assert message in printed
    assert ".framing" not in printed
    assert ".part" not in printed
