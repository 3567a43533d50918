"""The zone of possible agreement, and what would open it where it is empty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from satumeja.display import Shown
from satumeja.errors import LimitError
from satumeja.model import Model, Ranking, Ranks, StateName
from satumeja.stability import CONCEPTS, Explicit
from satumeja.table._easing import Easing
from satumeja.table._efficient import efficient
from satumeja.table._ground import CHEAP, Ground, Index, Mask, Numbers, Seats, seated
from satumeja.table._listing import as_json
from satumeja.table._minimal import minimal_sets
from satumeja.table._parts import Parts, Sways
from satumeja.table._reach import reachable
from satumeja.table._red_lines import MOST_BITS, RedLine, held_by, names_in, red_lines

__all__ = ["Opening", "Openings", "TablePackages", "openings"]


@dataclass(frozen=True, repr=False)
class Opening(Shown):
    """A minimal set of red lines whose easing opens the zone.

    Parameters
    ----------
    ease : tuple of str
        The red lines.
    accept_less : tuple of str
        Members who, besides, would have to put up with less than without a deal; empty
        where easing red lines is enough.
    zone : index array
        Numbers of the packages that are then possible.
    best : index array
        Those among them that are efficient for the members.
    holds : mapping of int to mapping of str to bool, or None
        For each of the best, by concept, whether it is an equilibrium once the red lines
        are eased. None where this was not looked for.

    See Also
    --------
    openings : Makes it.
    """

    ease: tuple[str, ...]
    accept_less: tuple[str, ...]
    zone: Numbers
    best: Numbers
    holds: Mapping[int, Mapping[str, bool]] | None

    @property
    def asks(self) -> tuple[str, ...]:
        """Whom it asks for something: holders of the red lines, and who accepts less."""
        return tuple(dict.fromkeys([*(n.split("#")[0] for n in self.ease), *self.accept_less]))

    def to_json(self, model: Model) -> dict[str, Any]:
        """Return the opening as plain data."""
        holds = self.holds
        return {
            "ease": list(self.ease),
            "accept_less": list(self.accept_less),
            "asks": list(self.asks),
            "zone": as_json(model, self.zone),
            "best": as_json(model, self.best),
            "holds": None if holds is None else {str(s): dict(by) for s, by in holds.items()},
        }


@dataclass(frozen=True, eq=False, repr=False)
class Openings(Shown):
    """The zone of possible agreement of a table, and its openings.

    Parameters
    ----------
    model : Model
        The conflict.
    table : str
        The table's id, empty where it has none.
    seats : tuple of str
        Who sits there.
    start : int
        The number of the state that holds without a deal.
    wanting : str
        What every package must bring, empty for nothing in particular.
    red_lines : tuple of RedLine
        Those of the members.
    reached : int
        How many states the members can bring about, the start included.
    zone : index array
        Numbers of the packages that cross no red line of a member and that no member
        likes less than the start.
    best : index array
        The efficient ones among them.
    openings : tuple of Opening
        If the zone is empty: all minimal sets of red lines whose easing opens it.
    concessions : tuple of Opening
        If no easing of red lines is enough: all minimal sets of red lines and members
        who would have to put up with less than without a deal.

    See Also
    --------
    satumeja.table.openings : Makes it.
    SymbolicOpenings : The same of states that nobody could list.
    """

    model: Model
    table: str
    seats: tuple[str, ...]
    start: int
    wanting: str
    red_lines: tuple[RedLine, ...]
    reached: int
    zone: Numbers
    best: Numbers
    openings: tuple[Opening, ...]
    concessions: tuple[Opening, ...]

    def to_json(self) -> dict[str, Any]:
        """Return the answer as plain data, in the schema ``satumeja/openings/1``.

        ``linkage`` is None: see `linkage` for what one package across tables opens.
        """
        return {
            "schema": "satumeja/openings/1",
            "engine": "explicit",
            "table": self.table or None,
            "seats": list(self.seats),
            "from": self.start,
            "from_form": self.model.states.form(self.start),
            "wanting": self.wanting or None,
            "red_lines": {
                line.name: {"dm": line.dm, "statement": line.statement.text}
                for line in self.red_lines
            },
            "reached": self.reached,
            "zone": as_json(self.model, self.zone),
            "best": as_json(self.model, self.best),
            "openings": [opening.to_json(self.model) for opening in self.openings],
            "concessions": [opening.to_json(self.model) for opening in self.concessions],
            "linkage": None,
        }


class TablePackages:
    """What a table could agree on at all, and what stands in the way of each package."""

    def __init__(
        self, ground: Ground, members: Sequence[str], wanting: str, *, walk_away: bool, judge: bool
    ) -> None:
        self.ground, self.members, model = ground, members, ground.model
        self.walk_away = walk_away
        # It takes an analysis for each opening, of which there may be many.
        self.judge = judge and len(model.states) <= CHEAP
        self.codes, self.lines = ground.codes(), red_lines(model, members)
        self.easing = Easing(model, self.lines, self.codes)
        places = [ground.places[dm] for dm in members]
        reached = reachable(model, ground.start, places, "joint")
        self.reached = len(reached)
        chosen = reached != ground.start
        if wanting:
            chosen &= ground.holds(model.condition(wanting))[reached]
        worse, better = np.zeros(len(reached), dtype=np.int64), np.zeros_like(chosen)
        for bit, dm in enumerate(members if walk_away else ()):
            liked = self.easing.likings(dm, ground.start)[reached]
            worse |= (liked < 0).astype(np.int64) << bit
            better |= liked > 0
        if walk_away:
            chosen &= better
        self.states: Index = reached[chosen]
        self.crossed, self.worse = self.easing.crossed[self.states], worse[chosen]

    @cached_property
    def parts(self) -> Parts:
        """What each member does in the packages."""
        return Parts(self.ground.model, self.ground.start, self.members, self.states)

    @cached_property
    def moved(self) -> Mask:
        """Which packages ask nobody merely to suffer what others do.

        All of them where it does not count what anybody prefers.
        """
        if not self.walk_away:
            return np.ones(len(self.states), dtype=np.bool_)
        parts = self.parts

        def sways(of: str, dm: str) -> Sways:
            compared, ranks = np.zeros(len(self.states), dtype=np.int8), self.ground.ranks[dm]
            there, without = parts.compared(of)
            compared[there] = np.sign(ranks[self.states[there]] - ranks[without])
            return compared

        return parts.moved({dm: self.gives(dm) for dm in self.members}, sways)

    def gives(self, dm: str) -> Mask:
        """Say for which packages a member would have to ease a red line or accept less."""
        own = held_by(dm, self.lines)
        worse = self.worse >> self.members.index(dm) & 1
        gives: Mask = ((self.crossed & own) | worse) != 0
        return gives

    def zone(self) -> Index:
        """Return the packages in nobody's way."""
        free: Index = self.states[(self.crossed | self.worse) == 0]
        return free

    def best(self, zone: Index, eased: int = 0) -> Index:
        """Return the efficient packages of a zone, some red lines eased."""
        if not len(zone):
            return zone
        ranks = [self._ranks(dm, zone, eased) for dm in self.members]
        best: Index = zone[efficient(np.stack(ranks).T)]
        return best

    def _ranks(self, dm: str, zone: Index, eased: int) -> Ranks:
        preference = self.easing.preference(dm, eased)
        # A ranking has a place for every state; of other preferences the few will do.
        if isinstance(preference, Ranking):
            return preference.ranks(self.codes)[zone]
        return preference.ranks(self.codes[zone])

    def openings(self, in_the_way: NDArray[np.int64], among: NDArray[np.bool_]) -> list[Opening]:
        """Return an opening for each minimal set of what is in the way of some package."""
        size = len(self.lines) + len(self.members)
        return [
            self._opening(int(least), self.states[among & (in_the_way == least)])
            for least in minimal_sets(in_the_way[among], size)
        ]

    def concessions(self) -> list[Opening]:
        """Return one for each minimal set of red lines and of members who would lose."""
        lines, members = len(self.lines), len(self.members)
        if lines + members > MOST_BITS:
            raise LimitError(
                f"{lines} red lines and {members} members, who may have to accept less, are "
                f"more than the {MOST_BITS} at once"
            )
        return self.openings(self.crossed | self.worse << lines, self.moved)

    def _opening(self, mask: int, zone: Index) -> Opening:
        eased, less = mask & ((1 << len(self.lines)) - 1), mask >> len(self.lines)
        best = self.best(zone, eased)
        return Opening(
            ease=names_in(eased, self.lines),
            accept_less=tuple(dm for k, dm in enumerate(self.members) if less >> k & 1),
            zone=zone + 1,
            best=best + 1,
            holds=self._holds(eased, best) if self.judge else None,
        )

    def _holds(self, eased: int, best: Index) -> dict[int, dict[str, bool]]:
        model = self.easing.applied(eased)
        ground = Ground(model, self.ground.start + 1, Explicit(model))
        return {
            int(state) + 1: {
                concept: all(
                    ground.ranks[dm][state] >= ground.thresholds[concept, dm][state]
                    for dm in ground.places
                )
                for concept in CONCEPTS
            }
            for state in best
        }


