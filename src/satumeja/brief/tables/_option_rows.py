"""Options as rows of tables: one with levels is a single row, and stands at a level."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from satumeja.brief.media import Cell

if TYPE_CHECKING:
    from satumeja.brief.words import Phrases
    from satumeja.model import DecisionMaker, Option

__all__ = ["OptionRow", "option_rows"]

_KINDS = {"Y": "yes", "N": "no", "-": "either"}


@dataclass(frozen=True)
class OptionRow:
    """An option as a row of a table.

    Parameters
    ----------
    phrases : Phrases
        Words it.
    option : Option
        The option, of one with levels the first of its steps.
    first, steps : int
        The place of its first letter in option form, and how many it has.
    """

    phrases: Phrases
    option: Option
    first: int
    steps: int = 1

    @property
    def numbers(self) -> str:
        """The number of the option, or those of the steps of its levels."""
        last = self.first + self.steps
        return str(last) if self.steps == 1 else f"{self.first + 1}–{last}"

    @property
    def name(self) -> str:
        """What it is called."""
        option = self.option
        said = option.scale.name if option.scale else option.name
        return self.phrases.text(said) or (option.scale.id if option.scale else option.id)

    @property
    def levels(self) -> list[str]:
        """Its levels, the lowest first; none where it is just taken or left."""
        scale = self.option.scale
        return [self.phrases.text(name) for name in scale.names] if scale else []

    def cell(self, form: str, kind: str = "") -> Cell:
        """Say what it is in a state given in option form: Y, N or a level; - where open."""
        letters = form.replace("|", "")[self.first : self.first + self.steps]
        sign = "-" if "-" in letters else letters[0]
        text = self.levels[letters.count("Y")] if self.levels and sign != "-" else sign
        return Cell(text, kind=f"{_KINDS[sign]} {kind}".strip())


def option_rows(phrases: Phrases) -> Iterator[tuple[DecisionMaker, list[OptionRow]]]:
    """Give for each decision maker its options as rows; those without options are left out."""
    first = 0
    for dm in phrases.model.decision_makers:
        rows = list[OptionRow]()
        place = 0
        while place < len(dm.options):
            option = dm.options[place]
            steps = len(option.scale.levels) - 1 if option.scale else 1
            rows.append(OptionRow(phrases, option, first + place, steps))
            place += steps
        first += len(dm.options)
        if rows:
            yield dm, rows
