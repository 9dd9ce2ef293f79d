"""The rules of the workflow without Snakemake: each is a function of the config and of files.

The rule files are Python but for their keywords. Their parts are evaluated with any config, and
the script of a rule is called in this process, in a folder of its own.
"""

import importlib.util
import os
import re
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

import matplotlib as mpl
import polars as pl
import yaml
from framing import settings, size

import workflow

RULES = workflow.ROOT / "workflow" / "rules"
# No part of the study: simulations, and parts of a large corpus.
ON_DEMAND = ("calibration.smk", "correction.smk", "shards.smk")
LIST = re.compile(r"^[A-Z]+ = \[[^\]]*\]", re.M)  # lists of the Snakefile
SMALL = {  # settings of what takes long: fewer random draws
    "accuracy": {"resamples": 100},
    "sensitivity": {"placebos": 1000},
    "topics": {"sizes": [2, 3], "seeds": 2, "passes": 2, "runs": 2, "permutations": 2},
    "similarity": {"permutations": 19},
}
PART = re.compile(r"^    (input|output|params):\n((?:^(?: {8}.*)?\n)+)", re.M)


@dataclass(frozen=True)
class Rule:
    """A rule under a config: its files by name, and its parameters."""

    name: str
    input: dict
    output: dict
    params: dict


class Named(dict):
    """Entries that are attributes and have places too, as in a Snakemake script."""

    def __getitem__(self, name):
        """Return an entry by name, a file by its place."""
        return paths(self)[name] if isinstance(name, int) else super().__getitem__(name)

    __getattr__ = __getitem__


def read_config(place, *, small=False):
    """The config of a project; where it is `small`, with few random draws."""
    config = yaml.safe_load((place / "config" / "config.yaml").read_text(encoding="utf-8"))
    for section, values in SMALL.items() if small else ():
        config[section] |= values
    return config


def spare_readings(place, config):
    """Let the multiverse of a project read its texts in fewer ways."""
    sheet = place / config["multiverse"]["choices"]
    choices = yaml.safe_load(sheet.read_text(encoding="utf-8"))
    del choices["repairs"]["options"]["damaged"], choices["spelling"]["options"]["written"]
    sheet.write_text(yaml.safe_dump(choices, sort_keys=False), encoding="utf-8")


def build(place, config, *targets):
    """Run the rules that write these files, or all of them, in this process and in their order."""
    rules = evaluate(config, place)
    for rule in leading(rules, targets) if targets else order(rules):
        run(rule, place)


def evaluate(config, place):
    """All rules of the study that have a script, by name, for the files in `place`."""
    known = list(config["sources"])
    config = config | {"known_sources": known, "sources": settings.word_sources(config, place)}
    with inside(place):
        names = {"config": config, "directory": str, "report": _keep, "collect": _collect}
        names |= {"Path": Path, "update": list_or_name}
        names |= {"size": size, "LEFT_OUT": size.leave_out(config)}
        exec(
            "\n".join(LIST.findall((workflow.ROOT / "Snakefile").read_text(encoding="utf-8"))),
            names,
        )
        exec((RULES / "common.smk").read_text(encoding="utf-8"), names)
        names["modules"] = lambda name: []
        found = {}
        for path in sorted(RULES.glob("*.smk")):
            if path.name not in ("common.smk", *ON_DEMAND):
                head, *texts = re.split(r"^rule ", path.read_text(encoding="utf-8"), flags=re.M)
                exec(head, names)
                found |= {rule.name: rule for rule in (_rule(text, names) for text in texts)}
    return {name: rule for name, rule in found.items() if rule.output}


def _rule(text, names):
    parts = {"input": {}, "output": {}, "params": {}}
    for part, body in PART.findall(text + "\n"):
        parts[part] = eval(f"collect({dedent(body)})", names)
    for key, value in parts["params"].items():
        parts["params"][key] = value(None) if callable(value) else value
    return Rule(text.partition(":")[0], **parts)


def _keep(path, **about):
    """An output that is part of the report: its file."""
    return path


def _collect(*unnamed, **named):
    """Named entries of a part; the others get numbers, for they matter as files only."""
    return {f"_{number}": value for number, value in enumerate(unnamed)} | named


def list_or_name(paths):
    """What Snakemake's mark `update` holds."""
    return paths


def order(rules):
    """The rules, each after those whose files it reads."""
    done, rest, files = [], dict(rules), {}
    for name, rule in rules.items():
        files |= dict.fromkeys(paths(rule.output), name)
    while rest:
        for name, rule in list(rest.items()):
            if not {files[path] for path in paths(rule.input) if path in files} & set(rest):
                done.append(rest.pop(name))
    return done


def following(rules, names):
    """The rules of these names, and all that read what one of them writes, in order."""
    found, changed = [], set()
    for rule in order(rules):
        if rule.name in names or changed & set(paths(rule.input)):
            found.append(rule)
            changed |= set(paths(rule.output))
    return found


def leading(rules, targets):
    """The rules that write these files, and all whose files they read, in their order."""
    found, wanted = [], set(targets)
    for rule in reversed(order(rules)):
        if wanted & set(paths(rule.output)):
            found.insert(0, rule)
            wanted |= set(paths(rule.input))
    return found


def paths(part):
    """All files of a part of a rule, or of a list of lists."""
    if isinstance(part, str):
        return [part]
    return [
        path
        for value in (part.values() if isinstance(part, dict) else part)
        for path in paths(value)
    ]


def run(rule, place):
    """Call the script of the rule in `place`, where its outputs are written; its style ends too."""
    path = workflow.ROOT / "workflow" / "scripts" / f"{rule.name}.py"
    spec = importlib.util.spec_from_file_location(rule.name, path)
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    with inside(place), mpl.rc_context():
        for output in paths(rule.output):
            Path(output).parent.mkdir(parents=True, exist_ok=True)
        script.step(Named(rule.input), Named(rule.output), Named(rule.params))


def copy(place, target):
    """A folder with the inputs of `place` and copies of its results, to be written to."""
    target.mkdir()
    written = ("results", "figures", "tables", "exchange", "paper")
    for part in workflow.PARTS:
        if part not in written:
            (target / part).symlink_to(place / part)
    for folder in written:
        shutil.copytree(place / folder, target / folder)
    return target


def restore(rule, place, target):
    """Put back into `target` what the rule wrote in `place`."""
    for output in paths(rule.output):
        for path in _files(place / output):
            shutil.copy2(path, target / path.relative_to(place))


def contents(rule, place):
    """What a rule wrote, so that it can be compared: tables without their compression."""
    found = {}
    for path in sorted(p for output in paths(rule.output) for p in _files(place / output)):
        table = pl.read_parquet(path) if path.suffix == ".parquet" else None
        found[path.name] = path.read_bytes() if table is None else table.to_dict(as_series=False)
    return found


def _files(path):
    return [p for p in path.rglob("*") if p.is_file()] if path.is_dir() else [path]


@contextmanager
def inside(place):
    """Work in another folder."""
    before = Path.cwd()
    os.chdir(place)
    try:
        yield
    finally:
        os.chdir(before)
