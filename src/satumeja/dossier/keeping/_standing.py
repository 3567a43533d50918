"""What stands in a whole file, made quickly: a large dossier is read as a whole at every question.

An item that nobody corrected needs none of what corrections need; its object is made straight
from its columns. Those that were corrected go the way of `items`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from operator import itemgetter
from typing import Any, TypeVar

from satumeja.dossier._types import Act, Statement
from satumeja.dossier.keeping._events import Correction, in_force
from satumeja.dossier.keeping._file import DossierFile
from satumeja.dossier.keeping._items import added_rows, corrected_row, made
from satumeja.dossier.keeping._names import Names
from satumeja.report import Span

__all__ = ["Standing", "made_of", "span_of", "standing"]

_Made = TypeVar("_Made")

Standing = tuple[str, str, Statement | Act]
"""A key, a state, and what stands under it."""

_COLUMNS = {
    "statement": (
        "source, id, retired, start, stop, speaker, speaker_span, cue, cue_kind, mode, addressee, "
        "medium, day, doubtful, within, origin, act, day_end, precision, day_doubtful"
    ),
    "act": (
        "source, id, retired, start, stop, kind, actor, by, target, statement, issue, condition, "
        "condition_issue, condition_actor, day, day_end, precision, origin, doubtful, "
        "day_doubtful, due, due_end, due_precision"
    ),
}


def standing(
    file: DossierFile, kind: str, names: Names, offsets: Mapping[int, int]
) -> Iterator[Standing]:
    """Give the statements or acts of some reports that stand, in the order of their texts.

    Parameters
    ----------
    file : DossierFile
        The file.
    kind : {"statement", "act"}
        Which.
    names : Names
        Who is meant, and about what.
    offsets : mapping of int to int
        Where the text of each report wanted begins in the joined text.

    Notes
    -----
    Cost is linear in the items; a corrected one costs about ten times as much as another.
    """
    events: dict[str, list[Correction]] = {}
    for event in in_force(file, (kind,)):
        events.setdefault(event.of, []).append(event)
    added = iter(sorted(added_rows(file, kind, events, names), key=_place))
    waiting = next(added, None)
    words = ", words" if kind == "act" and names.words else ""
    query = f"SELECT {_COLUMNS[kind]}{words} FROM {kind} ORDER BY rowid"  # noqa: S608
    make = _MAKERS[kind]
    # Reports read again come last in the file; of what is nearly in order, sorting is cheap here.
    for columns in sorted(file.tuples(query), key=itemgetter(0)):
        while waiting is not None and _place(waiting) < (columns[0], columns[3], ""):
            yield from _corrected(kind, waiting, offsets)
            waiting = next(added, None)
        if columns[0] not in offsets:
            continue
        key = f"r{columns[0]}#{columns[1]}"
        if key in events:
            row = corrected_row(file, kind, key, events[key], names)
            yield from _corrected(kind, row, offsets)
        elif not columns[2]:
            yield key, "proposed", make(columns, key, offsets[columns[0]], names)
    while waiting is not None:
        yield from _corrected(kind, waiting, offsets)
        waiting = next(added, None)


def _place(row: Mapping[str, Any]) -> tuple[int, int, str]:
    """Give where an added item comes in; of two at one place the one with the lower key first."""
    return row["source"], row["start"], row["key"]


def _corrected(
    kind: str, row: Mapping[str, Any], offsets: Mapping[int, int]
) -> Iterator[Standing]:
    """Give a corrected item, where its report is wanted and it was not rejected."""
    if row["source"] in offsets and row["state"] not in ("rejected", "retired"):
        yield row["key"], row["state"], made(kind, row, offsets[row["source"]])


def span_of(words: str, offset: int = 0) -> Span:
    """Read a span as it is kept, and move it into the joined text."""
    start, end = words[1:-1].split(",")
    return int(start) + offset, int(end) + offset


@lru_cache(maxsize=1 << 12)
def _day(words: str | None) -> dt.date | None:
    return dt.date.fromisoformat(words) if words else None


def _statement(columns: Any, key: str, offset: int, names: Names) -> Statement:
    """Make a statement nobody corrected."""
    source, _, _, start, stop, speaker, speaker_span, cue, cue_kind, mode, addressee, *rest = (
        columns
    )
    medium, day, doubtful, within, origin, act, day_end, precision, day_doubtful = rest
    if names.renames:
        speaker = names.actor(speaker, source) if speaker else None
        addressee = names.actor(addressee, source) if addressee else None
    return made_of(
        Statement,
        {
            "id": key,
            "speaker": speaker,
            "speaker_span": span_of(speaker_span, offset) if speaker_span else None,
            "cue": span_of(cue, offset) if cue else None,
            "cue_kind": cue_kind,
            "content": (start + offset, stop + offset),
            "mode": mode,
            "addressee": addressee,
            "medium": medium,
            "date": _day(day),
            "doubtful": bool(doubtful),
            "within": f"r{source}#{within}" if within else None,
            "origin": origin,
            "act": act,
            "date_end": _day(day_end),
            "precision": precision,
            "date_doubtful": bool(day_doubtful),
        },
    )


def _act(columns: Any, key: str, offset: int, names: Names) -> Act:
    """Make an act nobody corrected."""
    source, _, _, start, stop, kind, actor, by, target, statement, issue, *rest = columns
    condition, condition_issue, condition_actor, day, day_end, precision, *rest = rest
    origin, doubtful, day_doubtful, due, due_end, due_precision, *words = rest
    if issue is None and words:
        issue = names.issue_about(words[0])
    if names.renames:
        issue = names.issue(issue) if issue else None
        condition_issue = names.issue(condition_issue) if condition_issue else None
        actor, by, target, condition_actor = (
            names.actor(party, source) if party else None
            for party in (actor, by, target, condition_actor)
        )
    return made_of(
        Act,
        {
            "id": key,
            "kind": kind,
            "actor": actor,
            "by": by,
            "target": target,
            "statement": f"r{source}#{statement}" if statement else None,
            "span": (start + offset, stop + offset),
            "issue": issue,
            "condition": span_of(condition, offset) if condition else None,
            "condition_issue": condition_issue,
            "condition_actor": condition_actor,
            "date": _day(day),
            "date_end": _day(day_end),
            "precision": precision,
            "origin": origin,
            "doubtful": bool(doubtful),
            "date_doubtful": bool(day_doubtful),
            "due": _day(due),
            "due_end": _day(due_end),
            "due_precision": due_precision,
        },
    )


def made_of(kind: type[_Made], fields: dict[str, Any]) -> _Made:
    """Make a frozen object of all its fields; setting them one by one takes four times as long."""
    value = object.__new__(kind)
    object.__setattr__(value, "__dict__", fields)
    return value


_MAKERS: Mapping[str, Callable[[Any, str, int, Names], Statement | Act]] = {
    "statement": _statement,
    "act": _act,
}
