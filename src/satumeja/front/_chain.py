"""The chains that the present situation hangs on: a move, the answer, and the end."""

from __future__ import annotations

from collections.abc import Iterator

from satumeja.front._data import Link
from satumeja.front._deeds import Alone
from satumeja.front._moves import Moves

__all__ = ["chains"]

_SIDES = 2


def chains(moves: Moves) -> tuple[Link, ...]:
    """List the links of the first move of two tempted sides at most, the weakest side first."""
    weakest = sorted(moves.hold.tempted, key=lambda side: (side.level, not side.nuance))
    return tuple(
        link for side in weakest[:_SIDES] for link in _chain(moves, moves.gainful(side.dm)[0])
    )


def _chain(moves: Moves, first: Alone) -> Iterator[Link]:
    yield Link("move", first.dm, first.deed, gain=True, why=first.why)
    for step in first.steps:
        yield Link("answer", step.dm, step.deed, step.gain, step.why)
    if first.steps:
        state = first.steps[-1].deed.state - 1
        end = moves.present.together(state)
        yield Link(
            "back" if first.back else "no gain",
            first.dm,
            end,
            gain=False,
            why=first.why_no_better,
            order=first.order,
        )
