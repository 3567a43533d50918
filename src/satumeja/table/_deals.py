"""What those at a table could agree, and whether it would hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from satumeja.display import Shown, ShownInLine
from satumeja.errors import QuestionError
from satumeja.stability import CONCEPTS, Explicit
from satumeja.table._efficient import efficient
from satumeja.table._ground import CHEAP, Ground, Index, Mask, Numbers, Seats, seated
from satumeja.table._listing import LISTED, as_json
from satumeja.table._mends import mends
from satumeja.table._reach import Reach, reach_of, reachable
from satumeja.table._red_lines import crossed, names_in, red_lines, require_few_lines

if TYPE_CHECKING:
    from satumeja.model import Model, StateName
    from satumeja.table._changes import Change

__all__ = ["Deal", "Deals", "Upset", "deals", "deals_from"]


@dataclass(frozen=True, repr=False)
class Upset(ShownInLine):
    """Who would leave a deal: a unilateral improvement that nobody sanctions.

    Parameters
    ----------
    dm : str
        Who leaves.
    to : int
        The number of the state it goes to, the one it likes best of those open to it.
    concept : str
        Under which concept nothing holds it back.

    See Also
    --------
    Deal : Shows them.
    """

    dm: str
    to: int
    concept: str


@dataclass(frozen=True, repr=False)
class Deal(Shown):
    """A state a table could agree on: a coalition improvement of its members [1]_.

    Parameters
    ----------
    state : int
        Its number.
    form : str
        Its option form, or its id.
    gains : mapping of str to int
        By member: how many places of its ranking the deal is better than the start.
    others : mapping of str to int
        The same for those who do not sit at the table.
    efficient : bool
        Whether no other deal of the table is at least as good for every member and
        better for one.
    holds : mapping of str to bool
        By concept: whether the deal is an equilibrium.
    upset_by : tuple of Upset
        Who would leave it, under which concept.
    red_lines : tuple of str
        The red lines it crosses, of anybody.
    mended_by : mapping of str to tuple of Change, or None
        By concept under which it does not hold: each single commitment with which it
        would. None where this was not looked for.

    See Also
    --------
    Deals.deal : Makes it.

    References
    ----------
    .. [1] Kilgour, Hipel, Fang & Peng, "Coalition analysis in group decision support",
       Group Decision and Negotiation, 2001.
    """

    state: int
    form: str
    gains: Mapping[str, int]
    others: Mapping[str, int]
    efficient: bool
    holds: Mapping[str, bool]
    upset_by: tuple[Upset, ...]
    red_lines: tuple[str, ...]
    mended_by: Mapping[str, tuple[Change, ...]] | None

    def to_json(self, model: Model) -> dict[str, Any]:
        """Return the deal as plain data."""
        upset = [{"dm": u.dm, "to": u.to, "concept": u.concept} for u in self.upset_by]
        mended = self.mended_by
        return {
            "state": self.state,
            "form": self.form,
            "gains": dict(self.gains),
            "others": dict(self.others),
            "efficient": self.efficient,
            "holds": dict(self.holds),
            "upset_by": upset,
            "mended_by": None
            if mended is None
            else {c: [change.to_json(model) for change in m] for c, m in mended.items()},
        }


@dataclass(frozen=True, eq=False, repr=False)
class Deals(Shown):
    """What those at a table could agree, from one start.

    Parameters
    ----------
    model : Model
        The conflict.
    table : str
        The table's id, empty where it has none.
    seats : tuple of str
        Who sits there.
    start : int
        The number of the state they start from.
    reach : {"joint", "sequence"}
        How they bring a state about.
    weak : bool
        Whether a deal need be better for one member only, and worse for none.
    reached : index array
        Numbers of the states they can bring about, the start included.
    numbers : index array
        Numbers of the deals, ascending.
    efficient : bool array
        For each deal.
    stable : mapping of (str, str) to bool array
        For each deal, by concept and decision maker, whether it is stable.
    walks_away : mapping of str to index array
        By member: numbers of the states that would be deals if it did not sit there.
    ground : Ground
        What the answers stand on.

    See Also
    --------
    deals : Makes it.
    """

    model: Model
    table: str
    seats: tuple[str, ...]
    start: int
    reach: Reach
    weak: bool
    reached: Numbers
    numbers: Numbers
    efficient: Mask
    stable: Mapping[tuple[str, str], Mask]
    walks_away: Mapping[str, Numbers]
    ground: Ground

    def __len__(self) -> int:
        return len(self.numbers)

    @cached_property
    def holds(self) -> Mapping[str, Mask]:
        """For each deal, by concept, whether it is stable for everybody."""
        ids = [dm.id for dm in self.model.decision_makers]
        return {
            concept: np.logical_and.reduce([self.stable[concept, dm] for dm in ids])
            for concept in CONCEPTS
        }

    @cached_property
    def red_lines(self) -> NDArray[np.int64]:
        """For each deal, the red lines of everybody that it crosses, as a bit set."""
        if self.model.is_graph:
            return np.zeros(len(self), dtype=np.int64)
        codes = self.ground.codes()[self.numbers - 1]
        return crossed(red_lines(self.model), codes)

    def best(self, most: int = LISTED) -> Numbers:
        """Choose deals to describe, ascending: efficient ones and those that hold first."""
        concepts = np.sum(list(self.holds.values()), axis=0)
        order = np.lexsort((self.numbers, -concepts, ~self.efficient))[:most]
        return np.sort(self.numbers[order])

    @cached_property
    def _mends(self) -> Mapping[tuple[int, str], tuple[Change, ...]] | None:
        if len(self.ground.model.states) > CHEAP:
            return None
        failing = [
            (int(number) - 1, concept)
            for number in self.best()
            for concept in CONCEPTS
            if not self.holds[concept][self._place(int(number))]
        ]
        return mends(self.ground, self.seats, failing)

    def _place(self, number: int) -> int:
        place = int(np.searchsorted(self.numbers, number))
        if place == len(self.numbers) or self.numbers[place] != number:
            raise QuestionError(f"state {number} is no deal of this table")
        return place

    def deal(self, number: int) -> Deal:
        """Describe one deal: gains, who leaves it, and what would mend it.

        Raises
        ------
        QuestionError
            If the state is no deal of this table.
        """
        place, state = self._place(number), number - 1
        holds = {concept: bool(self.holds[concept][place]) for concept in CONCEPTS}
        ids = [dm.id for dm in self.model.decision_makers]
        gains = {dm: int(self.ground.gains(dm, np.array([state]))[0]) for dm in ids}
        return Deal(
            state=number,
            form=self.model.states.form(number),
            gains={dm: gains[dm] for dm in self.seats},
            others={dm: gain for dm, gain in gains.items() if dm not in self.seats},
            efficient=bool(self.efficient[place]),
            holds=holds,
            upset_by=tuple(self._upsets(place, state)),
            red_lines=names_in(int(self.red_lines[place]), red_lines(self.model)),
            mended_by=self._mended(state, holds),
        )

    def _upsets(self, place: int, state: int) -> list[Upset]:
        upsets = list[Upset]()
        for (concept, dm), stable in self.stable.items():
            if not stable[place]:
                to = self.ground.upset(dm, concept, state)
                assert to is not None, "an unstable state without its improvement"  # noqa: S101
                upsets.append(Upset(dm, to + 1, concept))
        return upsets

    def _mended(
        self, state: int, holds: Mapping[str, bool]
    ) -> Mapping[str, tuple[Change, ...]] | None:
        if self._mends is None:
            return None
        return {c: self._mends.get((state, c), ()) for c, stands in holds.items() if not stands}

    def to_json(self) -> dict[str, Any]:
        """Return the answer as plain data, in the schema ``satumeja/deals/1``.

        Of more than 1,000 deals, that many are listed; ``count`` counts all of them.
        """
        shown = [self.deal(int(number)) for number in self.best()]
        return {
            "schema": "satumeja/deals/1",
            "table": self.table or None,
            "seats": list(self.seats),
            "from": self.start,
            "reach": self.reach,
            "weak": self.weak,
            "reached": len(self.reached),
            "count": len(self),
            "walks_away": {dm: as_json(self.model, n) for dm, n in self.walks_away.items()},
            "deals": [deal.to_json(self.model) for deal in shown],
            "red_lines_crossed": {
                str(deal.state): list(deal.red_lines) for deal in shown if deal.red_lines
            },
        }


def deals(
    model: Model,
    seats: Seats = None,
    *,
    start: StateName | None = None,
    reach: Reach = "joint",
    weak: bool = False,
    engine: Explicit | None = None,
) -> Deals:
    """Find what those at a table could agree, and whether each deal would hold.

    Parameters
    ----------
    model : Model
        A conflict.
    seats : str, sequence of str, or None
        The id of a table of the model, decision makers by id, or None for everybody.
    start : int or str, optional
        The state that holds without a deal, by number or by a name as for
        `Model.find_state`; the status quo by default.
    reach : {"joint", "sequence"}
        Whether members change their options together, as one agreement, or by legal
        sequences of moves. In graph form, which has no options, always the latter.
    weak : bool
        Whether it is enough that a deal is better for one member and worse for none.
    engine : Explicit, optional
        The engine of the model, where one is set up already.

    Returns
    -------
    Deals
        The states that the members can bring about and that each of them prefers to
        the start; which of them are efficient; which hold, and who leaves the others.

    Raises
    ------
    QuestionError
        If there is no such table, decision maker or state, or no status quo.
    LimitError
        If the model has more feasible states than can be listed, or more than 62 red lines.

    See Also
    --------
    compare : The deals of several tables.
    packages : What beats walking away where the conflict goes on without a deal.
    openings : What stands in the way where there is no deal.

    Notes
    -----
    A deal is a coalition improvement [1]_ of the members from the start. It holds under a
    concept if it is an equilibrium of the whole conflict: stable for those at the table,
    who could go back on it, and for those who are not there.
    Costs one analysis of the model, whatever the table, and one pass over the states.

    References
    ----------
    .. [1] Kilgour, Hipel, Fang & Peng, "Coalition analysis in group decision support",
       Group Decision and Negotiation, 2001.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> table = deals(load("prisoners-dilemma"), start=4)
    >>> table.numbers.tolist(), table.deal(1).gains, table.deal(1).holds["nash"]
    ([1], {'row': 1, 'column': 1}, False)
    """
    ground = Ground(model, start, Explicit.of(model, engine))
    return deals_from(ground, seats, reach=reach, weak=weak)


def deals_from(ground: Ground, seats: Seats, *, reach: Reach, weak: bool) -> Deals:
    """Find the deals of one table of several that share a ground."""
    model = ground.model
    require_few_lines(red_lines(model))
    name, members = seated(model, seats)
    how = reach_of(model, reach)
    places = [ground.places[dm] for dm in members]
    reached = reachable(model, ground.start, places, how)
    gains = np.stack([ground.gains(dm, reached) for dm in members])
    agreed = _agreed(gains, weak=weak)
    chosen: Index = reached[agreed]
    stable = {
        key: ground.ranks[key[1]][chosen] >= threshold[chosen]
        for key, threshold in ground.thresholds.items()
    }
    return Deals(
        model=model,
        table=name,
        seats=members,
        start=ground.start + 1,
        reach=how,
        weak=weak,
        reached=reached + 1,
        numbers=chosen + 1,
        efficient=efficient(gains[:, agreed].T),
        stable=stable,
        # One who sits alone leaves nobody who could agree without it.
        walks_away={
            dm: reached[~agreed & _agreed(np.delete(gains, row, axis=0), weak=weak)] + 1
            for row, dm in enumerate(members)
            if len(members) > 1
        },
        ground=ground,
    )


def _agreed(gains: NDArray[np.int32], *, weak: bool) -> Mask:
    """Decide which states (columns) all members (rows) would agree to."""
    least = gains.min(axis=0)
    agreed: Mask = (least >= 0) & (gains > 0).any(axis=0) if weak else least > 0
    return agreed
