"""What never holds: options that no equilibrium has, and who leaves the states with them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from satumeja.model import Is, OptionStates
from satumeja.stability import Analysis
from satumeja.stability.further import Proof

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
    verdict : Proof
        An example: one of these states, and how the first of them leaves it.
    """

    option: int
    concepts: tuple[str, ...]
    states: int
    leaving: tuple[tuple[str, int], ...]
    verdict: Proof


def never_holding(analysis: Analysis) -> tuple[NeverHolds, ...]:
    """Find the options that are taken in some states and in no equilibrium of any concept.

    A concept without equilibria tells nothing of options, and is left out. In graph form
    there are none.
    """
    model, states = analysis.model, analysis.model.states
    if not isinstance(states, OptionStates):
        return ()
    held = {c.id: analysis.is_equilibrium(c.id) for c in analysis.concepts}
    holding = {concept: holds for concept, holds in held.items() if holds.any()}
    found = []
    for option in range(len(model.options)):
        taken = states.holds(Is(option))
        kept = any((holds & taken).any() for holds in holding.values())
        if holding and taken.any() and not kept:
            found.append(_who_leaves(analysis, option, tuple(holding), np.flatnonzero(taken)))
    return tuple(found)


def _who_leaves(
    analysis: Analysis, option: int, concepts: tuple[str, ...], states: NDArray[np.intp]
) -> NeverHolds:
    counts = []
    for dm in analysis.model.decision_makers:
        unstable = [
            ~analysis.is_stable(concept, dm.id)[states]
            for concept in concepts
            if (dm.id,) in analysis.parties(concept)
        ]
        if unstable:
            counts.append((dm.id, states[np.logical_and.reduce(unstable)]))
    counts.sort(key=lambda pair: -len(pair[1]))
    first, left = counts[0]
    example = int(left[0]) + 1 if len(left) else int(states[0]) + 1
    leaving = tuple((dm, len(of)) for dm, of in counts if len(of))
    proof = analysis.explain(example, first, concepts[-1])
    return NeverHolds(option, concepts, len(states), leaving, proof)
