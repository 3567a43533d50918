"""What opens the zone of each table, after every change and in every order that is tried."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from satumeja.model import Model
from satumeja.questions.leaning._assumptions import Edit
from satumeja.questions.leaning._statements import Orders, Statements, side_by_side
from satumeja.table.kit import Likings, OpeningSets

__all__ = ["Ease", "Zones"]

Ease = tuple[str, ...]
Flags = NDArray[np.bool_]


class Zones:
    """The zones of the tables of a model, in option form.

    Parameters
    ----------
    model : Model
        The conflict; of one in graph form nothing opens a zone.
    tables : sequence of str
        The tables, by id.
    start : int or None
        The number of the state that holds without a deal.
    """

    def __init__(self, model: Model, tables: Sequence[str], start: int | None) -> None:
        self._zones = {
            table: OpeningSets(model, table, start) for table in (() if model.is_graph else tables)
        }
        self._places = {dm.id: place for place, dm in enumerate(model.decision_makers)}

    def eases(self, table: str) -> list[Ease]:
        """List the openings of a table as the model has everybody's preferences."""
        if table not in self._zones:
            return []
        opened = self._opened(table, self._zones[table].own)
        return sorted(ease for ease, flags in opened.items() if flags[0])

    def after(self, table: str, edits: Sequence[Edit], stated: Statements) -> dict[Ease, Flags]:
        """Say after which changes to preferences some red lines are an opening of a table.

        Parameters
        ----------
        table : str
            The table.
        edits : sequence of Edit
            The changes.
        stated : Statements
            The statements of the model.

        Returns
        -------
        dict of tuple of str to bool array, shape (edits,)
            By red lines.
        """
        zone = self._zones[table]

        def likings(dm: str) -> Likings:
            place = self._places[dm]
            own = [k for k, edit in enumerate(edits) if edit.place == place]
            liked = np.repeat(zone.own(dm), len(edits), axis=1)
            if own and place in stated.counts:
                orders = [edits[k].order or () for k in own]
                liked[:, own] = zone.ordered(dm, side_by_side(orders, stated.counts[place]))
            elif own:
                ranks = [edits[k].ranks for k in own]
                liked[:, own] = zone.ranked(np.stack([r for r in ranks if r is not None], axis=1))
            return liked

        return self._opened(table, likings)

    def ordered(self, table: str, orders: Mapping[int, Orders]) -> dict[Ease, Flags]:
        """Say in which orders of statements some red lines are an opening of a table.

        Parameters
        ----------
        table : str
            The table.
        orders : mapping of int to int64 array, shape (statements, profiles)
            By decision maker, by place in the model; the others keep their preferences.
        """
        zone = self._zones[table]

        def likings(dm: str) -> Likings:
            place = self._places[dm]
            return zone.ordered(dm, orders[place]) if place in orders else zone.own(dm)

        return self._opened(table, likings)

    def _opened(self, table: str, likings: Callable[[str], Likings]) -> dict[Ease, Flags]:
        zone = self._zones[table]
        minimal = zone.minimal({dm: likings(dm) for dm in zone.members})
        return dict(zip(zone.eases, minimal, strict=True))
