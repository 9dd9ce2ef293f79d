"""Readings of texts; on these every option of every choice changes some result."""

from dataclasses import replace

import numpy as np
import polars as pl
import pytest
import yaml
from articles_by_hand import SETTINGS, SHEET, always
from framing.errors import InputError
from framing.robustness import choices, multiverse, originals, readings
from framing.robustness.units import Texts
from framing.statistics import permutation
from framing.texts import corpus, languages

import workflow

# Sentences made for the test. Hebrew: a damaged word ("בת טלפון"), an extended cue, clauses, a
# sentence that comes back; Arabic: a stretched word, cues after a preposition, three voices.
TEXTS = {
    "he": "פוטין קיים אתמול בת טלפון עם נתניהו . "
    "מועצת הביטחון אימצה בלילה החלטה התומכת בהפסקת האש . "
    "האופוזיציה האשימה את משטר אסד בהפרת הפסקת האש , והמורדים איימו אחר כך לסגת מן ההסכם . "
    "עשרה אזרחים נהרגו בהפצצה . "
    "המורדים מוכנים להפסקת אש . "
    "פוטין קיים אתמול בת טלפון עם נתניהו . ",
    "ar": "أصدر مجلس الأمن الدولي قرارا يدعم وقف إطلاق النار. "
    "وبحث الرئيسان بوتين وروحاني هاتفيا التنســيق بين البلدين. "
    "وشهد الاتفاق خروقات من النظام أسفرت عن مقتل مدنيين في الريف الشمالي من المدينة القديمة. "
    "وقالت المعارضة إن النظام خرق الهدنة. "
    "وجرى ذلك بالتنسيق مع موسكو. "
    "وكان الطقس باردا في المدينة القديمة.",
}
CONTRASTS = {
    name: {"label": name, "frames": [name], "of": "share"}
    for name in ("coordination", "violation", "peace_process")
}


@pytest.fixture(scope="module")
def config():
    """The config of the study."""
    return yaml.safe_load((workflow.ROOT / "config/config.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def built(config, tmp_path_factory):
    """The corpus of the two texts."""
    folder, rows = tmp_path_factory.mktemp("raw"), []
    for language, text in TEXTS.items():
        path = folder / f"{language}.txt"
        path.write_text(text, encoding="utf-8")
        row = {"article": language, "source": language, "language": language, "text": text}
        form = "lemmatised" if language == "he" else "raw"
        rows.append(row | {"file": str(path), "form": form, "date": "", "sha256": ""})
    known = languages.read(workflow.ROOT / config["codebook"], config["text"]["normalise"])
    return corpus.build(rows, known, config["text"])


@pytest.fixture(scope="module")
def reader(config, built):
    """A reader of the two texts, with coders who find one violation in either."""
    decided = pl.DataFrame(
        {
            "article": ["he", "ar"],
            "sentence": [2, 2],
            "frame": ["violation", "violation"],
            "voice": ["attributed", "narrator"],
        }
    )
    settings = config["multiverse"]
    return readings.Reader(
        originals.read(built.articles, built.tokens),
        str(workflow.ROOT / config["codebook"]),
        config["text"],
        settings["clause_words"],
        settings["clitics"],
        decided,
    )


OWN = {"coding": "instrument", "repairs": True, "spelling": "folded", "matching": "readings"}


def cues(reader, **options):
    """Frames found in each text under the study's own reading but for these options."""
    return [one.frames.tolist() for one in reader.read(**(OWN | options))]


def test_repairs_restore_a_word(reader):
    """The damaged telephone call is one only where it is restored: twice, with three cues each."""
    repaired, damaged = cues(reader), cues(reader, repairs=False)
    assert repaired[0].count("coordination") == 6
    assert damaged[0].count("coordination") == 0
    assert repaired[1] == damaged[1]


def test_spelling_is_folded(reader):
    """Without folding cues in another spelling are missed: fewer, and no others."""
    folded, written = cues(reader), cues(reader, spelling="written")
    assert len(written[1]) < len(folded[1])
    assert set(written[1]) <= set(folded[1])


def test_matching_takes_clitics_off(reader):
    """The last Arabic sentence has its cue after a preposition, which is not taken off lightly."""
    lightly = cues(reader, matching="forms")
    assert lightly[1].count("coordination") == cues(reader)[1].count("coordination") - 1


def test_coders_replace_the_cues(reader):
    """Their frames lie where their sentences begin, with their voice, and are all of the core."""
    hebrew, arabic = reader.read(**(OWN | {"coding": "coders"}))
    assert (hebrew.frames.tolist(), arabic.frames.tolist()) == (["violation"], ["violation"])
    assert (hebrew.narrated.tolist(), arabic.narrated.tolist()) == ([False], [True])
    assert hebrew.cues.tolist() == [hebrew.sentences[2]]
    assert hebrew.core.tolist() == [True]


def test_cues_come_in_order_with_their_tier(reader):
    """Places rise; the readiness for a truce is the one extended cue of its sentence."""
    hebrew = reader.read(**OWN)[0]
    assert (np.diff(hebrew.cues) >= 0).all()
    last = hebrew.cues >= hebrew.sentences[4]
    assert hebrew.frames[last].tolist() == ["peace_process", *["coordination"] * 3]
    assert hebrew.core[last].tolist() == [False, True, True, True]


def test_a_sentence_that_comes_back_is_marked(reader):
    """The last Hebrew sentence repeats the first."""
    hebrew, arabic = reader.read(**OWN)
    assert hebrew.repeated.tolist() == [False] * 5 + [True]
    assert not arabic.repeated.any()


def test_clauses_begin_with_sentences_and_after_pauses(reader):
    """Only the third Hebrew sentence has a pause with four words or more on both sides."""
    hebrew = reader.read(**OWN)[0]
    assert sorted(set(hebrew.clauses) - set(hebrew.sentences)) == [TEXTS["he"].index("והמורדים")]
    assert set(hebrew.sentences) <= set(hebrew.clauses)


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ({"coding": "people"}, "no coding 'people'"),
        ({"spelling": "loose"}, "no spelling 'loose'"),
        ({"matching": "stems"}, "no matching 'stems'"),
    ],
)
def test_an_unknown_option_is_an_error(reader, option, message):
    """A value that no stage knows is never ignored."""
    with pytest.raises(InputError, match=message):
        reader.read(**(OWN | option))


