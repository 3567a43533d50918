"""What a .gmcr file says, and what reading its two dialects has in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from satumeja.formats.gmcr._parts import Part
from satumeja.formats.trees import Path
from satumeja.model import Direction

__all__ = [
    "UNUSED",
    "Alternatives",
    "GmcrFile",
    "GmcrMaker",
    "GmcrOption",
    "GmcrRanking",
    "GmcrReader",
    "Literals",
]

# What no analysis needs: it follows from the rest, as the states ("nodes") of an exported file
# do, or tells of the program that wrote it.
UNUSED = ("coalitionsFull", "nodes", "program", "version")

Literals = dict[int, bool]
"""Options of the file by their index from 0, each taken or not; all of it holds."""

_YES = {"Y": True, "N": False}


@dataclass(frozen=True)
class Alternatives:
    """A condition: it holds where any of its members does; `name` is what it is called."""

    members: tuple[Literals, ...]
    path: Path
    name: str = ""


@dataclass(frozen=True)
class GmcrOption:
    """An option of the file."""

    name: str
    direction: Direction


@dataclass(frozen=True)
class GmcrRanking:
    """Classes of state numbers, as written, most preferred first."""

    classes: list[str | list[str]]
    path: Path


@dataclass(frozen=True)
class GmcrMaker:
    """A decision maker: it has a ranking, or else its statements count."""

    name: str
    options: tuple[int, ...]
    statements: tuple[Alternatives, ...] = ()
    ranking: GmcrRanking | None = None
    unseen: tuple[Alternatives, ...] = ()


@dataclass(frozen=True)
class GmcrFile:
    """All that a file says; `notes` has what of it is left out, one line each."""

    options: tuple[GmcrOption, ...]
    makers: tuple[GmcrMaker, ...]
    infeasible: tuple[Alternatives, ...]
    title: str = ""
    exclusive: tuple[tuple[int, ...], ...] = ()
    notes: tuple[str, ...] = ()


class GmcrReader:
    """Reads the parts that both dialects have.

    Parameters
    ----------
    root : Part
        The whole file.
    optional : sequence of str
        The keys it may have besides options, decision makers and infeasibles.
    direction_key : str
        The key of an option that says which way it can change.
    directions : mapping of str to str
        The words for that.
    """

    def __init__(
        self,
        root: Part,
        optional: Sequence[str],
        direction_key: str,
        directions: Mapping[str, Direction],
    ) -> None:
        self.fields = root.fields(("options", "decisionMakers", "infeasibles"), optional)
        self.faults = root.faults
        self.owners: dict[int, Path] = {}
        parts = self.items("options", "options")
        if "options" in self.fields and self.fields["options"].is_list and not parts:
            self.fields["options"].fault("at least one option expected")
        if not parts:  # nothing else can be understood
            root.faults.check()
        self.options = tuple(_option(part, direction_key, directions) for part in parts)

    def items(self, key: str, what: str) -> list[Part]:
        """Return the parts of a list of the file; none where it has no such key."""
        return self.fields[key].items(what) if key in self.fields else []

    def index(self, part: Part) -> int | None:
        """Read the index of an option."""
        return part.whole(0, len(self.options) - 1, "the index of an option")

    def indices(self, part: Part, fewest: int = 0) -> tuple[int, ...]:
        """Read indices of different options."""
        options: list[int] = []
        for item in part.items("indices of options", fewest):
            option = self.index(item)
            if option in options:
                item.fault(f"{self.called(option)} is listed twice")
            elif option is not None:
                options.append(option)
        return tuple(options)

    def maker(self, part: Part, fields: Mapping[str, Part]) -> GmcrMaker:
        """Read the name and the options of a decision maker."""
        name = fields["name"].text() if "name" in fields else ""
        options = self.indices(fields["options"]) if "options" in fields else ()
        for option in options:
            if self.owners.setdefault(option, part.path) != part.path:
                fields["options"].fault(
                    f'{self.called(option)} of "{name}" is another decision maker\'s too; an '
                    "option that several have in common is not read from .gmcr files"
                )
        return GmcrMaker(name, options)

    def check_owned(self) -> None:
        """Note the options that no decision maker has, if all that was read is sound."""
        if len(self.faults):
            return
        for option, part in enumerate(self.items("options", "options")):
            if option not in self.owners:
                part.fault(f"{self.called(option)} belongs to no decision maker")

    def called(self, option: int | None) -> str:
        """Word an option for a fault."""
        return f'option {option} ("{self.options[option or 0].name}")'

    def literals(self, pairs: Sequence[tuple[Part, Part]]) -> Literals:
        """Read options with their Y or N, each option once."""
        literals: Literals = {}
        for index, letter in pairs:
            option, taken = self.index(index), letter.choice(_YES)
            if option in literals:
                index.fault(f"{self.called(option)} is named twice in one condition")
            elif option is not None and taken is not None:
                literals[option] = taken
        return literals


def _option(part: Part, direction_key: str, directions: Mapping[str, Direction]) -> GmcrOption:
    fields = part.fields(("name", direction_key))
    name = fields["name"].text() if "name" in fields else ""
    direction = fields[direction_key].choice(directions) if direction_key in fields else None
    return GmcrOption(name, direction or "both")
