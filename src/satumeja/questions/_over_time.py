"""A conflict over time: on dates options close, tables meet, and readings change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from satumeja.display import Shown
from satumeja.errors import QuestionError
from satumeja.model import Model, OptionStates
from satumeja.questions._dated import (
    Closing,
    Fallback,
    Happening,
    Taken,
    day_after,
    day_of,
    in_force,
    number_of,
    taken_in,
)
from satumeja.questions._sessions import Session, sessions
from satumeja.stability import CONCEPTS, analyse, any_concepts

__all__ = ["OverTime", "Step", "over_time"]


@dataclass(frozen=True, eq=False, repr=False)
class Step(Shown):
    """A conflict from one date to the next.

    Parameters
    ----------
    date : str
        As stated; empty where the first reading gives no date.
    model : Model
        The conflict as it stands then.
    reading : bool
        Whether another reading of the conflict holds from then on.
    happenings : tuple of Closing or Fallback
        What changes on that date.
    start : int or None
        The number of the state in force without a deal.
    equilibria : mapping of str to tuple of int
        By concept.
    gained, lost : mapping of str to tuple of int
        By concept, the equilibria that were none a step before, and those that were, the
        latter by their numbers then.
    sessions : tuple of Session
        The tables.

    See Also
    --------
    OverTime : All of them.
    """

    date: str
    model: Model
    reading: bool
    happenings: tuple[Happening, ...]
    start: int | None
    equilibria: Mapping[str, tuple[int, ...]]
    gained: Mapping[str, tuple[int, ...]]
    lost: Mapping[str, tuple[int, ...]]
    sessions: tuple[Session, ...]


@dataclass(frozen=True, eq=False, repr=False)
class OverTime(Shown):
    """A conflict step by step.

    Parameters
    ----------
    steps : tuple of Step
        What holds and what can be agreed from each date on, in order of time.

    See Also
    --------
    over_time : Makes it.
    """

    steps: tuple[Step, ...]

    def to_json(self) -> dict[str, Any]:
        """Return the answer as plain data, in the schema ``satumeja/over-time/1``."""
        steps = zip(self.steps, (None, *self.steps), strict=False)
        return {
            "schema": "satumeja/over-time/1",
            "steps": [_step(step, before) for step, before in steps],
        }


def _forms(model: Model, numbers: Iterable[int]) -> list[str]:
    return [model.states.form(number) for number in numbers]


def _step(step: Step, before: Step | None) -> dict[str, Any]:
    earlier = before.model if before else step.model
    return {
        "date": step.date or None,
        "title": str(step.model.title),
        "reading": step.reading,
        "feasible": len(step.model.states),
        "from": None if step.start is None else _forms(step.model, [step.start])[0],
        "closed": {
            closing.option: "Y" if closing.taken else "N"
            for closing in step.happenings
            if isinstance(closing, Closing)
        },
        "fallback": any(isinstance(happening, Fallback) for happening in step.happenings),
        "equilibria": {c: _forms(step.model, numbers) for c, numbers in step.equilibria.items()},
        "gained": {c: _forms(step.model, numbers) for c, numbers in step.gained.items()},
        "lost": {c: _forms(earlier, numbers) for c, numbers in step.lost.items()},
        "tables": [
            {
                "table": session.table.id,
                "seats": list(session.found.seats),
                "meets": session.meets,
                "deals": _forms(step.model, session.open_deals),
                "closes": session.closes,
                "over": session.over,
                "delay": dict(session.delay),
                "lost": [
                    {
                        "form": _forms(earlier, [lost.state])[0],
                        "out_of_reach": lost.out_of_reach,
                        "refused_by": list(lost.refused_by),
                        "over": lost.over,
                    }
                    for lost in session.lost
                ],
            }
            for session in step.sessions
        ],
    }


def over_time(
    readings: Model | Sequence[Model],
    happenings: Sequence[Happening] = (),
    *,
    concepts: Sequence[str] = tuple(CONCEPTS),
) -> OverTime:
    """Follow a conflict over its dates.

    Parameters
    ----------
    readings : Model or sequence of Model
        The conflict, or its readings on successive dates, each with its ``as_of``. States
        of two readings are the same if the same options are taken in them.
    happenings : sequence of Closing or Fallback
        What changes on dates.
    concepts : sequence of str
        Under which equilibria are asked for.

    Returns
    -------
    OverTime
        A step for the first reading, and one for each date on which another reading
        holds, a table meets or its time is over, or something happens; each with its
        equilibria, what the tables could agree from the state then in force, and which deals
        are gone.

    Raises
    ------
    QuestionError
        If a date cannot be read, an option or concept is unknown, or the state in force
        without a deal is not feasible.

    See Also
    --------
    Closing : From a date on an option stays taken, or left.
    Fallback : From a date on another state is in force without a deal.
    satumeja.table.deals : What a table could agree on, at one time.

    Notes
    -----
    A closing date takes the place of a game of delay: the model does not say when
    somebody gives in, but when the zone closes, and for whom. Each step is analysed anew.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> war = Fallback("2022-02-24", frozenset({"attack", "platform"}))
    >>> dates = over_time(load("december-2021-b"), [war])
    >>> [(step.date, step.start) for step in dates.steps]
    [('2021-12-23', 7), ('2022-01', 7), ('2022-02-24', 10)]
    """
    listed = [readings] if isinstance(readings, Model) else list(readings)
    if not listed:
        raise QuestionError("name a model")
    chosen = [concept.id for concept in any_concepts(concepts)]
    later = [*happenings]
    # The first reading alone may be undated: it is in force before all else.
    for date in [*(m.as_of for m in listed[1:]), *(happening.date for happening in later)]:
        if not day_of(date):
            raise QuestionError(f'"{date}" is no date; write YYYY-MM-DD, YYYY-MM or YYYY')
    listed.sort(key=lambda model: day_of(model.as_of))
    steps = list[Step]()
    for date in _dates(listed, later):
        steps.append(_made(listed, later, date, chosen, steps[-1] if steps else None))
    return OverTime(tuple(steps))


def _dates(readings: Sequence[Model], happenings: Sequence[Happening]) -> list[str]:
    """List the dates of the steps in order, the first reading's before all."""
    first = readings[0].as_of
    dates = [model.as_of for model in readings[1:]]
    dates += [happening.date for happening in happenings]
    tables = [table for model in readings for table in model.tables]
    dates += [date for table in tables for date in (table.date, day_after(table.until))]
    days: dict[str, str] = {day_of(first): first}
    for date in dates:
        if day_of(date) > day_of(first):
            days.setdefault(day_of(date), date)
    return [days[day] for day in sorted(days)]


