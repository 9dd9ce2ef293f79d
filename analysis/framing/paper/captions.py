"""Captions and paragraphs: templates whose every value is filled in from computed tables."""

import re
from datetime import date
from pathlib import Path

import jinja2
import polars as pl

from framing import sheets

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


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
    environment.filters |= {wording.__name__: wording for wording in WORDINGS}
    given = {k: v.to_dicts() if isinstance(v, pl.DataFrame) else v for k, v in values.items()}
    text = environment.from_string(template).render(given)
    paragraphs = (" ".join(part.split()) for part in text.split("\n\n"))
    return "\n\n".join(part for part in paragraphs if part) + "\n"


def percent(share: float) -> str:
    """A share as a whole percentage: 0.294 → 29 %."""
    return f"{100 * share:.0f} %"


def confidence(level: float) -> str:
    """A confidence level, or an error rate, with all its digits: 0.975 → 97.5 %."""
    return f"{100 * level:g} %"


def points(difference: float) -> str:
    """A difference of shares in percentage points with its sign: −0.12 → −12."""
    text = f"{100 * difference:+.0f}".replace("-", "−")
    return "0" if text in ("+0", "−0") else text


def size(difference: float) -> str:
    """A difference of shares in percentage points without its sign: 0.726 → 73."""
    return f"{abs(100 * difference):.0f}"


def times(count: int, one: str, many: str = "") -> str:
    """A count with its noun: 1 sentence, 2 sentences."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def listed(items: list[object], none: str = "none") -> str:
    """Words or numbers in a row: a, b and c."""
    items = [str(item) for item in items]
    if not items:
        return none
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + " and " + items[-1]


def opening(text: str) -> str:
    """The text with its first letter a capital, the rest as it is."""
    return text[:1].upper() + text[1:]


def short(gloss: str, senses: int = 1) -> str:
    """The first of the words that a gloss gives for a thing, or the first few."""
    words = re.split(r"[,;]", gloss.partition("(")[0])
    return ", ".join(word.strip() for word in words[:senses] if word.strip())


def period(dates: str) -> str:
    """A day, or the first and last of several, as ISO 8601 writes them: 31 December 2016."""
    days = [date.fromisoformat(day) for day in dates.split("/")]
    return " to ".join(f"{day.day} {MONTHS[day.month - 1]} {day.year}" for day in days)


def thousands(count: int) -> str:
    """A count with a comma between thousands: 14406 → 14,406."""
    return f"{count:,}"


def spelled(count: int) -> str:
    """A count in letters up to ten: 4 → four, 17 → 17."""
    return NUMBERS[count] if count < len(NUMBERS) else str(count)


def often(count: int) -> str:
    """How often: never, once, twice, three times."""
    return {0: "never", 1: "once", 2: "twice"}.get(count, f"{spelled(count)} times")


def says(source: dict, verb: str) -> str:
    """A verb that agrees with the number of articles of its source: reports, has; report, have."""
    if source.get("articles", 1) != 1:
        return verb
    return {"have": "has", "be": "is", "do": "does", "were": "was"}.get(verb, f"{verb}s")


def its(source: dict) -> str:
    """The possessive that agrees with the number of articles of a source."""
    return "its" if source.get("articles", 1) == 1 else "their"


WORDINGS = (
    *(percent, confidence, points, size, times, thousands, spelled, often),
    *(listed, opening, short, period, says, its),
)
