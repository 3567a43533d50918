"""Statements and acts of a file, each as read and as corrected, of one report or of all."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from satumeja.display import ShownInLine
from satumeja.dossier._types import Act, Statement
from satumeja.dossier.keeping._events import Correction, in_force, in_force_of
from satumeja.dossier.keeping._file import DossierFile
from satumeja.dossier.keeping._names import Names, names_of
from satumeja.dossier.keeping._reports import report_number
from satumeja.report import Span
from satumeja.report.kit import fingerprint

__all__ = [
    "REVIEWED",
    "Item",
    "Row",
    "added_rows",
    "corrected_row",
    "effective",
    "item_of",
    "items",
    "items_with",
    "made",
    "states_of",
]

REVIEWED = {"accept": "accepted", "edit": "edited", "add": "added", "reject": "rejected"}
"""What an item is after a correction."""

Row = dict[str, Any]

_ACTORS = {
    "statement": ("speaker", "addressee"),
    "act": ("actor", "by", "target", "condition_actor"),
}
_ISSUES = {"statement": (), "act": ("issue", "condition_issue")}


@dataclass(frozen=True, repr=False)
class Item(ShownInLine):
    """A statement or an act of a dossier file, as corrected.

    Parameters
    ----------
    key : str
        ``r2#s3`` or ``r2#a7``: it means the same words as long as the file is kept.
    kind : str
        ``statement`` or ``act``.
    value : Statement or Act
        What it says; spans are in the report's own text.
    words : str
        The words it rests on.
    state : str
        ``proposed`` by the machine; ``accepted``, ``edited`` or ``added`` by an analyst;
        ``rejected``; or ``retired``: read once, no longer, and never corrected.
    who, at, note : str or None
        Who corrected it last, when and why.
    """

    key: str
    kind: str
    value: Statement | Act
    words: str
    state: str
    who: str | None = None
    at: str | None = None
    note: str | None = None

    @property
    def fingerprint(self) -> str:
        """What its words are known again by."""
        return fingerprint(self.words)

    @property
    def stands(self) -> bool:
        """Whether it is part of the dossier: neither rejected nor retired."""
        return self.state not in ("rejected", "retired")


def items(file: DossierFile, report: str | None = None) -> tuple[Item, ...]:
    """Give the statements and acts of a file, or of one report, as corrected.

    Parameters
    ----------
    file : DossierFile
        The file.
    report : str, optional
        The report, such as ``r2``; all of them where none is named.

    Returns
    -------
    tuple of Item
        Those rejected and retired too, told by their state; statements before acts, each in
        the order of the text.

    Raises
    ------
    ReportError
        There is no such report.

    Notes
    -----
    Cost is that of the reports asked for, however many the file holds.
    """
    number = report_number(file, report) if report else None
    names = names_of(file)
    return tuple(
        _item(kind, row)
        for kind in ("statement", "act")
        for row in effective(file, kind, names, number)
    )


def item_of(file: DossierFile, key: str) -> Item | None:
    """Give one statement or act of a file, as corrected; None where there is none.

    Parameters
    ----------
    file : DossierFile
        The file.
    key : str
        Such as ``r2#s3`` or ``r2#a7``.

    Notes
    -----
    Cost is that of the one, however long its report.
    """
    report, _, local = key.partition("#")
    kind = "act" if local[:1] in ("a", "n") else "statement"
    events, names = in_force_of(file, key), names_of(file)
    if events and events[0].verb == "add":
        return _item(kind, _added(file, kind, key, events, names))
    query = f"SELECT * FROM {kind} WHERE source = ? AND id = ?"  # noqa: S608
    rows = file.rows(query, (int(report[1:]), local))
    return _item(kind, _settled(kind, rows[0], {key: events}, names)) if rows else None


def items_with(file: DossierFile, print_: str) -> tuple[Item, ...]:
    """Give the items of a file whose words have a fingerprint, wherever they stand.

    Parameters
    ----------
    file : DossierFile
        The file.
    print_ : str
        The fingerprint.

    Returns
    -------
    tuple of Item
        Also those whose words had it before an analyst cut them otherwise.
    """
    before = {
        f"r{row['source']}#{row['id']}"
        for kind in ("statement", "act")
        for row in file.rows(f"SELECT source, id FROM {kind} WHERE print = ?", (print_,))  # noqa: S608
    }
    cut = {
        event.of
        for event in in_force(file, ("statement", "act"))
        if event.change.get("print") == print_
    }
    reports = sorted({int(key.partition("#")[0][1:]) for key in before | cut})
    return tuple(
        item
        for number in reports
        for item in items(file, f"r{number}")
        if item.fingerprint == print_ or item.key in before
    )


def states_of(file: DossierFile, keys: Iterable[str]) -> dict[str, str]:
    """Give the state of some items, by their keys."""
    reports = sorted({key.partition("#")[0] for key in keys if "#" in key})
    return {item.key: item.state for report in reports for item in items(file, report)}


def effective(file: DossierFile, kind: str, names: Names, report: int | None = None) -> list[Row]:
    """Give the rows of statements or acts with every correction applied.

    Parameters
    ----------
    file : DossierFile
        The file.
    kind : {"statement", "act"}
        Which.
    names : Names
        Who is meant, and about what.
    report : int, optional
        Of which report; of all where none is named.

    Returns
    -------
    list of dict
        The columns, with ``key``, ``state``, ``who``, ``at`` and ``note``, in the order of
        the text. An item whose adding was withdrawn is in none.
    """
    where, values = ("WHERE source = ?", (report,)) if report is not None else ("", ())
    gathered = file.rows(f"SELECT * FROM {kind} {where} ORDER BY source, rowid", values)  # noqa: S608
    by_key: dict[str, list[Correction]] = {}
    for event in in_force(file, (kind,), report):
        by_key.setdefault(event.of, []).append(event)
    rows = [_settled(kind, row, by_key, names) for row in gathered]
    added = added_rows(file, kind, by_key, names)
    return _in_order(rows, added) if added else rows


def added_rows(
    file: DossierFile, kind: str, by_key: Mapping[str, Sequence[Correction]], names: Names
) -> list[Row]:
    """Give the items that stand only in corrections."""
    return [
        _added(file, kind, key, events, names)
        for key, events in by_key.items()
        if events[0].verb == "add"
    ]


def corrected_row(
    file: DossierFile, kind: str, key: str, events: Sequence[Correction], names: Names
) -> Row:
    """Give one row of the machine's with its corrections applied."""
    report, _, local = key.partition("#")
    query = f"SELECT * FROM {kind} WHERE source = ? AND id = ?"  # noqa: S608
    (row,) = file.rows(query, (int(report[1:]), local))
    return _settled(kind, row, {key: events}, names)


