"""What goes when a part of a model goes: all that speaks of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from satumeja.errors import QuestionError
from satumeja.formats.editing import uses

__all__ = ["Way", "dependents", "last_first", "lone_wishes", "part_at"]

Way = tuple[str | int, ...]

_WISHES = frozenset(("preferences", "red_lines", "unseen", "adjust"))
_RULES = frozenset(("infeasible", "irreversible", "coalesce"))
_PAIRS = frozenset(("unknown", "much_better", "degrees", "chances", "moves"))
_STATED = _WISHES | _RULES | _PAIRS | {"evidence"}
"""Lists whose items each say one thing, which goes as a whole."""
_NAMING = frozenset(("shares", "agenda", "hidden", "by", "papers", "ranking"))
"""Lists of ids: of these the one item goes."""
_COUNTING = {"at_most_one": 2, "exactly_one": 2, "at_least_one": 1, "seats": 2}
"""Lists of ids, and how many a rule or a table of them needs."""
_CLASSES = {"preferences": 1, "ranking": 1, "coalitions": 2}
"""Lists of lists, and how many the inner ones need; one wish left is no list any more."""


def dependents(data: Any, at: Way) -> list[Way]:
    """List the parts that go with a part, as far up as they say nothing without it.

    Parameters
    ----------
    data : object
        The data of the file.
    at : tuple of str and int
        What is taken out.
    """
    ways = {way for part in _named(data, at) for way in _uses(data, part)}
    going = {_unit(way) for way in ways if way[: len(at)] != at}
    while True:
        wider = {_emptied(data, way, going) for way in going}
        if wider == going:
            break
        going = wider
    return [way for way in last_first(going) if not _is_below(way, going)]


def _named(data: Any, at: Way) -> Iterator[Way]:
    """Yield a part and what is named within it: the options of a decision maker."""
    yield at
    match at:
        case ("decision_makers", str()):
            for option in part_at(data, at).get("options") or ():
                yield (*at, "options", option)


def _uses(data: Any, at: Way) -> list[Way]:
    try:
        return uses(data, at)
    except QuestionError:  # nothing can refer to it
        return []


def _unit(way: Way) -> Way:
    """Return the smallest part around a name that says something by itself."""
    for end in range(len(way), 1, -1):
        key, step = way[end - 2], way[end - 1]
        if not isinstance(step, int):
            continue
        inner = end - 1 if isinstance(key, int) else 0  # a list in the list: of equal importance
        if key in _NAMING or key in _COUNTING or key in _STATED:
            return way[:end]
        if inner and way[end - 3] in _CLASSES:
            return way[:end]
    return way


def _emptied(data: Any, way: Way, going: Iterable[Way]) -> Way:
    """Return the list around an item, or the rule around that, where nothing is left of it."""
    *before, last = way
    around = tuple(before)
    if not isinstance(last, int) or not around:
        return way
    items = part_at(data, around)
    gone = {other[-1] for other in going if other[:-1] == around}
    left = len(items) - len(gone)
    key = around[-1]
    if key in _COUNTING and left < _COUNTING[str(key)]:
        return around[:-1]
    least = _CLASSES.get(str(around[-2]), 0) if isinstance(key, int) else 0
    return around if left < least else way


def lone_wishes(data: Any, going: Iterable[Way]) -> dict[Way, Any]:
    """Return of wishes of equal importance those that stay as the only ones, by their list."""
    lone = dict[Way, Any]()
    for *before, _ in going:
        around = tuple(before)
        if len(around) > 1 and isinstance(around[-1], int) and around[-2] == "preferences":
            gone = {other[-1] for other in going if other[:-1] == around}
            left = [item for k, item in enumerate(part_at(data, around)) if k not in gone]
            if len(left) == 1:
                lone[around] = left[0]
    return lone


def _is_below(way: Way, ways: Iterable[Way]) -> bool:
    return any(way != other and way[: len(other)] == other for other in ways)


def last_first(ways: Iterable[Way]) -> list[Way]:
    """Put ways into an order in which one can be taken out without moving the next."""
    return sorted(ways, key=lambda way: [(isinstance(s, str), s) for s in way], reverse=True)


def part_at(data: Any, way: Sequence[str | int]) -> Any:
    """Return the part at a way that is there."""
    for step in way:
        data = data[step]
    return data
