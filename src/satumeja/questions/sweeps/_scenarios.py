"""Plans of scenarios: variants of one conflict, each with a name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from satumeja.display import Shown
from satumeja.errors import QuestionError
from satumeja.model import Coalescing, Model, OptionStates
from satumeja.model.kit import coalesced
from satumeja.questions.sweeps._digest import model_digest, numbers_digest
from satumeja.questions.sweeps._plan import Counts, Flags, Part, Plan, States, equilibria_of

__all__ = ["ScenarioChunk", "ScenarioPlan", "scenarios"]

_MOST = 64  # scenarios in a chunk
_CELLS = 1 << 20  # states times scenarios in a chunk


@dataclass(frozen=True, eq=False, repr=False)
class ScenarioChunk(Shown):
    """Some variants of a model, and the states that are asked about."""

    models: tuple[Model, ...]
    states: States
    part: Part

    def equilibria(self, concepts: Sequence[str]) -> Flags:
        """Decide the equilibria: bool array, shape (concepts, n, scenarios)."""
        # States that are infeasible in a variant stay False: they are no equilibria there.
        flags = np.zeros((len(concepts), len(self.states), len(self.models)), dtype=np.bool_)
        for k, model in enumerate(self.models):
            flags[:, _places(model.states, self.states), k] = equilibria_of(model, concepts)
        return flags

    def counts(self, concepts: Sequence[str]) -> Counts:
        """Count the scenarios in which each state is an equilibrium: shape (concepts, n)."""
        counts: Counts = self.equilibria(concepts).sum(axis=-1, dtype=np.int64)
        return counts


def _places(states: States, among: States) -> Any:
    """Find the states of one variant among those asked about."""
    if isinstance(states, OptionStates) and isinstance(among, OptionStates):
        return among.places(states.codes)
    return slice(None)


@dataclass(frozen=True, eq=False, repr=False)
class ScenarioPlan(Shown, Plan):
    """Variants of a model: other rules, directions, moves or preferences."""

    names: tuple[str, ...]
    models: tuple[Model, ...]

    @cached_property
    def _digests(self) -> list[str]:
        return [model_digest(model) for model in self.models]

    @property
    def parameters(self) -> dict[str, Any]:
        """What the plan is, as plain data for people."""
        named = zip(self.names, self._digests, strict=True)
        return {"kind": self.kind, "scenarios": [{"name": n, "model": d} for n, d in named]}

    def content(self, part: Part) -> dict[str, Any]:
        """Return, as plain data, all that decides the results of a part, and nothing else."""
        codes: Any = self.states.codes if isinstance(self.states, OptionStates) else ()
        return {
            "kind": self.kind,
            "models": self._digests[part.first : part.first + part.size],
            "states": [len(self.states), numbers_digest(codes)],
        }

    def chunk(self, part: Part) -> ScenarioChunk:
        """Make the chunk that decides a part."""
        models = self.models[part.first : part.first + part.size]
        return ScenarioChunk(models, self.states, part)


def scenarios(models: Mapping[str, Model]) -> ScenarioPlan:
    """Plan variants of one conflict: other rules, directions, moves or preferences.

    Parameters
    ----------
    models : mapping of str to Model
        The variants by name, all with the same decision makers and options, or the same
        states in graph form.

    Returns
    -------
    ScenarioPlan
        About the states that are feasible in any of the variants, numbered among
        these. A state that is infeasible in a variant is no equilibrium there.

    Raises
    ------
    QuestionError
        If there is no variant, or one is of another conflict.

    See Also
    --------
    sweep : Decides them.
    random_profiles : Other preferences instead of other models.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> plan = scenarios({"B": load("december-2021-b"), "B2": load("december-2021-b2")})
    >>> plan.profiles, len(plan.states)
    (2, 51)
    """
    if not models:
        raise QuestionError("there is no scenario to decide")
    (first, model), *others = models.items()
    for name, other in others:
        if _frame(other) != _frame(model):
            raise QuestionError(
                f'scenario "{name}" is of another conflict than "{first}": its decision '
                "makers, options or states differ"
            )
    states = _union([variant.states for variant in models.values()], model.coalesce)
    return ScenarioPlan(
        kind="scenarios",
        model=model,
        states=states,
        profiles=len(models),
        chunk_size=max(1, min(_MOST, _CELLS // len(states))),
        names=tuple(models),
        models=tuple(models.values()),
    )


def _frame(model: Model) -> object:
    makers = [(dm.id, [option.id for option in dm.options]) for dm in model.decision_makers]
    return makers, model.state_ids, [group.condition for group in model.coalesce]


def _union(listed: Sequence[States], groups: Sequence[Coalescing]) -> States:
    codes = [states.every for states in listed if isinstance(states, OptionStates)]
    if not isinstance(listed[0], OptionStates):
        return listed[0]
    every = OptionStates(np.unique(np.concatenate(codes)), listed[0].widths)
    return coalesced(every, groups)
