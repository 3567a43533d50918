"""Which states are stable for whom: the explicit engine and its result."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from satumeja.errors import QuestionError
from satumeja.model import Model, OptionStates, Ranks
from satumeja.stability._concepts import CONCEPTS, Concept, concepts_named
from satumeja.stability._explicit import Explicit
from satumeja.stability._moves import Moves, Values

__all__ = ["CONVENTIONS", "Analysis", "Explicit", "analyse"]

Numbers = NDArray[np.intp]

CONVENTIONS: Mapping[str, str] = {
    "moves": "staying is not a move; a decision maker may change any of its own options at once",
    "coalition_moves": "full legal sequences: nobody moves twice in a row, anybody may move again",
    "sanctions": "every state not preferred to s: ties and s itself included",
    "counter_moves": "one move of the focal decision maker from the sanction",
}


@dataclass(frozen=True, eq=False)
class _Thresholds(Mapping[tuple[str, str], Values]):
    """Thresholds as the engine laid them out, listed state by state where asked for.

    With two-way options a threshold is the same for a whole block of states, so this
    takes a small part of the memory that the listed ones would.
    """

    moves: Moves
    laid: Mapping[tuple[str, str], Values]

    def __getitem__(self, key: tuple[str, str]) -> Values:
        return self.moves.listed(self.laid[key])

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self.laid)

    def __len__(self) -> int:
        return len(self.laid)


@dataclass(frozen=True, eq=False)
class Analysis:
    """Which states are stable for whom under which concept.

    Parameters
    ----------
    model : Model
        What was analysed.
    concepts : tuple of Concept
        In the registry's order.
    engine : str
        Which engine decided.
    ranks : mapping of str to array, shape (n,)
        Ranks by decision maker id, 1 the least preferred.
    thresholds : mapping of (str, str) to array, shape (n,)
        By concept and decision maker id: a state is stable iff its rank is at
        least its threshold.
    conventions : mapping of str to str
        The choices the verdicts rest on where the literature has several.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> result = analyse(load("prisoners-dilemma"))
    >>> result.equilibria("nash").tolist(), result.equilibria("seq").tolist()
    ([4], [1, 4])
    """

    model: Model
    concepts: tuple[Concept, ...]
    engine: str
    ranks: Mapping[str, Ranks]
    thresholds: Mapping[tuple[str, str], Values]
    conventions: Mapping[str, str] = field(default_factory=lambda: CONVENTIONS)

    def is_stable(self, concept: str, dm: str) -> NDArray[np.bool_]:
        """Decide for each state whether it is stable for `dm`: bool array, shape (n,)."""
        if (concept, dm) not in self.thresholds:
            raise QuestionError(f'"{concept}" was not analysed for "{dm}"')
        stable: NDArray[np.bool_] = self.ranks[dm] >= self.thresholds[concept, dm]
        return stable

    def stable(self, concept: str, dm: str) -> Numbers:
        """Return the numbers (1-based, ascending) of the states stable for `dm`."""
        return np.flatnonzero(self.is_stable(concept, dm)) + 1

    def is_equilibrium(self, concept: str) -> NDArray[np.bool_]:
        """Decide for each state whether it is stable for everyone: bool array, shape (n,)."""
        masks = [self.is_stable(concept, dm.id) for dm in self.model.decision_makers]
        everyone: NDArray[np.bool_] = np.logical_and.reduce(masks)
        return everyone

    def equilibria(self, concept: str) -> Numbers:
        """Return the numbers (1-based, ascending) of the states stable for everyone."""
        return np.flatnonzero(self.is_equilibrium(concept)) + 1

    @cached_property
    def strong_equilibria(self) -> Numbers:
        """The numbers of the states that are equilibria under every concept analysed."""
        masks = [self.is_equilibrium(concept.id) for concept in self.concepts]
        return np.flatnonzero(np.logical_and.reduce(masks)) + 1

    def to_json(self) -> dict[str, Any]:
        """Return the result as plain data, in the schema ``satumeja/analysis/1``."""
        names = [concept.id for concept in self.concepts]
        dms = [dm.id for dm in self.model.decision_makers]
        return {
            "schema": "satumeja/analysis/1",
            "title": str(self.model.title),
            "engine": self.engine,
            "decision_makers": dms,
            "options": list(self.model.option_names),
            "feasible": len(self.model.states),
            "status_quo": self.model.status_quo_number,
            "states": _states(self.model),
            "stable": {name: {dm: self.stable(name, dm).tolist() for dm in dms} for name in names},
            "equilibria": {name: self.equilibria(name).tolist() for name in names},
            "conventions": dict(self.conventions),
        }


def _states(model: Model) -> list[dict[str, Any]]:
    states = model.states
    if isinstance(states, OptionStates):
        return [
            {"number": k + 1, "decimal": code, "form": states.form_of(code)}
            for k, code in enumerate(states.codes.tolist())
        ]
    return [{"number": k + 1, "form": state} for k, state in enumerate(states.ids)]


def analyse(model: Model, concepts: Iterable[str] = tuple(CONCEPTS)) -> Analysis:
    """Decide which states are stable for whom, and which hold for everyone.

    Parameters
    ----------
    model : Model
        Any number of decision makers, in option form or graph form.
    concepts : iterable of str
        Concepts by id; all of them by default.

    Returns
    -------
    Analysis
        The stable states and equilibria, with the thresholds that decide them.

    Raises
    ------
    QuestionError
        If a concept is unknown.
    LimitError
        If the model has more feasible states than can be listed.

    See Also
    --------
    explain : Why a state is or is not stable.

    References
    ----------
    .. [1] Fang, Hipel & Kilgour, *Interactive Decision Making: The Graph Model for
       Conflict Resolution*, Wiley, 1993.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> analyse(load("chicken"), ["gmr"]).equilibria("gmr").tolist()
    [1, 2, 3]
    """
    return decide(Explicit(model), concepts)


def decide(engine: Explicit, concepts: Iterable[str]) -> Analysis:
    """Decide the concepts with an engine that is set up."""
    chosen = concepts_named(concepts)
    dms = engine.model.decision_makers
    return Analysis(
        model=engine.model,
        concepts=chosen,
        engine="explicit",
        ranks=dict(zip((dm.id for dm in dms), engine.ranks, strict=True)),
        thresholds=_Thresholds(engine.moves, engine.thresholds(chosen)),
    )
