"""Captions and paragraphs: templates whose every value is filled in from computed tables."""

import re
from pathlib import Path

import jinja2
import polars as pl

from framing import sheets


def fill(template: Path | str, **values: object) -> str:
    """The template file (Jinja) with its values, as `render`."""
    return render(sheets.read_text(template), **values)


def caption(template: Path | str, **values: object) -> tuple[str, str]:
    """Caption and alternative text of a figure, from one template with a line `---` between them.

    A template without that line gives its caption as alternative text.
    """
    above, _, below = fill(template, **values).partition("\n\n---\n\n")
    alternative = below or above.replace("**", "")
    return above.rstrip("\n") + "\n", " ".join(alternative.split())


def finding(caption: str) -> str:
    """The bold sentence that a caption begins with, as plain text; "" if there is none."""
    bold = re.match(r"\*\*(.+?)\*\*", caption, re.S)
    return " ".join(bold.group(1).split()) if bold else ""


def render(template: str, **values: object) -> str:
    """The text of a template with its values; a table is a list of rows; an unknown name raises."""
    environment = jinja2.Environment(
        undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {f.__name__: f for f in (percent, points, times, listed, opening, short)}
    given = {k: v.to_dicts() if isinstance(v, pl.DataFrame) else v for k, v in values.items()}
    text = environment.from_string(template).render(given)
    paragraphs = (" ".join(part.split()) for part in text.split("\n\n"))
    return "\n\n".join(part for part in paragraphs if part) + "\n"


def percent(share: float) -> str:
    """A share as a whole percentage: 0.294 → 29 %."""
    return f"{100 * share:.0f} %"


def points(difference: float) -> str:
    """A difference of shares in percentage points with its sign: −0.12 → −12."""
    text = f"{100 * difference:+.0f}".replace("-", "−")
    return "0" if text in ("+0", "−0") else text


def times(count: int, one: str, many: str = "") -> str:
    """A count with its noun: 1 sentence, 2 sentences."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def listed(items: list[str], none: str = "none") -> str:
    """Words in a row: a, b and c."""
    items = list(items)
    if not items:
        return none
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + " and " + items[-1]


def opening(text: str) -> str:
    """The text with its first letter a capital, the rest as it is."""
    return text[:1].upper() + text[1:]


def short(gloss: str) -> str:
    """The first of the words that a gloss gives for a thing."""
    return re.split(r"[,;(]", gloss)[0].strip()
