"""The final codes: what the rules of the codebook find, what the learned reader finds, or both."""

from collections.abc import Sequence

from framing.reader.letters import Array
from framing.reader.model import Flags, Model

RULES, LEARNED, BOTH = READERS = ("rules", "learned", "both")


def decide(
    model: Model, probabilities: Array, rules: Flags, frames: Sequence[str]
) -> dict[str, Flags]:
    """What each reader finds, texts × `frames`.

    `probabilities`: texts × frames of the model; `rules`: what the rules find, which also counts
    for a frame that the model has not learned.
    """
    columns = [list(frames).index(frame) for frame in model.frames]
    found = {
        LEARNED: model.decide(probabilities),
        BOTH: model.correct(probabilities, rules[:, columns]),
    }
    codes = {reader: rules.copy() for reader in READERS}
    for reader, decided in found.items():
        codes[reader][:, columns] = decided
    return codes


def name_finders(rules: Flags, learned: Flags, codes: Flags, frames: Sequence[str]) -> list[str]:
    """Who found each frame in `codes`, as `violation:both|threat:learned`; "" for no frame."""
    found = (flags.tolist() for flags in (rules, learned, codes))
    return [
        "|".join(
            f"{frame}:{name_finder(*finders)}"
            for frame, *finders, carried in zip(frames, *text, strict=True)
            if carried
        )
        for text in zip(*found, strict=True)
    ]


def name_finder(by_rules: bool, by_weights: bool) -> str:
    """The reader that finds a frame: rules, learned or both; "" for none."""
    if by_rules and by_weights:
        return BOTH
    return RULES if by_rules else LEARNED if by_weights else ""
