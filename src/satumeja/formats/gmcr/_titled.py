"""The dialect of .gmcr files with a title: conditions as objects, without preferences."""

from __future__ import annotations

from satumeja.formats.gmcr._base import (
    UNUSED,
    Alternatives,
    GmcrFile,
    GmcrMaker,
    GmcrReader,
)
from satumeja.formats.gmcr._parts import Part
from satumeja.model import Direction

__all__ = ["TITLED", "TitledReader"]

# Either of these keys tells the dialect.
TITLED = ("title", "mutexes")

_DIRECTIONS: dict[str, Direction] = {
    "reversible": "both",
    "forward": "forward",
    "backward": "back",
}
_NO_PREFERENCES = "the file has no preferences: to every decision maker all states are the same"


class TitledReader(GmcrReader):
    """Reads a file with a title; `read` is sound if no fault was noted on the way."""

    def __init__(self, root: Part) -> None:
        super().__init__(root, (*TITLED, *UNUSED), "reversible", _DIRECTIONS)

    def read(self) -> GmcrFile:
        """Read the whole file."""
        title = self.fields["title"].text() if "title" in self.fields else ""
        parts = self.items("decisionMakers", "decision makers")
        makers = tuple(self.named(part) for part in parts)
        self.check_owned()
        infeasible = tuple(self.rule(part) for part in self.items("infeasibles", "conditions"))
        mutexes = self.items("mutexes", "lists of options")
        exclusive = tuple(self.indices(part, fewest=2) for part in mutexes)
        return GmcrFile(self.options, makers, infeasible, title, exclusive, (_NO_PREFERENCES,))

    def named(self, part: Part) -> GmcrMaker:
        """Read a decision maker."""
        return self.maker(part, part.fields(("name", "options")))

    def rule(self, part: Part) -> Alternatives:
        """Read a condition under which a state is infeasible."""
        fields = part.fields(("name", "state"))
        name = fields["name"].text() if "name" in fields else ""
        items = fields["state"].items("options with Y or N", 1) if "state" in fields else []
        read = [item.fields(("option", "yn")) for item in items]
        pairs = [
            (literal["option"], literal["yn"])
            for literal in read
            if {"option", "yn"} <= set(literal)
        ]
        return Alternatives((self.literals(pairs),), part.path, name)
