"""The choices of the multiverse, one object each, and every combination of their options.

Whatever depends on a choice follows from its object: the values that each stage of the analysis
gets, the key under which intermediate results are kept, what is counted, and the labels.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from typing import Any

import yaml

from framing import sheets
from framing.errors import InputError

Spec = dict[str, str]  # choice → name of the option taken
STAGES = ("reading", "segmenting", "carrying", "valuing", "comparing")
KEYS = {"stage", "label", "setting", "of", "question", "options"}
OPTION_KEYS = {"label", "value", "worse", "without"}


@dataclass(frozen=True)
class Option:
    """One way to decide: `value` is what the stage gets.

    `worse` says why the option is known to be worse (empty: it is as defensible as the others);
    `without` names the choices that do not apply to it.
    """

    name: str
    label: str
    value: Any
    worse: str = ""
    without: tuple[str, ...] = ()


@dataclass(frozen=True)
class Choice:
    """What could have been decided otherwise; its options by name, the study's own first.

    `of` is the kind of contrast that it concerns (empty: every kind). Another option of a
    `question` asks something else, so that its results belong to another curve.
    """

    name: str
    label: str
    stage: str
    options: dict[str, Option]
    of: str = ""
    question: bool = False

    @property
    def own(self) -> Option:
        """Return the study's own option."""
        return next(iter(self.options.values()))

    @property
    def counted(self) -> list[str]:
        """Return the options that count: the study's own, and those not known to be worse."""
        return [name for name, o in self.options.items() if o is self.own or not o.worse]


Choices = dict[str, Choice]


def read(path: Path | str, config: Mapping[str, Mapping[str, Any]]) -> Choices:
    """Read a sheet of choices; `config` has the sections to which their `setting` points.

    Where the study's own value is none of the options, an option is added for it. Raises
    InputError for an unknown key or stage, a missing label, or a setting that `config` lacks.
    """
    try:
        found = yaml.safe_load(sheets.read_text(path))
    except yaml.YAMLError as error:
        raise InputError(path, f"is no YAML: {error}") from None
    if not isinstance(found, dict):
        raise InputError(path, "has no choices", "see the head of config/choices.yaml")
    return {name: _choice(f"{path}: {name}", name, rows, config) for name, rows in found.items()}


def drop(choices: Choices, name: str, option: str) -> Choices:
    """Return the choices without one option, say because nobody coded the texts."""
    kept = {key: value for key, value in choices[name].options.items() if key != option}
    return choices | {name: replace(choices[name], options=kept)}


def specify(choices: Choices, *, of: str) -> list[Spec]:
    """Return every combination of options for a contrast of this kind, the study's own first.

    A choice that does not apply, to the kind of contrast or to an option taken elsewhere, keeps the
    study's own option. The stage "comparing" is left out: it concerns the log ratio alone.
    """
    names = [name for name, choice in choices.items() if choice.stage != "comparing"]
    rows = product(*(choices[name].options for name in names))
    specs = (dict(zip(names, row, strict=True)) for row in rows)
    own = {name: choices[name].own.name for name in names}
    return [s for s in specs if all(s[name] == own[name] for name in _idle(choices, s, of))]


def compare(choices: Choices, *, of: str) -> list[Spec]:
    """Return every combination of options of the stage "comparing" for a contrast of this kind."""
    names = [n for n, c in choices.items() if c.stage == "comparing" and c.of in ("", of)]
    rows = product(*(choices[name].options for name in names)) if names else ()
    return [dict(zip(names, row, strict=True)) for row in rows]


def values(choices: Choices, spec: Spec, stage: str) -> dict[str, Any]:
    """Return what a stage gets under a specification: the value of each of its choices."""
    return {
        name: choice.options[spec[name]].value
        for name, choice in choices.items()
        if choice.stage == stage and name in spec
    }


def key(choices: Choices, spec: Spec, *stages: str) -> tuple[str, ...]:
    """Return the options of all choices of these stages: what their result depends on."""
    return tuple(spec[name] for name, choice in choices.items() if choice.stage in stages)


