"""What the size of a corpus decides: parts, samples, what is left out; in parts nothing changes."""

import re
import runpy

import polars as pl
import pytest
import rules
from framing import size
from framing.measures import units

import workflow


def settings(*articles, **sections):
    """Settings with so many articles in each source."""
    sources = {name: {"articles": n} for name, n in zip("ab", articles, strict=True)}
    return {"sources": sources} | sections


def test_a_corpus_is_cut_in_whole_articles():
    """Every article is in one part, the last of which may be short; names sort as the parts do."""
    parts = size.cut(settings(70, 41, shards={"articles_above": 100, "articles": 10}))
    assert list(parts)[:2] == ["01", "02"]
    assert list(parts) == sorted(parts)
    assert list(parts.values())[-2:] == [[100, 110], [110, 111]]


def test_a_corpus_up_to_the_limit_is_read_at_once():
    """The limit itself is not above it."""
    assert size.cut(settings(60, 40, shards={"articles_above": 100, "articles": 10})) == {}


def test_parts_are_joined_in_their_order(tmp_path):
    """Also an empty one."""
    parts = [pl.DataFrame({"n": rows}, schema={"n": pl.Int64}) for rows in ([3, 1], [], [2])]
    for number, part in enumerate(parts):
        part.write_parquet(tmp_path / f"{number}.parquet")
    size.gather([tmp_path / f"{n}.parquet" for n in range(3)], tmp_path / "all.parquet")
    assert pl.read_parquet(tmp_path / "all.parquet")["n"].to_list() == [3, 1, 2]


def test_samples_and_what_is_left_out():
    """Said only where a source has more articles than are drawn, or paired."""
    given = {"topics": {"articles": 50}, "similarity": {"articles": 50}}
    assert size.sampled(settings(50, 2, **given), "topics") is None
    assert size.sampled(settings(2, 51, **given), "topics") == 50
    assert size.leave_out(settings(50, 2, **given)) == {}
    (why,) = size.leave_out(settings(51, 2, **given)).values()
    assert why.endswith(
        "no source has more than 50 articles (similarity.articles in the config); here one has 51."
    )


def test_articles_are_drawn_by_source_and_stay_in_order():
    """The smaller source is whole; another seed draws others."""
    rows = [{"article": f"x{n:02}", "source": "ab"[n % 5 == 0]} for n in range(50)]
    articles = pl.DataFrame(rows)
    drawn = units.draw(articles, 12, seed=1)
    assert drawn["source"].value_counts().sort("source")["count"].to_list() == [12, 10]
    assert drawn["article"].is_sorted()
    assert drawn.equals(units.draw(articles, 12, seed=1))
    assert not drawn.equals(units.draw(articles, 12, seed=2))


def test_the_multiverse_reads_the_articles_that_are_drawn(tmp_path):
    """With their sentences and words; all of them where there are no more."""
    articles = pl.DataFrame({"article": list("abcde"), "source": ["x", "x", "x", "x", "y"]})
    paths = {name: tmp_path / f"{name}.parquet" for name in ("articles", "sentences", "tokens")}
    for path in paths.values():
        articles.write_parquet(path)
    script = workflow.ROOT / "workflow" / "scripts" / "run_multiverse.py"
    read = runpy.run_path(str(script))["read"]
    drawn = read(rules.Named(paths), most=2, seed=1)
    assert [table["source"].to_list() for table in drawn] == [["x", "x", "y"]] * 3
    assert all(table.equals(articles) for table in read(rules.Named(paths), most=4, seed=1))


@pytest.mark.slow
def test_in_parts_nothing_changes(tmp_path):
    """Eight articles at once and in parts of three: every figure and table has the same bytes."""
    place = workflow.copy_project(tmp_path)
    workflow.use_articles(place, rotate(4))
    config = place / "config" / "config.yaml"
    text = config.read_text(encoding="utf-8")
    for name, value in {"permutations": 19, "placebos": 1000, "resamples": 100}.items():
        text = re.sub(rf"^  {name}: \d+", f"  {name}: {value}", text, flags=re.M)
    text = text.replace("sizes: [2, 3, 4, 5]", "sizes: [2]")
    config.write_text(text, encoding="utf-8")
    written = [build(place)]
    text = re.sub(r"articles_above: \d+", "articles_above: 5", text)
    config.write_text(re.sub(r"^  articles: 10000", "  articles: 3", text, flags=re.M), "utf-8")
    assert workflow.planned(place, "--forceall") >= {"code_shard", "gather_shards"}
    written.append(build(place))
    assert len(written[0]) > 100
    assert written[0] == written[1]


def rotate(number):
    """So many articles of each source: the same sentences, each article begins with another."""
    texts = {}
    for source, (language, text) in workflow.MINI.items():
        sentences = re.split(r"(?<=\.)\s", text)
        for n in range(number):
            texts[f"{source}_{n}"] = language, " ".join(sentences[n:] + sentences[:n])
    return texts


def build(place):
    """A run from nothing; the bytes of figures and tables by name."""
    names = ["figures/README.md", "tables/tables.html", "tables/tables.xlsx"]
    done = workflow.snakemake(place, "--cores", "1", "--forceall", *names)
    assert done.returncode == 0, done.stderr[-3000:]
    files = [path for folder in ("figures", "tables") for path in (place / folder).rglob("*.*")]
    return {path: path.read_bytes() for path in files if path.is_file()}
