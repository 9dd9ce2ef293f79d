"""Office files whose bytes depend on their content alone."""

import io
import zipfile
from pathlib import Path

DATE = (2017, 1, 1, 0, 0, 0)  # of every part of the archive


def write(stream: io.BytesIO, path: Path | str, replaced: dict[str, bytes] | None = None) -> None:
    """Write the archive in the stream with fixed dates; `replaced` gives parts other content."""
    with zipfile.ZipFile(stream) as given, zipfile.ZipFile(path, "w") as target:
        for name in given.namelist():
            part = zipfile.ZipInfo(name, DATE)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            target.writestr(part, (replaced or {}).get(name, given.read(name)))