def _made(
    readings: Sequence[Model],
    happenings: Sequence[Happening],
    date: str,
    concepts: Sequence[str],
    before: Step | None,
) -> Step:
    day = day_of(date)
    reading = [model for model in readings if day_of(model.as_of) <= day][-1]
    model, taken = in_force(reading, happenings, day)
    start = None if taken is None else _number(model, taken, date)
    result = analyse(model, concepts)
    equilibria = {c: tuple(result.equilibria(c).tolist()) for c in concepts}
    gained, lost = _compared(model, equilibria, before)
    return Step(
        date=date,
        model=model,
        reading=before is not None and day_of(reading.as_of) == day,
        happenings=tuple(h for h in happenings if day_of(h.date) == day),
        start=start,
        equilibria=equilibria,
        gained=gained,
        lost=lost,
        sessions=()
        if start is None
        else tuple(sessions(result, start, day, before.sessions if before else ())),
    )


def _number(model: Model, taken: Taken, date: str) -> int:
    number = number_of(model, taken)
    if number is not None:
        return number
    options = ", ".join(sorted(taken)) or "nothing"
    raise QuestionError(
        f"on {date or 'the first date'} the state in force without a deal ({options} taken) is "
        "not feasible; name another one with its date"
    )


def _compared(
    model: Model, equilibria: Mapping[str, tuple[int, ...]], before: Step | None
) -> tuple[dict[str, tuple[int, ...]], dict[str, tuple[int, ...]]]:
    """Say which equilibria are new, and which are gone."""
    if before is None:
        return {}, {}
    gained, lost = {}, {}
    states, earlier = model.states, before.model.states
    # By what is taken in them, as the same state has another number where others are feasible.
    for concept, numbers in equilibria.items():
        if (
            isinstance(states, OptionStates)
            and isinstance(earlier, OptionStates)
            and model.option_names == before.model.option_names
        ):
            gained[concept] = _missing(states, numbers, earlier, before.equilibria[concept])
            lost[concept] = _missing(earlier, before.equilibria[concept], states, numbers)
            continue
        now = {taken_in(model, s): s for s in numbers}
        then = {taken_in(before.model, s): s for s in before.equilibria[concept]}
        gained[concept] = tuple(s for taken, s in now.items() if taken not in then)
        lost[concept] = tuple(s for taken, s in then.items() if taken not in now)
    return gained, lost


def _missing(
    states: OptionStates, numbers: Sequence[int], others: OptionStates, there: Sequence[int]
) -> tuple[int, ...]:
    """List the states, by number, whose options are taken in none of some other states."""
    own, other = np.array(numbers, dtype=np.intp), np.array(there, dtype=np.intp)
    kept = ~np.isin(states.codes[own - 1], others.codes[other - 1])
    return tuple(own[kept].tolist())
