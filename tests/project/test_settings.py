"""Every setting holds: a change of any leaf of the config changes some output of the study."""

import copy
import re

import jsonschema
import pytest
import rules
import yaml

import workflow

pytestmark = [pytest.mark.slow, pytest.mark.study]

CONFIG = rules.read_config(workflow.ROOT)
SCHEMA = yaml.safe_load(
    (workflow.ROOT / "workflow/schemas/config.yaml").read_text(encoding="utf-8")
)
SAME_SIGN = 0.9  # unlike the level
EXEMPT = {  # and why
    "articles": "a path; the file is an input",
    "shards": "the results are the same",
    "similarity.articles": "concerns large corpora only",
    "topics.articles": "concerns large corpora only",
    "multiverse.articles": "concerns large corpora only",
    "sensitivity.articles": "concerns large corpora only",
    "codebook": "a path; the files are inputs",
    "codings": "a path; the files are inputs",
    "parallel": "a path; the file is an input",
    "compare.offered": "a path; the file is an input",
    "multiverse.choices": "a path; the file is an input",
    "figures.style": "a path; the file is an input",
    "accuracy.external": "a path; the file is an input",
    "calibration": "concerns `snakemake calibration` only",
    "correction": "concerns `snakemake correction` only",
}
CHANGES = {  # where a change by type would be no valid one, or too small
    "sources.hebrew.colour": "#000000",
    "sources.arabic.colour": "#000000",
    "text.duplicates.ratio": 1.0,
    "text.duplicates.min_words": 40,
    "compare.method": "batch_means",
    "compare.families.frames.kind": "event",
    "compare.families.events.kind": "frame",
    "compare.families.concepts.kind": "frame",
    "compare.smallest_difference": 0.9,
    "multiverse.contrasts.coordination.frames": ["threat"],
    "multiverse.contrasts.coordination.of": "own_voice",
    "multiverse.contrasts.violation.frames": ["threat"],
    "multiverse.contrasts.violation.of": "own_voice",
    "multiverse.contrasts.civilian_harm.frames": ["threat"],
    "multiverse.contrasts.civilian_harm.of": "own_voice",
    "multiverse.contrasts.own_voice.of": "share",
    "accuracy.corpus": "social media posts on the war in Gaza, 2023",
    "multiverse.clitics.he": [],
    "multiverse.clitics.ar": [],
    "findings.same_sign": 0.5,
    "lexicon.node": "war",
    "topics.windows": [15],
}
SLOW = ["draw_overview", "draw_comparison", "draw_lexicon", "report_accuracy", "measure_accuracy"]
SLOW += [
    "report_robustness",
    "run_multiverse",
    "model_sentences",
    "bind_tables",
]  # tried last, in this order
TEXT, STALE = {".md", ".tex", ".txt"}, re.compile(r"95 \\?%")
OF_LEVEL = {  # what the level must reach
    *("contrasts", "specifications", "multiverse", "placebos", "leave_one_out", "controls"),
    *("topics", "sentence_pairs", "scores", "agreement", "equivalence"),
    *("frames_by_voice.md", "choices.md", "placebo.md", "validation.md", "topics.md"),
    *("findings.csv", "findings.md", "contrasts.csv", "contrasts.tex", "multiverse.tex"),
}


def leaves(part, place=""):
    """Paths of all leaves of the config, with their values; lists are leaves."""
    for name, value in part.items():
        here = f"{place}.{name}" if place else name
        if isinstance(value, dict):
            yield from leaves(value, here)
        else:
            yield here, value


def exempt(leaf):
    """Why a leaf, or the section that it is in, is not tried."""
    return EXEMPT.get(leaf) or EXEMPT.get(leaf.partition(".")[0])


def changed(value):
    """Another value of the same type."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    if isinstance(value, float):
        return value * 0.8
    return value[:-1] if isinstance(value, list) else f"{value} (changed)"


def put(config, leaf, value):
    """The config with another value in one place."""
    config = copy.deepcopy(config)
    *sections, name = leaf.split(".")
    part = config
    for section in sections:
        part = part[section]
    part[name] = value
    return config


@pytest.fixture(scope="module")
def base():
    """The config of the study, made small."""
    config = rules.read_config(workflow.ROOT, small=True)
    config["findings"]["same_sign"] = SAME_SIGN
    return config


@pytest.fixture(scope="module")
def study(tmp_path_factory, base):
    """All outputs of the study under the small config, with few readings of the articles."""
    place = workflow.copy_project(tmp_path_factory.mktemp("settings"))
    rules.spare_readings(place, base)
    rules.build(place, base)
    return place


@pytest.fixture(scope="module")
def trial(study, tmp_path_factory):
    """A copy of the study in which rules are run again."""
    return rules.copy(study, tmp_path_factory.mktemp("trial") / "place")


def concerned(base, config, place):
    """The rules whose files or parameters another config changes, the slow ones last."""
    before, after = (rules.evaluate(one, place) for one in (base, config))
    found = [rule for name, rule in after.items() if rule != before[name]]
    return sorted(found, key=lambda rule: SLOW.index(rule.name) + 1 if rule.name in SLOW else 0)


@pytest.mark.parametrize("leaf", [leaf for leaf, _ in leaves(CONFIG) if not exempt(leaf)])
def test_a_setting_changes_some_output(study, trial, base, leaf):
    """Of the rules that a changed leaf concerns, one writes something else than before."""
    value = CHANGES[leaf] if leaf in CHANGES else changed(dict(leaves(base))[leaf])
    config = put(base, leaf, value)
    jsonschema.validate(config, SCHEMA)
    found = concerned(base, config, study)
    assert found, f"no rule reads {leaf}"
    for rule in found:
        rules.run(rule, trial)
        differs = rules.contents(rule, trial) != rules.contents(rule, study)
        rules.restore(rule, study, trial)
        if differs:
            return
    pytest.fail(f"{leaf}: {value!r} changes nothing in {', '.join(rule.name for rule in found)}")


def test_the_level_reaches_every_interval_caption_and_table(study, trial, base):
    """With 80 % nothing is left of 95 %, but in what the calibration says of itself."""
    config, differing = put(base, "compare.level", 0.8), set()
    names = {rule.name for rule in concerned(base, config, study)}
    found = rules.following(rules.evaluate(config, study), names)
    for rule in found:
        rules.run(rule, trial)
        old, new = (rules.contents(rule, place) for place in (study, trial))
        differing |= {name for name in old if old[name] != new[name]}
    texts = [path for name in ("figures", "tables") for path in (trial / name).glob("*.*")]
    stale = [
        path.name for path in texts if path.suffix in TEXT and STALE.search(path.read_text("utf-8"))
    ]
    for rule in found:
        rules.restore(rule, study, trial)
    assert {
        name for name in OF_LEVEL if name not in differing and f"{name}.parquet" not in differing
    } == set()
    assert stale == []


def test_every_exemption_is_needed():
    """Each names a leaf or a section that exists, with a reason; so does each special change."""
    known = [leaf for leaf, _ in leaves(CONFIG)]
    for name in (*EXEMPT, *CHANGES):
        assert any(leaf == name or leaf.startswith(f"{name}.") for leaf in known), name
    assert all(EXEMPT.values())
