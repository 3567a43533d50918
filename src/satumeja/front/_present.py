"""A conflict as seen from the present situation: what differs from it, and for whom."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from satumeja.display import Card, Shown
from satumeja.front._deeds import Compared, Deed, Party, Versus
from satumeja.front._options import changes_of, standing
from satumeja.model import Model, OptionStates, Ranks
from satumeja.model.kit import as_label, change_of, letters_of
from satumeja.stability import Analysis
from satumeja.table import red_lines
from satumeja.table.kit import change_between, crossed

__all__ = ["Present", "parties"]

_SIGNS: tuple[Compared, ...] = ("same", "better", "worse")
"""By sign: 0, 1 and -1."""


class Present(Shown):
    """A conflict whose states are listed, as seen from one of them.

    Parameters
    ----------
    analysis : Analysis
        Of the conflict, under whatever concepts.
    start : int
        The present situation (0-based).
    """

    def __init__(self, analysis: Analysis, start: int) -> None:
        self.analysis, self.start = analysis, start
        self.model, self.engine = analysis.model, analysis.explicit
        self.ids = tuple(dm.id for dm in self.model.decision_makers)

    def card(self) -> Card:
        """Show which state it is seen from."""
        return Card(f"Seen from state {self.start + 1} of {len(self.model.states):,}")

    def ranks(self, dm: str) -> Ranks:
        """Return how a side ranks the states."""
        return self.engine.ranks[self.ids.index(dm)]

    def versus(self, state: int) -> Versus:
        """Say how a state compares with now, for everybody."""
        signs = (int(np.sign(ranks[state] - ranks[self.start])) for ranks in self.engine.ranks)
        return {dm: _SIGNS[sign] for dm, sign in zip(self.ids, signs, strict=True)}

    @cached_property
    def _crossed(self) -> tuple[NDArray[np.int64], tuple[str, ...]]:
        lines, states = red_lines(self.model), self.model.states
        codes = states.codes if isinstance(states, OptionStates) else np.zeros(len(states), int)
        return crossed(lines, codes), tuple(line.dm for line in lines)

    def lines(self, state: int) -> tuple[str, ...]:
        """Name those whose red lines a state crosses."""
        masks, holders = self._crossed
        mask = int(masks[state])
        return tuple(dict.fromkeys(dm for k, dm in enumerate(holders) if mask >> k & 1))

    def move(self, dm: str, before: int, after: int) -> Deed:
        """Say what one side does by a move."""
        if self.model.is_graph:
            return Deed(after + 1, ())
        return Deed(
            after + 1, changes_of(self.model, *change_of(self.model, dm, before, after), dm)
        )

    def together(self, state: int, members: Sequence[str] = ()) -> Deed:
        """Say what differs between now and a state, by whose options it is."""
        if self.model.is_graph:
            return Deed(state + 1, ())
        change = change_between(self.model, self.start, state, members)
        return Deed(state + 1, changes_of(self.model, *change))


def parties(model: Model, codes: Sequence[int]) -> tuple[Party, ...]:
    """Describe the sides, and what they do in a situation that is these combinations of options.

    None of them: nothing is said of what they do.
    """
    signs = letters_of([as_label(dm.name) or dm.id for dm in model.decision_makers])
    return tuple(
        Party(dm.id, dm.name, sign, *(standing(model, dm.id, codes) if codes else ((), ())))
        for dm, sign in zip(model.decision_makers, signs, strict=True)
    )
