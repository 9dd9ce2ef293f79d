"""Options of the commands: what the help says of them, and the numbers that they allow."""

import argparse
import re
from types import SimpleNamespace

import pytest
from framing import cli
from framing.cli import _options
from framing.errors import InputError

(COMMANDS,) = (
    action.choices
    for action in cli._parser()._actions
    if isinstance(action, argparse._SubParsersAction)
)
REQUIRED = {"sample": {"per_language"}, "tokens": {"language"}}  # beside what has no name


@pytest.mark.parametrize("command", COMMANDS)
def test_defaults_are_those_of_the_help(command):
    """A number in brackets behind `default` is what the option is without being given."""
    for action in COMMANDS[command]._actions:
        said = re.search(r"\(default:? ([\d.]+)\)", action.help or "")
        if isinstance(action.default, int | float) and not isinstance(action.default, bool):
            assert said, action.dest
        if said:
            assert str(action.default) == said[1], action.dest


@pytest.mark.parametrize("command", COMMANDS)
def test_options_may_be_left_out(command):
    """All but those listed."""
    required = {
        one.dest for one in COMMANDS[command]._actions if one.option_strings and one.required
    }
    assert required == REQUIRED.get(command, set())


def test_a_command_is_required(capsys):
    """Without one the usage is shown."""
    with pytest.raises(SystemExit) as ended:
        cli.main([])
    assert ended.value.code == 2
    assert "COMMAND" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("draws", "message"),
    [(0, "0 is too few; give 1 to 100000"), (100_001, "100001 is too many; give 1 to 100000")],
)
def test_draws(draws, message):
    """From one to as many as change a printed digit."""
    for allowed in (1, _options.MOST_DRAWS):
        _options.check_draws(SimpleNamespace(draws=allowed))
    with pytest.raises(InputError, match=f"--draws: {message}"):
        _options.check_draws(SimpleNamespace(draws=draws))


def test_seed():
    """Zero is a seed."""
    _options.check_seed(SimpleNamespace(seed=0))
    with pytest.raises(InputError, match="--seed: -1 is negative; give 0 or more"):
        _options.check_seed(SimpleNamespace(seed=-1))


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("language=he,ar", ("language", ["he", "ar"])),
        ("source=a=b", ("source", ["a=b"])),
        ("topic=", ("topic", [""])),
    ],
)
def test_conditions(text, condition):
    """A column, and the values that it may have."""
    assert _options.read_where(text) == condition


@pytest.mark.parametrize("text", ["language", "=he", ""])
def test_no_condition(text):
    """One line."""
    with pytest.raises(InputError, match="is no condition; write COLUMN=VALUE"):
        _options.read_where(text)
