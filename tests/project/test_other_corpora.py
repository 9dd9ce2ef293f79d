"""Other people's corpora: the study runs on them, and its sentences are about them."""

import csv
import re
from itertools import product

import polars as pl
import pytest
import rules

import workflow

pytestmark = pytest.mark.slow

NEWS = workflow.ROOT / "data" / "training" / "news.tsv"
LANGUAGE = {"hebrew": "he", "arabic": "ar"}
# What is true of two single articles alone, of the study's own, or of nothing.
SINGLE = r"these two|two texts|[Bb]oth (?:texts|articles)|[Tt]he (?:Hebrew|Arabic) article\b"
SINGLE += r"|one article against|either article\b|an article's words|between the articles, "
BROKEN = r"\bnan\b|None\b(?! of)|\{\{|of 0 (?:sentences|articles)|articles (?:has|is|was|reports)\b"
BROKEN += r"|\w [;,.:](?: |$)|both report none|\b1 (?:dots|topics|sentences|events)\b"
CALM = {
    "hebrew": "אכלנו לחם וגבינה בבוקר. הפרחים פרחו בגינה היפה. הילדים שיחקו בחצר. שתינו קפה חם. "
    "העיר שקטה. הממשלה נחה. רוסיה גדולה. הצבא ישן.",
    "arabic": "أكلنا الخبز والجبن صباحا. تفتحت الأزهار في الحديقة. لعب الأولاد هنا. شربنا قهوة. "
    "المدينة هادئة. الحكومة في إجازة. روسيا كبيرة. الجيش نائم.",
}


def write(number, sentences=10):
    """So many articles of each source, of sentences written for this project."""
    with open(NEWS, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    texts = {}
    for (place, source), n in product(enumerate(LANGUAGE), range(number)):
        mine = [rows[(7 * n + 50 * place + i) % len(rows)][source] for i in range(sentences)]
        texts[f"{source}_{n}"] = (LANGUAGE[source], " ".join(mine))
    return texts


def run(place, texts):
    """All rules on these texts, with few random draws, and every sentence that they wrote."""
    workflow.copy_project(place)
    workflow.use_articles(place, texts)
    config = rules.read_config(place, small=True)
    rules.spare_readings(place, config)
    rules.build(place, config)
    files = [*place.glob("figures/*.md"), *place.glob("figures/*.alt.txt")]
    files += [*place.glob("tables/*.md"), *place.glob("tables/captions/*.md")]
    return {str(path.relative_to(place)): path.read_text(encoding="utf-8") for path in files}


def assert_none(written, pattern):
    """No sentence fits the pattern."""
    found = {name: re.findall(f".*(?:{pattern}).*", text) for name, text in written.items()}
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize("number", [2, 5, 200])
def test_several_articles(tmp_path, number):
    """4, 10 and 400 articles: nothing is said of single ones, and they are counted right."""
    written = run(tmp_path, write(number, 1 if number > 100 else 10))
    assert_none(written, SINGLE)
    assert_none(written, BROKEN)
    assert (
        f"the {number} Hebrew articles"
        in written["figures/events.md"] + written["tables/findings.md"]
    )
    assert "No article of the corpus is coded." in written["tables/trust.md"]
    same = pl.read_csv(tmp_path / "tables/same_event.csv")
    assert set(same["source"]) <= {
        f"{source.capitalize()}, {source}_{n}" for source in LANGUAGE for n in range(number)
    }


def test_two_articles(tmp_path):
    """Other texts than the study's: single ones again."""
    written = run(tmp_path, write(1, 17))
    assert_none(written, BROKEN)
    assert "No article of the corpus is coded." in written["tables/trust.md"]


def test_no_frame_and_no_event(tmp_path):
    """Bread and flowers: every figure is drawn, and no sentence says what is not there."""
    written = run(tmp_path, {source: (LANGUAGE[source], CALM[source]) for source in CALM})
    assert_none(written, BROKEN)
    assert "**No sentence carries a frame.**" in written["figures/overview.md"]
    assert "the Hebrew article, of 8 sentences: none;" in written["figures/overview.alt.txt"]
    assert "no difference of shares has an interval: the same" in written["tables/answer.md"]
    assert (
        "**Neither the Hebrew article nor the Arabic article reports any"
        in written["figures/events.md"]
    )
    assert (
        "**No sentence carries a frame that blames somebody.**"
        in written["figures/responsibility.md"]
    )


def test_two_sources_of_one_language(tmp_path):
    """Arabic against Arabic."""
    texts = write(2)
    written = run(
        tmp_path,
        {name: ("ar", text) for name, (_, text) in texts.items()}
        | {f"hebrew_{n}": texts[f"arabic_{1 - n}"] for n in range(2)},
    )
    assert_none(written, BROKEN)


def test_a_third_source(tmp_path):
    """Which two are compared must be said; the articles of the third are left out."""
    workflow.copy_project(tmp_path)
    texts = write(2) | {"egyptian_0": write(3)["arabic_2"]}
    workflow.use_articles(tmp_path, texts)
    path = tmp_path / "config/config.yaml"
    config = path.read_text(encoding="utf-8")
    third = '  egyptian: {label: the Egyptian article, short: Egyptian, colour: "#009E73"}\n'
    path.write_text(config.replace("sources:\n", f"sources:\n{third}", 1), encoding="utf-8")
    (tmp_path / "q.yaml").write_text("compared: [hebrew, arabic]", encoding="utf-8")
    target = "results/corpus/articles.parquet"
    done = workflow.snakemake(tmp_path, target)
    assert done.returncode != 0
    assert "3 sources, and a run compares two; run `framing run`, or name two" in done.stderr
    done = workflow.snakemake(tmp_path, target, "--configfile", "q.yaml")
    assert done.returncode == 0, done.stderr[-2000:]
    articles = pl.read_parquet(tmp_path / "questions/q" / target)
    assert sorted(set(articles["source"])) == ["arabic", "hebrew"]


def test_a_source_without_articles(tmp_path):
    """Nothing can be compared: one line."""
    workflow.copy_project(tmp_path)
    workflow.use_articles(tmp_path, {"hebrew": workflow.MINI["hebrew"]})
    done = workflow.snakemake(tmp_path)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert done.stderr.rstrip().splitlines()[-1] == (
        "error: data/articles.tsv: no article has the source arabic; "
        "add one (`framing add`), or name two other sources as `compared`"
    )