def _settled(
    kind: str, read: Any, by_key: Mapping[str, Sequence[Correction]], names: Names
) -> Row:
    """Give one row of the machine's as corrected."""
    key = f"r{read['source']}#{read['id']}"
    row = dict(read)
    row |= {
        "key": key,
        "state": "retired" if row["retired"] else "proposed",
        "who": None,
        "at": None,
        "note": None,
    }
    if kind == "act" and names.words and row["issue"] is None:
        row["issue"] = names.issue_about(row["words"])
    _rename(kind, row, (*_ACTORS[kind], *_ISSUES[kind]), names, -1)
    for event in by_key.get(key, ()):
        _apply(kind, row, event, names)
    return row


def _rename(kind: str, row: Row, columns: Iterable[str], names: Names, since: int) -> None:
    """Put who and what is meant in the place of what was stated in a correction of a number."""
    for column in columns:
        if row[column] is None:
            continue
        if column in _ISSUES[kind]:
            row[column] = names.issue(row[column], since)
        elif column in _ACTORS[kind]:
            row[column] = names.actor(row[column], row["source"], since)


def _apply(kind: str, row: Row, event: Correction, names: Names) -> None:
    """Apply one correction to a row."""
    change = {name: value for name, value in event.change.items() if name in row}
    row |= change
    _rename(kind, row, change, names, event.number)
    row |= {
        "state": REVIEWED[event.verb],
        "who": event.who,
        "at": event.at,
        "note": event.note,
    }


