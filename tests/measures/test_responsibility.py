"""Who is blamed by whom: sentences counted by every actor named, and once each."""

import mentions_by_hand as hand
from framing.measures import responsibility


def cue(article, sentence, start, code, responsible="", speaker=""):
    """A cue of a frame; with a speaker it is attributed."""
    voice = "attributed" if speaker else "narrator"
    return (article, sentence, start, "frame", code, "p", "core", voice, speaker, responsible)


def count(*rows, codes=("a", "b"), **options):
    """The rows of the count."""
    frames = hand.carried(*rows, **options)[1]
    return responsibility.count(frames, hand.mentions(*rows), codes).rows()


def test_two_actors_in_one_sentence_are_two_rows():
    """The text blames Russia once and the regime twice in one sentence."""
    rows = [cue("x", 0, n, "a", who) for n, who in enumerate(("russia", "regime", "regime"))]
    assert count(*rows) == [
        ("a", "first", "narrator", "russia", 1),
        ("a", "first", "narrator", "regime", 1),
    ]


def test_each_speaker_keeps_whom_it_blames():
    """The text blames nobody, the UN blames Russia: the text does not come to blame Russia."""
    rows = [cue("x", 0, 0, "a", "none"), cue("x", 0, 1, "a", "russia", "un")]
    assert set(count(*rows)) == {
        ("a", "first", "narrator", "none", 1),
        ("a", "first", "un", "russia", 1),
    }


def test_nobody_counts_only_where_the_speaker_names_nobody():
    """A cue without an actor beside one with an actor is not silent; an attributed one may be."""
    rows = [cue("x", 0, 0, "a", "none"), cue("x", 0, 1, "a", "russia"), cue("y", 0, 0, "a", "")]
    assert count(*rows) == [
        ("a", "first", "narrator", "russia", 1),
        ("a", "second", "narrator", "none", 1),
    ]


def test_sentences_add_up_over_a_source_and_frames_stay_apart():
    """Two sentences of x, one of them with both frames; other codes are left out."""
    rows = [cue("x", 0, 0, "a", "un"), cue("x", 1, 10, "a", "un"), cue("x", 1, 11, "b", "un")]
    assert count(*rows, cue("x", 2, 20, "c", "un")) == [
        ("a", "first", "narrator", "un", 2),
        ("b", "first", "narrator", "un", 1),
    ]


def test_an_unnamed_speaker_has_a_name_of_its_own():
    """Somebody says so, but nobody in particular."""
    row = ("x", 0, 0, "frame", "a", "p", "core", "attributed", "", "un")
    assert count(row) == [("a", "first", "unnamed", "un", 1)]


def test_sentences_that_do_not_count_are_left_out():
    """The repeated lead, and a frame whose voice is not asked for."""
    rows = [cue("x", 4, 40, "a", "un"), cue("x", 0, 0, "a", "un", "russia")]
    assert count(*rows) == [("a", "first", "russia", "un", 1)]
    assert count(*rows, voices=["narrator"]) == []


def test_a_sentence_with_two_frames_is_one_row():
    """One sentence of y with both frames, two of x: 2 and 1 sentences, not 2 and 2 cases."""
    rows = [
        cue("x", 0, 0, "a", "regime", "un"),
        cue("x", 2, 20, "a", "russia", "un"),
        cue("y", 1, 10, "a", "regime"),
        cue("y", 1, 11, "b", "russia"),
        cue("y", 1, 12, "b", "russia"),
    ]
    frames = hand.carried(*rows)[1]
    found = responsibility.sentences(frames, hand.mentions(*rows), ("a", "b"))
    columns = ("source", "sentence", "frames", "cues", "voice", "speaker", "responsible")
    assert found.select(columns).rows() == [
        ("first", 0, "a", 1, "attributed", "un", "regime"),
        ("first", 2, "a", 1, "attributed", "un", "russia"),
        ("second", 1, "a|b", 3, "narrator", "", "russia|regime"),
    ]


def test_tiers_choose_among_cues():
    """An extended cue names Russia, a core one nobody."""
    rows = [
        ("x", 0, 0, "frame", "a", "p", "core", "narrator", "", "none"),
        ("x", 0, 1, "frame", "a", "p", "extended", "narrator", "", "russia"),
    ]
    frames = hand.carried(*rows, tiers=["core"])[1]
    found = responsibility.count(frames, hand.mentions(*rows), ("a",), tiers=["core"])
    assert found.rows() == [("a", "first", "narrator", "none", 1)]


def test_statements_name_their_sentences():
    """A row for each frame, speaker and actor of a sentence, however many cues say it."""
    rows = [
        cue("x", 0, 0, "a", "russia"),
        cue("x", 0, 1, "a", "russia"),
        cue("x", 2, 0, "a", "", "un"),
    ]
    frames = hand.carried(*rows)[1]
    found = responsibility.statements(frames, hand.mentions(*rows), ("a", "b"))
    assert found.rows() == [
        ("x", 0, "a", "first", "narrator", "russia"),
        ("x", 2, "a", "first", "un", "none"),
    ]
