"""What easing red lines does to what a decision maker would put up with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from satumeja.model import Codes, DecisionMaker, Model, Prioritisation, holds
from satumeja.table._changes import statements_of
from satumeja.table._red_lines import RedLine

__all__ = ["eased", "likings"]

Likings = NDArray[np.int8]


def _bound(dm: DecisionMaker, lines: Sequence[RedLine], codes: Codes) -> list[int]:
    """For each statement, the red lines of its owner it says nothing but to keep: bit sets."""
    kept = {
        k: ~holds(line.statement.condition, codes)
        for k, line in enumerate(lines)
        if line.dm == dm.id
    }
    bound = []
    for statement in statements_of(dm):
        truth = holds(statement.condition, codes)
        bound.append(sum(1 << k for k, keeps in kept.items() if np.array_equal(truth, keeps)))
    return bound


def likings(
    dm: DecisionMaker,
    lines: Sequence[RedLine],
    codes: Codes,
    crossed: NDArray[np.int64],
    start: int,
) -> Likings:
    """Compare states with the start, each with the red lines it crosses eased.

    Parameters
    ----------
    dm : DecisionMaker
        Who compares.
    lines : sequence of RedLine
        All red lines that count; only those of `dm` matter to it.
    codes : int64 array, shape (n,)
        All feasible states.
    crossed : int64 array, shape (n,)
        The red lines each state crosses, as bit sets.
    start : int
        The place of the start.

    Returns
    -------
    int8 array, shape (n,)
        1 where `dm` prefers the state to the start, -1 the other way round, 0 for a tie.

    Notes
    -----
    Who eases a red line no longer counts those of its preference statements that say
    nothing but to keep it. In rankings and weights no statement says so, and easing
    lifts the refusal alone. Easing more than a state crosses never makes it better
    liked: a statement to keep another red line holds in that state, so leaving it out
    changes nothing or speaks for the start. That is why each state asks for exactly
    the red lines it crosses. Cost: O(n) a statement.
    """
    if not isinstance(dm.preference, Prioritisation):
        ranks = dm.preference.ranks(codes).astype(np.int64)
        gains: Likings = np.sign(ranks - ranks[start]).astype(np.int8)
        return gains
    verdict = np.zeros(len(codes), dtype=np.int8)
    bound = _bound(dm, lines, codes)
    for statement, keeps in zip(dm.preference.statements, bound, strict=True):
        truth = holds(statement.condition, codes).astype(np.int8)
        speaks = truth - truth[start]
        if keeps:
            speaks[(crossed & keeps) != 0] = 0
        np.copyto(verdict, speaks, where=verdict == 0)
    return verdict


def eased(model: Model, lines: Sequence[RedLine], names: Iterable[str], codes: Codes) -> Model:
    """Return the model in which some red lines are eased.

    Their holders count no statement that says nothing but to keep one of them.
    """
    given = set(names)
    gone = sum(1 << k for k, line in enumerate(lines) if line.name in given)
    dms = []
    for dm in model.decision_makers:
        preference = dm.preference
        if isinstance(preference, Prioritisation):
            bound = zip(preference.statements, _bound(dm, lines, codes), strict=True)
            preference = Prioritisation(tuple(said for said, keeps in bound if not keeps & gone))
        dms.append(replace(dm, preference=preference))
    return replace(model, decision_makers=tuple(dms))