def _added(
    file: DossierFile, kind: str, key: str, events: Sequence[Correction], names: Names
) -> Row:
    """Give an item that stands only in corrections."""
    report, _, local = key.partition("#")
    row: Row = {column["name"]: None for column in file.rows(f"PRAGMA table_info({kind})")}
    row |= {"source": int(report[1:]), "id": local, "key": key, "origin": "rules"}
    row |= {"words": "", "doubtful": 0, "day_doubtful": 0, "retired": 0, "print": ""}
    if kind == "statement":
        row |= {"mode": "indirect", "cue_kind": "say", "act": "say"}
    for event in events:
        _apply(kind, row, event, names)
    return row


def _in_order(rows: list[Row], added: Iterable[Row]) -> list[Row]:
    """Put added items where their words stand, and leave the machine's in its own order."""
    ordered = list(rows)
    for row in sorted(added, key=lambda event: (event["source"], event["start"], event["key"])):
        place = next(
            (
                place
                for place, other in enumerate(ordered)
                if (other["source"], other["start"]) > (row["source"], row["start"])
            ),
            len(ordered),
        )
        ordered.insert(place, row)
    return ordered


def _item(kind: str, row: Row) -> Item:
    """Make an item of a row."""
    return Item(
        *(row["key"], kind, made(kind, row), row["words"], row["state"]),
        *(row["who"], row["at"], row["note"]),
    )


def made(kind: str, row: Mapping[str, Any], offset: int = 0) -> Statement | Act:
    """Make a statement or an act of a row, its spans moved into a joined text."""
    return _statement(row, offset) if kind == "statement" else _act(row, offset)


def _day(words: str | None) -> dt.date | None:
    """Read a day."""
    return dt.date.fromisoformat(words) if words else None


def _shifted(words: str | None, offset: int) -> Span | None:
    """Read a span and move it into the joined text."""
    if not words:
        return None
    start, end = json.loads(words)
    return start + offset, end + offset


def _origin(row: Mapping[str, Any]) -> str:
    """Say where an item is from; what an analyst looked at is no mere proposal."""
    return str(row["origin"] or "rules") if row["state"] == "proposed" else "rules"


def _statement(row: Mapping[str, Any], offset: int) -> Statement:
    """Make a statement of a row."""
    return Statement(
        id=row["key"],
        speaker=row["speaker"],
        speaker_span=_shifted(row["speaker_span"], offset),
        cue=_shifted(row["cue"], offset),
        cue_kind=row["cue_kind"],
        content=(row["start"] + offset, row["stop"] + offset),
        mode=row["mode"],
        addressee=row["addressee"],
        medium=row["medium"],
        date=_day(row["day"]),
        doubtful=bool(row["doubtful"]) and row["state"] == "proposed",
        within=f"r{row['source']}#{row['within']}" if row["within"] else None,
        origin=_origin(row),
        act=row["act"] or "say",
        date_end=_day(row["day_end"]),
        precision=row["precision"],
        date_doubtful=bool(row["day_doubtful"]),
    )


def _act(row: Mapping[str, Any], offset: int) -> Act:
    """Make an act of a row."""
    statement = row["statement"]
    if statement and "#" not in statement:
        statement = f"r{row['source']}#{statement}"
    return Act(
        id=row["key"],
        kind=row["kind"],
        actor=row["actor"],
        by=row["by"],
        target=row["target"],
        statement=statement,
        span=(row["start"] + offset, row["stop"] + offset),
        issue=row["issue"],
        condition=_shifted(row["condition"], offset),
        condition_issue=row["condition_issue"],
        condition_actor=row["condition_actor"],
        date=_day(row["day"]),
        date_end=_day(row["day_end"]),
        precision=row["precision"],
        origin=_origin(row),
        doubtful=bool(row["doubtful"]) and row["state"] == "proposed",
        date_doubtful=bool(row["day_doubtful"]),
        due=_day(row["due"]),
        due_end=_day(row["due_end"]),
        due_precision=row["due_precision"],
    )
