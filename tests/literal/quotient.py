"""The conflict in which states that cannot be told apart are one, straight from sets.

Two states are one if a chain of groups, each having a state in common with the next, has
both. A decision maker moves from one such state to another if it moves from any member to
any member; all members are liked the same. A state is called by its last member.
"""

from __future__ import annotations

from collections.abc import Sequence

from literal.model import LiteralModel

Block = frozenset[int]


def blocks(states: Sequence[int], groups: Sequence[set[int]]) -> list[Block]:
    """Part the states into classes, by last member."""
    found = [frozenset([s]) for s in states]
    for group in groups:
        inside = [block for block in found if block & group]
        found = [block for block in found if not block & group]
        if inside:
            found.append(frozenset().union(*inside))
    return sorted(found, key=max)


def agrees(model: LiteralModel, parts: Sequence[Block]) -> bool:
    """Say whether everybody likes all members of a class the same."""
    return not any(
        model.better(dm, q, s) for dm in model.dms for part in parts for q in part for s in part
    )


def quotient(model: LiteralModel, parts: Sequence[Block]) -> LiteralModel:
    """Make each class a state, numbered from 1 in the order given."""
    number = {s: k for k, part in enumerate(parts, 1) for s in part}
    moves = {
        dm: {
            k: {number[q] for s in part for q in model.moves_from(dm, s)} - {k}
            for k, part in enumerate(parts, 1)
        }
        for dm in model.dms
    }

    def preferred(dm: str) -> set[tuple[int, int]]:
        numbered = list(enumerate(parts, 1))
        return {
            (a, b) for a, q in numbered for b, s in numbered if model.better(dm, min(q), max(s))
        }

    return LiteralModel(
        dms=model.dms,
        states=list(range(1, len(parts) + 1)),
        moves=moves,
        prefers={dm: preferred(dm) for dm in model.dms},
    )
