"""What each side of a table would have to move where there is nothing all would accept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from satumeja.display import Shown
from satumeja.table._ground import Ground, Index, Numbers, Seats, seated
from satumeja.table._openings import TablePackages
from satumeja.table._red_lines import names_in

if TYPE_CHECKING:
    from satumeja.model import Model, StateName

__all__ = ["Side", "Sides", "sides"]


@dataclass(frozen=True, repr=False)
class Side(Shown):
    """What one side would have to give, alone or with the fewest others, and for what.

    Parameters
    ----------
    dm : str
        Whose side.
    gives : tuple of str
        Everybody who would have to give, that side among them.
    ease : tuple of str
        The red lines that would no longer be ruled out.
    less : tuple of str
        Who would accept less than without a deal.
    package : int
        The number of the package that is then possible.
    eased : Model
        The conflict with these red lines eased.

    See Also
    --------
    sides : Makes it.
    Opening : A minimal set of what would have to give, whoever gives it.
    """

    dm: str
    gives: tuple[str, ...]
    ease: tuple[str, ...]
    less: tuple[str, ...]
    package: int
    eased: Model


@dataclass(frozen=True, eq=False, repr=False)
class Sides(Shown):
    """What a table could agree; where that is nothing, what each side would have to move.

    Parameters
    ----------
    table : str
        The table's id, empty where it has none.
    seats : tuple of str
        Who sits there.
    zone, best : index array
        Numbers of the packages that all would accept, and of the efficient ones among them.
    alone : tuple of Side
        Where there are none: of each side that could open the table by itself, in the order
        of the model.
    joint : tuple of Side
        Where there are none: of each side that could do so with others alone.

    See Also
    --------
    sides : Makes it.
    Openings : The same by what would have to give.
    """

    table: str
    seats: tuple[str, ...]
    zone: Numbers
    best: Numbers
    alone: tuple[Side, ...]
    joint: tuple[Side, ...]


class _Choice:
    """Chooses among the packages that somebody would have to give something for."""

    def __init__(self, packages: TablePackages) -> None:
        self.packages = packages
        givers = np.zeros(len(packages.states), dtype=np.int64)
        for bit, dm in enumerate(packages.members):
            givers |= packages.gives(dm).astype(np.int64) << bit
        self.givers = np.where(packages.moved, givers, 0)

    def sides(self) -> Iterator[Side]:
        for bit, dm in enumerate(self.packages.members):
            mine = np.flatnonzero(self.givers >> bit & 1)
            if len(mine):
                yield self._side(dm, self._least(dm, mine))

    def _least(self, dm: str, among: Index) -> int:
        """Choose the package that asks the fewest, and that a side minds least."""
        packages = self.packages
        others = np.bitwise_count(self.givers[among])
        among = among[others == others.min()]
        crossed, worse = (
            np.bitwise_count(obstacles[among]) for obstacles in (packages.crossed, packages.worse)
        )
        # Of several sides, as in openings, first what none of them is worse off with.
        weights = (worse, crossed) if others.min() == 1 else (crossed, worse)
        rank = -packages.ground.ranks[dm][packages.states[among]].astype(np.int64)
        keys = (packages.states[among], packages.parts.sizes[among], rank, *weights)
        return int(among[np.lexsort(keys)[0]])

    def _side(self, dm: str, place: int) -> Side:
        packages, members = self.packages, self.packages.members

        def of(mask: int) -> tuple[str, ...]:
            return tuple(member for bit, member in enumerate(members) if mask >> bit & 1)

        eased = int(packages.crossed[place])
        return Side(
            dm=dm,
            gives=of(int(self.givers[place])),
            ease=names_in(eased, packages.lines),
            less=of(int(packages.worse[place])),
            package=int(packages.states[place]) + 1,
            eased=packages.easing.applied(eased) if eased else packages.ground.model,
        )


def sides(model: Model, seats: Seats = None, *, start: StateName | None = None) -> Sides:
    """Find what each side of a table would have to move where nothing is acceptable to all.

    Parameters
    ----------
    model : Model
        In option form.
    seats, start
        As of `openings`.

    Returns
    -------
    Sides
        What all would accept; else, a side each, what it would have to give for something
        that the others would take.

    Raises
    ------
    QuestionError, LimitError
        As of `openings`.

    See Also
    --------
    openings : Every minimal set of what would have to give.

    Notes
    -----
    A package counts for a side if it is the only one that would have to give something for it,
    by easing a red line of its own or by accepting less than without a deal; if some member
    is better off; and if the side changes something in it and no part of another member is
    worse for it than if that were left out. Of these it is the one that the side minds least:
    that crosses the fewest of its red lines, then one it likes no less than the start, then
    the one it ranks highest; where that is alike, the one that changes the fewest options,
    and the lowest by number. For a side for which there is none it is one for which the fewest
    others would have to give as well, as `openings` allows it: then first one that leaves the
    fewest of them worse off than the start.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> osce = sides(load("december-2021-b"), "osce")
    >>> [(side.dm, side.ease, side.less, side.package) for side in osce.alone]
    [('russia', (), ('russia',), 9), ('nato', (), ('nato',), 26)]
    >>> [(side.gives, side.ease) for side in osce.joint]
    [(('us', 'nato'), ('us#1', 'nato#1'))]
    """
    ground = Ground(model, start)
    name, members = seated(model, seats)
    packages = TablePackages(ground, members, "", walk_away=True, judge=False)
    zone = packages.zone()
    movers = () if len(zone) else tuple(_Choice(packages).sides())
    return Sides(
        table=name,
        seats=members,
        zone=zone + 1,
        best=packages.best(zone) + 1,
        alone=tuple(side for side in movers if side.gives == (side.dm,)),
        joint=tuple(side for side in movers if side.gives != (side.dm,)),
    )
