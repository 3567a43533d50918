"""The moves that one side could make from now, and the answers to those it gains by."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from satumeja.front._deciding import deciding, turning
from satumeja.front._deeds import Alone, Answering
from satumeja.front._present import Present
from satumeja.front._sources import Backing
from satumeja.model import OptionStates
from satumeja.stability import Answer, Hold, Temptation

__all__ = ["MOST", "Cite", "Moves"]

Cite = Callable[[str], Backing]
"""Tells what a statement rests on."""
MOST = 20
"""So many moves of a kind are listed of each side."""
_LOOKED_AT = 4096


class Moves:
    """The moves that one side could make from now, alone.

    Parameters
    ----------
    present : Present
        The present situation.
    hold : Hold
        What it takes for it to hold.
    cite : callable
        Tells what a statement rests on.
    """

    def __init__(self, present: Present, hold: Hold, cite: Cite) -> None:
        self.present, self.hold, self.cite = present, hold, cite
        self._targets = {
            dm: present.engine.moves.targets(place, present.start)
            for place, dm in enumerate(present.ids)
        }

    @property
    def count(self) -> int:
        """How many moves there are in all."""
        return sum(map(len, self._targets.values()))

    def gainful(self, dm: str) -> tuple[Alone, ...]:
        """List the moves that a side gains by, the worst answered first."""
        sides = (side for side in self.hold.tempted if side.dm == dm)
        return tuple(self._gainful(dm, move) for side in sides for move in side.moves[:MOST])

    def listed(self) -> tuple[Alone, ...]:
        """List the moves: gainful ones, then those that change one option, then the others."""
        kinds: tuple[list[Alone], list[Alone], list[Alone]] = ([], [], [])
        for dm in self.present.ids:
            kinds[0].extend(self.gainful(dm))
            for kind, states in zip(kinds[1:], self._idle(dm), strict=True):
                kind.extend(self._alone(dm, state) for state in states[:MOST])
        return tuple(move for kind in kinds for move in kind)

    def _idle(self, dm: str) -> tuple[list[int], list[int]]:
        """List the moves that a side does not gain by: of one option, and of several."""
        ranks, targets = self.present.ranks(dm), self._targets[dm]
        idle = targets[ranks[targets] <= ranks[self.present.start]]
        # Of very many only those are looked at that change the fewest options.
        few = idle[np.argsort(self._sizes(idle), kind="stable")][:_LOOKED_AT]
        single, several = list[tuple[str, int]](), list[int]()
        for state in few.tolist():
            changes = self.present.move(dm, self.present.start, state).changes
            names = [name for change in changes for name in change.up + change.down]
            if len(names) > 1:
                several.append(state)
            else:
                single.append(("".join(names), state))
        return [state for _, state in self._in_order(dm, single)], several

    def _sizes(self, targets: NDArray[np.intp]) -> NDArray[np.integer]:
        states = self.present.model.states
        if not isinstance(states, OptionStates):
            return np.zeros(len(targets), dtype=np.int64)
        sizes: NDArray[np.integer] = np.bitwise_count(
            states.codes[targets] ^ states.codes[self.present.start]
        )
        return sizes

    def _in_order(self, dm: str, single: list[tuple[str, int]]) -> list[tuple[str, int]]:
        """Put moves of one option in the order of the options; in graph form of the states."""
        order = [option.id for option in self.present.model[dm].options]
        place = {name: k for k, name in enumerate(order)}
        return sorted(single, key=lambda named: (place.get(named[0], len(order)), named[1]))

    def _alone(self, dm: str, state: int) -> Alone:
        present = self.present
        return Alone(
            dm=dm,
            deed=present.move(dm, present.start, state),
            versus=present.versus(state),
            gains=False,
            lines=present.lines(state),
            answer=(),
            answer_by=(),
            end=None,
            end_lines=(),
            why=self._why(dm, state, present.start),
        )

    def _gainful(self, dm: str, move: Temptation) -> Alone:
        present, state, answer = self.present, move.to - 1, move.answer
        steps = tuple(self._steps(state, answer)) if answer else ()
        end = answer.end - 1 if answer else state
        return Alone(
            dm=dm,
            deed=present.move(dm, present.start, state),
            versus=present.versus(state),
            gains=True,
            lines=present.lines(state),
            answer=tuple(step.deed for step in steps),
            answer_by=tuple(step.dm for step in steps),
            end=present.versus(end) if answer else None,
            end_lines=present.lines(end) if answer else (),
            steps=steps,
            why=self._why(dm, state, present.start),
            back=answer is not None and answer.back,
            again=answer is not None and answer.again,
            why_no_better=self._why(dm, present.start, end) if answer else None,
            order=turning(present, dm, state, end) if answer else (),
        )

    def _steps(self, before: int, answer: Answer) -> Iterator[Answering]:
        for step in answer.steps:
            after = step.to - 1
            deed = self.present.move(step.dm, before, after)
            yield Answering(step.dm, deed, step.gain, self._why(step.dm, after, before))
            before = after

    def _why(self, dm: str, first: int, second: int) -> Backing | None:
        decides = deciding(self.present, dm, first, second)
        return self.cite(decides) if decides else None
