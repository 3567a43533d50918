"""The parts that members have in a package, and who merely suffers those of others.

A package leads from a start to a state by options of the members alone, each changed as its
direction permits; of states that count as one it leads between the two that differ the least.
Those who give are those who would have to ease a red line or to accept less. A package asks
nobody merely to suffer if one of those who give changes something itself, and if no part of
another is worse for one who gives than if that part were left out, unless that other gives as
well and does not prefer to do its part.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from literal.statespace import Coalesced, OptionForm, Vector

Likes = Callable[[str, int, int], int]
"""1, 0 or -1: somebody prefers the first state, is indifferent, or prefers the second."""


def vectors(space: OptionForm, state: int) -> list[Vector]:
    """Give the combinations of options that are a state, by decimal."""
    numbers = sorted(space.parts[state - 1]) if isinstance(space, Coalesced) else [state]
    return [space.vectors[number - 1] for number in numbers]


def state_of(space: OptionForm, vector: Vector) -> int | None:
    number = space.numbers.get(vector)
    if number is None or not isinstance(space, Coalesced):
        return number
    return next(k for k, part in enumerate(space.parts, 1) if number in part)


def ends(
    space: OptionForm, members: Collection[str], start: int, state: int
) -> tuple[Vector, Vector]:
    """Give from which combination of options to which a package leads."""
    return min(
        ((before, after) for before in vectors(space, start) for after in vectors(space, state)),
        key=lambda pair: (not permitted(space, members, *pair), len(changes(*pair))),
    )


def changes(before: Vector, after: Vector) -> list[int]:
    return [k for k, (a, b) in enumerate(zip(before, after, strict=True)) if a != b]


def permitted(space: OptionForm, members: Collection[str], before: Vector, after: Vector) -> bool:
    changed = [(space.options[k], after[k]) for k in changes(before, after)]
    return all(o.dm in members and o.may_become(value) for o, value in changed)


def without(
    space: OptionForm, members: Collection[str], start: int, state: int, dm: str
) -> int | None:
    """Give what a package is without the part of one member; None: no part, or not feasible."""
    before, after = ends(space, members, start, state)
    own = [k for k in changes(before, after) if space.options[k].dm == dm]
    if not own:
        return None
    return state_of(space, tuple(before[k] if k in own else after[k] for k in range(len(after))))


def does_something(
    space: OptionForm, members: Collection[str], start: int, state: int, dm: str
) -> bool:
    return any(space.options[k].dm == dm for k in changes(*ends(space, members, start, state)))


def nobody_merely_suffers(
    space: OptionForm,
    likes: Likes,
    members: Sequence[str],
    start: int,
    state: int,
    giving: Collection[str],
) -> bool:
    if not any(does_something(space, members, start, state, dm) for dm in giving):
        return False
    for other in members:
        rest = without(space, members, start, state, other)
        if rest is None:
            continue
        takes = other not in giving or likes(other, state, rest) > 0
        suffers = any(likes(dm, state, rest) < 0 for dm in giving if dm != other)
        if takes and suffers:
            return False
    return True
