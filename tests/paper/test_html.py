"""The page of all tables: escaped, with direction and language."""

import re

import pytest
from framing.paper.tables import html
from tables_by_hand import SPLIT, TRUCE, empty, table

import workflow

TEMPLATE = workflow.ROOT / "workflow/report/tables.html"


@pytest.mark.parametrize(
    ("text", "attributes", "content"),
    [
        ("a <b> & c", "", "a &lt;b&gt; &amp; c"),
        (SPLIT, ' dir="rtl" lang="he"', SPLIT),
        (TRUCE, ' dir="rtl" lang="ar"', TRUCE),
        ("a truce: وقف (3)", "", 'a truce: <bdi dir="rtl" lang="ar">وقف</bdi> (3)'),
        ("אמר <UN> אתמול", ' dir="rtl" lang="he"', 'אמר &lt;<bdi dir="ltr">UN</bdi>&gt; אתמול'),
    ],
)
def test_marked(text, attributes, content):
    """The whole has a direction and a language; only what runs against it is marked."""
    assert html.direction(text) == attributes
    assert html.marked(text) == content


def test_page(tmp_path):
    """Each table under its name, groups over their columns, cells in order."""
    html.write([table(), empty()], TEMPLATE, tmp_path / "t.html")
    text = (tmp_path / "t.html").read_text(encoding="utf-8")
    assert re.findall(r'<section id="(\w+)">', text) == ["words", "nothing"]
    assert '<th class="group" colspan="2">Hebrew</th>' in text
    rows = re.findall(r"<tr>(<td.*?)</tr>", text)
    assert rows[0] == (
        f'<td dir="rtl" lang="he">{SPLIT}</td><td>5 % &amp; &lt;more&gt;</td>'
        '<td class="right">7 of 17</td><td class="right">−41</td>'
    )
    assert len(rows) == 2
    assert '<p class="note">There is no difference.</p>' in text
    assert text.count("<table>") == 1


def test_page_needs_no_network(tmp_path):
    """It holds no address."""
    html.write([table()], TEMPLATE, tmp_path / "t.html")
    assert "http" not in (tmp_path / "t.html").read_text(encoding="utf-8")
