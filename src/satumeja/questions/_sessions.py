"""The tables of a conflict over time: what they can agree, what is gone, and when they end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from satumeja.display import Shown
from satumeja.model import Table
from satumeja.questions._dated import Taken, day_after, day_of, number_of, taken_in
from satumeja.stability import Analysis
from satumeja.table import Deals, deals

__all__ = ["Delay", "Lost", "Session", "sessions"]

Delay = Literal["worse", "better", "same", "depends"]
"""What it means to somebody that no deal was made in time."""


@dataclass(frozen=True, repr=False)
class Lost(Shown):
    """A deal of the step before that a table can no longer make.

    Parameters
    ----------
    taken : frozenset of str
        What is taken in it.
    state : int
        Its number in the step before.
    out_of_reach : bool
        Whether the members cannot bring it about any more.
    refused_by : tuple of str
        Otherwise, the members who no longer prefer it to what is in force.
    over : bool
        Whether it is gone because the time of the table is over.

    See Also
    --------
    Session : Shows them.
    """

    taken: Taken
    state: int
    out_of_reach: bool
    refused_by: tuple[str, ...]
    over: bool = False


@dataclass(frozen=True, eq=False, repr=False)
class Session(Shown):
    """A table at a step.

    Parameters
    ----------
    table : Table
        The table.
    meets : bool
        Whether it meets on that date.
    found : Deals
        What it could agree on; of a table whose time is over, what it could agree on had it
        more.
    lost : tuple of Lost
        The deals of the step before that are gone.
    over : bool
        Whether its time is over: the date is later than its ``until``.
    delay : mapping of str to str
        Where its time ended and there were deals, by decision maker, seated or not, what it
        means that none was made by then: it is *worse* off where each deal was better for it
        than what is in force, *better* where each was worse; *same* or *depends* otherwise.

    See Also
    --------
    over_time : Makes it.
    """

    table: Table
    meets: bool
    found: Deals
    lost: tuple[Lost, ...]
    over: bool = False
    delay: Mapping[str, Delay] = field(default_factory=dict)

    @property
    def open_deals(self) -> tuple[int, ...]:
        """The numbers of the deals it can make; none once its time is over."""
        return () if self.over else tuple(self.found.numbers.tolist())

    @property
    def closes(self) -> bool:
        """Whether the table had deals a step before, and has none now."""
        return bool(self.lost) and not self.open_deals


def sessions(
    result: Analysis, start: int, day: str, before: Iterable[Session]
) -> Iterable[Session]:
    """Give the tables as they stand on a day, beside those of the step before.

    Parameters
    ----------
    result : Analysis
        Of the conflict as it stands then.
    start : int
        The number of the state in force without a deal.
    day : str
        The day.
    before : iterable of Session
        The tables a step before.
    """
    earlier = {session.table.id: session for session in before}
    for table in result.model.tables:
        agreed = deals(result.model, table.id, start=start, engine=result.explicit)
        session = earlier.get(table.id)
        over, meets = (
            bool(table.until) and day_after(table.until) <= day,
            day_of(table.date) == day,
        )
        if session is None:
            yield Session(table, meets, agreed, (), over)
        elif over and not session.over:
            yield Session(table, meets, agreed, tuple(_ended(session)), over, _delay(session))
        else:
            lost = () if over else tuple(_lost(session.found, agreed))
            yield Session(table, meets, agreed, lost, over)


def _ended(before: Session) -> Iterable[Lost]:
    """List the deals that a table did not make while it had time."""
    for state in before.found.numbers.tolist():
        taken = taken_in(before.found.model, state)
        yield Lost(taken, state, out_of_reach=False, refused_by=(), over=True)


def _delay(before: Session) -> Mapping[str, Delay]:
    """Say for whom it is worse or better that none of the deals of a table was made."""
    deals_, start = before.found.numbers - 1, before.found.start - 1
    if not len(deals_):
        return {}
    ranks = before.found.ground.ranks
    return {dm: _meaning(own[deals_] - own[start]) for dm, own in ranks.items()}


def _meaning(gains: NDArray[np.integer]) -> Delay:
    """Say what missing deals means to whom they would have brought so many ranks more."""
    if (gains > 0).all():
        return "worse"
    if (gains < 0).all():
        return "better"
    return "same" if not gains.any() else "depends"


def _lost(before: Deals, now: Deals) -> Iterable[Lost]:
    reached, kept = set(now.reached.tolist()), set(now.numbers.tolist())
    for state in before.numbers.tolist():
        taken = taken_in(before.model, state)
        number = number_of(now.model, taken)
        if number is None or number not in reached:
            yield Lost(taken, state, out_of_reach=True, refused_by=())
        elif number not in kept:
            ranks = now.ground.ranks
            refused = tuple(
                dm for dm in now.seats if ranks[dm][number - 1] <= ranks[dm][now.start - 1]
            )
            yield Lost(taken, state, out_of_reach=False, refused_by=refused)
