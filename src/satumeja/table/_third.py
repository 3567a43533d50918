"""What a third party's move could open for those at a table, whatever it wants itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from satumeja.display import Shown
from satumeja.errors import QuestionError
from satumeja.model import Model, OptionStates, StateName
from satumeja.table._ground import Ground, Mask, Numbers, Seats, seated
from satumeja.table._reach import reachable
from satumeja.table._red_lines import crossed, red_lines

__all__ = ["ThirdMove", "ThirdParty", "third_party"]


@dataclass(frozen=True, eq=False, repr=False)
class ThirdMove(Shown):
    """A move of a third party that opens something.

    Parameters
    ----------
    up, down : tuple of str
        The options it takes up and drops, by the names that results print.
    with_deal : intp array
        The packages in the zone where the move is part of the deal, and made only with it.
    anyway : intp array
        Those in the zone where it is made first, whatever comes of the talks; none where it
        cannot be made by itself.

    See Also
    --------
    third_party : Makes them.
    """

    up: tuple[str, ...]
    down: tuple[str, ...]
    with_deal: Numbers
    anyway: Numbers


@dataclass(frozen=True, eq=False, repr=False)
class ThirdParty(Shown):
    """What the moves of a third party could open.

    Parameters
    ----------
    model : Model
        The conflict.
    dm : str
        The third party.
    table : str
        The id of the table; empty where decision makers were named, or all others.
    seats : tuple of str
        Who sits there.
    start : int
        The number of the state that holds without a deal.
    wanting : str
        The condition that every package must meet.
    zone : intp array
        The packages that are open without any move of it.
    tried : int
        How many moves it has.
    moves : tuple of ThirdMove
        Those that open something, the ones that change the fewest options first.

    See Also
    --------
    third_party : Makes it.
    """

    model: Model
    dm: str
    table: str
    seats: tuple[str, ...]
    start: int
    wanting: str
    zone: Numbers
    tried: int
    moves: tuple[ThirdMove, ...]

    def to_json(self) -> dict[str, Any]:
        """Return the answer as plain data, in the schema ``satumeja/third-party/1``."""
        form = self.model.states.form

        def listed(numbers: Numbers) -> list[dict[str, Any]]:
            return [{"number": number, "form": form(number)} for number in numbers.tolist()]

        return {
            "schema": "satumeja/third-party/1",
            "third": self.dm,
            "table": self.table or None,
            "seats": list(self.seats),
            "from": {"number": self.start, "form": form(self.start)},
            "wanting": self.wanting or None,
            "zone": listed(self.zone),
            "tried": self.tried,
            "moves": [
                {
                    "up": list(move.up),
                    "down": list(move.down),
                    "with_deal": listed(move.with_deal),
                    "anyway": listed(move.anyway),
                }
                for move in self.moves
            ],
        }


def third_party(
    model: Model,
    dm: str,
    seats: Seats = None,
    *,
    start: StateName | None = None,
    wanting: str = "",
) -> ThirdParty:
    """Search the moves of a third party for those that open a zone of agreement.

    Parameters
    ----------
    model : Model
        In option form, with states that can be listed.
    dm : str
        The third party: a decision maker with options, such as to mediate, to guarantee or to
        punish. What it prefers plays no part: it may be neutral, or not known.
    seats : str, sequence of str, or None
        The id of a table, decision makers by id, or None for everybody else. The third party
        does not sit there.
    start : int or str, optional
        The state that holds without a deal, as for `openings`.
    wanting : str
        A condition that every package must meet.

    Returns
    -------
    ThirdParty
        What is open without it, and each of its moves that opens something.

    Raises
    ------
    QuestionError
        If it sits at the table, has no option that it can change, or as for `openings`.
    LimitError
        If the model has more feasible states than can be listed.

    See Also
    --------
    openings : What those at the table would have to give.

    Notes
    -----
    A package is in the zone as told at `openings`: it crosses no red line of a member, no
    member likes it less than what holds without a deal, and one likes it better. Where the
    move is part of the deal, that is the start; where it is made first, it is the start after
    the move. Cost: one pass over the states for each of its moves, of which there are up to
    two to the number of its options.

    Examples
    --------
    >>> from satumeja.formats import loads
    >>> model = loads('''
    ... satumeja: 1
    ... title: A guarantor
    ... decision_makers:
    ...   a: {options: {yield: }, preferences: [x.guarantee if a.yield, b.yield, -a.yield]}
    ...   b: {options: {yield: }, preferences: [a.yield, -b.yield]}
    ...   x: {options: {guarantee: }, preferences: []}
    ... status_quo: N|N|N
    ... ''')
    >>> found = third_party(model, "x")
    >>> found.zone.tolist(), [(move.up, move.with_deal.tolist()) for move in found.moves]
    ([], [(('guarantee',), [8])])
    """
    ground = Ground(model, start)
    states = model.states
    if not isinstance(states, OptionStates):
        raise QuestionError("this is answered from options; the model is in graph form")
    third = model[dm].id
    others = [maker for maker in model if maker != third] if seats is None else seats
    table, members = seated(model, others)
    if third in members:
        where = f"at table {table}" if table else "with the others"
        raise QuestionError(f"{third} sits {where}: its move is not that of a third party")
    search = _Search(ground, states, third, members, wanting)
    moves = [search.move(part) for part in search.parts]
    opening = [move for move in moves if len(move.with_deal) or len(move.anyway)]
    return ThirdParty(
        model=model,
        dm=third,
        table=table,
        seats=members,
        start=ground.start + 1,
        wanting=wanting,
        zone=search.zone(ground.start, members) + 1,
        tried=len(moves),
        moves=tuple(sorted(opening, key=lambda move: len(move.up) + len(move.down))),
    )


class _Search:
    """The moves of a third party, and what those at the table could agree beside each."""

    def __init__(
        self, ground: Ground, states: OptionStates, third: str, members: tuple[str, ...],
        wanting: str,
    ) -> None:  # fmt: skip
        model = ground.model
        self.ground, self.states, self.members = ground, states, members
        self.own = model.controls(third)
        self.third = ground.places[third]
        self.lines = crossed(red_lines(model, members), states.codes) != 0
        self.wanted: Mask = np.ones(len(states), dtype=np.bool_)
        if wanting:
            self.wanted = ground.holds(model.condition(wanting))
        self.before = [int(code) for code in states.members(ground.start + 1)]
        self.reached = self._parts_reached([*members, third])
        self.alone = self._parts_reached([third])
        kept = {code & self.own for code in self.before}
        self.parts = sorted(part for part in self.reached if part not in kept)
        if not self.parts:
            raise QuestionError(f"{third} has no move from there, with the others or alone")

    def _parts_reached(self, makers: list[str]) -> Mapping[int, NDArray[np.intp]]:
        """Give the states that some bring about together, by the third party's options."""
        model = self.ground.model
        places = [self.ground.places[dm] for dm in makers]
        together = reachable(model, self.ground.start, places, "joint")
        parts: dict[int, set[int]] = {}
        for state in together.tolist():
            for code in self.states.members(state + 1).tolist():
                parts.setdefault(code & self.own, set()).add(state)
        return {part: np.array(sorted(own), dtype=np.intp) for part, own in parts.items()}

    def zone(self, start: int, members: tuple[str, ...]) -> NDArray[np.intp]:
        """List what is open to members by themselves from a state."""
        places = [self.ground.places[dm] for dm in members]
        reached = reachable(self.ground.model, start, places, "joint")
        return self._open(reached[reached != start], start)

    def move(self, part: int) -> ThirdMove:
        """Say what a move opens: as part of the deal, and made first."""
        after = self.alone.get(part, np.zeros(0, dtype=np.intp))
        after = after[after != self.ground.start]
        anyway = self.zone(int(after[0]), self.members) if len(after) else after
        names = self.ground.model.option_names
        up, down = part & ~self.before[0], self.before[0] & self.own & ~part
        return ThirdMove(
            tuple(_named(up, names)),
            tuple(_named(down, names)),
            self._open(self.reached[part], self.ground.start) + 1,
            anyway + 1,
        )

    def _open(self, states: NDArray[np.intp], start: int) -> NDArray[np.intp]:
        """Keep the states that cross no line, leave nobody worse off and somebody better."""
        free = states[~self.lines[states] & self.wanted[states]]
        ranks = [self.ground.ranks[dm] for dm in self.members]
        gains = np.array([own[free] - own[start] for own in ranks]).reshape(len(ranks), -1)
        kept: NDArray[np.intp] = free[(gains >= 0).all(axis=0) & (gains > 0).any(axis=0)]
        return kept


def _named(mask: int, names: tuple[str, ...]) -> Iterator[str]:
    return (name for k, name in enumerate(names) if mask >> k & 1)
