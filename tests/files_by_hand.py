"""A folder with texts, coded texts, and other names of them, for commands that write files."""

import os
from pathlib import Path

TEXTS = "language\ttext\nar\tخرق الجيش وقف إطلاق النار.\n"
CODED = "language\ttext\tviolation\nar\tخرق الجيش وقف إطلاق النار.\t1\n"


def lay_out():
    """Texts, coded texts, a link to each, and another name of the texts, in the working folder."""
    Path("in.tsv").write_text(TEXTS, encoding="utf-8")
    Path("coded.tsv").write_text(CODED, encoding="utf-8")
    Path("link.tsv").symlink_to("in.tsv")
    Path("coded_link.tsv").symlink_to("coded.tsv")
    os.link("in.tsv", "second.tsv")
    Path("folder").mkdir()


def contents(place):
    """What every file holds, by name; links by their target."""
    return {
        str(path.relative_to(place)): os.readlink(path) if path.is_symlink() else path.read_bytes()
        for path in sorted(place.rglob("*"))
        if path.is_symlink() or path.is_file()
    }
