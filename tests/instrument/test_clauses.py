"""Subjects, agents and objects, in sentences of one-letter words; capitals are parties."""

import language_by_hand as by_hand
import pytest
from framing.instrument import clauses

scene = by_hand.scene


def name(party):
    """The actor of a party, or nothing."""
    return party.actor if party else None


@pytest.mark.parametrize(
    ("made", "party"),
    [
        (scene("A v"), "A"),
        (scene("a v"), None),
        (scene("A b v"), None),  # a word between
        (scene("A l v", light="l"), "A"),  # a light word between
        (scene("A l l v", light="l"), "A"),
        (scene("A / v"), None),  # another clause
        (scene("A / l v", light="l"), None),
        (scene("A v", parties="A"), None),  # a preposition governs it
        (scene("A B v"), "A"),  # several names
        (scene("A B C v"), "A"),
        (scene("A / B v"), "B"),
        (scene("A B v", parties="A"), "B"),
        (scene("A B v", parties="B*"), None),
        (scene("v A"), None),
    ],
)
def test_find_adjacent_before(made, party):
    """The first of the names right before the verb."""
    assert name(clauses.find_adjacent_before(made, made.forms.index("v"))) == party


@pytest.mark.parametrize(
    ("made", "options", "party"),
    [
        (scene("v A"), {}, "A"),
        (scene("v b A"), {}, "A"),
        (scene("v b c d e f A"), {}, "A"),  # the sixth word
        (scene("v b c d e f g A"), {}, None),
        (scene("v b A"), {"reach": 1}, None),
        (scene("v / A"), {}, None),
        (scene("v b t A", that="t"), {}, None),
        (scene("v p A", preposition="p"), {}, None),
        (scene("v p A", preposition="p"), {"oblique": True}, "A"),
        (scene("v A", parties="A"), {}, None),
        (scene("v A B", parties="A"), {}, None),  # nor what follows it
        (scene("v A", parties="A"), {"oblique": True}, "A"),
        (scene("v A", parties="A*"), {"oblique": True}, None),  # a clause of its own
        (scene("v A B"), {}, "A"),
        (scene("v"), {}, None),
    ],
)
def test_find_after(made, options, party):
    """The first party after the verb, before the clause ends."""
    assert name(clauses.find_after(made, 1, **options)) == party


def test_find_after_the_edge():
    """The first word of a sentence is no break."""
    assert name(clauses.find_after(scene("A v"), 0)) == "A"


@pytest.mark.parametrize(
    ("made", "options", "party"),
    [
        (scene("A b c v"), {}, "A"),
        (scene("A B c v"), {}, "B"),  # the nearest
        (scene("A B c v", parties="B"), {}, "A"),
        (scene("A / b v"), {}, None),
        (scene("A t b v", that="t"), {}, None),
        (scene("A b c v"), {"reach": 2}, None),
        (scene("A b c v"), {"reach": 3}, "A"),
        (scene("A b c d e f g h i j v"), {}, "A"),  # the tenth word before
        (scene("A b c d e f g h i j k v"), {}, None),
    ],
)
def test_find_in_clause(made, options, party):
    """The nearest party before the verb in its clause."""
    assert name(clauses.find_in_clause(made, made.forms.index("v"), **options)) == party


@pytest.mark.parametrize(
    ("made", "party"),
    [
        (scene("A v B"), "A"),  # before the verb, rather than after
        (scene("a v B"), "B"),  # after the verb
        (scene("A b v B"), "B"),
        (scene("A b v"), "A"),  # in the clause
        (scene("A v", parties="A", prefix="A"), "A"),  # in Moscow they said
        (scene("A v", parties="A"), None),
        (scene("b A v", parties="A", prefix="b"), None),
        (scene("A b v", parties="A", prefix="A"), None),
        (scene("b v"), None),
    ],
)
def test_find_subject(made, party):
    """Where a subject can be, in this order: right before, after, in the clause."""
    at = made.forms.index("v")
    assert name(clauses.find_subject(made, at, at + 1)) == party


def test_find_subject_inside():
    """A party that is part of the words of the verb, unless a preposition governs it."""
    assert name(clauses.find_subject(scene("v A w B"), 0, 3)) == "A"
    assert name(clauses.find_subject(scene("v A w B", parties="A"), 0, 3)) == "B"
    assert name(clauses.find_subject(scene("A w B"), 0, 2)) == "A"
    assert name(clauses.find_subject(scene("v A B"), 0, 2)) == "A"


def test_find_subject_reach():
    """The reach is that after the verb."""
    made = scene("v b c A")
    assert name(clauses.find_subject(made, 0, 1, reach=3)) == "A"
    assert clauses.find_subject(made, 0, 1, reach=2) is None


@pytest.mark.parametrize(
    ("made", "party"),
    [
        (scene("A v B"), "B"),
        (scene("v A B"), "B"),  # behind the subject
        (scene("v A"), "A"),
        (scene("A v B C"), "B"),  # the subject is before the verb
        (scene("v A / B"), "A"),
        (scene("v A t B", that="t"), "A"),
        (scene("v / A"), None),
        (scene("v b c d e f g h i j A"), "A"),  # the tenth word
        (scene("v b c d e f g h i j k A"), None),
    ],
)
def test_find_object(made, party):
    """The party that suffers what the verb says."""
    at = made.forms.index("v")
    assert name(clauses.find_object(made, at, at + 1)) == party


@pytest.mark.parametrize(
    ("made", "start"),
    [
        (scene("a b v"), 0),
        (scene("a / b v"), 1),
        (scene("a b / v"), 2),
        (scene("a t b v", that="t"), 2),
        (scene("t v", that="t"), 1),
    ],
)
def test_find_clause_start(made, start):
    """Behind the last break, or the last *that*."""
    assert clauses.find_clause_start(made, made.forms.index("v")) == start


@pytest.mark.parametrize(
    ("made", "own"),
    [
        (scene("a v"), True),  # somebody
        (scene("v"), False),
        (scene("l v", light="l"), False),
        (scene("l a v", light="l"), True),
        (scene("p a v", preposition="p"), False),  # in the evening it was said
        (scene("a v", prefix="a"), False),
        (scene("p m v", preposition="p", person="m"), True),  # a person before
        (scene("v a t", that="t"), True),  # said somebody that
        (scene("v l t", that="t", light="l"), False),
        (scene("v a"), False),  # an object
        (scene("v m", person="m"), True),
        (scene("v p m", person="m", preposition="p"), False),
        (scene("v a b", prefix="a"), False),
        (scene("v / a t", that="t"), False),
        (scene("v a c", colons="c"), True),
        (scene("v b c d e f m", person="m"), True),  # the sixth word after
        (scene("v b c d e f g m", person="m"), False),
        (scene("p a v m", preposition="p", person="m"), True),
        (scene("p a v b t", preposition="p", that="t"), False),
    ],
)
def test_has_own_subject(made, own):
    """Somebody who is no known actor may be the subject."""
    at = made.forms.index("v")
    assert clauses.has_own_subject(made, at, at + 1) is own
