"""The manuscript as it is built: PDF and Word, bound to the results, the same every time."""

import re
import shutil
import subprocess

import docx
import polars as pl
import pytest
import rules
from docx.oxml.ns import qn

import workflow

pytestmark = pytest.mark.slow

SPEAKING = ["word_findings", "write_numbers", "write_manuscript"]


@pytest.fixture
def trial(mini, tmp_path):
    """A copy of the finished run, and its rules by name."""
    place = rules.copy(mini, tmp_path / "trial")
    return place, rules.evaluate(rules.read_config(place), place)


def build(place, known, names=SPEAKING):
    """Run these rules in a folder; returns what they wrote."""
    for name in names:
        rules.run(known[name], place)
    return {path.name: path.read_bytes() for path in sorted((place / "paper").glob("manuscript.*"))}


def pdf_text(path):
    """The text of a PDF; skipped without poppler."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed")
    command = ["pdftotext", "-raw", str(path), "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def word_text(path):
    """All paragraphs of a Word document."""
    return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


def squeezed(text):
    """Letters and digits only, so that line ends and hyphens do not count."""
    return re.sub(r"[\W_]", "", text)


def test_same_bytes_again(mini, trial):
    """Two builds give the same PDF and the same Word document."""
    made = build(*trial)
    for name in ("manuscript.pdf", "manuscript.docx"):
        assert made[name] == (mini / "paper" / name).read_bytes()


def test_pdf_and_word_say_the_same(mini):
    """Every paragraph of the text in Word is in the PDF, word by word."""
    pdf = squeezed(pdf_text(mini / "paper" / "manuscript.pdf"))
    paragraphs = word_text(mini / "paper" / "manuscript.docx").splitlines()
    text = [p for p in paragraphs if len(p) > 60 and not p.startswith(("Figure", "Table"))]
    assert len(text) > 20
    # A paragraph may go over a page, where the PDF has a page number and floats in between.
    missing = [p for p in text if squeezed(p[:50]) not in pdf and squeezed(p[-40:]) not in pdf]
    assert not missing


def test_right_to_left(mini):
    """Hebrew and Arabic cells are right-to-left runs of their language in Word."""
    document = docx.Document(str(mini / "paper" / "manuscript.docx"))
    every = list(document.element.iter(qn("w:r")))
    runs = [run for run in every if run.find(f".//{qn('w:rtl')}") is not None]
    assert any(re.search("[\u05d0-\u05ea]", "".join(run.itertext())) for run in runs)
    assert any(re.search("[\u0621-\u064a]", "".join(run.itertext())) for run in runs)
    for run in every:
        if re.search("[\u0590-\u06ff]", "".join(run.itertext())):
            assert run in runs


def test_figures_have_alternative_text(mini):
    """Every picture says what it shows."""
    document = docx.Document(str(mini / "paper" / "manuscript.docx"))
    texts = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert len(texts) >= 6
    assert all(len(text) > 40 for text in texts)


def test_quoted_numbers_are_printed(mini):
    """Each number that the text binds is in the Word document as the table prints it."""
    numbers = pl.read_csv(mini / "tables" / "numbers.csv", infer_schema=False)
    texts = dict(numbers.select("key", "text").iter_rows())
    source = (workflow.ROOT / "paper" / "manuscript.typ").read_text(encoding="utf-8")
    said = word_text(mini / "paper" / "manuscript.docx").replace("\u00a0", " ")
    keys = re.findall(r'#n\("([\w.]+)"\)', source)
    assert len(keys) > 15
    for key in keys:
        around = re.search(rf'(\w+) #n\("{re.escape(key)}"\)', source)
        expected = f"{around[1]} {texts[key]}" if around else texts[key]
        assert expected in said, key


def test_a_changed_code_changes_everything(trial):
    """One sentence less with a frame: numbers, findings, a caption, PDF and Word."""
    place, known = trial
    before = build(place, known)
    findings = (place / "tables" / "findings.md").read_text(encoding="utf-8")
    caption = (place / "figures" / "frames_by_voice.csv").read_bytes()
    drop_a_sentence(place)
    rules.run(known["draw_comparison"], place)
    after = build(place, known)
    numbers = pl.read_csv(place / "tables" / "numbers.csv")
    row = numbers.filter(key="coordination.hebrew.sentences").row(0, named=True)
    assert row["value"] == len([n for n in (row["sentences"] or "").split("|") if n])
    assert (place / "tables" / "findings.md").read_text(encoding="utf-8") != findings
    assert (place / "figures" / "frames_by_voice.csv").read_bytes() != caption
    assert before["manuscript.pdf"] != after["manuscript.pdf"]
    assert before["manuscript.docx"] != after["manuscript.docx"]
    sentence = f"{row['text']} of {int(row['n'])} Hebrew sentences"
    assert sentence in word_text(place / "paper" / "manuscript.docx")


def drop_a_sentence(place):
    """Take the frame coordination from one Hebrew sentence of the results."""
    folder = place / "results" / "comparison"
    chosen = (pl.col("code") == "coordination") & (pl.col("source") == "hebrew")
    units = pl.read_parquet(folder / "frame_units.parquet")
    kept = units.filter(~chosen | (pl.col("sentence") != units.filter(chosen)["sentence"][0]))
    assert kept.height == units.height - 1
    kept.write_parquet(folder / "frame_units.parquet")
    shares = pl.read_parquet(folder / "frame_shares.parquet")
    less = pl.when(chosen).then(1).otherwise(0)
    share = pl.col("carried") / pl.col("units")
    shares.with_columns(carried=pl.col("carried") - less).with_columns(share=share).write_parquet(
        folder / "frame_shares.parquet"
    )


def test_one_hand_code_changes_the_accuracy(trial):
    """A coder who misses one frame: another F1 in numbers, README sentences, PDF and Word."""
    place, _ = trial
    given = (place / "data").resolve()
    (place / "data").unlink()
    shutil.copytree(given, place / "data", ignore=shutil.ignore_patterns("coding"))
    code_by_hand(place)
    known = rules.evaluate(rules.read_config(place), place)
    steps = ["measure_accuracy", "report_accuracy", *SPEAKING]
    same = build(place, known, steps)
    assert set(f1(place).values()) == {"1.00"}
    sheet = place / "data" / "coding" / "anna_frames.tsv"
    rows = sheet.read_text(encoding="utf-8").splitlines()
    sheet.write_text("\n".join(rows[:1] + rows[2:]) + "\n", encoding="utf-8")
    other = build(place, known, steps)
    changed = set(f1(place).values()) - {"1.00"}
    assert changed
    trust = (place / "tables" / "trust.md").read_text(encoding="utf-8")
    assert all(text in trust for text in changed)
    assert all(text in word_text(place / "paper" / "manuscript.docx") for text in changed)
    assert same["manuscript.pdf"] != other["manuscript.pdf"]
    assert same["manuscript.docx"] != other["manuscript.docx"]


def f1(place):
    """The printed F1 over all frames, by language."""
    numbers = pl.read_csv(place / "tables" / "numbers.csv", infer_schema=False)
    found = numbers.filter(pl.col("key").str.contains(r"^seen\.\w+\.f1$"))
    return dict(found.select("key", "text").iter_rows())


def code_by_hand(place):
    """Sheets of a coder who finds in the articles what the instrument finds."""
    folder = place / "data" / "coding"
    folder.mkdir()
    results = place / "results"
    sentences = pl.read_parquet(results / "corpus" / "sentences.parquet")
    articles = pl.read_parquet(results / "corpus" / "articles.parquet")
    units = pl.read_parquet(results / "comparison" / "frame_units.parquet")
    name = pl.format("{}_{}", "article", pl.col("sentence").cast(pl.String).str.zfill(2))
    listed = sentences.join(articles.select("article", "language"), on="article")
    listed = listed.select(
        name.alias("unit"),
        "language",
        pl.lit("").alias("events"),
        pl.lit("false").alias("fragility"),
        "text",
    )
    listed.write_csv(folder / "anna_units.tsv", separator="\t", quote_style="never")
    coded = units.select(
        name.alias("unit"),
        pl.col("code").alias("frame"),
        "voice",
        "speaker",
        pl.col("responsible").str.split("|").list.first().fill_null(""),
    )
    coded.write_csv(folder / "anna_frames.tsv", separator="\t", quote_style="never")
    frames = pl.read_csv(place / "data/codebook/frames.tsv", separator="\t", infer_schema=False)
    codes = pl.DataFrame({"kind": "frame", "code": frames["id"]})
    codes.write_csv(folder / "anna_codes.tsv", separator="\t")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("setting.compare.level.percent", "setting.compare.levle.percent", "unknown number"),
        ("The unit is the sentence.", "There are 29 units.", "'29' is typed, not computed"),
    ],
)
def test_a_misspelt_number_stops_the_build(mini, tmp_path, old, new, message):
    """One line with the file and the line, and no half-written output."""
    place = rules.copy(mini, tmp_path / "wrong")
    path = place / "paper" / "manuscript.typ"
    text = path.read_text(encoding="utf-8")
    line = next(n for n, row in enumerate(text.splitlines(), start=1) if old in row)
    path.write_text(text.replace(old, new), encoding="utf-8")
    run = workflow.snakemake(
        place, "--cores", "1", "paper/manuscript.pdf", "--allowed-rules", "write_manuscript"
    )
    assert run.returncode != 0
    errors = [row for row in run.stderr.splitlines() if row.startswith("error: ")]
    assert f"paper/manuscript.typ:{line}: " in errors[0]
    assert message in errors[0]
