"""What it takes for states to hold, asked of an analysis."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from satumeja.model import Model, StateName
from satumeja.stability._concepts import CONCEPTS
from satumeja.stability.explicit import Explicit, Values

if TYPE_CHECKING:
    from satumeja.stability._hold import Hold
    from satumeja.stability.explicit import Answers

__all__ = ["CHAIN", "Holding"]

CHAIN = ("nash", "seq", "gmr")
"""The concepts that make the scale of rungs, the firmest first."""


class Holding:
    """Says of an analysis what it takes for each state to hold; it has a model and an engine."""

    model: Model

    @cached_property
    def explicit(self) -> Explicit:
        """The engine of the model."""
        return Explicit(self.model)

    @cached_property
    def _answers(self) -> tuple[Answers, ...]:
        from satumeja.stability.explicit import Answers

        makers = range(len(self.model.decision_makers))
        return tuple(Answers(self.explicit, focal) for focal in makers)

    def hold(self, state: StateName = "status_quo", *, most: int = 20) -> Hold:
        """Say what it takes for a state to hold, on one scale of four rungs.

        Parameters
        ----------
        state : int, str, mapping, or collection of str
            The state, as for `Model.require_state`; the status quo by default.
        most : int
            The most gainful moves a side to list, each with the best answer to it.

        Returns
        -------
        Hold
            The rung, who is tempted to leave, and how the others could answer. It does not
            depend on the concepts analysed, and takes sanctions by sets.

        Raises
        ------
        QuestionError
            If there is no such state.

        Examples
        --------
        >>> from satumeja.gallery import load
        >>> from satumeja.stability import analyse
        >>> peace = analyse(load("prisoners-dilemma")).hold(1)
        >>> peace.level, [side.dm for side in peace.tempted]
        (2, ['row', 'column'])
        >>> peace.tempted[0].moves[0].answer.steps
        (AnswerStep(dm='column', to=4, gain=True),)
        """
        from satumeja.stability._hold import hold_of

        return hold_of(self._answers, self.model.require_state(state), most)

    @cached_property
    def rungs(self) -> NDArray[np.int8]:
        """What it takes for each state to hold, 0 to 3 as in `Hold`: int8 array, shape (n,)."""
        engine = self.explicit
        # Each of the chain implies the next, so the number that hold is the rung.
        stable = {
            dm.id: np.zeros(len(self.model.states), dtype=np.int8)
            for dm in self.model.decision_makers
        }
        for (_, dm), thresholds in self._chain().items():
            stable[dm] += engine.ranks[engine.place(dm)] >= thresholds
        lowest: NDArray[np.int8] = np.minimum.reduce(list(stable.values()))
        return lowest

    def _chain(self) -> Mapping[tuple[str, str], Values]:
        """Give the thresholds of the concepts that make the scale, state by state."""
        decided = self.explicit.thresholds([CONCEPTS[name] for name in CHAIN])
        return {key: self.explicit.moves.listed(laid) for key, laid in decided.items()}
