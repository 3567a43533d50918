"""Resolve times that count units: so many ago, ahead, or until now."""

from __future__ import annotations

import datetime as dt
import math

from satumeja.report._calendar import add, unit_around
from satumeja.report._numbers import Quantity, numbers_of
from satumeja.report._time_clues import Clue, Days, unit_at

__all__ = ["ahead", "count", "later", "term", "window"]

_FINER = {"year": ("month", 12), "decade": ("year", 10), "century": ("year", 100)}
_HOURS = 24


def count(clue: Clue) -> Days | None:
    """Resolve so many units ago or ahead.

    "More than N years ago" is taken to lie between N and N + 1 years back; a plain
    count covers the whole unit N units away.
    """
    return _counted(clue, clue.base)


def ahead(clue: Clue) -> Days | None:
    """Resolve "in two weeks", which only looks ahead where another word does."""
    if clue.around.direction == -1 and not clue.around.is_ahead_somewhere:
        return None
    return _counted(clue, clue.base)


def later(clue: Clue) -> Days | None:
    """Resolve so many units after the day named last; zero units after is that day."""
    if clue.reference is None:
        return None
    if clue.form.unit:
        return unit_at(add(clue.reference, clue.form.shift or 0, clue.form.unit), clue.form.unit)
    return _counted(clue, clue.reference)


def window(clue: Clue) -> Days:
    """Resolve the days from now on, or until now: "within two weeks", "the past two months"."""
    shift = clue.shift()
    if not clue.words.get("number"):
        quantity = Quantity(*[numbers_of(clue.language).quantity("1").least] * 2)
    else:
        quantity = clue.quantity()
    unit = _unit_named(clue)
    if unit == "hour":
        count, unit = math.ceil(quantity.most / _HOURS), "day"
    else:
        count = math.ceil(quantity.most)
    far = add(clue.base, shift * count, unit)
    first, last = min(clue.base, far), max(clue.base, far)
    inexact = not quantity.is_exact
    return Days(first, last, "span", vague=True, doubtful=inexact, is_term=shift == 1)


def term(clue: Clue) -> Days | None:
    """Resolve a term, as "within two weeks"; of what nobody asks it is only how long it took."""
    if not clue.around.is_asked:
        return None
    return window(clue)


def _unit_named(clue: Clue) -> str:
    """Give the unit in a slot, or the form's own."""
    single = clue.word("single")
    if single:
        return str(clue.table["single_units"][single])
    word = clue.word("unit")
    return str(clue.table["units"][word]) if word else clue.form.unit


def _counted(clue: Clue, anchor: dt.date) -> Days | None:
    """Count units from a day."""
    unit = _unit_named(clue)
    if unit == "hour":
        return None  # it may be the day before
    single = clue.words.get("single")
    quantity = numbers_of(clue.language).quantity("1") if single else clue.quantity()
    sign = clue.form.shift or -1
    if not quantity.is_exact:
        return _between(anchor, sign, quantity, unit)
    if quantity.least.denominator != 1:
        return _fraction(anchor, sign, quantity, unit)
    count, more = int(quantity.least), clue.word("more")
    if more in clue.table["more"]["beyond"]:
        near, far = add(anchor, sign * count, unit), add(anchor, sign * (count + 1), unit)
        return Days(min(near, far), max(near, far), unit)
    if more in clue.table["more"]["within"]:
        far = add(anchor, sign * count, unit)
        return Days(min(anchor, far), max(anchor, far), "span")
    far = add(anchor, sign * count, unit)
    if clue.around.bound == "by" and unit == "week":
        return Days(far, far, "day", vague=True)  # put off "until two weeks from now"
    return unit_at(far, unit)


def _between(anchor: dt.date, sign: int, quantity: Quantity, unit: str) -> Days:
    """Count a number that is not exact: what it may be, and marked as a guess."""
    near = unit_around(add(anchor, sign * math.floor(quantity.least), unit), unit)
    far = unit_around(add(anchor, sign * math.ceil(quantity.most), unit), unit)
    return Days(min(near[0], far[0]), max(near[1], far[1]), "span", vague=True, doubtful=True)


def _fraction(anchor: dt.date, sign: int, quantity: Quantity, unit: str) -> Days | None:
    """Count a unit and a half: of the next smaller unit, and only about there."""
    if unit not in _FINER:
        return _between(anchor, sign, Quantity(quantity.least, quantity.least), unit)
    finer, size = _FINER[unit]
    count = round(quantity.least * size)
    return unit_at(add(anchor, sign * count, finer), finer)._replace(vague=True)
