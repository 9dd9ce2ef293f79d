"""Mistakes and warnings are one line each."""

import warnings

import pytest
from framing import errors


def test_one_line():
    """Place, problem and remedy; line ends become blanks, a missing remedy nothing."""
    assert str(errors.InputError("a.tsv: row 2", "is\nempty", "fill it")) == (
        "a.tsv: row 2: is empty; fill it"
    )
    assert str(errors.InputError("a.tsv", "is empty")) == "a.tsv: is empty"


def test_warnings_are_shown_each_time():
    """Those on input as their line alone, the same one twice; others as before."""
    shown, others = [], []
    with warnings.catch_warnings():
        warnings.showwarning = lambda message, *rest: others.append(str(message))
        errors.show_warnings(shown.append)
        for _ in range(2):
            errors.warn("a.tsv", "is odd", "look")
        warnings.warn("old", DeprecationWarning, stacklevel=1)
    assert shown == ["a.tsv: is odd; look"] * 2
    assert others == ["old"]


def test_refuse():
    """The mistake itself is raised."""
    with pytest.raises(errors.InputError, match="a: b"):
        errors.refuse(errors.InputError("a", "b"))
