"""The gallery: one page with every figure, its caption and links to its files."""

from collections.abc import Iterable
from pathlib import Path

from framing import sheets

FILES = {
    "PDF": "pdf",
    "SVG": "svg",
    "PNG": "png",
    "data": "csv",
    "caption": "md",
    "alternative text": "alt.txt",
}
EVIDENCE = (
    "[evidence.html](evidence.html) shows the sentences and the words behind each number. "
    "It is one file: download it and open it in a browser."
)


def gallery(
    sections: dict[str, list[str]],
    folder: Path | str,
    *,
    on_demand: dict[str, str] | None = None,
    evidence: dict[str, dict[str, str]] | None = None,
    left_out: dict[str, str] | None = None,
) -> str:
    """The page in Markdown; `sections` are headings and the names of their figures, in order.

    Captions and alternative texts are read from the folder, to which the links are relative.
    Figures are numbered through. `on_demand` are figures that the workflow makes only when asked,
    by the command that makes them: they are shown with a link to their caption, whose text may not
    exist yet. `evidence`: for a figure, what its numbers are called and their address in
    `evidence.html`; `left_out`: figures that this corpus lacks, and why. InputError where another
    text is missing.
    """
    parts = ["# Figures", "The workflow writes this page: change a caption in `workflow/report/`."]
    if evidence:
        parts.append(EVIDENCE)
    number = 0
    for heading, names in sections.items():
        parts.append(f"## {heading}")
        for name in names:
            number += 1
            parts += [f"### Figure {number}: {name.replace('_', ' ')}", *_figure(name, folder)]
            if links := (evidence or {}).get(name):
                shown = [f"[{label}](evidence.html#{place})" for label, place in links.items()]
                parts.append("Evidence: " + " · ".join(shown))
    if left_out:
        reasons = (f"- {name.replace('_', ' ')}: {why}" for name, why in left_out.items())
        parts += ["## Left out", "\n".join(reasons)]
    for name, command in (on_demand or {}).items():
        parts += [f"## Made by `{command}`", f"![{name}]({name}.png)", _links(name)]
    return "\n\n".join(parts) + "\n"


def remove(names: Iterable[str], folder: Path | str) -> None:
    """Remove older files of figures that this corpus lacks: they are about another one."""
    for name in names:
        for ending in FILES.values():
            (Path(folder) / f"{name}.{ending}").unlink(missing_ok=True)


def _figure(name: str, folder: Path | str) -> list[str]:
    caption, alternative = (
        sheets.read_text(Path(folder) / f"{name}.{ending}").strip() for ending in ("md", "alt.txt")
    )
    alternative = alternative.replace("[", "(").replace("]", ")")
    return [f"![{alternative}]({name}.png)", caption, _links(name)]


def _links(name: str) -> str:
    return " · ".join(f"[{word}]({name}.{ending})" for word, ending in FILES.items())
