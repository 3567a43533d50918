"""The log of what analysts corrected: it only grows, and what is withdrawn stays in it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from satumeja.clock import now
from satumeja.display import CONTROL, ShownInLine
from satumeja.dossier.keeping._file import DossierFile
from satumeja.errors import ReportError, not_utf8

__all__ = [
    "Correction",
    "correction_of",
    "history",
    "in_force",
    "in_force_of",
    "record",
    "withdrawn_numbers",
]


@dataclass(frozen=True, repr=False)
class Correction(ShownInLine):
    """One correction of a dossier file.

    Parameters
    ----------
    key : str
        ``c1``, ``c2``, ... in the order they were made.
    at : str
        When, in UTC.
    who : str
        By whom.
    verb : str
        accept, reject, edit, add, merge, split or withdraw.
    item : str
        statement, act, link, report, actor, issue or correction.
    of : str
        What was corrected: ``r2#s3``, ``actor:lavrov``, ``c4``.
    change : mapping
        What was set, by field.
    note : str or None
        Why.
    withdrawn : bool
        Whether it is no longer in force.
    """

    key: str
    at: str
    who: str
    verb: str
    item: str
    of: str
    change: Mapping[str, Any]
    note: str | None
    withdrawn: bool = False

    @property
    def number(self) -> int:
        """Its place in the log, from 1."""
        return int(self.key[1:])


def withdrawn_numbers(file: DossierFile) -> set[int]:
    """Give the corrections that are not in force: a withdrawal that is withdrawn is none."""
    gone: set[int] = set()
    for row in file.rows(
        "SELECT id, key FROM correction WHERE item = 'correction' AND verb = 'withdraw' "
        "ORDER BY id DESC"
    ):
        if row["id"] not in gone:
            gone.add(int(row["key"][1:]))
    return gone


def history(file: DossierFile, key: str | None = None) -> tuple[Correction, ...]:
    """Give the corrections of a file, or of one thing in it, in the order they were made.

    Parameters
    ----------
    file : DossierFile
        The file.
    key : str, optional
        Of what: ``r2#s3``, ``r2``, ``actor:lavrov``, ``issue:wages``.

    Returns
    -------
    tuple of Correction
        Those withdrawn too, marked so.
    """
    where, values = ("WHERE key = ?", (key,)) if key else ("", ())
    rows = file.rows(f"SELECT * FROM correction {where} ORDER BY id", values)  # noqa: S608
    gone = withdrawn_numbers(file) if rows else set()
    return tuple(_correction(row, row["id"] in gone) for row in rows)


def correction_of(file: DossierFile, number: int) -> Correction:
    """Give the correction of a number."""
    (row,) = file.rows("SELECT * FROM correction WHERE id = ?", (number,))
    return _correction(row, number in withdrawn_numbers(file))


def in_force(
    file: DossierFile, items: Iterable[str], report: int | None = None
) -> list[Correction]:
    """Give the corrections that hold of some kinds of things, in the order they were made.

    Parameters
    ----------
    file : DossierFile
        The file.
    items : iterable of str
        Of what: ``statement``, ``act``, ``link``, ``report``, ``actor``, ``issue``.
    report : int, optional
        Only those of the items of one report.

    Notes
    -----
    Cost is that of the rows given: those of one report are found by the index.
    """
    kinds = tuple(items)
    query = f"SELECT * FROM correction WHERE item IN ({','.join('?' * len(kinds))})"  # noqa: S608
    values: tuple[Any, ...] = kinds
    if report is not None:
        query += " AND key >= ? AND key < ?"
        values = (*kinds, f"r{report}#", f"r{report}$")  # "$" comes right after "#"
    rows = file.rows(f"{query} ORDER BY id", values)
    gone = withdrawn_numbers(file) if rows else set()
    return [_correction(row, False) for row in rows if row["id"] not in gone]


def in_force_of(file: DossierFile, key: str) -> list[Correction]:
    """Give the corrections that hold of one thing, in the order they were made."""
    return [event for event in history(file, key) if not event.withdrawn]


def _correction(row: Any, withdrawn: bool) -> Correction:
    """Make a correction of a row."""
    return Correction(
        *(f"c{row['id']}", row["at"], row["who"], row["verb"], row["item"], row["key"]),
        *(json.loads(row["change"]), row["note"], withdrawn),
    )


def record(
    file: DossierFile,
    who: str,
    verb: str,
    item: str,
    key: str,
    change: Mapping[str, Any] | None = None,
    was: Mapping[str, Any] | None = None,
    note: str | None = None,
) -> int:
    """Write one correction into the log, and give its number."""
    if not who.strip():
        raise ReportError("a correction needs to say who makes it: --who NAME")
    for words in (who, key, note, *(change or {}).values()):
        if isinstance(words, str) and words.encode(errors="ignore").decode() != words:
            raise ReportError(not_utf8(words))
        if isinstance(words, str) and (control := CONTROL.search(words)):
            line = " ".join(words.split())[:60]
            raise ReportError(f'"{line}" holds a control character, U+{ord(control[0]):04X}')
    at = now().isoformat(timespec="seconds")
    before = json.dumps(dict(was)) if was is not None else None
    number = file.do(
        "INSERT INTO correction (at, who, verb, item, key, was, change, note) "
        "VALUES (?,?,?,?,?,?,?,?)",
        (at, who.strip(), verb, item, key, before, json.dumps(dict(change or {})), note),
    )
    # What is added is named after the correction that adds it.
    if verb == "add" and re.fullmatch(r"r\d+#[as]", key):
        file.do("UPDATE correction SET key = ? WHERE id = ?", (f"{key}c{number}", number))
    return number