def openings(
    model: Model,
    seats: Seats = None,
    *,
    start: StateName | None = None,
    wanting: str = "",
    walk_away: bool = True,
    judge: bool = True,
) -> Openings:
    """Find the zone of possible agreement; where it is empty, all the ways to open it.

    Parameters
    ----------
    model : Model
        In option form.
    seats : str, sequence of str, or None
        The id of a table of the model, decision makers by id, or None for everybody.
    start : int or str, optional
        The state that holds without a deal, by number or by a name as for
        `Model.find_state`; the status quo by default.
    wanting : str
        A condition every package must meet, such as ``guarantee & withdraw``.
    walk_away : bool
        Whether a member walks away from what it likes less than the start. If not, the
        packages are all states the members can bring about, whatever they prefer, and
        red lines alone stand in the way.
    judge : bool
        Whether to decide if what an opening makes possible would hold; up to 4,096
        states.

    Returns
    -------
    Openings
        The zone, its efficient packages, and the openings.

    Raises
    ------
    QuestionError
        If there is no such table, decision maker or state, no status quo, a condition
        that cannot be read, or the model is in graph form.
    LimitError
        If the model has more feasible states than can be listed, or there are more than 62
        red lines, or of these and members together where no easing is enough.

    See Also
    --------
    deals : What those at a table prefer to the start, red lines or not.
    symbolic_openings : The same where states are too many to be listed.
    linkage : What several tables could agree on as one package.

    Notes
    -----
    The zone of agreement is that of [1]_, the start being everybody's walk-away.
    A *package* is a feasible state other than the start that differs from it in options
    of the members alone, each changed in its permitted direction. It is in the zone if
    it crosses no red line of a member, no member likes it less than the start, and one
    likes it better. Whoever eases a red line lets packages cross it and no longer counts
    the preference statements that say nothing but to keep it. So each package asks for
    exactly the red lines it crosses, and the minimal sets that open the
    zone are the minimal ones among these sets.

    Cost: one pass over the states for each red line and statement, and one over the
    lattice of sets of red lines, whatever the number of packages and openings.

    References
    ----------
    .. [1] Raiffa, *The Art and Science of Negotiation*, Harvard University Press, 1982.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> geneva = openings(load("december-2021-a"), "geneva")
    >>> geneva.zone.tolist(), [opening.ease for opening in geneva.openings]
    ([], [('us#1',)])
    """
    ground = Ground(model, start)
    name, members = seated(model, seats)
    packages = TablePackages(ground, members, wanting, walk_away=walk_away, judge=judge)
    zone = packages.zone()
    liked = packages.worse == 0
    eased_alone, beyond = list[Opening](), list[Opening]()
    if not len(zone):
        eased_alone = packages.openings(packages.crossed, liked & packages.moved)
        if not eased_alone:
            beyond = packages.concessions()
    return Openings(
        model=model,
        table=name,
        seats=members,
        start=ground.start + 1,
        wanting=wanting,
        red_lines=packages.lines,
        reached=packages.reached,
        zone=zone + 1,
        best=packages.best(zone) + 1,
        openings=tuple(eased_alone),
        concessions=tuple(beyond),
    )