def test_no_coders_without_their_codes(reader):
    """A reader without codings cannot read by them."""
    with pytest.raises(InputError, match="no coding 'coders'"):
        replace(reader, decided=None).read(**(OWN | {"coding": "coders"}))


OPTIONS = [
    (name, option)
    for name, choice in choices.read(SHEET, SETTINGS).items()
    for option in list(choice.options)[1:]
]


@pytest.mark.parametrize(("name", "option"), OPTIONS)
def test_every_option_changes_some_specification(reader, built, name, option):
    """Beside the study's own option, all else alike, some estimate differs."""
    known = choices.read(SHEET, SETTINGS)
    for other, choice in known.items():
        kept = [choice.own.name, *([option] if other == name else [])]
        known[other] = replace(choice, options={key: choice.options[key] for key in kept})
    method = multiverse.Method("hac", 0.95, always)
    table, _ = multiverse.run(compared(reader, built, known), CONTRASTS, method)
    one, other = (table.filter(pl.col(name) == key) for key in (known[name].own.name, option))
    pairs = one.join(other, on=["contrast", "measure"], suffix="_other")
    assert (pairs["estimate"] - pairs["estimate_other"]).abs().max() > 0.01


def compared(reader, built, known):
    """Both texts, ready to be compared."""
    numbered = permutation.number(built.articles, built.sentences, ["he", "ar"], 4)
    return Texts(reader, known, numbered, ["he", "ar"], 6)


@pytest.mark.parametrize("name", ["coding", "unit", "tiers", "voices", "base", "weight"])
def test_an_option_that_nothing_handles_is_an_error(reader, built, name):
    """A new option in the sheet without code for it stops the run."""
    known = choices.read(SHEET, SETTINGS)
    new = choices.Option("new", "new", ["new"] if name in ("tiers", "voices") else "new")
    known[name] = replace(known[name], options=known[name].options | {"new": new})
    spec = {key: choice.own.name for key, choice in known.items()} | {name: "new"}
    with pytest.raises(InputError, match="'new'"):
        compared(reader, built, known).compare(spec, CONTRASTS["violation"])
