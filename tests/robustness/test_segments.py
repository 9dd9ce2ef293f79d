"""Units of an article: sentences, clauses, windows of words, and the voice of each."""

import pytest
from articles_by_hand import FIRST, SECOND, article
from framing.errors import InputError
from framing.robustness import segments

BOTH = ["core", "extended"]


@pytest.mark.parametrize(
    ("unit", "repeated", "starts", "words", "content"),
    [
        ("sentence", False, [0, 40, 80], [4, 4, 4], [3, 3, 3]),
        ("sentence", True, [0, 40, 80, 120], [4, 4, 4, 4], [3, 3, 3, 3]),
        ("clause", False, [0, 20, 40, 80], [2, 2, 4, 4], [1, 2, 3, 3]),
        ("window", False, [0, 60], [6, 6], [4, 5]),  # words 1, 5 and 9 are function words
        ("window", True, [0, 60, 120], [6, 6, 4], [4, 5, 3]),
    ],
)
def test_cut(unit, repeated, starts, words, content):
    """Sentences, clauses and windows of six words."""
    cut = segments.cut(FIRST, 6, unit=unit, repeated_lead=repeated)
    assert cut.starts.tolist() == starts
    assert cut.weights["words"].tolist() == words
    assert cut.weights["content_words"].tolist() == content
    assert cut.weights["units"].tolist() == [1.0] * len(starts)


def test_a_short_rest_joins_the_last_window():
    """Twelve words by windows of five: 5, and 7, for two words are less than half of five."""
    cut = segments.cut(FIRST, 5, unit="window", repeated_lead=False)
    assert cut.weights["words"].tolist() == [5, 7]


def test_an_unknown_unit_is_an_error():
    """Only three units exist, and two tiers."""
    with pytest.raises(
        InputError, match="no unit 'paragraph'; use one of sentence, clause, window"
    ):
        segments.cut(FIRST, 5, unit="paragraph", repeated_lead=False)
    with pytest.raises(InputError, match="no tier 'rare'; use one of core, extended"):
        segments.carry(FIRST, by_sentence(FIRST), ("a",), tiers=["core", "rare"])


def by_sentence(article, *, repeated=False):
    """The article in sentences."""
    return segments.cut(article, 6, unit="sentence", repeated_lead=repeated)


def test_the_voice_of_a_unit():
    """Of two cues with different voices the first decides; a unit without cues has none."""
    first = segments.carry(FIRST, by_sentence(FIRST), ("a",), tiers=BOTH)
    assert first.sought.tolist() == [True, False, False]
    assert first.own.tolist() == [True, False, False]
    second = segments.carry(SECOND, by_sentence(SECOND), ("a",), tiers=BOTH)
    assert second.sought.tolist() == [False, True, False]
    assert second.own.tolist() == [False, False, False]


def test_most_cues_decide_the_voice():
    """One cue of somebody else, then two of the text itself: its own voice."""
    cues = [(0, "a", True, False), (10, "a", True, True), (20, "a", True, True)]
    mixed = article("first", cues)
    assert segments.carry(mixed, by_sentence(mixed), ("a",), tiers=BOTH).own[0]


def test_tiers_choose_the_cues():
    """The second sentence of SECOND has an extended cue, attributed, and a core one, its own."""
    for tiers, own in ((["core"], True), (["extended"], False)):
        found = segments.carry(SECOND, by_sentence(SECOND), ("a",), tiers=tiers)
        assert (found.sought.tolist(), found.own[1]) == ([False, True, False], own)


def test_framed_units_carry_any_frame():
    """Frame b is in the second sentence of FIRST, though only a is sought; extended cues count."""
    found = segments.carry(FIRST, by_sentence(FIRST), ("a",), tiers=BOTH)
    assert found.framed.tolist() == [True, True, False]
    assert segments.carry(
        FIRST, by_sentence(FIRST), ("a",), tiers=["extended"]
    ).framed.tolist() == [
        True,
        False,
        False,
    ]


def test_cues_in_repeated_sentences_count_with_them():
    """The cue at 120 lies in the sentence that repeats the first."""
    cut = by_sentence(FIRST)
    assert cut.of_cue.tolist() == [0, 0, 1, -1]
    with_lead = segments.carry(FIRST, by_sentence(FIRST, repeated=True), ("a",), tiers=BOTH)
    assert with_lead.sought.tolist() == [True, False, False, True]
