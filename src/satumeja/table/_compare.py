"""Tables side by side: what only the wider one can reach, what the absent would upset."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from satumeja.display import Shown
from satumeja.stability import CONCEPTS, Explicit
from satumeja.table._deals import Deals, deals_from
from satumeja.table._ground import Ground, Seats

if TYPE_CHECKING:
    from satumeja.model import Model, StateName
    from satumeja.table._reach import Reach

__all__ = ["Comparison", "compare"]


@dataclass(frozen=True, eq=False, repr=False)
class Comparison(Shown):
    """The deals of several tables from one start, side by side.

    Parameters
    ----------
    model : Model
        The conflict.
    deals : tuple of Deals
        For each table, in the order given.

    See Also
    --------
    compare : Makes it.
    """

    model: Model
    deals: tuple[Deals, ...]

    @cached_property
    def only_here(self) -> tuple[list[int], ...]:
        """For each table the deals that no narrower table can bring about."""
        return tuple(self._only(wide) for wide in self.deals)

    def _only(self, wide: Deals) -> list[int]:
        left = wide.numbers
        for other in self.deals:
            if set(other.seats) < set(wide.seats):
                left = np.setdiff1d(left, other.reached, assume_unique=True)
        return [int(number) for number in left]

    @cached_property
    def absent_upset(self) -> tuple[Mapping[str, Mapping[str, list[int]]], ...]:
        """For each table, by concept and absentee, the deals that the absentee would leave."""
        return tuple(
            {
                concept: {
                    dm.id: table.numbers[~table.stable[concept, dm.id]].tolist()
                    for dm in self.model.decision_makers
                    if dm.id not in table.seats
                }
                for concept in CONCEPTS
            }
            for table in self.deals
        )

    def to_json(self) -> dict[str, Any]:
        """Return the comparison as plain data, in the schema ``satumeja/tables/1``."""
        rows = zip(self.deals, self.only_here, self.absent_upset, strict=True)
        return {
            "schema": "satumeja/tables/1",
            "tables": [
                table.to_json() | {"only_here": only, "absent_upset": upset}
                for table, only, upset in rows
            ],
        }


def compare(
    model: Model,
    tables: Sequence[Seats] | None = None,
    *,
    start: StateName | None = None,
    reach: Reach = "joint",
    weak: bool = False,
    engine: Explicit | None = None,
) -> Comparison:
    """Find the deals of several tables and set them side by side.

    Parameters
    ----------
    model : Model
        A conflict.
    tables : sequence, optional
        Tables by id or by seats; by default those of the model, or one for everybody
        where it names none.
    start, reach, weak, engine
        As for `deals`.

    Returns
    -------
    Comparison
        The deals of each table; those that no narrower table can bring about; those
        that somebody absent would leave.

    Raises
    ------
    QuestionError
        If there is no such table, decision maker or state, or no status quo.
    LimitError
        If the model has more feasible states than can be listed.

    See Also
    --------
    deals : Those of one table.
    linkage : What one package across tables opens.

    Notes
    -----
    The model is analysed once for all tables.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> tables = compare(load("prisoners-dilemma"), [["row"], ["row", "column"]], start=4)
    >>> [len(table) for table in tables.deals], tables.only_here
    ([0, 1], ([], [1]))
    """
    ground = Ground(model, start, Explicit.of(model, engine))
    chosen = tables or [table.id for table in model.tables] or [None]
    deals = tuple(deals_from(ground, seats, reach=reach, weak=weak) for seats in chosen)
    return Comparison(model, deals)
