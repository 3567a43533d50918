"""The questions a brief asks beyond stability, answered once for all languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from satumeja.brief.sentences._readings import alike
from satumeja.model import Is, Model, OptionStates
from satumeja.questions import OverTime, RestsOn, over_time, rests_on
from satumeja.stability import CONCEPTS, Analysis, Verdict, explain_all
from satumeja.table import Comparison, Openings, Threats, compare, openings, threats

__all__ = ["Asked", "NeverHolds", "ask", "judge"]

_TABLES = 4096
_CHANGES = 256
_SAMPLES = 200


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


@dataclass(frozen=True, eq=False)
class Asked:
    """What tables could agree, which threats work, what never holds, what answers rest on."""

    tables: Comparison | None
    openings: tuple[Openings, ...]
    threats: Threats | None
    never: tuple[NeverHolds, ...]
    rests: RestsOn | None
    dates: OverTime | None = None


def ask(analysis: Analysis) -> Asked:
    """Ask the further questions of a model that is small enough.

    Parameters
    ----------
    analysis : Analysis
        An analysed model.

    Returns
    -------
    Asked
        Tables where the model has some, a status quo, and up to 4,096 states; what
        answers rest on where it has up to 256.
    """
    model, size = analysis.model, len(analysis.model.states)
    seated = bool(model.tables) and model.status_quo_number is not None and size <= _TABLES
    named = [table.id for table in model.tables] if seated and not model.is_graph else []
    return Asked(
        tables=compare(model) if seated else None,
        openings=tuple(openings(model, table) for table in named),
        threats=threats(model) if named else None,
        never=_never(analysis) if seated else (),
        rests=_rests(analysis) if seated and size <= _CHANGES else None,
        dates=_dates(analysis) if named else None,
    )


def _dates(analysis: Analysis) -> OverTime | None:
    """Follow the conflict over the dates of its tables; None where there is one date."""
    found = over_time(analysis.model, concepts=[c.id for c in analysis.concepts])
    return found if len(found.steps) > 1 else None


def judge(asked: Asked, model: Model, others: Sequence[Model]) -> tuple[Threats, ...]:
    """Judge the threats of a model, and of other readings of it that are like it."""
    compared = [other for other in others if alike(model, other)]
    if not compared or len(model.states) > _TABLES:
        return ()
    return asked.threats or threats(model), *map(threats, compared)


def _rests(analysis: Analysis) -> RestsOn:
    concepts = [concept.id for concept in analysis.concepts]
    return rests_on(analysis.model, concepts=concepts, samples=_SAMPLES)


def _never(analysis: Analysis) -> tuple[NeverHolds, ...]:
    """Find the options that are taken in some states and in no equilibrium."""
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
    (verdict,) = explain_all(analysis.model, [example], [first], [strongest])
    leaving = tuple((dm, len(of)) for dm, of in counts if len(of))
    return NeverHolds(option, concepts, len(states), leaving, verdict)
