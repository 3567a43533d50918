"""What the tables could agree, and what each side would have to move."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

import numpy as np

from satumeja.display import Card, Shown
from satumeja.front._groups import GROUPED_MEMBERS, GROUPED_STATES, groups_of
from satumeja.front._present import Present
from satumeja.front._seated import Package, Seated, SidePackage, Way
from satumeja.model import Model, Table, Text
from satumeja.stability import analyse
from satumeja.table.kit import Side, Sides, Together, sides

__all__ = ["Agreement"]

_BEST = 8


class Agreement(Shown):
    """What the tables of a conflict could agree, as seen from the present situation.

    Parameters
    ----------
    present : Present
        The present situation; of a model in option form.
    """

    def __init__(self, present: Present) -> None:
        self.present, self.model = present, present.model
        self._eased: dict[tuple[str, ...], Present] = {(): present}

    def card(self) -> Card:
        """Show whose agreement it is."""
        return Card("Agreement of " + ", ".join(self.present.ids))

    @cached_property
    def together(self) -> Together | None:
        """What groups bring about; None where there are too many to be looked at."""
        few = len(self.present.ids) <= GROUPED_MEMBERS and len(self.model.states) <= GROUPED_STATES
        return Together(self.model) if few else None

    def tables(self) -> tuple[Seated, ...]:
        """Describe each table, or everybody together where the model has none."""
        return tuple(self._tables())

    def _tables(self) -> Iterator[Seated]:
        start = self.present.start + 1
        for table in self.model.tables:
            yield self._seated(sides(self.model, table.id, start=start), table)
        if not self.model.tables:
            yield self._seated(sides(self.model, start=start), Table("", Text(), self.present.ids))

    def _seated(self, agreed: Sides, table: Table) -> Seated:
        return Seated(
            id=table.id,
            name=table.name,
            seats=agreed.seats,
            absent=tuple(dm for dm in self.present.ids if dm not in agreed.seats),
            date=table.date,
            until=table.until,
            zone=len(agreed.zone),
            best=tuple(self._package(number, agreed.seats) for number in self._best(agreed)),
            each_side=tuple(self._side(side, agreed.seats) for side in agreed.alone),
            joint=tuple(self._side(side, agreed.seats) for side in agreed.joint),
        )

    def _best(self, agreed: Sides) -> list[int]:
        rungs = self.present.analysis.rungs[agreed.best - 1]
        chosen: list[int] = agreed.best[np.argsort(-rungs, kind="stable")][:_BEST].tolist()
        return chosen

    def _side(self, side: Side, seats: tuple[str, ...]) -> SidePackage:
        way = Way(side.gives, side.ease, side.less)
        return SidePackage(way, self._package(side.package, seats, side))

    def _package(self, number: int, seats: tuple[str, ...], side: Side | None = None) -> Package:
        there = self._with_eased(side.ease, side.eased) if side else self.present
        hold = there.analysis.hold(number, most=1)
        leaving = {tempted.dm for tempted in hold.tempted if tempted.level == 0}
        return Package(
            deed=self.present.together(number - 1, seats),
            versus=self.present.versus(number - 1),
            level=hold.level,
            nuance=hold.nuance,
            groups=groups_of(Present(there.analysis, number - 1), self.together),
            upset_by_absent=tuple(dm for dm in there.ids if dm in leaving and dm not in seats),
            lines=self.present.lines(number - 1),
        )

    def _with_eased(self, ease: tuple[str, ...], model: Model) -> Present:
        if ease not in self._eased:
            self._eased[ease] = Present(analyse(model, "nash"), self.present.start)
        return self._eased[ease]
