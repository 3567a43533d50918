"""The same item keeps its name in a file when its report is read again."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from satumeja.dossier.keeping._items import Row

__all__ = ["Renamed", "renamed"]

_HALF = 0.5


@dataclass(frozen=True)
class Renamed:
    """What the items of a new reading are called in the file.

    Parameters
    ----------
    keys : mapping of str to str
        The name kept in the file, by the name the reading gave.
    retired : frozenset of str
        Names the file has whose words are no longer read.
    """

    keys: Mapping[str, str]
    retired: frozenset[str]


def renamed(
    kind: str, before: Sequence[Row], after: Sequence[Row], used: Iterable[str]
) -> Renamed:
    """Give each item of a new reading the name it had, and new names to new ones.

    Parameters
    ----------
    kind : {"statement", "act"}
        Of what.
    before : sequence of dict
        What the file holds of the report: as the machine read it, and once more as corrected
        where an analyst did.
    after : sequence of dict
        What was read now.
    used : iterable of str
        Every name ever given in this report; none is given twice.

    Notes
    -----
    An item is the same where it stands at the very same words and says the same; else where
    the words of both cover each other by half. Statements say the same whoever is taken to
    speak; acts where kind, actor and target agree. Of several the one that covers most is
    taken. Cost is linear in the items, and in those that overlap each.
    """
    names = _Names(used)
    places = _Places(before)
    taken: set[str] = set()
    keys: dict[str, str] = {}
    for is_exact in (True, False):
        for row in after:
            if row["id"] in keys:
                continue
            name = _kept(kind, row, places, taken, is_exact)
            if name is not None:
                keys[row["id"]] = name
                taken.add(name)
    for row in after:
        if row["id"] not in keys:
            keys[row["id"]] = names.new(row["id"])
    return Renamed(keys, frozenset(row["id"] for row in before) - taken)


class _Names:
    """Gives new names, each once."""

    def __init__(self, used: Iterable[str]) -> None:
        self._used = set(used)
        self._last: dict[str, int] = {}

    def new(self, wish: str) -> str:
        """Give the name a reading gave where it is free, else the next of its letter."""
        letter = re.sub(r"\d.*", "", wish)
        name = wish
        while name in self._used:
            self._last[letter] = self._last.get(letter, 0) + 1
            name = f"{letter}{self._last[letter]}"
        self._used.add(name)
        return name


class _Places:
    """Items in order of where they begin, to be found by what they overlap."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = sorted(rows, key=lambda row: row["start"])
        self._longest = max((row["stop"] - row["start"] for row in rows), default=0)

    def over(self, row: Row) -> Iterator[Row]:
        """Give the items that may overlap one."""
        first = bisect_right(
            self._rows, row["start"] - self._longest, key=lambda other: other["start"]
        )
        for other in self._rows[max(first - 1, 0) :]:
            if other["start"] >= row["stop"]:
                break
            yield other


def _kept(kind: str, row: Row, places: _Places, taken: set[str], is_exact: bool) -> str | None:
    """Find the item of the file that an item of a new reading is."""
    best, name = (0.0, False), None
    for other in places.over(row):
        if other["id"] in taken or not _same(kind, row, other):
            continue
        covered = _covered(row, other)
        fit = (covered, row.get("issue") == other.get("issue"))
        if fit > best and (covered == 1.0 if is_exact else covered >= _HALF):
            best, name = fit, other["id"]
    return name


def _same(kind: str, row: Row, other: Row) -> bool:
    """Whether two items say the same, were their words the same."""
    compared = ("kind", "actor", "target") if kind == "act" else ()
    return all(row[name] == other[name] for name in compared)


def _covered(row: Row, other: Row) -> float:
    """Give how much of the longer of two spans both share."""
    shared: int = min(row["stop"], other["stop"]) - max(row["start"], other["start"])
    longer: int = max(row["stop"] - row["start"], other["stop"] - other["start"])
    return max(shared, 0) / max(longer, 1)
