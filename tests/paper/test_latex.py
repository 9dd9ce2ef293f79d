"""Tables in LaTeX: special characters, both scripts, groups, long tables, sentences."""

import pytest
from framing.paper.tables import latex
from tables_by_hand import SPLIT, TRUCE, empty, table


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("5 % & more_{x} $1 #2", r"5 \% \& more\_\{x\} \$1 \#2"),
        ("a\\b ~ ^", r"a\textbackslash{}b \textasciitilde{} \textasciicircum{}"),
        ("α ≤ .8", r"$\alpha$ $\le$ .8"),
        ("log₂ ratio", r"log\textsubscript{2} ratio"),
        (SPLIT, rf"\texthebrew{{{SPLIT}}}"),
        ('האו"ם', r'\texthebrew{האו"ם}'),
        ("truce: وقف (3)", r"truce: \textarabic{وقف} (3)"),
        ("אמר UN אתמול", r"\texthebrew{אמר \LR{UN} אתמול}"),
        ("5 % הפסקה ועוד", r"\texthebrew{5 \% הפסקה ועוד}"),
    ],
)
def test_escape(text, code):
    """Special characters escaped; a text is marked once, whatever lies between its letters."""
    assert latex.escape(text) == code


def test_table():
    """Caption, label, columns by width, groups with their rule, right-to-left cells, note."""
    lines = latex.render(table()).splitlines()
    assert lines[0] == r"\begin{table}"
    assert lines[1] == r"\caption{Words of \texthebrew{מועצה} \& others.}\label{tab:words}"
    assert r"\begin{tabular}{N{0.2}T{0.3}N{0.1}N{0.1}}" in lines
    groups = [r"\multicolumn{1}{C{0.2}}{}", r"\multicolumn{1}{C{0.3}}{}"]
    assert " & ".join([*groups, r"\multicolumn{2}{C{0.2}}{Hebrew} \\"]) in lines
    assert r"\cmidrule(lr){3-4}" in lines
    body = lines[lines.index(r"\midrule") + 1 : lines.index(r"\bottomrule")]
    assert body == [
        rf"\rtlcell{{\texthebrew{{{SPLIT}}}}} & 5 \% \& <more> & 7 of 17 & −41 \\",
        rf"\rtlcell{{\textarabic{{{TRUCE}}}}} & a truce: \textarabic{{وقف}} (3) & 1 of 12 & 8 \\",
    ]
    assert lines[-2:] == [r"\tablenote{–: none.}", r"\end{table}"]


def test_a_table_without_groups_has_one_line_of_headings():
    """No rule of a group, no empty line above the headings."""
    heads = [head.__class__(head.heading, "", head.width, head.align) for head in table().heads]
    text = latex.render(table(heads=heads))
    assert "cmidrule" not in text
    assert text.count(r"\multicolumn{1}") == 4


def test_long_table():
    """The headings return on every page; the note follows the table."""
    text = latex.render(table(long=True, landscape=True))
    assert text.startswith("\\begin{landscape}\n\\begingroup\\tablesize\n\\begin{longtable}")
    assert text.count(r"\toprule") == 2
    assert text.index(r"\endfirsthead") < text.index(r"\endhead") < text.index("7 of 17")
    assert text.endswith("\\tablenote{–: none.}\n\\endgroup\n\\end{landscape}\n")


def test_a_table_without_rows_is_a_sentence():
    """Caption, label and sentence, no tabular."""
    text = latex.render(empty())
    assert r"\tablenote{There is no difference.}" in text
    assert "tabular" not in text


def test_a_bracket_is_no_option():
    """A row that begins with a bracket is not taken for an option of the line end before it."""
    text = latex.render(table(rows=[["[a]", "*", "", ""]]))
    assert "{}[a] & {}* &  & " in text


def test_document():
    """Every table on a page of its own, after the preamble."""
    lines = latex.document(["a", "b"]).splitlines()
    assert [line for line in lines if "input" in line] == [
        r"\input{preamble}",
        r"\input{a}\clearpage",
        r"\input{b}\clearpage",
    ]
