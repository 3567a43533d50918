"""Tables of a file, and parties that talks affect without a seat: names checked, words made."""

from __future__ import annotations

import re
from collections.abc import Mapping

from satumeja.errors import did_you_mean
from satumeja.formats import schema
from satumeja.formats.compiling._context import Context
from satumeja.formats.trees import Path
from satumeja.model import Affected, Deadline, Table, Text
from satumeja.model.kit import repeated

__all__ = ["compile_affected", "compile_deadlines", "compile_tables"]

_ID = re.compile(r"[a-z][a-z0-9_]*")
_OPTION = re.compile(r"[^\W\d]\w*\.[^\W\d]\w*")


def compile_tables(
    part: schema.ModelFile, options: Mapping[str, list[str]], context: Context
) -> tuple[Table, ...]:
    """Compile the tables of a file.

    Parameters
    ----------
    part : ModelFile
        The validated parts.
    options : mapping of str to list of str
        The ids of each decision maker's options.
    context : Context
        Where faults go.
    """
    return tuple(_table(name, part, options, context) for name in part.tables)


def _table(
    name: str, part: schema.ModelFile, options: Mapping[str, list[str]], context: Context
) -> Table:
    table, path = part.tables[name], ("tables", name)
    context.source_id(name, path)
    again = {place for place, _ in repeated(table.seats)}
    for k, seat in enumerate(table.seats):
        place = (*path, "seats", k)
        context.require(seat, part.decision_makers, "decision maker", place, f" at table {name}")
        if k in again:
            context.faults.add(f'"{seat}" is seated twice', place)
    if len(table.seats) < 2:
        context.faults.add("a table has at least two seats", (*path, "seats"), key=True)
    begins, ends = context.date(table.date, (*path, "date")), table.until
    context.date(ends, (*path, "until"))
    if begins and ends and ends[: len(begins)] < begins[: len(ends)]:
        context.faults.add(f"{ends} is before {begins}, when they meet", (*path, "until"))
    return Table(
        id=name,
        name=context.text(table.name, (*path, "name")) or Text(name),
        seats=tuple(table.seats),
        date=begins,
        convenor=_convenor(table, part, (*path, "convenor"), context),
        agenda=tuple(
            _item(item, options, (*path, "agenda", k), context)
            for k, item in enumerate(table.agenda)
        ),
        until=ends,
        papers=context.references(table.papers, (*path, "papers")),
        **context.cited(table, path),
    )


def _convenor(table: schema.Table, part: schema.ModelFile, path: Path, context: Context) -> Text:
    """Take who convenes: a party of the file by its id, or anybody else in words."""
    words = context.text(table.convenor, path)
    if not _ID.fullmatch(words) or words in part.decision_makers or words in part.affected:
        return words
    if meant := did_you_mean(words, [*part.decision_makers, *part.affected]):
        context.faults.add(f'unknown party "{words}" as convenor{meant}', path, offset=0)
    return words


def _item(
    item: str | Mapping[str, str], options: Mapping[str, list[str]], path: Path, context: Context
) -> Text:
    """Take an item of an agenda: an option as ``maker.option``, or words."""
    words = context.text(item, path)
    if not words.strip():
        context.faults.add("an item of an agenda is empty", path)
    elif not words.by_language and _OPTION.fullmatch(words):
        maker, _, option = words.partition(".")
        listed = context.require(maker, options, "decision maker", path, " on an agenda")
        if listed and option not in options[maker]:
            names = [f"{maker}.{name}" for name in options[maker]]
            context.require(words, names, "option", path, " on an agenda")
    return words


def compile_affected(part: schema.ModelFile, context: Context) -> tuple[Affected, ...]:
    """Compile the parties that have no seat and no option, and yet are affected."""
    affected = list[Affected]()
    for name, stated in part.affected.items():
        path: Path = ("affected", name)
        context.id(name, path)
        if name in part.decision_makers:
            message = f'"{name}" is a decision maker: who decides is not only affected'
            context.faults.add(message, path, key=True)
        entry = (
            stated if isinstance(stated, schema.Affected) else schema.Affected(name=stated or "")
        )
        words = context.text(entry.name, (*path, "name")) or Text(name)
        affected.append(Affected(name, words, **context.cited(entry, path)))
    return tuple(affected)


def compile_deadlines(part: schema.ModelFile, context: Context) -> tuple[Deadline, ...]:
    """Compile what falls due on a day."""
    deadlines = list[Deadline]()
    for name, entry in part.deadlines.items():
        path: Path = ("deadlines", name)
        context.source_id(name, path)
        if not entry.date:
            context.faults.add("a deadline has a date", (*path, "date"))
        words = context.text(entry.name, (*path, "name")) or Text(name)
        day = context.date(entry.date, (*path, "date"))
        deadlines.append(Deadline(name, words, day, **context.cited(entry, path)))
    return tuple(deadlines)
