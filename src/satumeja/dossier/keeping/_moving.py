"""Say that two actors or issues are one, or one is two; and take corrections back."""

from __future__ import annotations

from typing import Any

from satumeja.dossier.keeping._corrections import (
    IDENTIFIER,
    is_named,
    kind_of_key,
    listed_names,
    require_correction,
)
from satumeja.dossier.keeping._events import Correction, correction_of, record, withdrawn_numbers
from satumeja.dossier.keeping._file import DossierFile
from satumeja.dossier.keeping._names import Names, a, names_of, unknown
from satumeja.dossier.keeping._reports import report_number
from satumeja.errors import ReportError

__all__ = ["merge", "split", "withdraw"]


def merge(file: DossierFile, key: str, into: str, who: str, note: str | None = None) -> Correction:
    """Say that two actors, or two issues, are one.

    Parameters
    ----------
    file : DossierFile
        The file.
    key : str
        The one that is to go: ``actor:sergei_lavrov``, ``issue:pay``.
    into : str
        The id of the one that stays.
    who : str
        Who says so.
    note : str, optional
        Why.

    Returns
    -------
    Correction
        What was written; everything that names the first names the second from now on.

    Raises
    ------
    ReportError
        There is no such actor or issue, or both are one.
    """
    return _moved(file, key, into, None, "merge", who, note)


def split(
    file: DossierFile,
    key: str,
    into: str,
    reports: tuple[str, ...],
    who: str,
    note: str | None = None,
) -> Correction:
    """Say that an actor is another one in some reports.

    Parameters
    ----------
    file : DossierFile
        The file.
    key : str
        The actor: ``actor:smith``.
    into : str
        The id of the other, a new one or one that is known.
    reports : tuple of str
        Where the other is meant: ``("r2", "r5")``.
    who : str
        Who says so.
    note : str, optional
        Why.

    Returns
    -------
    Correction
        What was written.

    Raises
    ------
    ReportError
        There is no such actor or report, or both are one.
    """
    return _moved(file, key, into, reports, "split", who, note)


def _moved(
    file: DossierFile,
    key: str,
    into: str,
    reports: tuple[str, ...] | None,
    verb: str,
    who: str,
    note: str | None,
) -> Correction:
    """Write that what is called one thing is to be called another, everywhere or in reports."""
    kind = kind_of_key(key)
    if kind not in ("actor", "issue") or (verb == "split" and kind == "issue"):
        raise ReportError(f"{a(kind)} cannot be {'merged' if verb == 'merge' else 'split'}")
    identifier, other = key.partition(":")[2], into.removeprefix(f"{kind}:")
    with file.whole(lasting=True):
        names = names_of(file)
        is_new = verb == "split" and IDENTIFIER.fullmatch(other)
        for whom, may_be_new in ((identifier, False), (other, is_new)):
            if not may_be_new and not is_named(file, names, kind, whom):
                raise ReportError(unknown(kind, whom, listed_names(file, names, kind)))
        if identifier == other:
            raise ReportError(f'"{identifier}" is the same {kind}')
        if verb == "merge":
            _require_apart(names, kind, identifier, other)
        change: dict[str, Any] = {"into": other}
        if reports is not None:
            if not reports:
                raise ReportError("say in which reports it is the other one")
            change["reports"] = [report_number(file, report) for report in reports]
        number = record(file, who, verb, kind, key, change, None, note)
    return correction_of(file, number)


def _require_apart(names: Names, kind: str, one: str, other: str) -> None:
    """Refuse to merge what is merged already, the other way round too."""
    first, second = (
        names.issue(name) if kind == "issue" else names.actor(name, None) for name in (one, other)
    )
    if first == second:
        raise ReportError(f'"{one}" and "{other}" are one {kind} already: {first}')


def withdraw(
    file: DossierFile, who: str, key: str | None = None, note: str | None = None
) -> Correction:
    """Take a correction back; it stays in the log, marked so.

    Parameters
    ----------
    file : DossierFile
        The file.
    who : str
        Who takes it back.
    key : str, optional
        Which, such as ``c4``; the last one still in force where none is named. A withdrawal
        can be withdrawn too, by its name: what it took back holds again.
    note : str, optional
        Why.

    Returns
    -------
    Correction
        What was taken back.

    Raises
    ------
    ReportError
        There is no such correction, or it was withdrawn before.
    """
    with file.whole(lasting=True):
        gone = withdrawn_numbers(file)
        if key is None:
            rows = file.rows("SELECT id FROM correction WHERE verb != 'withdraw' ORDER BY id DESC")
            left = [row["id"] for row in rows if row["id"] not in gone]
            if not left:
                raise ReportError("there is no correction to take back")
            number = left[0]
        else:
            number = require_correction(file, key)
            if number in gone:
                raise ReportError(f"{key} was withdrawn before")
        record(file, who, "withdraw", "correction", f"c{number}", {}, None, note)
    return correction_of(file, number)
