"""The defensible choices of the study, their options, and every combination of them."""

from itertools import product

Spec = dict[str, str]
READ = ("coding", "repairs", "spelling", "matching")  # choices that ask for another reading
CODERS = "coders"
OWN_VOICE = "own_voice"


def own(measure: dict, text: dict, smoothing: float) -> Spec:
    """The option of each choice that the study itself takes, from these sections of the config.

    The order of the choices is that of the columns and of the rows of the figure.
    """
    return {
        "coding": "instrument",
        "repairs": "restored" if text["repairs"] else "damaged",
        "spelling": "folded",
        "matching": "readings",
        "unit": "sentence",
        "repeated_lead": "counted" if measure["repeated_lead"] else "left_out",
        "tiers": "+".join(measure["tiers"]),
        "voices": "+".join(measure["voices"]),
        "weight": "units",
        "base": "all_units",
        "smoothing": str(smoothing),
    }


def arrange(grid: dict[str, list], own: Spec) -> dict[str, list[str]]:
    """Options of each choice of the grid, the study's own first (added where the grid lacks it)."""
    options = {name: [str(option) for option in grid.get(name, [])] for name in own}
    return {name: [own[name], *(o for o in options[name] if o != own[name])] for name in own}


def specify(options: dict[str, list[str]], *, of: str) -> list[Spec]:
    """Every combination of the options that makes a difference, but for the smoothing.

    Where a choice does not apply its first option alone stands: the coders read sentences, once,
    without tiers; the contrast of "own_voice" has the voice for its subject and the units that
    carry the frame for its base.
    """
    names = [name for name in options if name != "smoothing"]
    specs = (
        dict(zip(names, row, strict=True)) for row in product(*(options[name] for name in names))
    )
    idle = ("voices", "base") if of == OWN_VOICE else ()
    return [spec for spec in specs if all(spec[n] == options[n][0] for n in (*idle, *_idle(spec)))]


def reading(spec: Spec) -> tuple[str, ...]:
    """The options of the choices that ask for another reading of the texts."""
    return tuple(spec[name] for name in READ)


def _idle(spec: Spec) -> tuple[str, ...]:
    instrument_only = ("repairs", "spelling", "matching", "unit", "tiers")
    return instrument_only if spec["coding"] == CODERS else ()
