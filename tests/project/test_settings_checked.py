"""Every wrong setting is one line: file, key, what is wrong, what is allowed."""

import copy
import shutil
from pathlib import Path

import pytest
import yaml
from framing import cli, settings
from framing.errors import InputError

import workflow

SCHEMA = workflow.ROOT / "workflow/schemas/config.yaml"
CONFIG = yaml.safe_load((workflow.ROOT / "config/config.yaml").read_text(encoding="utf-8"))

FILES = [
    (b"", "holds no settings"),
    (b"# a comment\n", "holds no settings"),
    (b"- a\n- b\n", "holds no settings"),
    (b"seed\n", "holds no settings"),
    (b"seed: 1\nseed: 2\n", "line 1: seed is given twice"),
    (b"measure: {tiers: [core], tiers: [extended]}\n", "line 1: tiers is given twice"),
    (b"seed: [\n", "line 2: "),
    (b"seed:\t1\n  x", "line "),
    (b"a: !!python/object/apply:os.system ['true']\n", "could not determine a constructor"),
    ("seed: 1".encode("utf-16"), "byte 0 is not UTF-8; it looks like UTF-16; save it as UTF-8"),
    ("# שלום".encode("cp1255"), "byte 2 is not UTF-8; save it as UTF-8"),
]


@pytest.mark.parametrize(("content", "message"), FILES)
def test_files(tmp_path, content, message):
    """What is no YAML mapping, or would hide a setting, is refused."""
    path = tmp_path / "question.yaml"
    path.write_bytes(content)
    assert_one_line(lambda: settings.read(path), str(path), message)


def test_no_file(tmp_path):
    """A missing file, a folder, a name that is too long."""
    assert_one_line(lambda: settings.read(tmp_path / "no.yaml"), "no.yaml: no such file")
    assert_one_line(lambda: settings.read(tmp_path), "is a folder, not a file")
    assert_one_line(lambda: settings.read(tmp_path / ("x" * 300)), "file name too long")


SCHEMA_ERRORS = [
    ("sead", 1, "sead: there is no such setting; use one of output"),
    ("measure.tier", ["core"], "measure.tier: there is no such setting; use one of tiers"),
    ("seed", -1, "seed: -1 is less than the minimum of 0"),
    ("seed", "one", "seed: 'one' is not of type 'integer'"),
    ("seed", None, "seed: None is not of type 'integer'"),
    ("measure", [], "measure: [] is not of type 'object'"),
    ("measure.tiers", [], "measure.tiers: [] should be non-empty"),
    ("measure.tiers", ["coree"], "measure.tiers.0: 'coree' is not one of ['core', 'extended']"),
    ("measure.repeated_lead", "yes", "measure.repeated_lead: 'yes' is not of type 'boolean'"),
    ("compare.level", 2, "compare.level: 2 is greater than or equal to the maximum of 1"),
    ("compare.level", 0.1, "compare.level: 0.1 is less than or equal to the minimum of 0.5"),
    ("compare.method", "magic", "compare.method: 'magic' is not one of"),
    ("compare.prior", 0, "compare.prior: 0 is less than or equal to the minimum of 0"),
    ("sources.hebrew.colour", "blue", "sources.hebrew.colour: 'blue' does not match"),
    ("sources.hebrew.color", "#000000", "sources.hebrew.color: there is no such setting"),
    ("sources", {}, "sources: "),
    ("topics.sizes", [1], "topics.sizes.0: 1 is less than the minimum of 2"),
    ("accuracy.resamples", 1, "accuracy.resamples: 1 is less than the minimum of 100"),
    ("findings.same_sign", 2, "findings.same_sign: 2 is greater than the maximum of 1"),
    ("figures.width", 0, "figures.width: 0 is less than or equal to the minimum of 0"),
]


@pytest.mark.parametrize(("key", "value", "message"), SCHEMA_ERRORS)
def test_schema(key, value, message):
    """The first mistake alone is named, not the whole config."""
    config = put(key, value)
    assert_one_line(lambda: settings.check(config, SCHEMA, place="q.yaml"), "q.yaml: ", message)


