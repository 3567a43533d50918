"""What the preferences of a decision maker must be like for a state to be stable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from satumeja.display import Shown
from satumeja.errors import LimitError
from satumeja.model.kit import distinct
from satumeja.stability import Concept
from satumeja.stability.further import Leads, bits, join

__all__ = [
    "MOST_STATES",
    "Answered",
    "Pair",
    "Part",
    "Requirement",
    "coupled",
    "require_few",
    "requirements",
]

MOST_STATES = 1 << 16
"""The most states for which it is asked what would have to be preferred."""

Part = tuple[int, ...]
"""States (0-based), ascending."""

Pair = tuple[int, int]
"""A move (from, to), 0-based, that its maker would have to prefer to staying."""

Index = NDArray[np.intp]
NO_STATES: Index = np.zeros(0, dtype=np.intp)

# Labels are a state, who moved last and with which moves of whoever is free; they can be
# exponentially many, so after this many the answer is left open.
_LABELS = 20_000


@dataclass(frozen=True, repr=False)
class Requirement(Shown):
    """One of the things that must be so for a state to be stable: an improvement dealt with.

    Parameters
    ----------
    improvement : int
        A state (0-based) the decision maker can move to.
    parts : tuple of tuple of int
        Sets of states, ascending; for one of them the decision maker must like the state in
        question at least as much as every member. The improvement itself is the first: then
        it is none.

    See Also
    --------
    Conditions : All of them for one decision maker.
    """

    improvement: int
    parts: tuple[Part, ...]

    @property
    def any_of(self) -> tuple[int, ...]:
        """The sets as bit sets."""
        return tuple(join(1 << state for state in part) for part in self.parts)


@dataclass(frozen=True, repr=False)
class Answered(Shown):
    """What somebody else would have to prefer for an improvement to be sanctioned.

    Parameters
    ----------
    improvement : int
        A unilateral improvement (0-based) from the state in question.
    any_of : tuple of frozenset of (int, int)
        Sets of moves; if all of one are improvements for whoever is free, a credible
        sanction follows. Empty where nothing it prefers would do.

    See Also
    --------
    Other : All of them for one of the others.
    """

    improvement: int
    any_of: tuple[frozenset[Pair], ...]


def requirements(
    leads: Leads, focal: int, state: int, concept: Concept
) -> tuple[Requirement, ...]:
    """List what must be so of the preferences of one decision maker, the others as they are.

    Parameters
    ----------
    leads : Leads
        The moves, and what the others prefer.
    focal : int
        The place of the decision maker.
    state : int
        The state (0-based) to be stable.
    concept : Concept
        One of the five.

    Returns
    -------
    tuple of Requirement
        All must be met. None is listed for a move that is always dealt with.

    Notes
    -----
    What sanctions the moves of the focal decision maker is brought about by the others,
    by whatever moves or by improvements of theirs, so it does not depend on what the
    focal one prefers; whether it is a sanction depends only on which states the focal
    one likes better than `state`. Preferences are taken to be orders, so a
    counter-move to a better state from a sanction is an improvement.
    """
    others = [mover for mover in range(len(leads.ranks)) if mover != focal]
    movers = dict.fromkeys(others, concept.credible) if concept.sanctions else {}
    parts, needed = _Parts(leads, focal, state, concept), list[Requirement]()
    for target in leads.targets(focal, state).tolist():
        sanctions = np.flatnonzero(leads.reached(movers, target)) if movers else NO_STATES
        least = parts.least(target, sanctions)
        if least != ((),):  # led back to the state itself, it is no better
            needed.append(Requirement(target, least))
    return tuple(needed)


class _Parts:
    """What a state must not be liked less than, for each sanction to be one.

    The same sanctions answer many moves, and from many of them the same counter-moves are open:
    each set of states is made once, and a number stands for it.
    """

    def __init__(self, leads: Leads, focal: int, state: int, concept: Concept) -> None:
        self._leads, self._focal, self._state = leads, focal, state
        self._counter = concept.counter
        self._block = leads.block(focal) if concept.counter else None
        self._number = np.full(leads.size, -1, dtype=np.intp)
        self._listed = list[Part]()
        self._numbers = dict[Part, int]()
        self._least = dict[bytes, list[Part]]()

    def least(self, target: int, sanctions: Index) -> tuple[Part, ...]:
        """Return the sets, with the target alone, that have no other as a part."""
        of_sanctions = [self._of(sanction) for sanction in sanctions.tolist()]
        numbers = distinct(np.array(of_sanctions, dtype=np.int64))
        key = numbers.tobytes()
        if key not in self._least:
            parts = [self._listed[k] for k in numbers.tolist()]
            # Single states, or blocks, share none: no set is then a part of another.
            apart = () not in parts and (not self._counter or self._block is not None)
            self._least[key] = parts if apart else minimal(parts)
        # Nothing but the empty set is less than a state alone.
        least = self._least[key]
        if least == [()]:
            return ((),)
        return tuple(sorted({(target,), *(p for p in least if target not in p)}, key=_order))

    def _of(self, sanction: int) -> int:
        if self._number[sanction] < 0:
            states = {sanction}
            if self._counter:
                states |= set(self._leads.targets(self._focal, sanction).tolist())
            part = tuple(sorted(states - {self._state}))
            number = self._numbers.setdefault(part, len(self._listed))
            if number == len(self._listed):
                self._listed.append(part)
            if self._block is None:
                self._number[sanction] = number
            else:  # from all of a block the same states are open, itself included
                self._number[self._block == self._block[sanction]] = number
        return int(self._number[sanction])


def _order(part: Part) -> tuple[int, Part]:
    """Put sets of fewer states first, then those of lower ones."""
    return len(part), part[::-1]


def minimal(sets: Iterable[Part]) -> list[Part]:
    """Return the sets that have no other as a part, the smaller ones first.

    Examples
    --------
    >>> minimal([(1, 2), (2,), (0, 3), (0, 1)])
    [(2,), (0, 1), (0, 3)]
    """
    kept, starting = list[Part](), dict[int, list[Part]]()
    for candidate in sorted(set(sets), key=_order):
        if not candidate:
            return [()]
        members = set(candidate)
        # A part of it begins with a state of it.
        beginning = (part for state in candidate for part in starting.get(state, ()))
        if not any(members.issuperset(part) for part in beginning):
            kept.append(candidate)
            starting.setdefault(candidate[0], []).append(candidate)
    return kept


def coupled(
    leads: Leads, focal: int, free: int, state: int, concept: Concept
) -> tuple[Answered, ...]:
    """List what one decision maker must prefer for a state to be stable for another.

    Parameters
    ----------
    leads : Leads
        The moves, and what everybody but `free` prefers.
    focal, free : int
        The places of the one for whom the state is to be stable, and of the one whose
        preferences are open.
    state : int
        The state, 0-based.
    concept : Concept
        One of the five.

    Returns
    -------
    tuple of Answered
        For each improvement of `focal` that is not sanctioned whatever `free` prefers,
        the minimal sets of moves of `free` that would have to be improvements.

    Raises
    ------
    LimitError
        If there are too many ways to look at.
    """
    needed = list[Answered]()
    for target in bits(leads.improvements[focal][state]):
        ways = list(_ways(leads, focal, free, (state, target), concept))
        least = tuple(
            sorted(
                (way for way in ways if not any(other < way for other in ways)),
                key=lambda way: (len(way), sorted(way)),
            )
        )
        if least[:1] != (frozenset(),):  # sanctioned without any move of `free`
            needed.append(Answered(target, least))
    return tuple(needed)


def _ways(
    leads: Leads, focal: int, free: int, move: Pair, concept: Concept
) -> set[frozenset[Pair]]:
    """Find the sets of moves of `free` with which a sanction of the move can be reached."""
    state, target = move
    holds = leads.deterring(focal, state, counter=concept.counter)
    sanctioning = set[frozenset[Pair]]()
    labels: dict[Pair, list[frozenset[Pair]]] = {(target, -1): [frozenset()]}
    front: list[tuple[Pair, frozenset[Pair]]] = [((target, -1), frozenset())]
    looked_at = 0
    while front and concept.sanctions:
        node, used = front.pop(0)
        for there, taken in _steps(leads, focal, free, node, concept):
            ways = used | taken
            # Moves that no one order prefers cannot all be credible; and where fewer lead as
            # far, more are not needed.
            if _cyclic(ways) or any(way <= ways for way in labels.get(there, ())):
                continue
            looked_at += 1
            if looked_at > _LABELS:
                raise LimitError("too many ways to sanction a move to look at one by one")
            labels[there] = [way for way in labels.get(there, ()) if not ways <= way] + [ways]
            if holds[there[0]]:
                sanctioning.add(ways)
            front.append((there, ways))
    return sanctioning


def _steps(
    leads: Leads, focal: int, free: int, node: Pair, concept: Concept
) -> Iterator[tuple[Pair, frozenset[Pair]]]:
    state, last = node
    for mover in range(len(leads.ranks)):
        if mover in (focal, last):
            continue
        if mover == free and concept.credible:
            for to in bits(leads.moves[free][state]):
                yield (to, mover), frozenset([(state, to)])
        else:
            rows = leads.improvements if concept.credible else leads.moves
            for to in bits(rows[mover][state]):
                yield (to, mover), frozenset()


def _cyclic(moves: frozenset[Pair]) -> bool:
    """Decide whether no order of the states prefers the end of every move to its start."""
    left = set(moves)
    while left:
        starts = {start for start, _ in left}
        last = {move for move in left if move[1] not in starts}
        if not last:
            return True
        left -= last
    return False


def require_few(states: int) -> None:
    """Raise a `LimitError` where a model has more states than the question is decided for."""
    if states > MOST_STATES:
        raise LimitError(
            f"what would have to be preferred is decided for up to {MOST_STATES:,} states, and "
            f"this model has {states:,}; state what is infeasible, coalesce states that are "
            "alike, or leave out options, until so few are left"
        )
