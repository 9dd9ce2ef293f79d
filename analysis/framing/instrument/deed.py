"""Words that tell of an act or its harm, with what the sentence's constructions make of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from framing.instrument.constructions import Match
from framing.instrument.scene import Scene

# ASSUME civilians suffer a deed and never do it.
PATIENTS = ("civilians",)
# ASSUME the United Nations are named for the rule that is broken; they did it only if accused.
KEEPERS = ("un",)
HIDING = ("hides", "passive", "takes_object")


@dataclass(eq=False)
class Deed:
    """Words that tell of an act or its harm, with the constructions of their sentence by role.

    `hidden` is the passive, or another construction without an agent, that the deed is part of.
    """

    first: int
    last: int
    scene: Scene
    matches: Mapping[str, Sequence[Match]]
    hidden: Match | None = None

    def __post_init__(self) -> None:
        """Find what hides the agent."""
        rows = (m for role in HIDING for m in self.find(role, "own"))
        own = (m for m in rows if m.first < self.last and self.first < m.last)
        auxiliary = (m for m in self.find("hides", "after") if m.last == self.first)
        self.hidden = next(chain(own, auxiliary), None)

    def find(self, role: str, *scopes: str) -> Iterator[Match]:
        """Constructions of a role with any of the scopes (all of them where none is given)."""
        rows = self.matches.get(role, ())
        if not (rows and scopes):
            return iter(rows)
        return (m for m in rows if any(s in m.construction.scope for s in scopes))
