"""Tables of the paper: tidy CSV for reading on, booktabs LaTeX for the page."""

import re
from pathlib import Path

import polars as pl

from framing.output import rounded
from framing.paper import captions

_SPECIAL = {c: f"\\{c}" for c in "&%$#_{}"} | {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_RTL = re.compile(r"[\u0590-\u08ff\ufb1d-\ufefc][\u0590-\u08ff\ufb1d-\ufefc\s\"'״׳.,-]*")
_HEBREW = re.compile(r"[\u0590-\u05ff]")


def write_csv(table: pl.DataFrame, path: Path | str) -> None:
    """Write a tidy table, floats rounded, line ends `\\n`."""
    rounded(table).write_csv(path)


def write_latex(table: pl.DataFrame, path: Path | str, *, caption: str, label: str) -> None:
    """Write a booktabs table; it needs the packages booktabs and babel or polyglossia.

    Hebrew and Arabic runs are set with `\\texthebrew{…}` and `\\textarabic{…}`. Numbers are right-
    aligned; floats have three decimals; empty cells stay empty.
    """
    kinds = "".join("r" if dtype.is_numeric() else "l" for dtype in table.dtypes)
    head = " & ".join(escape(name.replace("_", " ")) for name in table.columns)
    body = [" & ".join(_cell(value) for value in row) + r" \\" for row in table.iter_rows()]
    lines = [
        r"\begin{table}",
        rf"\caption{{{escape(caption)}}}",
        rf"\label{{tab:{label}}}",
        r"\small",
        rf"\begin{{tabular}}{{{kinds}}}",
        r"\toprule",
        head + r" \\",
        r"\midrule",
        *body,
        r"\bottomrule",
        r"\end{tabular}",
        r"\end{table}",
    ]
    Path(path).write_text("\n".join(lines) + "\n", encoding="utf-8")


def write(table: pl.DataFrame, paths: list[str], *, caption: str, label: str) -> None:
    """Write a table as CSV (`paths[0]`) and LaTeX (`paths[1]`)."""
    write_csv(table, paths[0])
    write_latex(rounded(table), paths[1], caption=caption, label=label)


def write_all(
    composed: dict[str, pl.DataFrame],
    paths: dict[str, list[str]],
    texts: dict[str, str],
    values: dict[str, object],
) -> None:
    """Write each table twice; its caption is the template `texts[name]` filled with `values`.

    Who the coders are stands in a column of the CSV, and on the page in the caption only.
    """
    for name, table in composed.items():
        caption = captions.render(texts[name], **values).strip()
        write_csv(table, paths[name][0])
        page = rounded(table.drop("coders", strict=False))
        write_latex(page, paths[name][1], caption=caption, label=name)


def escape(text: str) -> str:
    """Text for LaTeX, its right-to-left runs marked."""
    text = "".join(_SPECIAL.get(char, char) for char in text)
    return _RTL.sub(_mark, text)


def _mark(match: re.Match) -> str:
    run = match.group()
    inside = run.rstrip()
    command = "texthebrew" if _HEBREW.search(inside) else "textarabic"
    return f"\\{command}{{{inside}}}{run[len(inside) :]}"


def _cell(value: object) -> str:
    if value is None or (isinstance(value, float) and value != value):
        return ""
    return f"{value:.3f}" if isinstance(value, float) else escape(str(value))
