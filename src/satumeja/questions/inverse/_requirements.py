"""What the preferences of a decision maker must be like for a state to be stable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from satumeja.display import Shown
from satumeja.errors import LimitError
from satumeja.stability import Concept
from satumeja.stability.further import Relations, bits, legal_sequences

__all__ = [
    "MOST_STATES",
    "Answered",
    "Pair",
    "Requirement",
    "coupled",
    "require_few",
    "requirements",
    "sanctions_of",
]

MOST_STATES = 4096
"""The most states for which relations are spelt out."""

Pair = tuple[int, int]
"""A move (from, to), 0-based, that its maker would have to prefer to staying."""

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
    any_of : tuple of int
        Sets of states, as bit sets; for one of them the decision maker must like the
        state in question at least as much as every member. The improvement itself is
        the first: then it is none.

    See Also
    --------
    Conditions : All of them for one decision maker.
    """

    improvement: int
    any_of: tuple[int, ...]


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
    relations: Relations, focal: int, state: int, concept: Concept
) -> tuple[Requirement, ...]:
    """List what must be so of the preferences of one decision maker, the others as they are.

    Parameters
    ----------
    relations : Relations
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
    others = [mover for mover in range(len(relations.moves)) if mover != focal]
    rows = relations.improvements if concept.credible else relations.moves
    reached = (
        legal_sequences({mover: rows[mover] for mover in others}, relations.size)
        if concept.sanctions
        else [0] * relations.size
    )
    own = relations.moves[focal]
    needed = list[Requirement]()
    for target in bits(own[state]):
        sets = {1 << target}
        for sanction in bits(reached[target]):
            countered = own[sanction] if concept.counter else 0
            sets.add((1 << sanction | countered) & ~(1 << state))
        least = minimal(sets)
        if least != (0,):  # the empty set: led back to the state itself, it is no better
            needed.append(Requirement(target, least))
    return tuple(needed)


def minimal(sets: Iterable[int]) -> tuple[int, ...]:
    """Return the sets that have no other as a part, the smaller ones first."""
    kept = list[int]()
    for candidate in sorted(set(sets), key=lambda s: (s.bit_count(), s)):
        if not any(candidate & part == part for part in kept):
            kept.append(candidate)
    return tuple(kept)


def coupled(
    relations: Relations, focal: int, free: int, state: int, concept: Concept
) -> tuple[Answered, ...]:
    """List what one decision maker must prefer for a state to be stable for another.

    Parameters
    ----------
    relations : Relations
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
    for target in bits(relations.improvements[focal][state]):
        ways = list(_ways(relations, focal, free, (state, target), concept))
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
    relations: Relations, focal: int, free: int, move: Pair, concept: Concept
) -> set[frozenset[Pair]]:
    """Find the sets of moves of `free` with which a sanction of the move can be reached."""
    state, target = move
    holds = sanctions_of(relations, focal, state, concept)
    sanctioning = set[frozenset[Pair]]()
    labels: dict[Pair, list[frozenset[Pair]]] = {(target, -1): [frozenset()]}
    front: list[tuple[Pair, frozenset[Pair]]] = [((target, -1), frozenset())]
    looked_at = 0
    while front and concept.sanctions:
        node, used = front.pop(0)
        for there, taken in _steps(relations, focal, free, node, concept):
            ways = used | taken
            # Moves that no one order prefers cannot all be credible; and where fewer lead as
            # far, more are not needed.
            if _cyclic(ways) or any(way <= ways for way in labels.get(there, ())):
                continue
            looked_at += 1
            if looked_at > _LABELS:
                raise LimitError("too many ways to sanction a move to look at one by one")
            labels[there] = [way for way in labels.get(there, ()) if not ways <= way] + [ways]
            if holds >> there[0] & 1:
                sanctioning.add(ways)
            front.append((there, ways))
    return sanctioning


def sanctions_of(relations: Relations, focal: int, state: int, concept: Concept) -> int:
    """Return the states that sanction a move of `focal` from `state`, as a bit set."""
    better, holds = relations.better[focal][state], 0
    for sanction in range(relations.size):
        countered = relations.moves[focal][sanction] & better if concept.counter else 0
        if not (better >> sanction & 1 or countered):
            holds |= 1 << sanction
    return holds


def _steps(
    relations: Relations, focal: int, free: int, node: Pair, concept: Concept
) -> Iterator[tuple[Pair, frozenset[Pair]]]:
    state, last = node
    for mover in range(len(relations.moves)):
        if mover in (focal, last):
            continue
        if mover == free and concept.credible:
            for to in bits(relations.moves[free][state]):
                yield (to, mover), frozenset([(state, to)])
        else:
            rows = relations.improvements if concept.credible else relations.moves
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
