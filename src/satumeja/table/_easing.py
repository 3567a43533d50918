"""What easing red lines does to what a decision maker would put up with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from satumeja.display import Card, Shown
from satumeja.model import Model, Preference, Prioritisation, holds
from satumeja.table._changes import statements_of
from satumeja.table._red_lines import RedLine, crossed

if TYPE_CHECKING:
    from satumeja.model.kit import Codes

__all__ = ["Easing", "Likings"]

Likings = NDArray[np.int8]


class Easing(Shown):
    """Preferences when red lines are eased.

    Whoever eases a red line no longer counts those of its preference statements that
    say nothing but to keep it: that hold exactly where the line is not crossed. In
    rankings and weights no statement says so, and easing lifts the refusal alone.

    Parameters
    ----------
    model : Model
        In option form.
    lines : sequence of RedLine
        The red lines that may be eased; line k has bit k.
    codes : int64 array, shape (n,)
        Its feasible states.

    Attributes
    ----------
    crossed : int64 array, shape (n,)
        The red lines that each state crosses, as bit sets.

    See Also
    --------
    openings : Which easings give those at a table something to agree on.
    """

    def card(self) -> Card:
        """Show how many red lines there are to ease."""
        return Card(f"Easing of {len(self.lines)} red lines: {self.model.title}")

    def __init__(self, model: Model, lines: Sequence[RedLine], codes: Codes) -> None:
        self.model, self.lines, self.codes = model, lines, codes
        self.crossed = crossed(lines, codes)
        self._bound = {dm.id: self._bound_of(dm.id) for dm in model.decision_makers}

    def _bound_of(self, dm_id: str) -> list[int]:
        """For each statement, the red lines of its owner it says nothing but to keep."""
        own = [k for k, line in enumerate(self.lines) if line.dm == dm_id]
        kept = {k: (self.crossed & (1 << k)) == 0 for k in own}
        bound = []
        for statement in statements_of(self.model[dm_id]) if own else ():
            truth = holds(statement.condition, self.codes)
            bound.append(sum(1 << k for k in own if np.array_equal(truth, kept[k])))
        return bound or [0] * len(statements_of(self.model[dm_id]))

    def likings(self, dm_id: str, start: int) -> Likings:
        """Compare states with the start, the red lines that each of them crosses eased.

        Returns
        -------
        int8 array, shape (n,)
            1 where the state is preferred to the start, -1 the other way round, else 0.

        Notes
        -----
        Easing more than a state crosses never makes it better liked: a statement to keep
        another red line holds in that state, so leaving it out changes nothing or speaks
        for the start. That is why each state asks for exactly the red lines it crosses.
        Cost: O(n) a statement.
        """
        dm = self.model[dm_id]
        if not isinstance(dm.preference, Prioritisation) or not any(self._bound[dm_id]):
            ranks = self.model.ranks(dm)
            gains: Likings = np.sign(ranks - ranks[start]).astype(np.int8)
            return gains
        verdict = np.zeros(len(self.codes), dtype=np.int8)
        for speaks in self.speaking(dm_id, start):
            # The first statement in which a state and the start differ decides between them.
            np.copyto(verdict, speaks, where=verdict == 0)
        return verdict

    def speaking(self, dm_id: str, start: int) -> Iterator[Likings]:
        """Say for which states each statement speaks, the red lines these cross eased.

        Yields
        ------
        int8 array, shape (n,)
            For each statement: 1 where it holds in the state and not in the start, -1 the
            other way round, else 0, or where it says nothing but to keep a red line that is
            eased.
        """
        for statement, keeps in zip(
            statements_of(self.model[dm_id]), self._bound[dm_id], strict=True
        ):
            speaks: Likings = holds(statement.condition, self.codes).astype(np.int8)
            speaks -= speaks[start]
            if keeps:
                speaks[(self.crossed & keeps) != 0] = 0
            yield speaks

    def preference(self, dm_id: str, eased: int) -> Preference:
        """Return what a decision maker prefers when some red lines, a bit set, are eased."""
        preference, bound = self.model[dm_id].preference, self._bound[dm_id]
        if not isinstance(preference, Prioritisation):
            return preference
        counted = zip(preference.statements, bound, strict=True)
        return Prioritisation(tuple(wish for wish, keeps in counted if not keeps & eased))

    def applied(self, eased: int) -> Model:
        """Return the model in which some red lines, a bit set, are eased."""
        dms = self.model.decision_makers
        return replace(
            self.model,
            decision_makers=tuple(
                replace(dm, preference=self.preference(dm.id, eased)) for dm in dms
            ),
        )