def test_a_missing_setting():
    """It is named."""
    config = {key: value for key, value in CONFIG.items() if key != "seed"}
    check = lambda: settings.check(config, SCHEMA, place="q.yaml")  # noqa: E731
    assert_one_line(check, "q.yaml: top level: 'seed' is a required property")


NAMES = [
    ("multiverse.contrasts.violation.frames", ["economy"], "'economy' does not exist"),
    ("lexicon.node", "nix", "lexicon.node: 'nix' does not exist"),
    ("text.normalise.nix", True, "text.normalise.nix: 'nix' does not exist"),
    ("multiverse.clitics.fr", ["le"], "multiverse.clitics.fr: 'fr' does not exist"),
    ("accuracy.corpus", "no corpus", "accuracy.corpus: 'no corpus' does not exist"),
    ("articles", "data/nix.tsv", "articles: there is no file data/nix.tsv; correct the path"),
    ("codings", "data/nix", "codings: there is no folder data/nix; correct the path"),
    ("codings", "data/articles.tsv", "codings: there is no folder data/articles.tsv"),
    ("parallel", "data/raw", "parallel: there is no file data/raw"),
    ("multiverse.choices", "nix.yaml", "multiverse.choices: there is no file nix.yaml"),
    ("figures.style", "nix", "figures.style: there is no file nix"),
    ("codebook", "data/nix", "data/nix/frames.tsv: no such file"),
    ("accuracy.external", "nix.tsv", "nix.tsv: no such file"),
]


@pytest.mark.parametrize(("key", "value", "message"), NAMES)
def test_names(monkeypatch, key, value, message):
    """Frames, concepts, switches, languages, corpora, files and folders must exist."""
    monkeypatch.chdir(workflow.ROOT)
    assert_one_line(lambda: settings.check_names(put(key, value), place="q.yaml"), message)


def test_a_codebook_without_events(monkeypatch, tmp_path):
    """It codes texts; a study would end in a traceback, half an hour later."""
    monkeypatch.chdir(workflow.ROOT)
    book = shutil.copytree("data/codebook", tmp_path / "book")
    path = book / "events.tsv"
    path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    config = put("codebook", str(book))
    check = lambda: settings.check_names(config, place="q.yaml")  # noqa: E731
    assert_one_line(check, f"{path}: names no event; the study compares events: give one")


QUESTIONS = [
    ("measure: {repeated_lead: true}", 0, ""),
    ("measure: {repeated_lead: maybe}", 2, "q.yaml: measure.repeated_lead: 'maybe' is not of"),
    ("lexicon: {node: nix}", 2, "q.yaml: lexicon.node: 'nix' does not exist"),
    ("seed: [", 2, "q.yaml: line 1"),
    ("", 2, "q.yaml: holds no settings"),
]


@pytest.mark.parametrize(("content", "code", "message"), QUESTIONS)
def test_a_question_is_checked_by_the_command(
    monkeypatch, tmp_path, capsys, content, code, message
):
    """Before Snakemake reads it, which shows a traceback for what is no YAML."""
    monkeypatch.chdir(workflow.ROOT)
    path = tmp_path / "q.yaml"
    path.write_text(content, encoding="utf-8")
    assert cli.main(["check", "--settings", str(path)]) == code
    printed = capsys.readouterr().err
    assert message in printed
    assert printed.count("\n") == (code == 2)


def test_the_study_itself(monkeypatch):
    """Its own settings are right."""
    monkeypatch.chdir(workflow.ROOT)
    config = settings.read("config/config.yaml")
    settings.check(config, SCHEMA, place="config/config.yaml")
    settings.check_names(config, place="config/config.yaml")
    assert config == CONFIG


def put(key, value):
    """The config of the study with one other value."""
    config = copy.deepcopy(CONFIG)
    *sections, name = key.split(".")
    part = config
    for section in sections:
        part = part[section]
    part[name] = value
    return config


def assert_one_line(action, *parts):
    """The action raises an InputError of one line, which is not long and has these parts."""
    with pytest.raises(InputError) as caught:
        action()
    message = str(caught.value)
    assert "\n" not in message
    assert len(message) < 600
    for part in parts:
        assert part in message, message
    assert Path(message).suffix != ".part"
