"""A finished run of the workflow: its tables by name, what their columns mean, and its labels."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import polars as pl

from framing import settings
from framing.api import dictionary
from framing.errors import InputError
from framing.instrument import codebook
from framing.robustness import choices

CONFIG = Path("config") / "config.yaml"


class Results(Mapping[str, pl.DataFrame]):
    """The tables of a results folder, each read when it is first asked for.

    `results.contrasts` and `results["contrasts"]` are the same polars table.
    """

    def __init__(self, folder: Path | str) -> None:
        """Find the tables in `folder`; InputError where it holds none."""
        self.folder = Path(folder)
        self._read: dict[str, pl.DataFrame] = {}
        self._paths: dict[str, list[Path]] = {}
        for path in sorted(self.folder.rglob("*.parquet")):
            self._paths.setdefault(dictionary.PART.sub("", path.stem), []).append(path)
        if not self._paths:
            raise InputError(self.folder, "holds no results", "run `snakemake`, or name its folder")

    def __getitem__(self, name: str) -> pl.DataFrame:
        """Return the table of this name; KeyError if there is none."""
        if name not in self._read:
            self._read[name] = pl.concat(pl.read_parquet(path) for path in self._paths[name])
        return self._read[name]

    def __getattr__(self, name: str) -> pl.DataFrame:
        """Return the table of this name; AttributeError with all names if there is none."""
        if name.startswith("_") or name not in self:
            raise AttributeError(f"no table {name!r}: there are {', '.join(self)}")
        return self[name]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the names of the tables."""
        return iter(self._paths)

    def __len__(self) -> int:
        """Return the number of tables."""
        return len(self._paths)

    def __dir__(self) -> list[str]:
        """Return the attributes, tables among them, for completion."""
        return [*super().__dir__(), *self._paths]

    def __repr__(self) -> str:
        """Return the names of the tables."""
        return f"Results({str(self.folder)!r}): {', '.join(self._paths)}"

    def describe(self, name: str | None = None) -> pl.DataFrame:
        """Return what the columns of a table mean (column, type, unit, values, meaning).

        Without a name: what a row of each table is (table, row).
        """
        if name is None:
            rows = [(table, dictionary.describe_row(self._place(table))) for table in self]
            return pl.DataFrame(rows, schema=["table", "row"], orient="row")
        return dictionary.describe_table(self._place(name), self[name].columns)

    def _place(self, name: str) -> str:
        folder = self._paths[name][0].parent.relative_to(self.folder)
        return (Path("results") / folder / name).as_posix()


def results(folder: Path | str = "results") -> Results:
    """Return the tables of a finished run by name: `results().frame_shares`.

    Raises InputError where the folder holds no table.
    """
    return Results(folder)


def labels(project: Path | str = ".") -> dict[str, dict[str, str]]:
    """Return the labels of codes by kind and code: `labels()["frame"]["violation"]`.

    Kinds: frame, event, actor, concept, language, source (short names), and those of the multiverse
    (see `choices.labels`). They are those of the project in the folder `project`; where it has no
    `config/config.yaml`, those of the study's codebook alone.
    """
    path = Path(project) / CONFIG
    config = read_config(project) if path.is_file() else {"sources": {}}
    place = Path(project) / config["codebook"] if "codebook" in config else codebook.PLACE
    known = codebook.read_labels(place, config["sources"])
    if path.is_file():
        many = config["multiverse"]
        sheet = choices.read(Path(project) / many["choices"], config)
        known |= choices.labels(sheet, many["contrasts"])
    return known | {"source": {name: entry["short"] for name, entry in config["sources"].items()}}


def read_config(project: Path | str) -> dict[str, Any]:
    """Return the settings of the project in a folder; InputError where it has none.

    Its sources are those compared (see `settings.word_sources`), where it has its articles.
    """
    config = settings.read(Path(project) / CONFIG)
    if not (Path(project) / config["articles"]).is_file():
        return config
    return config | {"sources": settings.word_sources(config, project)}
