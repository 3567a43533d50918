"""A conflict analysed step by step, its most important options first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from satumeja.display import Card, Shown
from satumeja.errors import QuestionError
from satumeja.model import (
    DecisionMaker,
    Is,
    Model,
    OptionStates,
    Prioritisation,
    Rule,
    Weighting,
)
from satumeja.model.kit import Codes, Pattern, distinct, feasible_codes, mask_of
from satumeja.questions.many._cover import Cube, cover
from satumeja.stability import Analysis, analyse, concepts_named

__all__ = ["Stage", "Stepwise", "stepwise"]


@dataclass(frozen=True, eq=False, repr=False)
class Stage(Shown):
    """One step: the options that come in with it, and what holds then.

    Parameters
    ----------
    options : tuple of str
        The options that come in.
    equilibria : tuple of str
        Option forms of what holds, with ``-`` for options that have not come in.
    analysis : Analysis
        The model of the step, analysed. Options that have not come in are N in all of its
        states.

    See Also
    --------
    stepwise : Makes it.
    """

    options: tuple[str, ...]
    equilibria: tuple[str, ...]
    analysis: Analysis

    def to_json(self) -> dict[str, Any]:
        """Return the step as plain data."""
        return {
            "options": list(self.options),
            "feasible": len(self.analysis.model.states),
            "equilibria": list(self.equilibria),
        }


@dataclass(frozen=True, eq=False, repr=False)
class Stepwise(Shown):
    """What holds step by step, and what of that holds at once.

    Parameters
    ----------
    model : Model
        The conflict as a whole.
    concept : str
        The concept of all steps.
    stages : tuple of Stage
        The steps, up to the first in which nothing holds.
    equilibria : tuple of int
        Numbers, in the whole model, of the equilibria of its last step; none where a step
        before it has none.
    at_once : tuple of int
        The equilibria of the whole model, analysed at once.

    See Also
    --------
    stepwise : Makes it.
    """

    model: Model
    concept: str
    stages: tuple[Stage, ...]
    equilibria: tuple[int, ...]
    at_once: tuple[int, ...]

    def card(self) -> Card:
        """Show for each step what came in, how many states there were, and how many hold."""
        rows = [
            (
                str(k),
                ", ".join(stage.options),
                f"{len(stage.analysis.model.states):,}",
                f"{len(stage.equilibria):,}",
            )
            for k, stage in enumerate(self.stages, start=1)
        ]
        both = len(set(self.equilibria) & set(self.at_once))
        note = f"{both:,} of {len(self.at_once):,} that hold at once hold step by step"
        head = ("step", "options", "states", self.concept)
        return Card(f"Step by step: {self.model.title}", rows, head, note=note)

    def to_json(self) -> dict[str, Any]:
        """Return the answer as plain data, in the schema ``satumeja/stepwise/1``."""
        return {
            "schema": "satumeja/stepwise/1",
            "concept": self.concept,
            "steps": [stage.to_json() for stage in self.stages],
            "equilibria": list(self.equilibria),
            "at_once": list(self.at_once),
        }


def stepwise(model: Model, steps: Sequence[str | Iterable[str]], concept: str = "seq") -> Stepwise:
    """Analyse a conflict step by step, its most important options first.

    Parameters
    ----------
    model : Model
        In option form, with preferences by statements or weights, and moves by options alone.
    steps : sequence of iterable of str
        The options of each step by name, the most important first; one string may have
        several with commas between them. Options that are in none come in with a last step.
    concept : str
        nash, gmr, smr, seq or sseq, under which states are equilibria of all steps.

    Returns
    -------
    Stepwise
        The steps with their equilibria, and those of the whole model analysed at once.

    Raises
    ------
    QuestionError
        If there is no such option or concept, an option is in two steps, or the model is not
        of this kind.

    See Also
    --------
    effectiveness : How often each option is taken in the equilibria.

    Notes
    -----
    The idea is that of a stepwise analysis [1]_: options are parted by their importance, a
    model is analysed with some of them, and only its equilibria are feasible in the next step.
    Of that paper its abstract is followed; what it leaves open is defined here. A step has the
    options of all steps so far. Its states are those combinations of them that some feasible
    state has, and that hold, as far as the step before goes, as equilibria of that. Everybody
    may change any of its own options that have come in. Of somebody's preferences those
    statements count that speak of no other options, in their order; of weights, those of
    options that have come in. Cost: one analysis for each step, one for the whole.

    References
    ----------
    .. [1] Mota, Silva & Rêgo, "A stepwise conflict analysis using the graph model", Games
       15(6), 39, 2024.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> parted = stepwise(load("syria-iraq"), ["attack"], "nash")
    >>> [stage.equilibria for stage in parted.stages], parted.equilibria, parted.at_once
    ([('--|N', '--|Y'), ('NY|Y',)], (6,), (6,))
    """
    (criterion,) = concepts_named([concept])
    _require_kind(model)
    states = model.states
    assert isinstance(states, OptionStates)  # noqa: S101 - graph form is refused above
    reached, equilibria, stages = 0, None, list[Stage]()
    for options in _parted(model, steps):
        before, reached = reached, reached | sum(1 << k for k in options)
        codes = distinct(states.codes & reached)
        if equilibria is not None:
            codes = codes[np.isin(codes & before, equilibria)]
        analysis = analyse(_narrowed(model, reached, codes), [criterion.id])
        equilibria = codes[analysis.is_equilibrium(criterion.id)]
        forms = tuple(Cube(reached, code).form(model.widths) for code in equilibria.tolist())
        stages.append(Stage(tuple(model.option_names[k] for k in options), forms, analysis))
        if not len(equilibria):
            break
    numbers = states.places(equilibria) + 1 if equilibria is not None else np.zeros(0, int)
    at_once = analyse(model, [criterion.id]).equilibria(criterion.id)
    return Stepwise(
        model, criterion.id, tuple(stages), tuple(numbers.tolist()), tuple(at_once.tolist())
    )


def _require_kind(model: Model) -> None:
    """Require that a model can be narrowed to some of its options."""
    if model.is_graph:
        raise QuestionError("steps are made of options, and a model in graph form has none")
    if not model.moves_by_options:
        raise QuestionError(
            "steps are made where everybody moves by its own options alone: this model shares "
            "options, or has moves that are barred, or states that are coalesced or unseen"
        )
    for dm in model.decision_makers:
        if not isinstance(dm.preference, Prioritisation | Weighting):
            raise QuestionError(
                f"{dm.id} ranks states one by one; with some of the options alone, preferences "
                "follow from statements or weights only"
            )


def _parted(model: Model, steps: Sequence[str | Iterable[str]]) -> list[list[int]]:
    """Read the options of each step, and put those that are left into a last one."""
    if isinstance(steps, str):
        raise QuestionError("steps are a list, with the options of each step in it")
    parts, step_of = list[list[int]](), dict[int, int]()
    for number, step in enumerate(steps, start=1):
        names = step.split(",") if isinstance(step, str) else list(step)
        options = sorted({k for name in names for k in _places(model, name.strip())})
        for option in options:
            if step_of.setdefault(option, number) != number:
                name = model.option_names[option]
                raise QuestionError(f'"{name}" is in steps {step_of[option]} and {number}')
        parts.append(options)
    rest = [k for k in range(len(model.options)) if k not in step_of]
    return [*parts, rest] if rest else parts


def _places(model: Model, name: str) -> list[int]:
    """Return the place of an option, of one with levels those of all of them."""
    scales = {
        called: range(first, first + len(levels) - 1)
        for owner, scale, first, levels in model.scales
        for called in (scale, f"{owner}.{scale}")
    }
    if name in scales:
        return list(scales[name])
    place = model.option(name)
    return next((list(places) for places in scales.values() if place in places), [place])


def _narrowed(model: Model, reached: int, codes: Codes) -> Model:
    """Return the model in which only some options are open, and only some states are left."""
    size = len(model.options)
    rules = [rule for rule in model.infeasible if not mask_of(rule.condition) & ~reached]
    rules += [Rule(Is(k), f"{model.option_names[k]}") for k in range(size) if not reached >> k & 1]
    there = feasible_codes(size, [rule.condition for rule in rules])
    for cube in cover(there, ~np.isin(there, codes), size):
        form = cube.form(model.widths)
        rules.append(Rule(Pattern(cube.mask, cube.value), form, "pattern"))
    quo = model.status_quo
    start = quo & reached if quo is not None and np.isin(quo & reached, codes) else None
    return replace(
        model,
        decision_makers=tuple(_narrowed_maker(dm, reached) for dm in model.decision_makers),
        infeasible=tuple(rules),
        status_quo=start,
        tables=(),
        readings=(),
    )


def _narrowed_maker(dm: DecisionMaker, reached: int) -> DecisionMaker:
    """Return a decision maker with what it says of the options that are open."""
    stated = preference = dm.preference
    if isinstance(stated, Prioritisation):
        kept = [part for part in stated.statements if not mask_of(part.condition) & ~reached]
        preference = Prioritisation(tuple(kept))
    elif isinstance(stated, Weighting):
        weights = {k: weight for k, weight in stated.weights.items() if reached >> k & 1}
        preference = Weighting(weights)
    return replace(dm, preference=preference, red_lines=(), perceives=None)
