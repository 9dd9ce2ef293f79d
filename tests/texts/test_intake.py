"""Articles are added whole or not at all, from texts, Word documents and tables."""

import hashlib
import shutil
from pathlib import Path

import docx
import pytest
from framing import cli, sheets
from framing.errors import InputError
from framing.instrument import codebook
from framing.texts import corpus, intake, languages, stored, suspicion

import workflow

HE = "מועצת הביטחון אימצה את ההחלטה.\n"
AR = "خرق الجيش وقف إطلاق النار.\n"
SHEET = "data/articles.tsv"


@pytest.fixture
def place(tmp_path, monkeypatch):
    """What `framing add` needs of the project, with the study's two articles."""
    shutil.copytree(workflow.ROOT / "config", tmp_path / "config")
    shutil.copytree(workflow.ROOT / "data/raw", tmp_path / "data/raw")
    shutil.copy(workflow.ROOT / SHEET, tmp_path / SHEET)
    (tmp_path / "data/codebook").symlink_to(workflow.ROOT / "data/codebook")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def add(*arguments):
    """Call the command; source and date are given."""
    return cli.main(["add", *arguments])


def contents(place):
    """All files under data/ with their bytes."""
    return {path: path.read_bytes() for path in (place / "data").rglob("*") if path.is_file()}


def test_a_text(place, capsys):
    """It is copied byte for byte, its language is told from its letters, its row has its hash."""
    Path("mine.txt").write_bytes(HE.replace("\n", "\r\n").encode())
    assert add("mine.txt", "--source", "hebrew", "--date", "2017-01-02", "--outlet", "Maariv") == 0
    rows = sheets.read(SHEET, "articles")
    assert [row["article"] for row in rows] == ["israeli_he", "arab_ar", "mine"]
    row = rows[-1]
    assert Path(row["file"]).read_bytes() == Path("mine.txt").read_bytes()
    assert row["sha256"] == hashlib.sha256(Path("mine.txt").read_bytes()).hexdigest()
    assert (row["language"], row["form"], row["outlet"]) == ("he", "raw", "Maariv")
    assert rows[0]["outlet"] == ""
    assert capsys.readouterr().err == "mine: data/raw/mine.txt, he\n"


def test_a_word_document(place):
    """Its paragraphs become lines."""
    document = docx.Document()
    document.add_paragraph("أصدر مجلس الأمن قرارا.")
    document.add_paragraph("وشهد الاتفاق خروقات.")
    document.save("mine.docx")
    assert add("mine.docx", "--source", "arabic", "--date", "2017-01-02") == 0
    row = sheets.read(SHEET, "articles")[-1]
    text = Path(row["file"]).read_text(encoding="utf-8")
    assert text == "أصدر مجلس الأمن قرارا.\nوشهد الاتفاق خروقات.\n"
    assert row["language"] == "ar"


def test_a_table(place):
    """A row is an article; its cells count before the options, and quoted cells may hold lines."""
    Path("mine.csv").write_text(
        f'text,source,date,title\n"{AR}{AR}",arabic,,One\n{HE.strip()},hebrew,2016-12-30,\n',
        encoding="utf-8-sig",
    )
    assert add("mine.csv", "--date", "2017-01-02") == 0
    first, second = sheets.read(SHEET, "articles")[-2:]
    assert (first["article"], first["date"], first["title"]) == ("mine_1", "2017-01-02", "One")
    assert (second["article"], second["date"], second["language"]) == ("mine_2", "2016-12-30", "he")
    assert Path(first["file"]).read_text(encoding="utf-8") == AR + AR


def bad_word(place):
    """No Word document."""
    Path("bad.docx").write_text("no zip", encoding="utf-8")


