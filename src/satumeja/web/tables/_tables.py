"""Tables: what the seated could agree, how firmly it would hold, and what would open more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from satumeja import table as room
from satumeja.brief.leaf import capital, holding_in_words, line_in_words, way_in_words
from satumeja.brief.sentences import deal_sentences, linkage_sentences, wide_sentences
from satumeja.brief.words import SetPhrases, Words
from satumeja.front import Agreement, Present, Seated, SidePackage, Way
from satumeja.model import OptionStates, Table
from satumeja.stability import analyse_symbolically
from satumeja.table.kit import LINKED_STATES, crossed
from satumeja.web.routing import Call
from satumeja.web.shapes import (
    DealRow,
    LineAsked,
    Opens,
    Outcome,
    SideMove,
    TableShown,
    TablesShown,
    UpsetShown,
)
from satumeja.web.tables._conflict import Conflict, conflict_of, is_listed

__all__ = ["tables"]

_OUTCOMES, _DEALS, _WAYS = 400, 60, 40
_LINKED = _PAIR = 2


def tables(call: Call) -> TablesShown:
    """Show every table of a model, seen from one state."""
    conflict, start = conflict_of(call), call.query.start
    if start is not None:  # kept for the present situation alone: there are many others
        return _tables(conflict, start)
    return conflict.loaded.derived(f"tables {call.language}", lambda: _tables(conflict, None))


def _tables(conflict: Conflict, asked_from: str | None) -> TablesShown:
    words = Words(conflict.language)
    rungs = {str(level): words(f"leaf.holds.{level}") for level in range(4)}
    if not is_listed(conflict.model):
        return _wide(conflict, rungs)
    if conflict.model.status_quo_number is None and asked_from is None:
        sentence = words("annexes.tables.no_present")
        return TablesShown(
            start=None, rung_words=rungs, tables=[], linked=[], sentences=[sentence]
        )
    start = conflict.start(asked_from)
    compared = room.compare(conflict.model, start=start, engine=conflict.analysis.explicit)
    seated = _seated(conflict, start)
    shown = [
        _Shown(conflict, start, deals, seated[place] if seated else None).table()
        for place, deals in enumerate(compared.deals)
    ]
    return TablesShown(
        start=start,
        start_words=conflict.situations.named(start),
        rung_words=rungs,
        tables=shown,
        linked=_linked(conflict, start),
        sentences=[words("annexes.tables.graph")] if conflict.model.is_graph else [],
    )


def _seated(conflict: Conflict, start: int) -> tuple[Seated, ...]:
    """Say what each side would have to move; nothing in graph form, where nobody can tell."""
    if conflict.model.is_graph:
        return ()
    return Agreement(Present(conflict.analysis, start - 1)).tables()


def _linked(conflict: Conflict, start: int) -> list[str]:
    model = conflict.model
    if model.is_graph or len(model.tables) < _LINKED:
        return []
    if len(model.states) > LINKED_STATES:
        return linkage_sentences(conflict.phrases, None)
    return linkage_sentences(conflict.phrases, room.linkage(model, start=start))


def _wide(conflict: Conflict, rungs: dict[str, str]) -> TablesShown:
    """Say in sentences what is open where states are too many to be listed."""
    model, words = conflict.model, Words(conflict.language)
    phrases = SetPhrases(analyse_symbolically(model, []), words)
    chosen: list[Table | None] = [*model.tables] or [None]
    shown = []
    for table in chosen:
        opened = room.symbolic_openings(model, None if table is None else table.id)
        shown.append(
            TableShown(
                id=opened.table,
                name="" if table is None else phrases.text(table.name),
                seats=list(opened.seats),
                absent=_absent(conflict, opened.seats),
                reached=0,
                outcomes=[],
                zone=[],
                best=[],
                deals=[],
                opens=[],
                sides=[],
                sentences=wide_sentences(phrases, opened),
                walks_away=[],
            )
        )
    linked = linkage_sentences(phrases, None) if len(model.tables) >= _LINKED else []
    return TablesShown(start=None, rung_words=rungs, tables=shown, linked=linked, sentences=[])


def _absent(conflict: Conflict, seats: Sequence[str]) -> list[str]:
    return [dm.id for dm in conflict.model.decision_makers if dm.id not in seats]


class _Shown:
    """One table as it is shown."""

    def __init__(
        self, conflict: Conflict, start: int, deals: room.Deals, seated: Seated | None
    ) -> None:
        self.conflict, self.start, self.deals, self.seated = conflict, start, deals, seated
        self.model, self.seats = conflict.model, deals.seats
        seats: str | tuple[str, ...] = deals.table or deals.seats
        self.opened = (
            None
            if self.model.is_graph
            else room.openings(self.model, seats, start=start, judge=False)
        )

    def table(self) -> TableShown:
        conflict, deals, opened = self.conflict, self.deals, self.opened
        numbers = [int(number) for number in deals.reached if number != self.start]
        listed = self._nearest(numbers)
        best = deals.best(_DEALS).tolist()
        named = next((own for own in self.model.tables if own.id == deals.table), None)
        return TableShown(
            id=deals.table,
            name="" if named is None else conflict.deeds.text(named.name) or named.id,
            seats=list(self.seats),
            absent=_absent(conflict, self.seats),
            when="" if named is None else self._when(named),
            reached=len(numbers),
            outcomes=self._outcomes(listed),
            more=len(numbers) - len(listed),
            zone=[] if opened is None else opened.zone.tolist(),
            best=[] if opened is None else opened.best.tolist(),
            deals=[self._deal(number) for number in best],
            more_deals=len(deals) - len(best),
            opens=list(self._ways()),
            sides=list(self._sides()),
            sentences=[],
            walks_away=self._walks_away(),
        )

    def _nearest(self, numbers: list[int]) -> list[int]:
        """Choose outcomes to list where there are many: those that gain the most seats first."""
        if len(numbers) <= _OUTCOMES:
            return numbers
        places = np.array(numbers) - 1
        gains = np.stack([self.deals.ground.gains(dm, places) for dm in self.seats])
        order = np.lexsort((places, -gains.min(axis=0), -(gains > 0).sum(axis=0)))
        return sorted(numbers[k] for k in order[:_OUTCOMES])

    def _when(self, table: Table) -> str:
        days = [self.conflict.words.date(day) for day in (table.date, table.until) if day]
        return " – ".join(days)

    def _outcomes(self, numbers: list[int]) -> list[Outcome]:
        if not numbers:
            return []
        places = np.array(numbers) - 1
        gains = {dm.id: self._gained(dm.id, places) for dm in self.model.decision_makers}
        lines = self._lines(numbers)
        zone = set() if self.opened is None else set(self.opened.zone.tolist())
        agreed = set(self.deals.numbers.tolist())
        return [
            Outcome(
                state=number,
                words=self.conflict.together(self.start, number, self.seats),
                gains={dm: places_of[k] for dm, places_of in gains.items()},
                lines=lines[k],
                deal=number in agreed,
                open=number in zone,
            )
            for k, number in enumerate(numbers)
        ]

    def _gained(self, dm: str, places: np.ndarray) -> list[int]:
        gained: list[int] = self.deals.ground.gains(dm, places).tolist()
        return gained

    def _lines(self, numbers: list[int]) -> list[list[str]]:
        """Name for each state the seated whose red lines it crosses."""
        states = self.model.states
        if not isinstance(states, OptionStates):
            return [[] for _ in numbers]
        lines = room.red_lines(self.model, self.seats)
        masks = crossed(lines, states.codes[np.array(numbers) - 1]).tolist()
        return [
            list(dict.fromkeys(line.dm for k, line in enumerate(lines) if mask >> k & 1))
            for mask in masks
        ]

    def _deal(self, number: int) -> DealRow:
        deal, conflict = self.deals.deal(number), self.conflict
        hold = conflict.analysis.hold(number, most=1)
        leaving = [tempted for tempted in hold.tempted if tempted.level == 0]
        return DealRow(
            state=number,
            words=conflict.together(self.start, number, self.seats),
            gains=dict(deal.gains) | dict(deal.others),
            efficient=deal.efficient,
            level=str(hold.level),
            holds=[concept for concept, holds in deal.holds.items() if holds],
            lines=list(dict.fromkeys(name.partition("#")[0] for name in deal.red_lines)),
            upset=[
                UpsetShown(
                    maker=tempted.dm,
                    to=tempted.moves[0].to,
                    words=conflict.move(tempted.dm, number, tempted.moves[0].to),
                    seated=tempted.dm in self.seats,
                )
                for tempted in leaving
            ],
            notes=self._notes(number),
            technical=list(deal_sentences(conflict.phrases, deal)),
        )

    def _notes(self, number: int) -> list[str]:
        """Say how a deal would hold, in the words of the brief where the brief shows it."""
        for package in () if self.seated is None else self.seated.best:
            if package.deed.state == number:
                return [capital(note) for note in holding_in_words(self.conflict.deeds, package)]
        level = self.conflict.analysis.hold(number, most=1).level
        return [capital(self.conflict.words(f"leaf.then.{level}"))]

    def _ways(self) -> Iterator[Opens]:
        if self.opened is None:
            return
        for way in (self.opened.openings or self.opened.concessions)[:_WAYS]:
            yield Opens(
                ease=[self._line(name) for name in way.ease],
                less=list(way.accept_less),
                words=self._way(Way(way.asks, way.ease, way.accept_less)),
                zone=way.zone.tolist(),
                best=way.best.tolist(),
            )

    def _way(self, way: Way) -> str:
        return way_in_words(self.conflict.deeds, way)

    def _line(self, name: str) -> LineAsked:
        dm, _, place = name.partition("#")
        condition = self.model[dm].red_lines[int(place) - 1].condition
        conflict = self.conflict
        rules_out = line_in_words(conflict.deeds, name, ())
        return LineAsked(
            name=name, maker=dm, words=rules_out or capital(conflict.phrases.condition(condition))
        )

    def _sides(self) -> Iterator[SideMove]:
        if self.seated is None:
            return
        for side in (*self.seated.each_side, *self.seated.joint):
            yield self._side(side)

    def _side(self, side: SidePackage) -> SideMove:
        package, deeds = side.package, self.conflict.deeds
        movers = {change.dm for change in package.deed.changes}
        return SideMove(
            gives=list(side.way.dms),
            state=package.deed.state,
            package=deeds.deeds(package.deed),
            words=self._way(side.way),
            suffers=[dm for dm in side.way.dms if dm not in movers],
            notes=[capital(note) for note in holding_in_words(deeds, package)],
        )

    def _walks_away(self) -> list[str]:
        """Name who keeps something from being agreed that all others seated gain by."""
        if len(self.seats) <= _PAIR:  # the other one alone agrees with nobody
            return []
        return [dm for dm, numbers in self.deals.walks_away.items() if len(numbers)]
