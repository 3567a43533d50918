"""A conflict as it stands from a date on: options closed, another state without a deal."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from satumeja.display import ShownInLine
from satumeja.errors import QuestionError, did_you_mean
from satumeja.model import Is, Model, Not, OptionStates, Rule

__all__ = [
    "Closing",
    "Fallback",
    "Happening",
    "Taken",
    "day_after",
    "day_of",
    "happening",
    "in_force",
    "number_of",
    "taken_in",
]

_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")
_YEAR, _MONTH = 4, 7

Taken = frozenset[str]
"""What names a state whatever else is feasible: the options taken, or its id in graph form."""


@dataclass(frozen=True, repr=False)
class Closing(ShownInLine):
    """From a date on, an option stays taken, or stays left.

    Parameters
    ----------
    date : str
        ISO date, month or year.
    option : str
        The option, by the name that results print.
    taken : bool
        Whether it stays taken.

    See Also
    --------
    Fallback : The other thing that happens on a date.
    over_time : Takes both.
    """

    date: str
    option: str
    taken: bool


@dataclass(frozen=True, repr=False)
class Fallback(ShownInLine):
    """From a date on, another state is in force without a deal.

    Parameters
    ----------
    date : str
        ISO date, month or year.
    taken : frozenset of str
        What is taken in that state; in graph form its id.

    See Also
    --------
    taken_in : Says what is taken in a state with a number.
    Closing : The other thing that happens on a date.
    over_time : Takes both.
    """

    date: str
    taken: Taken


Happening = Closing | Fallback
"""What is different from a date on: an option, or the state without a deal."""


def day_after(date: str) -> str:
    """Return the first day after a date, month or year; empty for what is none of these.

    Examples
    --------
    >>> day_after("2022-01"), day_after("2022-02-28"), day_after("2021")
    ('2022-02-01', '2022-03-01', '2022-01-01')
    """
    if not day_of(date):
        return ""
    first = dt.date.fromisoformat(day_of(date))
    if len(date) == _YEAR:
        return first.replace(year=first.year + 1).isoformat()
    if len(date) == _MONTH:
        first = (first + dt.timedelta(days=31)).replace(day=1)
        return first.isoformat()
    return (first + dt.timedelta(days=1)).isoformat()


def day_of(date: str) -> str:
    """Return the first day of a date, month or year; empty for what is none of these.

    Examples
    --------
    >>> day_of("2022-01"), day_of("2022-01-10"), day_of("soon")
    ('2022-01-01', '2022-01-10', '')
    """
    # A year gets its first month and day, a month its first day; a day is cut back to itself.
    first = f"{date}-01-01"[:10]
    try:
        return dt.date.fromisoformat(first).isoformat() if _DATE.fullmatch(date) else ""
    except ValueError:
        return ""


def happening(model: Model, text: str, *, flag: str = "") -> Happening:
    """Read what happens on a date, as a person types it.

    Parameters
    ----------
    model : Model
        A conflict.
    text : str
        ``DATE:OPTION=Y`` or ``=N`` where an option stays taken, or left, from that date on;
        ``DATE:no-deal=STATE`` where another state is in force without a deal.
    flag : str
        What it was typed after, for the message where it is written in another way.

    Returns
    -------
    Closing or Fallback
        Which `over_time` takes.

    Raises
    ------
    QuestionError
        If it is written in another way, or there is no such state.

    See Also
    --------
    over_time : Takes what happens.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> happening(load("december-2021-b"), "2022-01-20:withdraw=N").taken
    False
    """
    date, _, event = text.partition(":")
    option, equals, value = event.partition("=")
    if equals and option == "no-deal":
        return Fallback(date, taken_in(model, model.find_state(value)))
    if not equals or value.upper() not in ("Y", "N"):
        ways = "DATE:OPTION=Y, DATE:OPTION=N or DATE:no-deal=STATE"
        raise QuestionError(f'{flag} "{text}": write {ways}'.lstrip())
    return Closing(date, option, value.upper() == "Y")


def taken_in(model: Model, number: int) -> Taken:
    """Return what is taken in a state; in graph form its id.

    Parameters
    ----------
    model : Model
        A conflict.
    number : int
        The number of one of its states.

    Returns
    -------
    frozenset of str
        The options taken, by the names that results print: the same in every model of
        these options, whatever is feasible in it.

    See Also
    --------
    Fallback : Names the state that is in force from a date on by it.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> sorted(taken_in(load("december-2021-b"), 10))
    ['attack', 'platform']
    """
    states = model.states
    if not isinstance(states, OptionStates):
        return frozenset([states.ids[number - 1]])
    code = states.decimal(number)
    return frozenset(name for k, name in enumerate(model.option_names) if code >> k & 1)


def number_of(model: Model, taken: Taken) -> int | None:
    """Return the number of the state in which just that is taken, None where it is infeasible."""
    states = model.states
    if not isinstance(states, OptionStates):
        (state_id,) = taken
        return states.ids.index(state_id) + 1 if state_id in states.ids else None
    names = model.option_names
    if not taken <= set(names):
        return None
    code = sum(1 << k for k, name in enumerate(names) if name in taken)
    return int(states.places(np.array([code]))[0]) + 1 or None  # place -1 is no state


def in_force(
    model: Model, happenings: Sequence[Happening], day: str
) -> tuple[Model, Taken | None]:
    """Return the model as it stands on a day, and what is in force without a deal.

    Parameters
    ----------
    model : Model
        The reading of the conflict that holds on that day.
    happenings : sequence of Closing or Fallback
        Those of later days are left out.
    day : str
        As `day_of` gives it.

    Raises
    ------
    QuestionError
        If an option is unknown, or the state in force without a deal is not feasible.

    Notes
    -----
    A closed option makes all states infeasible in which it is otherwise, so nobody can
    bring them about and nobody can threaten with them.
    """
    # By date, whatever the order they are named in: the latest of two on one thing counts.
    due = sorted(
        (happening for happening in happenings if day_of(happening.date) <= day),
        key=lambda happening: day_of(happening.date),
    )
    closed = {closing.option: closing.taken for closing in due if isinstance(closing, Closing)}
    changed = _closed(model, closed) if closed else model
    start = _status_quo(model, changed)
    for happening in due:
        if isinstance(happening, Fallback):
            start = happening.taken
    return changed, start


def _status_quo(model: Model, changed: Model) -> Taken | None:
    """Return what is taken in the status quo, by a member that is feasible yet if it has one."""
    number = model.status_quo_number
    if number is None:
        return None
    before, after = model.states, changed.states
    if not isinstance(before, OptionStates) or not isinstance(after, OptionStates):
        return taken_in(model, number)
    kept = before.renumbering(after).get(number)
    return taken_in(changed, kept) if kept else taken_in(model, number)


def _closed(model: Model, closed: Mapping[str, bool]) -> Model:
    names, rules = list(model.option_names), []
    for name, taken in closed.items():
        if name not in names:
            raise QuestionError(f'unknown option "{name}"{did_you_mean(name, names)}')
        option = Is(names.index(name))
        rules.append(Rule(Not(option) if taken else option, name))
    if model.is_graph:
        raise QuestionError("options can be closed in option form only")
    return replace(model, status_quo=None).with_infeasible(*rules)
