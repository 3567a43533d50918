"""Stability over blocks, from the definition: a game whose players are the blocks.

A block moves to whatever a legal sequence of moves of its members leads to, and prefers a state
to another when every member does (Kilgour, Hipel, Fang and Peng, Coalition analysis in group
decision support, 2001). In that game the concepts are those of single decision makers.
"""

from __future__ import annotations

from literal.engine import LiteralEngine
from literal.model import LiteralModel

Block = tuple[str, ...]


def partitions(members: list[str]) -> list[list[Block]]:
    """Every partition of the members into blocks."""
    if not members:
        return [[]]
    first, rest = members[0], partitions(members[1:])
    alone = [[(first,), *parts] for parts in rest]
    joined = [
        [*parts[:k], (first, *block), *parts[k + 1 :]]
        for parts in rest
        for k, block in enumerate(parts)
    ]
    return alone + joined


def name_of(block: Block) -> str:
    return "+".join(block)


def over_blocks(model: LiteralModel, partition: list[Block]) -> LiteralModel:
    """The game whose players are the blocks, by their joined names."""
    engine = LiteralEngine(model)
    return LiteralModel(
        dms=[name_of(block) for block in partition],
        states=model.states,
        moves={
            name_of(block): {
                s: engine.reachable(list(block), s, model.moves_from) for s in model.states
            }
            for block in partition
        },
        prefers={
            name_of(block): {
                (q, s)
                for q in model.states
                for s in model.states
                if all(model.better(dm, q, s) for dm in block)
            }
            for block in partition
        },
    )
