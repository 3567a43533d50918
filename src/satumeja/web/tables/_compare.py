"""Readings of a conflict side by side: which answers stand in all, and what decides them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from markupsafe import Markup

from satumeja.brief.leaf import capital
from satumeja.brief.sentences import alike, differences, reading_in_words
from satumeja.brief.words import short_of
from satumeja.errors import SatuMejaError
from satumeja.evidence import Archive
from satumeja.stability import Hold
from satumeja.table.kit import Sides, sides
from satumeja.web.cases import Case, Loaded
from satumeja.web.once import once
from satumeja.web.routing import Call
from satumeja.web.shapes import Compared, ComparedRow, ReadingShown
from satumeja.web.tables._conflict import Conflict, is_listed
from satumeja.web.tables._wishes import wishes_of

__all__ = ["compared"]

_MOST = 8


@dataclass(frozen=True)
class _Reading:
    """One reading, and what it answers about the present situation."""

    file: str
    conflict: Conflict

    @once
    def hold(self) -> Hold | None:
        """How the present situation holds in it."""
        if self.conflict.model.status_quo_number is None:
            return None
        return self.conflict.analysis.hold(most=1)

    @once
    def tables(self) -> dict[str, Sides]:
        """What reading table could agree."""
        model = self.conflict.model
        if model.is_graph or self.hold is None:
            return {}
        return {table.id: sides(model, table.id) for table in model.tables} or {"": sides(model)}

    @property
    def title(self) -> str:
        """Its title, in the language of the page."""
        return self.conflict.deeds.text(self.conflict.model.title)

    @property
    def name(self) -> str:
        model, deeds = self.conflict.model, self.conflict.deeds
        return deeds.text(model.reading) or deeds.text(model.title) or self.file


def compared(call: Call) -> Compared:
    """Set the readings of a conflict that the case holds beside the one in view."""
    this = call.names["file"]
    loaded, broken = _readings(call.case, this)
    readings = [
        _Reading(
            reading.name,
            reading.derived(f"read in {call.language}", partial(Conflict, reading, call.language)),
        )
        for reading in loaded
    ]
    heads = [
        ReadingShown(
            file=reading.file, name=reading.name, title=reading.title, this=reading.file == this
        )
        for reading in readings
    ]  # fmt: skip
    # Of states too many to be listed nothing is set side by side but the wishes.
    listed = is_listed(readings[0].conflict.model)
    rows = list(_rows(readings)) if listed else []
    return Compared(
        readings=[*heads, *broken],
        rows=sorted(rows, key=lambda row: not row.differs),
        wishes=wishes_of([reading.conflict for reading in readings]),
        turns=_turns(readings) if listed else [],
    )


def _readings(case: Case, this: str) -> tuple[list[Loaded], list[ReadingShown]]:
    """Read the model in view and those with the same sides and options; and what is broken."""
    first = case.read(this)
    model, readings, broken = first.sound(), [first], list[ReadingShown]()
    if not is_listed(model):
        return readings, broken
    for entry in case.models():
        if entry.name == this or len(readings) == _MOST:
            continue
        try:
            loaded = case.read(entry.name)
            other = loaded.sound()
        except SatuMejaError as error:
            message = str(error).splitlines()[0]
            broken.append(
                ReadingShown(
                    file=entry.name, name=entry.name, title="", this=False, broken=message
                )
            )
            continue
        same = [dm.id for dm in other.decision_makers] == [dm.id for dm in model.decision_makers]
        if same and other.option_names == model.option_names and other.is_graph == model.is_graph:
            readings.append(loaded)
    return readings, broken


def _rows(readings: Sequence[_Reading]) -> Iterator[ComparedRow]:
    first = readings[0].conflict
    words = first.words
    makers = [dm.id for dm in first.model.decision_makers]
    yield _row("now", "now", words("hold.now"), [_now(reading) for reading in readings], makers)
    for dm in makers:
        cells = [_side(reading, dm) for reading in readings]
        yield _row(f"side-{dm}", "sides", first.deeds.label(dm), cells, [dm])
    for table in dict.fromkeys(table for reading in readings for table in reading.tables):
        cells = [_table(reading, table) for reading in readings]
        seats = next(
            reading.tables[table].seats for reading in readings if table in reading.tables
        )
        yield _row(f"table-{table}", "table", _table_name(first, table), cells, list(seats))
    for level in (3, 2, 1, 0):
        cells = [_counted(reading, level) for reading in readings]
        label = capital(words(f"leaf.holds.{level}"))
        yield _row(f"rung-{level}", "outcomes", label, cells, makers)


def _row(
    key: str, group: str, label: str, cells: Sequence[tuple[str, str]], makers: list[str]
) -> ComparedRow:
    return ComparedRow(
        key=key,
        label=label,
        group=group,
        cells=[text for text, _ in cells],
        technical=[technical for _, technical in cells],
        differs=len(set(cells)) > 1,
        makers=makers,
    )


def _now(reading: _Reading) -> tuple[str, str]:
    words, hold = reading.conflict.words, reading.hold
    if hold is None:
        return words("annexes.readings.unknown"), ""
    analysis = reading.conflict.analysis
    names = [
        short_of(concept.id, words)
        for concept in analysis.concepts
        if analysis.is_equilibrium(concept.id)[hold.state - 1]
    ]
    return capital(words(f"leaf.holds.{hold.level}")), ", ".join(names)


def _side(reading: _Reading, dm: str) -> tuple[str, str]:
    """Say how the present situation holds for one side alone."""
    words, hold = reading.conflict.words, reading.hold
    if hold is None:
        return words("annexes.readings.unknown"), ""
    level = next((tempted.level for tempted in hold.tempted if tempted.dm == dm), 3)
    analysis = reading.conflict.analysis
    names = [
        short_of(concept.id, words)
        for concept in analysis.concepts
        if analysis.is_stable(concept.id, dm)[hold.state - 1]
    ]
    return capital(words(f"leaf.holds.{level}")), ", ".join(names)


def _table(reading: _Reading, table: str) -> tuple[str, str]:
    """Say what a table could agree in a reading, the most firmly held first."""
    conflict, words = reading.conflict, reading.conflict.words
    if table not in reading.tables:
        return words("annexes.dash"), ""
    agreed = reading.tables[table]
    if not len(agreed.zone):
        return capital(words("annexes.tables.nothing")), ""
    rungs = conflict.analysis.rungs[agreed.best - 1]
    best = int(agreed.best[int(np.argmax(rungs))])
    start = conflict.start(None)
    parts = [
        words.count("annexes.tables.zone_count", len(agreed.zone)),
        conflict.together(start, best, agreed.seats),
        words(f"leaf.then.{int(rungs.max())}"),
    ]
    return "; ".join(parts), ", ".join(map(str, agreed.best.tolist()))


def _table_name(conflict: Conflict, table: str) -> str:
    for listed in conflict.model.tables:
        if listed.id == table:
            return conflict.words("annexes.tables.caption", name=conflict.deeds.text(listed.name))
    return conflict.words("annexes.tables.everybody")


def _counted(reading: _Reading, level: int) -> tuple[str, str]:
    count = int(np.count_nonzero(reading.conflict.analysis.rungs == level))
    return reading.conflict.words.count("count.states", count), ""


def _turns(readings: Sequence[_Reading]) -> list[str]:
    """Say on which wishes reading other reading turns, where they differ in wishes alone."""
    first = readings[0].conflict
    turns = list[str]()
    for other in readings[1:]:
        there = other.conflict
        if not alike(first.model, there.model):
            continue
        verdicts = differences(first.analysis, there.analysis)
        # Looked up anew: what dossiers hold may have been corrected since.
        here, other_archive = Archive(first.model), Archive(there.model)
        in_words = reading_in_words(here, other_archive, verdicts, first.phrases)
        turns += [f"{other.name}: {_plain(point)}" for point in in_words.points]
    return turns


def _plain(point: str | Markup) -> str:
    """Give the words of what is marked up."""
    return point.striptags() if isinstance(point, Markup) else point
