"""Tables in LaTeX: booktabs, columns that fit the width of the page, both scripts."""

from framing.paper.tables.direction import is_rtl, runs
from framing.paper.tables.printed import Head, Printed, spans_of

_SPECIAL = {c: f"\\{c}" for c in "&%$#_{}"} | {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "₂": r"\textsubscript{2}",
    "α": r"$\alpha$",  # many fonts of journals have no Greek letters
    "≤": r"$\le$",
}
_COMMANDS = {"he": r"\texthebrew", "ar": r"\textarabic"}


def render(table: Printed) -> str:
    """The table as LaTeX; it needs the commands of `preamble.tex`.

    A float of its own, or a longtable that breaks over pages; in landscape where its layout says
    so. A table without rows is its caption and a sentence.
    """
    caption = rf"\caption{{{escape(table.caption)}}}\label{{tab:{table.name}}}"
    note = [rf"\tablenote{{{escape(table.note)}}}"] if table.note else []
    if not table.rows:
        lines = [r"\begin{table}", caption, *note, r"\end{table}"]
    elif table.long:
        lines = [r"\begingroup\tablesize", *_longtable(table, caption), *note, r"\endgroup"]
    else:
        lines = [r"\begin{table}", caption, r"\tablesize\centering", *_tabular(table)]
        lines += [*note, r"\end{table}"]
    if table.landscape:
        lines = [r"\begin{landscape}", *lines, r"\end{landscape}"]
    return "\n".join(lines) + "\n"


def document(names: list[str]) -> str:
    """A document that shows these tables, each on a page of its own."""
    return "\n".join(
        [
            "% All tables of the paper: xelatex all.tex (twice, for the widths of long tables).",
            r"\documentclass[10pt,a4paper]{article}",
            r"\usepackage[margin=25mm]{geometry}",
            r"\input{preamble}",
            r"\IfFontExistsTF{TeX Gyre Termes}{\setmainfont{TeX Gyre Termes}}{}",
            r"\begin{document}",
            *(rf"\input{{{name}}}\clearpage" for name in names),
            r"\end{document}",
            "",
        ]
    )


def escape(text: str) -> str:
    """Text for LaTeX: special characters escaped, parts marked that run the other way."""
    if not is_rtl(text):
        return "".join(_marked(*run) for run in runs(text))
    parts = runs(text)
    inside = "".join(_plain(t) if language else rf"\LR{{{_plain(t)}}}" for t, language in parts)
    language = next(language for _, language in parts if language)
    return f"{_COMMANDS[language]}{{{inside}}}"


def _marked(text: str, language: str) -> str:
    return f"{_COMMANDS[language]}{{{_plain(text)}}}" if language else _plain(text)


def _plain(text: str) -> str:
    return "".join(_SPECIAL.get(char, char) for char in text)


def _tabular(table: Printed) -> list[str]:
    return [
        rf"\begin{{tabular}}{{{_columns(table.heads)}}}",
        r"\toprule",
        *_head(table.heads),
        r"\midrule",
        *_body(table.rows),
        r"\bottomrule",
        r"\end{tabular}",
    ]


def _longtable(table: Printed, caption: str) -> list[str]:
    head = [r"\toprule", *_head(table.heads), r"\midrule"]
    return [
        rf"\begin{{longtable}}{{{_columns(table.heads)}}}",
        caption + r"\\",
        *head,
        r"\endfirsthead",
        *head,
        r"\endhead",
        r"\bottomrule",
        r"\endfoot",
        *_body(table.rows),
        r"\end{longtable}",
    ]


def _columns(heads: list[Head]) -> str:
    return "".join(f"{'N' if h.align == 'right' else 'T'}{{{h.width / 100:g}}}" for h in heads)


def _head(heads: list[Head]) -> list[str]:
    """The line of headings, and above it the line of the groups, if there are any."""
    cells = [
        rf"\multicolumn{{1}}{{{'J' if h.align == 'right' else 'H'}{{{h.width / 100:g}}}}}"
        rf"{{{escape(h.heading)}}}"
        for h in heads
    ]
    line = " & ".join(cells) + r" \\"
    if not any(head.group for head in heads):
        return [line]
    spans = spans_of(heads)
    widths = [sum(h.width for h in heads[at : at + size]) / 100 for _, at, size in spans]
    above = [
        rf"\multicolumn{{{size}}}{{C{{{width:g}}}}}{{{escape(name)}}}"
        for (name, _, size), width in zip(spans, widths, strict=True)
    ]
    rules = [rf"\cmidrule(lr){{{at + 1}-{at + size}}}" for name, at, size in spans if name]
    return [" & ".join(above) + r" \\", "".join(rules), line]


def _body(rows: list[list[str]]) -> list[str]:
    return [" & ".join(_cell(cell) for cell in row) + r" \\" for row in rows]


def _cell(text: str) -> str:
    """A cell; empty braces before a mark that LaTeX would take for an option of the line's end."""
    if is_rtl(text):
        return rf"\rtlcell{{{escape(text)}}}"
    return ("{}" if text.startswith(("[", "*")) else "") + escape(text)
