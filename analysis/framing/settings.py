"""The settings of a run: a YAML file, checked against its schema and the files that it names."""

from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

import yaml

from framing import comparisons, sheets
from framing.errors import InputError

Settings = dict[str, Any]
CONFIG = Path("config") / "config.yaml"
SCHEMA = Path("workflow") / "schemas" / "config.yaml"


class _Loader(yaml.SafeLoader):  # type: ignore[misc]
    """Plain values only; a key that is given twice is an error."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> Settings:
        """Return the mapping of a node, whose keys must differ."""
        names = [key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode)]
        for name in names:
            if names.count(name) > 1:
                raise yaml.MarkedYAMLError(
                    problem=f"{name} is given twice", problem_mark=node.start_mark
                )
        return dict(super().construct_mapping(node, deep))


def read(path: Path | str) -> Settings:
    """Return the settings in a file.

    Raises InputError for a file that cannot be read, is no YAML, holds a key twice or no key.
    """
    try:
        found = yaml.load(sheets.read_text(path), _Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f": line {mark.line + 1}" if mark else ""
        problem = getattr(error, "problem", None) or "is no YAML"
        raise InputError(f"{path}{line}", problem, "see config/config.yaml") from None
    if not isinstance(found, dict) or not found:
        raise InputError(path, "holds no settings", "write, say, `measure: {repeated_lead: true}`")
    return found


def check(settings: Settings, schema: Path | str, *, place: Path | str) -> None:
    """Raise InputError at the first setting that the schema does not allow: key, value, remedy."""
    import jsonschema  # type: ignore[import-untyped]

    rules = sheets.read_yaml(schema)
    errors = jsonschema.Draft202012Validator(rules).iter_errors(settings)
    error = jsonschema.exceptions.best_match(errors)
    if error is None:
        return
    key = ".".join(map(str, error.absolute_path))
    if error.validator == "additionalProperties" and error.schema.get("properties"):
        known = ", ".join(error.schema["properties"])
        unknown = next(name for name in error.instance if name not in error.schema["properties"])
        name = ".".join(filter(None, [key, str(unknown)]))
        raise InputError(f"{place}: {name}", "there is no such setting", f"use one of {known}")
    meant = error.schema.get("description", "")
    remedy = f"it is the {meant}" if meant else f"see {schema}"
    raise InputError(f"{place}: {key or 'top level'}", _shorten(error.message), remedy)


def check_question(path: Path | str) -> Settings:
    """Return the settings of the project with those of a file laid over them.

    Raises InputError at the first mistake.
    """
    question, project = read(path), read(CONFIG)
    merged = _merge(project, question)
    check(merged, SCHEMA, place=path)
    check_names(merged, place=path)
    return merged


def _merge(below: Settings, above: Settings) -> Settings:
    """The settings of both, those of `above` where both have one, as Snakemake joins them."""
    merged = dict(below)
    for key, value in above.items():
        inner = merged.get(key)
        if isinstance(value, dict) and isinstance(inner, dict):
            value = _merge(inner, value)
        merged[key] = value
    return merged


def check_names(settings: Settings, *, place: Path | str) -> None:
    """Raise InputError where a setting names a file, frame, concept or switch that is not there.

    So does a codebook without events, which every study compares.
    """
    for key, value, known, home in _names(settings):
        if value not in known:
            problem = f"{value!r} does not exist"
            some = ", ".join(sorted(map(str, known))) or "nothing yet"
            raise InputError(f"{place}: {key}", problem, f"{home} has {_shorten(some, 300)}")
    for key, path, folder in _paths(settings):
        if not (Path(path).is_dir() if folder else Path(path).is_file()):
            kind = "folder" if folder else "file"
            raise InputError(f"{place}: {key}", f"there is no {kind} {path}", "correct the path")
    events = Path(settings["codebook"]) / "events.tsv"
    if not sheets.read(events, "events"):
        raise InputError(events, "names no event", "the study compares events: give one or more")


def word_sources(settings: Settings, root: Path | str = ".") -> dict[str, Settings]:
    """The sources compared, with the number of their articles, and a label that agrees with it.

    Raises InputError for one without articles, and as `comparisons.choose`.
    """
    rows = sheets.read(Path(root) / settings["articles"], "articles")
    for number, row in enumerate(rows, start=2):
        place = f"{settings['articles']}: row {number}, column source"
        sheets.check_known(place, row["source"], settings["sources"], "config/config.yaml")
    counts = Counter(row["source"] for row in rows)
    sources = {}
    for name, source in comparisons.choose(settings["sources"], settings.get("compared")).items():
        number, label = sum(counts[own] for own in source["for"]), source["label"]
        if not number:
            remedy = "add one (`framing add`), or name two other sources as `compared`"
            raise InputError(settings["articles"], f"no article has the source {name}", remedy)
        if number > 1 and name != comparisons.REST:
            label = f"the {number} {source['short']} articles"
        sources[name] = source | {"label": label, "articles": number}
    return sources


def _names(settings: Settings) -> Iterator[tuple[str, Any, Collection[Any], str]]:
    """Each name with its key, the names that exist, and where these are."""
    book = Path(settings["codebook"])
    frames = [row["id"] for row in sheets.read(book / "frames.tsv", "frames")]
    for name, contrast in settings["multiverse"]["contrasts"].items():
        for frame in contrast["frames"]:
            key = f"multiverse.contrasts.{name}.frames"
            yield key, frame, frames, f"{book / 'frames.tsv'}"
    concepts = book / "concepts.tsv"
    rows = sheets.read(concepts, "concepts")
    yield "lexicon.node", settings["lexicon"]["node"], {r["concept"] for r in rows}, f"{concepts}"
    spelling = book / "normalisation.tsv"
    switches = {row["switch"] for row in sheets.read(spelling, "normalisation")}
    for switch in settings["text"]["normalise"]:
        yield f"text.normalise.{switch}", switch, switches, f"{spelling}"
    languages = {row["language"] for row in sheets.read(book / "languages.tsv", "languages")}
    for language in settings["multiverse"]["clitics"]:
        home = f"{book / 'languages.tsv'}"
        yield f"multiverse.clitics.{language}", language, languages, home
    external = settings["accuracy"]["external"]
    corpora = {row["corpus"] for row in sheets.read(external, "external")}
    yield "accuracy.corpus", settings["accuracy"]["corpus"], corpora, external


def _paths(settings: Settings) -> Iterator[tuple[str, str, bool]]:
    """Each path with its key, and whether it is a folder."""
    yield "articles", settings["articles"], False
    yield "codings", settings["codings"], True
    yield "parallel", settings["parallel"], False
    yield "multiverse.choices", settings["multiverse"]["choices"], False
    yield "figures.style", settings["figures"]["style"], False


def _shorten(text: str, length: int = 160) -> str:
    return text if len(text) <= length else f"{text[:length]} …"