GIVEN = ["--source", "hebrew", "--date", "2017-01-02"]
BAD = [
    ("no.txt", b"", GIVEN, "no.txt: no such file"),
    ("a.txt", HE.encode(), ["--date", "2017-01-02"], "a: has no source; give --source"),
    ("a.txt", HE.encode(), ["--source", "hebrew"], "a: has no date; give --date or a column date"),
    ("a.txt", HE.encode(), [*GIVEN[:3], "2017-02-30"], "'2017-02-30' is no day of the calendar"),
    ("a.txt", HE.encode(), [*GIVEN[:3], "٢٠١٧-٠١-٠١"], "is not allowed; a date YYYY-MM-DD"),
    ("a.txt", HE.encode(), ["--source", "x", *GIVEN[2:]], "unknown source 'x'; use hebrew, arabic"),
    ("a.txt", HE.encode(), [*GIVEN, "--language", "fr"], "unknown language 'fr'; use he, ar"),
    ("a.txt", HE.encode(), [*GIVEN, "--form", "cooked"], "column form: 'cooked' is unknown"),
    ("a.txt", HE.encode(), [*GIVEN, "--article", "arab_ar"], "the name 'arab_ar' is taken"),
    ("a.txt", HE.encode(), [*GIVEN, "--title", "a\tb"], "title has a tab or a line end"),
    ("עיתון.txt", HE.encode(), GIVEN, "has no Latin letter or digit to name it by"),
    ("hebrew.txt", HE.encode(), GIVEN, "the name 'hebrew' is taken"),
    ("a.txt", b"", GIVEN, "a: has no word; an article needs text"),
    ("a.txt", b"... !!!", GIVEN, "a: has no word"),
    ("a.txt", "😀😀".encode(), GIVEN, "a: has no word"),
    ("a.txt", "Μόνο ελληνικά.".encode(), GIVEN, "its letters do not tell its language"),
    ("a.txt", HE.encode("cp1255"), GIVEN, "is not UTF-8; save it as UTF-8"),
    ("a.txt", HE.encode("utf-16"), GIVEN, "it looks like UTF-16"),
    ("a.csv", b"words,date\na,b\n", GIVEN, "a.csv: row 1: has no column text"),
    ("a.csv", b"", GIVEN, "a.csv: row 1: has no column text"),
    ("a.csv", b"text,text\na,b\n", GIVEN, "2 columns are named 'text'"),
    ("a.csv", b"text,date\na\n", GIVEN, "a.csv: row 2: has 1 cells; the header has 2"),
    ("a.csv", b'text,date\n"a\n', GIVEN, "mend the table"),
    ("a.docx", b"no zip", GIVEN, "a.docx: is no Word document (.docx); save it as one"),
    ("a.docx", None, GIVEN, "a.docx: is a folder, not a file"),
]


@pytest.mark.parametrize(("name", "content", "options", "message"), BAD)
def test_refused_in_one_line(place, capsys, name, content, options, message):
    """Exit code 2, one line, and no file or row is added."""
    path = Path(name)
    if content is None:
        path.mkdir()
    elif name != "no.txt":
        path.write_bytes(content)
    before = contents(place)
    assert add(name, *options) == 2
    printed = capsys.readouterr().err
    assert printed.count("\n") == 1
    assert message in printed
    assert contents(place) == before


def test_a_bad_row_of_a_table_adds_none(place, capsys):
    """The second text lacks a date."""
    Path("a.tsv").write_text(f"text\tdate\n{HE.strip()}\t2017-01-01\n{HE.strip()}\t\n", "utf-8")
    before = contents(place)
    assert add("a.tsv", "--source", "hebrew") == 2
    assert "a_2: has no date" in capsys.readouterr().err
    assert contents(place) == before


def test_outside_a_project(tmp_path, monkeypatch, capsys):
    """One line that says where to go."""
    monkeypatch.chdir(tmp_path)
    assert add("a.txt") == 2
    assert "config/config.yaml: no such file; go to the folder of the project" in (
        capsys.readouterr().err
    )


def test_guess_language():
    """By the letters; a text in another script is not guessed."""
    known = languages.read(codebook.PLACE)
    assert intake.guess_language(HE, known) == "he"
    assert intake.guess_language(AR + "NATO", known) == "ar"
    assert intake.guess_language("English only", known) == "en"
    with pytest.raises(InputError, match="do not tell its language; give --language he or ar"):
        intake.guess_language("ελληνικά", known)


def test_a_table_of_many_texts_stays_one(place):
    """Not a file each: one table beside the sheet, with a hash for every text."""
    number = intake.SEPARATE + 1
    lines = [
        "text\tsource\tdate",
        *(f"{HE.strip()} {n}\thebrew\t2017-01-02" for n in range(number)),
    ]
    Path("posts.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert add("posts.tsv") == 0
    rows = sheets.read(SHEET, "articles")[2:]
    assert {row["file"] for row in rows} == {"data/raw/posts.parquet"}
    assert len(list(Path("data/raw").iterdir())) == 3
    texts = stored.read(rows)
    assert texts[-1] == f"{HE.strip()} {number - 1}"
    assert [hashlib.sha256(text.encode()).hexdigest() for text in texts] == [
        row["sha256"] for row in rows
    ]
    assert add("posts.tsv") == 2


def test_a_changed_text_of_a_table_is_named(place):
    """The article, not only the file that holds many."""
    stored.write([{"article": "a", "text": HE}], Path("data/raw/t.parquet"))
    row = f"a\tdata/raw/t.parquet\the\thebrew\t2017-01-02\traw\t{'0' * 64}\n"
    Path(SHEET).write_text("article\tfile\tlanguage\tsource\tdate\tform\tsha256\n" + row, "utf-8")
    with pytest.raises(InputError, match=r"t\.parquet: a: does not have the SHA-256"):
        corpus.read_articles(SHEET, ["hebrew"], ["he"])


def test_guess_language_from_enough_letters():
    """As many letters of a script as the limit says are enough; one less is not."""
    known = languages.read(codebook.PLACE, {})
    assert suspicion.LETTERS == 0.5
    assert intake.guess_language("אאяя", known) == "he"
    with pytest.raises(InputError, match="do not tell its language"):
        intake.guess_language("אאяяя", known)
