"""The sources that a run compares, with the number of their articles and a label that fits it."""

import pytest
from framing import settings
from framing.errors import InputError

SOURCES = {name: {"label": f"the {name} article", "short": name.upper()} for name in "abc"}


@pytest.fixture
def project(tmp_path):
    """A folder with a sheet of articles: so many of each source."""

    def write(**counts):
        columns = ["article", "file", "language", "source", "date", "form", "sha256"]
        rows = [columns]
        for source, count in counts.items():
            for number in range(count):
                about = ["en", source, "2017-01-01", "raw", "0" * 64]
                rows.append([f"{source}{number}", "x.txt", *about])
        lines = "".join("\t".join(row) + "\n" for row in rows)
        (tmp_path / "articles.tsv").write_text(lines, encoding="utf-8")
        return tmp_path

    return write


def word(root, *names, compared=None):
    """The sources with these names, worded."""
    chosen = {"articles": "articles.tsv", "sources": {name: SOURCES[name] for name in names}}
    return settings.word_sources(chosen | {"compared": compared}, root)


def test_one_article_keeps_the_label(project):
    """Several are counted in it."""
    found = word(project(a=1, b=3), "a", "b")
    assert found["a"] == SOURCES["a"] | {"for": ["a"], "articles": 1}
    assert (found["b"]["label"], found["b"]["articles"]) == ("the 3 B articles", 3)


def test_the_rest_keeps_its_label(project):
    """Whatever the number of its articles."""
    found = word(project(a=1, b=2, c=2), "a", "b", "c", compared=["a", "rest"])
    assert list(found) == ["a", "rest"]
    assert found["rest"]["articles"] == 4
    assert "4" not in found["rest"]["label"]


def test_a_source_without_articles(project):
    """One line, with what to do; and for a source that the settings lack, its row."""
    with pytest.raises(InputError, match=r"articles\.tsv: no article has the source b; add one"):
        word(project(a=1), "a", "b")
    with pytest.raises(
        InputError, match=r"articles\.tsv: row 3, column source: unknown source 'c'"
    ):
        word(project(a=1, c=1), "a", "b")
