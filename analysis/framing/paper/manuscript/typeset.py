"""The manuscript as PDF."""

from pathlib import Path

import matplotlib
import typst

from framing.errors import InputError

DATE = 1483228800  # 1 January 2017, of the document, so that equal texts give equal bytes


def write(source: Path | str, root: Path | str, path: Path | str) -> None:
    """Compile the Typst source; fonts are Typst's own and those of matplotlib, never the system's.

    InputError with Typst's message if it does not compile.
    """
    fonts = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
    try:
        typst.compile(
            str(source),
            output=str(path),
            root=str(root),
            font_paths=[str(fonts)],
            ignore_system_fonts=True,
            timestamp=DATE,
        )
    except typst.TypstError as error:
        raise InputError(source, str(error), "correct the source or paper/style.typ") from None
