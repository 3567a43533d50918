"""How much of each report was checked, and what was lately set: counted, not read."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from satumeja.display import ShownInLine
from satumeja.dossier.keeping._events import withdrawn_numbers
from satumeja.dossier.keeping._file import DossierFile

__all__ = ["Progress", "lately_set", "progress"]

_LATELY = 2_000
"""How far back in the log it is looked for what was lately set."""


@dataclass(frozen=True, repr=False)
class Progress(ShownInLine):
    """How many statements, and acts that no statement bears, of a report were checked.

    Parameters
    ----------
    items : int
        How many there are, rejected ones and those an analyst added too.
    checked : int
        How many of them an analyst decided on.
    """

    items: int = 0
    checked: int = 0


def progress(file: DossierFile) -> dict[str, Progress]:
    """Count what was checked of every report.

    Parameters
    ----------
    file : DossierFile
        The file.

    Returns
    -------
    dict of str to Progress
        By report: ``r1``, ``r2``, ...

    Notes
    -----
    Cost is that of an index and of the corrections: no item is read.
    """
    items = Counter({row["id"]: 0 for row in file.rows("SELECT id FROM source ORDER BY id")})
    for kind in ("statement", "act"):
        for source, count in file.tuples(
            f"SELECT source, count(*) FROM {kind} WHERE {_COUNTED[kind]} GROUP BY source"  # noqa: S608
        ):
            items[source] += count
    checked: Counter[int] = Counter()
    for kind in ("statement", "act"):
        for source, counted, counts in _decided(file, kind):
            items[source] += counts - counted
            checked[source] += counts
    return {f"r{source}": Progress(count, checked[source]) for source, count in items.items()}


_COUNTED = {"statement": "retired = 0", "act": "statement IS NULL AND retired = 0"}
"""What of the machine's is to be checked by itself: acts of a statement are, with it."""


def _decided(file: DossierFile, kind: str) -> Iterator[tuple[int, bool, bool]]:
    """Give of each item decided on its report, whether it was counted, and whether it counts."""
    gone = withdrawn_numbers(file)
    read: dict[str, tuple[bool, str | None]] = {}  # whether the machine reads it, and its bearer
    bearers: dict[str, str | None] = {}  # what bears it by the last word
    for number, key, verb, change, retired, bearer in file.tuples(_DECIDED[kind]):
        if number in gone or (retired is None and verb != "add" and key not in read):
            continue  # the last is one whose adding was withdrawn
        if key not in read:
            read[key] = (retired == 0, bearer)
            bearers[key] = bearer
        if change is not None:
            bearers[key] = json.loads(change).get("statement", bearers[key])
    for key, (is_read, bearer) in read.items():
        was_counted = is_read and bearer is None
        yield int(key.partition("#")[0][1:]), was_counted, bearers[key] is None


def _with_items(kind: str, bearer: str) -> str:
    """Ask for the corrections of statements or acts, each with what the machine read."""
    return (
        f"SELECT correction.id, correction.key, verb, "  # noqa: S608
        f"CASE WHEN verb IN ('edit', 'add') THEN change END, retired, {bearer} "
        f"FROM correction LEFT JOIN {kind} ON {kind}.id = substr(key, instr(key, '#') + 1) "
        f"AND source = CAST(substr(key, 2, instr(key, '#') - 2) AS INTEGER) "
        f"WHERE item = '{kind}' ORDER BY correction.id"
    )


_DECIDED = {
    "statement": _with_items("statement", "NULL"),
    "act": _with_items("act", "statement"),
}


def lately_set(file: DossierFile, field: str, count: int = 5) -> tuple[str, ...]:
    """Give the values that analysts set a field to last, the last first.

    Parameters
    ----------
    file : DossierFile
        The file.
    field : str
        What was set, as it is kept: ``speaker``, ``actor``, ``kind``, ``issue``, ...
    count : int
        How many to give at most.
    """
    last = file.rows("SELECT coalesce(max(id), 0) AS n FROM correction")[0]["n"]
    rows = file.rows(
        "SELECT change FROM correction WHERE id > ? AND verb IN ('edit', 'add') "
        "AND item IN ('statement', 'act') ORDER BY id DESC",
        (last - _LATELY,),
    )
    values = dict.fromkeys(
        str(change[field]) for row in rows if (change := json.loads(row["change"])).get(field)
    )
    return tuple(values)[:count]
