"""Sentences on voice and responsibility, and the answer in one sentence."""

import pytest
from findings_by_hand import ANSWER, said

QUOTED = ("hebrew", 1, "attributed", "un", "regime")
OWN = ("arabic", 4, "narrator", "", "regime|russia")


@pytest.mark.parametrize(
    ("rows", "wording"),
    [
        ([], "The Hebrew article speaks of no violation or civilian harm."),
        (
            [("hebrew", 4, "narrator", "", "russia")],
            "The Hebrew article speaks of violation or civilian harm in its own voice once (1 of 1",
        ),
        (
            [QUOTED],
            "The Hebrew article never speaks of violation or civilian harm in its own voice: one "
            "sentence (0 of 1), quoting the UN; blamed there: the government.",
        ),
        (
            [
                QUOTED,
                ("hebrew", 2, "attributed", "russia", ""),
                ("hebrew", 3, "attributed", "", ""),
            ],
            "in its own voice: three sentences (0 of 3), all quoting the UN, Russia and speakers "
            "without a name; blamed there: the government.",
        ),
        (
            [("hebrew", 2, "attributed", "", "")],
            "quoting speakers without a name; blamed there: nobody.",
        ),
        (
            [QUOTED, OWN],
            "The Arabic article speaks of them in its own voice once (1 of 1 sentence), in its "
            "last sentence, and blames the government and Russia.",
        ),
        (
            [("arabic", 2, "narrator", "", ""), ("arabic", 3, "attributed", "un", "russia")],
            "in its own voice once (1 of 2 sentences) and blames nobody; the rest quotes the UN.",
        ),
        (
            [("arabic", n, "narrator", "", "russia") for n in range(3)],
            "in its own voice three times (3 of 3 sentences) and blames Russia.",
        ),
        ([("hebrew", 0, "narrator", "", "un")], "in its first sentence, and blames the UN."),
        ([("hebrew", 4, "narrator", "", "un")], "in its last sentence, and blames the UN."),
    ],
)
def test_voice(rows, wording):
    """No sentence, one, several; all quoted, some, none; with and without names."""
    assert wording in said(rows)[1]


@pytest.mark.parametrize(
    ("blaming", "words"),
    [
        (["security"], ["of security in its own voice: one", "speaks of it in its own voice once"]),
        (["a", "b", "c"], ["speaks of a, b or c in its own", "speaks of them in its own"]),
        ([], ["- **Voice and responsibility.** The codebook asks of no frame who is responsible."]),
    ],
)
def test_the_frames_are_those_of_the_codebook(blaming, words):
    """Once: violations and harm in every study, also in one of economy and security."""
    voice = said([QUOTED, OWN], blaming=blaming)[1]
    assert all(part in voice for part in words)
    (answer,) = said([QUOTED, OWN], template=ANSWER, blaming=blaming)
    assert "violation" not in voice + answer
    assert " ; " not in answer


def test_several_articles():
    """Their number is their subject, and the verbs follow."""
    voice = said([QUOTED, OWN], articles=3)[1]
    assert (
        "The 3 Hebrew articles never speak of violation or civilian harm in their own voice"
        in voice
    )
    assert "The 3 Arabic articles speak of them in their own voice once" in voice
    assert "and blame the government" in voice


ITSELF, OTHERS = ("hebrew", 1, "narrator", "", "regime"), ("arabic", 2, "attributed", "un", "")


@pytest.mark.parametrize(
    ("rows", "changes", "wording"),
    [
        (
            [ITSELF, OTHERS],
            {},
            "the Hebrew article speaks of violation and civilian harm in its own voice, ",
        ),
        (
            [ITSELF, OTHERS],
            {},
            "the Arabic article speaks of them only by quoting the UN; and with",
        ),
        (
            [ITSELF, (*ITSELF[:2], "attributed", "un", "")],
            {},
            "own voice in 1 of 2 sentences, the Arabic",
        ),
        ([ITSELF], {}, "the Arabic article does not speak of them; and with two texts this short"),
        ([ITSELF], {"low": 0.1}, "the shares of threat differ by more than chance explains."),
        (
            [ITSELF],
            {"articles": 3},
            "the 3 Hebrew articles speak of violation and civilian harm in their own",
        ),
    ],
)
def test_one_sentence(rows, changes, wording):
    """The answer in one sentence follows voices and intervals."""
    (sentence,) = said(rows, template=ANSWER, **changes)
    assert sentence.startswith("Threat is in 7 of 17 Hebrew sentences and in 8 of 12 Arabic ones; ")
    assert wording in sentence
