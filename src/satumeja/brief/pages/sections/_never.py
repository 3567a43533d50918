"""What never holds: options that no equilibrium has, and who leaves the states with them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from satumeja.model import Is, OptionStates
from satumeja.stability import CONCEPTS, Analysis, Verdict, explain_all

__all__ = ["NeverHolds", "never_holding"]


@dataclass(frozen=True)
class NeverHolds:
    """An option that is taken in no equilibrium, and who leaves the states in which it is.

    Parameters
    ----------
    option : int
        The option, 0-based over all decision makers.
    concepts : tuple of str
        Under which no equilibrium has it.
    states : int
        In how many states it is taken.
    leaving : tuple of (str, int)
        For how many of these states each decision maker is unstable, under each of these
        concepts, most first; who has none is left out.
    verdict : Verdict
        An example: one of these states, and how the first of them leaves it.
    """

    option: int
    concepts: tuple[str, ...]
    states: int
    leaving: tuple[tuple[str, int], ...]
    verdict: Verdict


def never_holding(analysis: Analysis) -> tuple[NeverHolds, ...]:
    """Find the options that are taken in some states and in no equilibrium.

    Those that hold under none of the most concepts come first; in graph form there are none.
    """
    model, states = analysis.model, analysis.model.states
    if not isinstance(states, OptionStates):
        return ()
    held = {c.id: analysis.is_equilibrium(c.id) for c in analysis.concepts}
    found = []
    for option in range(len(model.options)):
        taken = states.holds(Is(option))
        concepts = tuple(
            concept for concept, holds in held.items() if holds.any() and not (holds & taken).any()
        )
        if taken.any() and concepts:
            found.append(_who_leaves(analysis, option, concepts, np.flatnonzero(taken)))
    found.sort(key=lambda each: -len(each.concepts))
    return tuple(found)


def _who_leaves(
    analysis: Analysis, option: int, concepts: tuple[str, ...], states: NDArray[np.intp]
) -> NeverHolds:
    counts = []
    for dm in analysis.model.decision_makers:
        unstable = np.logical_and.reduce(
            [~analysis.is_stable(concept, dm.id)[states] for concept in concepts]
        )
        counts.append((dm.id, states[unstable]))
    counts.sort(key=lambda pair: -len(pair[1]))
    first, left = counts[0]
    strongest = max(concepts, key=list(CONCEPTS).index)
    example = int(left[0]) + 1 if len(left) else int(states[0]) + 1
    (verdict,) = explain_all(
        analysis.model, [example], [first], [strongest], engine=analysis.explicit
    )
    leaving = tuple((dm, len(of)) for dm, of in counts if len(of))
    return NeverHolds(option, concepts, len(states), leaving, verdict)
