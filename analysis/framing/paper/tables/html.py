"""All tables as one page of HTML, escaped, with the direction and language of every part."""

from pathlib import Path

import jinja2
from markupsafe import Markup, escape

from framing import sheets
from framing.paper.tables.direction import is_rtl, runs
from framing.paper.tables.printed import Printed, spans_of


def write(tables: list[Printed], template: Path | str, path: Path | str) -> None:
    """Fill the template (Jinja) with the tables."""
    environment = jinja2.Environment(
        undefined=jinja2.StrictUndefined, autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"marked": marked, "direction": direction, "spans": spans_of}
    text = environment.from_string(sheets.read_text(template)).render(tables=tables)
    Path(path).write_text(text, encoding="utf-8")


def direction(text: str) -> Markup:
    """Attributes of an element that holds the text: none, or its direction and language."""
    if not is_rtl(text):
        return Markup("")
    language = next(language for _, language in runs(text) if language)
    return Markup(f' dir="rtl" lang="{language}"')


def marked(text: str) -> Markup:
    """The text, escaped, with those parts marked that run against the direction of the whole."""
    outer = is_rtl(text)
    parts = []
    for part, language in runs(text):
        if bool(language) == outer:
            parts.append(escape(part))
        elif language:
            parts.append(Markup('<bdi dir="rtl" lang="{}">{}</bdi>').format(language, part))
        else:
            parts.append(Markup('<bdi dir="ltr">{}</bdi>').format(part))
    return Markup("").join(parts)
