"""Choices: one object each, from a sheet that catches mistakes; every combination of options."""

import pytest
from articles_by_hand import KNOWN, OWN, SETTINGS, SHEET, read
from framing.errors import InputError
from framing.robustness import choices, units

SHEET_OF_TWO = """
unit:
  stage: segmenting
  label: unit
  options:
    sentence: {label: sentence}
    clause: {label: clause, worse: too short}
    window: {label: window, without: [tiers]}
tiers:
  stage: carrying
  label: cues
  setting: measure.tiers
  of: share
  options:
    all: {label: all cues, value: [core, extended]}
    core: {label: core only, value: [core]}
"""


def written(tmp_path, text=SHEET_OF_TWO, **config):
    """The choices of a sheet with this text."""
    path = tmp_path / "choices.yaml"
    path.write_text(text, encoding="utf-8")
    return choices.read(path, SETTINGS | config)


def test_specify():
    """Shares: units 3 · lead 2 · tiers 2 · voices 2 · weight 3 · base 2 = 144; own voice 36."""
    assert len(choices.specify(KNOWN, of="share")) == 144
    assert len(choices.specify(KNOWN, of="own_voice")) == 36
    assert choices.specify(KNOWN, of="share")[0] == {
        n: o for n, o in OWN.items() if n != "smoothing"
    }


def test_coders_add_what_applies_to_them():
    """Coders know sentences only: lead 2 · voices 2 · weight 3 · base 2 = 24 more."""
    known = choices.drop(choices.read(SHEET, SETTINGS), "repairs", "damaged")
    known = choices.drop(choices.drop(known, "spelling", "written"), "matching", "forms")
    specs = choices.specify(known, of="share")
    assert len(specs) == 144 + 24
    coded = [spec for spec in specs if spec["coding"] == "coders"]
    assert {spec["unit"] for spec in coded} == {"sentence"}
    assert {spec["tiers"] for spec in coded} == {"all"}
    assert {spec["base"] for spec in coded} == {"all_units", "framed_units"}


def test_the_study_comes_first(tmp_path):
    """The option of the setting leads, in whatever order its value is written."""
    assert written(tmp_path)["tiers"].own.name == "all"
    known = written(tmp_path, measure={"tiers": ["core"]})
    assert list(known["tiers"].options) == ["core", "all"]
    turned = written(tmp_path, measure={"tiers": ["extended", "core"]})
    assert turned["tiers"].own.name == "all"


def test_a_value_without_an_option_gets_one(tmp_path):
    """The study may decide what the sheet does not list; the label is the value in words."""
    known = written(tmp_path, measure={"tiers": ["extended"]})
    assert list(known["tiers"].options) == ["extended", "all", "core"]
    assert known["tiers"].own.value == ["extended"]
    assert choices.labels(known, {})["option"]["tiers: extended"] == "extended"
    smoothing = read(lexicon={"smoothing": 0.25})["smoothing"].own
    assert (smoothing.name, smoothing.value) == ("0.25", 0.25)


def test_values_and_keys_follow_the_stage(tmp_path):
    """A stage gets the values of its own choices; a key holds the options of all stages named."""
    known = written(tmp_path)
    spec = {"unit": "clause", "tiers": "core"}
    assert choices.values(known, spec, "segmenting") == {"unit": "clause"}
    assert choices.values(known, spec, "carrying") == {"tiers": ["core"]}
    assert choices.values(known, spec, "reading") == {}
    assert choices.key(known, spec, "segmenting", "carrying") == ("clause", "core")
    assert choices.key(known, spec, "carrying") == ("core",)


def test_what_does_not_apply_keeps_the_study(tmp_path):
    """Windows exclude tiers; another kind of contrast does too: 2 · 2 + 1, and 3."""
    known = written(tmp_path)
    specs = choices.specify(known, of="share")
    assert [tuple(spec.values()) for spec in specs] == [
        ("sentence", "all"),
        ("sentence", "core"),
        ("clause", "all"),
        ("clause", "core"),
        ("window", "all"),
    ]
    assert [spec["unit"] for spec in choices.specify(known, of="other")] == [*known["unit"].options]


def test_worse_options_do_not_count(tmp_path):
    """A clause is known to be worse here, unless the study itself takes it."""
    known = written(tmp_path)
    assert not choices.counted(known, {"unit": "clause", "tiers": "core"})
    assert choices.counted(known, {"unit": "window", "tiers": "all"})
    assert known["unit"].counted == ["sentence", "window"]
    text = SHEET_OF_TWO.replace("label: unit\n", "label: unit\n  setting: measure.unit\n")
    own = written(tmp_path, text, measure=SETTINGS["measure"] | {"unit": "clause"})
    assert own["unit"].counted == ["clause", "sentence", "window"]
    assert choices.counted(own, {"unit": "clause", "tiers": "all"})


def test_a_voice_is_a_question():
    """Voices divide the curves of shares, and none of own voice; labels name the question."""
    assert choices.question(KNOWN, OWN | {"voices": "own"}, of="share") == "own"
    assert choices.question(KNOWN, OWN, of="own_voice") == ""
    assert choices.labels(KNOWN, {})["question"] == {"all": "all voices", "own": "own voice only"}
    assert choices.labels(KNOWN, {})["choice"]["unit"] == "unit"


def test_the_last_stage_concerns_the_log_ratio_of_shares():
    """Two options of smoothing are left here; a contrast of own voice has no log ratio."""
    assert choices.compare(KNOWN, of="share") == [{"smoothing": "half"}, {"smoothing": "one"}]
    assert choices.compare(KNOWN, of="own_voice") == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "stage: segmenting",
            "stage: cutting",
            "unit: unknown stage 'cutting'; use one of reading",
        ),
        ("  label: unit\n", "", "unit: needs a label and options"),
        ("clause: {label: clause,", "clause: {", "unit: clause: needs a label"),
        ("worse: too short", "worst: too short", "unit: clause: unknown key 'worst'"),
        ("of: share", "off: share", "tiers: unknown key 'False'"),
        ("measure.tiers", "measure.tier", "tiers: no setting 'measure.tier'; known sections: text"),
        ("unit:\n", "unit: [\n", "is no YAML"),
        (SHEET_OF_TWO, "", "has no choices"),
    ],
)
def test_mistakes_in_the_sheet_are_named(tmp_path, old, new, message):
    """One line with file, choice and remedy."""
    with pytest.raises(InputError, match=r"choices\.yaml") as error:
        written(tmp_path, SHEET_OF_TWO.replace(old, new, 1))
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_a_choice_that_nothing_handles_is_an_error():
    """Declared at a stage whose function does not take it, or taken and not declared."""
    units.check(KNOWN)
    headline = choices.Choice("headline", "headline", "carrying", KNOWN["unit"].options)
    with pytest.raises(
        InputError, match="headline: is handled nowhere; the stage carrying takes tiers"
    ):
        units.check(KNOWN | {"headline": headline})
    moved = choices.Choice("tiers", "cues", "valuing", KNOWN["tiers"].options)
    with pytest.raises(InputError, match="tiers: is missing"):
        units.check(KNOWN | {"tiers": moved})
    with pytest.raises(InputError, match="base: is missing"):
        units.check({name: choice for name, choice in KNOWN.items() if name != "base"})
