"""What it takes for a state to hold, and the best answer to a move, straight from definitions.

The rung of a state is 3 where it is Nash, 2 where it is sequentially stable, 1 where it is
generally metarational, 0 otherwise; of everybody, the lowest. An answer to a move is a legal
sequence of the others that ends in a state its maker does not prefer to the one it left.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from literal.engine import LiteralEngine
from literal.statespace import Coalesced, OptionForm

Step = tuple[str, int]
Key = tuple[Any, ...]
CHAIN = ("gmr", "seq", "nash")
MANY = 3000
"""Sequences are not listed beyond that many at a length."""


def rung_for(engine: LiteralEngine, dm: str, s: int) -> int:
    return sum(engine.is_stable(dm, s, concept) for concept in CHAIN)


def rung(engine: LiteralEngine, s: int) -> int:
    return min(rung_for(engine, dm, s) for dm in engine.model.dms)


def returning(engine: LiteralEngine, s: int) -> list[str]:
    """Give who could bring a gain back by one more move, at the rung the state is on."""
    concept = {2: "sseq", 1: "smr"}.get(rung(engine, s))
    if concept is None:
        return []
    return [dm for dm in engine.model.dms if not engine.is_stable(dm, s, concept)]


def is_gain(engine: LiteralEngine, dm: str, before: int, after: int) -> bool:
    return engine.model.better(dm, after, before)


def gains_again(engine: LiteralEngine, dm: str, s: int, end: int) -> bool:
    return any(engine.model.better(dm, q, s) for q in engine.moves(dm, end))


def is_answer(engine: LiteralEngine, dm: str, s: int, t: int, steps: list[Step]) -> bool:
    """Say whether steps are a legal sequence of the others after which dm gains nothing."""
    movers, here = [j for j, _ in steps], t
    for j, after in steps:
        if j == dm or after not in engine.moves(j, here):
            return False
        here = after
    twice = any(a == b for a, b in pairwise(movers))
    return bool(steps) and not twice and not engine.model.better(dm, here, s)


def kinds(engine: LiteralEngine, dm: str, s: int, t: int) -> set[tuple[bool, bool]]:
    """Give (credible, firm) of every answer there is to the move of dm from s to t."""
    there = set()
    for credible in (False, True):
        for end in engine.replies(dm, t, credible=credible):
            if not engine.model.better(dm, end, s):
                there.add((credible, not gains_again(engine, dm, s, end)))
    return there


def sequences(engine: LiteralEngine, dm: str, t: int) -> Iterator[list[list[Step]]]:
    """List the legal sequences of the others from t, one length after the other."""
    layer: list[list[Step]] = [[]]
    while len(layer) < MANY:
        layer = [
            [*steps, (j, after)]
            for steps in layer
            for j in engine.model.dms
            if j != dm and (not steps or steps[-1][0] != j)
            for after in sorted(engine.moves(j, steps[-1][1] if steps else t))
        ]
        if not layer:
            return
        yield layer


def best_answer(
    engine: LiteralEngine, dm: str, s: int, t: int, space: OptionForm | None
) -> list[Step] | None:
    """Give the best answer of all; None where it is too long for sequences to be listed.

    `space` has the options; it is None in graph form.
    """
    credible, firm = max(kinds(engine, dm, s, t))
    for layer in sequences(engine, dm, t):
        fitting = [
            (
                ungained(engine, t, steps),
                lost(engine, t, steps),
                changed(space, t, steps),
                -below(engine, dm, steps[-1][1]),
                numbered(engine, steps),
            )
            for steps in layer
            if is_answer(engine, dm, s, t, steps)
            and (not credible or not ungained(engine, t, steps))
            and (not firm or not gains_again(engine, dm, s, steps[-1][1]))
        ]
        if fitting:
            return [(engine.model.dms[j], after) for j, after in min(fitting)[-1]]
    return None


def ungained(engine: LiteralEngine, t: int, steps: list[Step]) -> int:
    befores = [t, *(after for _, after in steps)]
    pairs = zip(befores, steps, strict=False)
    return sum(not is_gain(engine, j, before, after) for before, (j, after) in pairs)


def lost(engine: LiteralEngine, t: int, steps: list[Step]) -> int:
    befores = [t, *(after for _, after in steps)]
    pairs = zip(befores, steps, strict=False)
    return sum(is_gain(engine, j, after, before) for before, (j, after) in pairs)


def changed(space: OptionForm | None, t: int, steps: list[Step]) -> int:
    """Count the options that steps change, one step after the other; in graph form none."""
    if space is None:
        return 0
    befores = [t, *(after for _, after in steps)]
    pairs = zip(befores, steps, strict=False)
    return sum(size(space, j, before, after) for before, (j, after) in pairs)


def size(space: OptionForm, dm: str, before: int, after: int) -> int:
    """Count the options that a move changes: between the members that differ the least."""
    parts = space.parts if isinstance(space, Coalesced) else {k - 1: {k} for k in space.states}
    return min(
        sum(a != b for a, b in zip(space.vectors[v - 1], space.vectors[q - 1], strict=True))
        for v in parts[before - 1]
        for q in parts[after - 1]
        if q in space.moves(dm, space.vectors[v - 1])
    )


def below(engine: LiteralEngine, dm: str, end: int) -> int:
    """Count the states that dm prefers to an end: the more, the less it likes the end."""
    return sum(engine.model.better(dm, q, end) for q in engine.model.states)


def numbered(engine: LiteralEngine, steps: list[Step]) -> list[tuple[int, int]]:
    return [(engine.model.dms.index(j), after) for j, after in steps]