def counted(choices: Choices, spec: Spec) -> bool:
    """Return whether every option taken counts as defensible."""
    return all(option in choices[name].counted for name, option in spec.items())


def question(choices: Choices, spec: Spec, *, of: str) -> str:
    """Return the question that a specification answers, as options; empty if there is but one."""
    asked = (name for name, choice in choices.items() if choice.question and choice.of in ("", of))
    return "+".join(spec[name] for name in asked)


def labels(
    choices: Choices, contrasts: Mapping[str, Mapping[str, Any]]
) -> dict[str, dict[str, str]]:
    """Return labels of choices, of options (as "choice: option"), of questions and of `contrasts`.

    `contrasts` are those of the config; "frames" has the frames of each, joined by "|".
    """
    asked = product(*(c.options.values() for c in choices.values() if c.question))
    options = [(name, option) for name, c in choices.items() for option in c.options.values()]
    return {
        "choice": {name: choice.label for name, choice in choices.items()},
        "option": {f"{name}: {option.name}": option.label for name, option in options},
        "question": {"+".join(o.name for o in r): ", ".join(o.label for o in r) for r in asked},
        "contrast": {name: contrast["label"] for name, contrast in contrasts.items()},
        "frames": {name: "|".join(contrast["frames"]) for name, contrast in contrasts.items()},
    }


def _idle(choices: Choices, spec: Spec, of: str) -> set[str]:
    taken = [choices[name].options[option] for name, option in spec.items()]
    excluded = {name for option in taken for name in option.without}
    return {name for name in spec if name in excluded or choices[name].of not in ("", of)}


def _choice(place: str, name: str, rows: object, config: Mapping[str, Mapping[str, Any]]) -> Choice:
    given = rows if isinstance(rows, dict) else {}
    _allow(place, given, KEYS)
    stage = given.get("stage")
    if stage not in STAGES:
        raise InputError(place, f"unknown stage {stage!r}", f"use one of {', '.join(STAGES)}")
    if not given.get("label") or not given.get("options"):
        raise InputError(place, "needs a label and options")
    options = {key: _option(f"{place}: {key}", key, row) for key, row in given["options"].items()}
    if "setting" in given:
        options = _own_first(options, _stated(place, given["setting"], config))
    rest = {key: given[key] for key in ("of", "question") if key in given}
    return Choice(name, given["label"], stage, options, **rest)


def _option(place: str, name: str, row: object) -> Option:
    given = row if isinstance(row, dict) else {}
    _allow(place, given, OPTION_KEYS)
    if not given.get("label"):
        raise InputError(place, "needs a label")
    without = tuple(given.get("without", ()))
    return Option(name, given["label"], given.get("value", name), given.get("worse", ""), without)


def _allow(place: str, given: dict[str, Any], keys: set[str]) -> None:
    for unknown in sorted(map(str, set(given) - keys)):
        raise InputError(place, f"unknown key {unknown!r}", f"use one of {', '.join(sorted(keys))}")


def _stated(place: str, setting: str, config: Mapping[str, Mapping[str, Any]]) -> Any:
    section, _, name = setting.partition(".")
    try:
        return config[section][name]
    except (KeyError, TypeError):
        known = ", ".join(config)
        raise InputError(place, f"no setting {setting!r}", f"known sections: {known}") from None


def _own_first(options: dict[str, Option], value: Any) -> dict[str, Option]:
    """The options with that of this value first; another value gets an option of its own."""
    own = next((o for o in options.values() if _sorted(o.value) == _sorted(value)), None)
    if own is None:
        name = "+".join(map(str, value)) if isinstance(value, list) else str(value)
        own = Option(name, name.replace("+", ", ").replace("_", " "), value)
    return {own.name: own} | options


def _sorted(value: Any) -> Any:
    return sorted(value) if isinstance(value, list) else value
