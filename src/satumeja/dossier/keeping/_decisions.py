"""What an analyst decides at one stroke: several corrections that are taken back together."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from satumeja.dossier._types import Act
from satumeja.dossier.keeping._corrections import correct, kind_of_key, require_correction
from satumeja.dossier.keeping._events import (
    Correction,
    correction_of,
    record,
    withdrawn_numbers,
)
from satumeja.dossier.keeping._file import DossierFile
from satumeja.dossier.keeping._items import items
from satumeja.errors import ReportError

__all__ = ["as_one", "decide", "redoable", "undo", "undoable"]


@contextmanager
def as_one(file: DossierFile) -> Iterator[None]:
    """Write the corrections made meanwhile as one decision, all of them or none.

    Parameters
    ----------
    file : DossierFile
        The file.

    See Also
    --------
    undo : Take a decision back.

    Examples
    --------
    >>> from satumeja.dossier import as_one, correct, history, undo
    >>> with DossierFile(":memory:", create=True) as file:
    ...     with as_one(file):
    ...         ana = correct(file, "actor:ana", "add", "me", {"name": "Ana"})
    ...         ben = correct(file, "actor:ben", "add", "me", {"name": "Ben"})
    ...     gone = undo(file, "me", "c2")
    >>> [correction.of for correction in gone]
    ['actor:ana', 'actor:ben']
    """
    with file.whole(lasting=True):
        last = _last(file)
        yield
        file.do("UPDATE correction SET decision = ? WHERE id > ?", (last + 1, last))


def decide(
    file: DossierFile, item: str, verb: str, who: str, note: str | None = None
) -> tuple[Correction, ...]:
    """Accept or reject a statement with what it does, or an act, as one decision.

    Parameters
    ----------
    file : DossierFile
        The file.
    item : str
        The statement or act, such as ``r1#s3``.
    verb : {"accept", "reject"}
        What is decided. Acceptance of a statement accepts those of its acts that nobody
        looked at yet; rejection rejects all that stand, since nothing is left to bear them.
    who : str
        Who decides.
    note : str, optional
        Why.

    Returns
    -------
    tuple of Correction
        What was written; `undo` of any of them takes back all.

    Raises
    ------
    ReportError
        There is no such item, or the verb is another; nothing is written.

    Notes
    -----
    Cost is that of the items of one report, however many the file holds.
    """
    if verb not in ("accept", "reject"):
        raise ReportError(f'a decision is to accept or to reject, not "{verb}"')
    with as_one(file):
        corrections = [correct(file, item, verb, who, None, note)]
        if kind_of_key(item) == "statement":
            corrections += [
                correct(file, act, verb, who, None, note)
                for act in _acts_open_to(file, item, verb)
            ]
    return tuple(corrections)


def _acts_open_to(file: DossierFile, statement: str, verb: str) -> list[str]:
    """Give the acts of a statement that a decision on it is one on, too."""
    return [
        item.key
        for item in items(file, statement.partition("#")[0])
        if isinstance(item.value, Act)
        and item.value.statement == statement
        and (item.state == "proposed" if verb == "accept" else item.stands)
    ]


def undo(
    file: DossierFile, who: str, key: str | None = None, note: str | None = None
) -> tuple[Correction, ...]:
    """Take a whole decision back: every correction of it that is in force.

    Parameters
    ----------
    file : DossierFile
        The file.
    who : str
        Who takes it back.
    key : str, optional
        A correction of it, such as ``c4``; that of `undoable` where none is named. Of a
        withdrawal, what it took back holds again: that is what redoing is.
    note : str, optional
        Why.

    Returns
    -------
    tuple of Correction
        What was taken back, in the order it was made.

    Raises
    ------
    ReportError
        There is nothing to take back, or it was taken back before.

    See Also
    --------
    withdraw : Take one correction back.
    """
    with as_one(file):
        chosen = key or undoable(file)
        if chosen is None:
            raise ReportError("there is no correction to take back")
        number, gone = require_correction(file, chosen), withdrawn_numbers(file)
        numbers = [member for member in _decision(file, number) if member not in gone]
        if not numbers:
            raise ReportError(f"{chosen} was withdrawn before")
        for member in reversed(numbers):
            record(file, who, "withdraw", "correction", f"c{member}", {}, None, note)
    return tuple(correction_of(file, member) for member in numbers)


def undoable(file: DossierFile) -> str | None:
    """Give the last correction in force, which `undo` takes back with its decision, if any.

    Parameters
    ----------
    file : DossierFile
        The file.
    """
    gone = withdrawn_numbers(file)
    for number, verb in file.tuples("SELECT id, verb FROM correction ORDER BY id DESC"):
        if verb != "withdraw" and number not in gone:
            return f"c{number}"
    return None


def redoable(file: DossierFile) -> str | None:
    """Give the last withdrawal after which nothing new was decided, if any.

    Parameters
    ----------
    file : DossierFile
        The file.

    Returns
    -------
    str or None
        What `undo` takes back to do again what was undone last.
    """
    gone = withdrawn_numbers(file)
    query = "SELECT id, verb, key FROM correction ORDER BY id DESC"
    for number, verb, key in file.tuples(query):
        if verb != "withdraw":
            return None
        if number not in gone and correction_of(file, int(key[1:])).verb != "withdraw":
            return f"c{number}"
    return None


def _decision(file: DossierFile, number: int) -> list[int]:
    """Give the corrections of the decision that one is of."""
    rows = file.rows(
        "SELECT id FROM correction WHERE decision = "
        "(SELECT decision FROM correction WHERE id = ?) ORDER BY id",
        (number,),
    )
    return [row["id"] for row in rows] or [number]


def _last(file: DossierFile) -> int:
    """Give the number of the last correction, 0 where there is none."""
    return int(file.rows("SELECT coalesce(max(id), 0) AS n FROM correction")[0]["n"])
