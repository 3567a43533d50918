"""Which states are stable for whom: the explicit engine and its result."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from satumeja.errors import QuestionError
from satumeja.model import Knowledge, Model, OptionStates, Ranks
from satumeja.stability._concepts import CONCEPTS, CONVENTIONS, Concept, concepts_named
from satumeja.stability.explicit import Convention, Distance, Explicit, Moves, Values, changes

if TYPE_CHECKING:
    from satumeja.stability.further import FurtherAnalysis

__all__ = ["Analysis", "analyse", "decide"]

Numbers = NDArray[np.intp]

_BOUND = {"bound": "some moves are barred, shared or unseen, as stated; all are listed one by one"}
_MATRIX = {"sanctions": "every state not preferred to s, ties included, s itself left out"}


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
        least its threshold. Listed when asked for.
    conventions : mapping of str to str
        The choices the verdicts rest on where the literature has several.
    further : mapping of str to FurtherAnalysis
        What was decided under further concepts, by id; not among `concepts`.

    See Also
    --------
    analyse : Makes it.
    SymbolicAnalysis : The same of states that nobody could list.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> result = analyse(load("prisoners-dilemma"), ["nash", "seq", "l2"])
    >>> [result.equilibria(name).tolist() for name in ("nash", "seq", "l2")]
    [[4], [1, 4], [1, 4]]
    >>> result.method, result.parameters["concepts"]
    ('explicit', ('nash', 'seq', 'l2'))
    """

    model: Model
    concepts: tuple[Concept, ...]
    engine: str
    ranks: Mapping[str, Ranks]
    thresholds: Mapping[tuple[str, str], Values]
    conventions: Mapping[str, str] = field(default_factory=lambda: CONVENTIONS)
    further: Mapping[str, FurtherAnalysis] = field(default_factory=dict)
    _engine: Explicit | None = field(default=None, repr=False)

    @cached_property
    def explicit(self) -> Explicit:
        """The engine of the model, for questions that go further: set up once for all."""
        decided = self._engine if self._engine and self._engine.convention == "set" else None
        return Explicit.of(self.model, decided)

    @property
    def method(self) -> str:
        """Which engine decided."""
        return self.engine

    @property
    def parameters(self) -> Mapping[str, Any]:
        """What `analyse` was asked with, so that the result can be had again."""
        names = (*(concept.id for concept in self.concepts), *self.further)
        convention = "set" if self._by_sets else "matrix"
        # All further concepts of one call were decided with the same knowledge.
        knowledge = [decided.knowledge for decided in self.further.values()]
        return {
            "concepts": names,
            "convention": convention,
            "knowledge": knowledge[0] if knowledge else None,
        }

    def is_stable(self, concept: str, dm: str) -> NDArray[np.bool_]:
        """Decide for each state whether it is stable for `dm`: bool array, shape (n,)."""
        if concept in self.further:
            return self.further[concept].is_stable(dm)
        ranks, thresholds = self._orders(concept, dm)
        stable: NDArray[np.bool_] = ranks >= thresholds
        return stable

    def stable(self, concept: str, dm: str) -> Numbers:
        """Return the numbers (1-based, ascending) of the states stable for `dm`."""
        return np.flatnonzero(self.is_stable(concept, dm)) + 1

    def is_equilibrium(self, concept: str) -> NDArray[np.bool_]:
        """Decide for each state whether it is stable for everyone: bool array, shape (n,)."""
        if concept in self.further:
            return self.further[concept].is_equilibrium()
        masks = [self.is_stable(concept, dm.id) for dm in self.model.decision_makers]
        everyone: NDArray[np.bool_] = np.logical_and.reduce(masks)
        return everyone

    def equilibria(self, concept: str, where: str | None = None) -> Numbers:
        """Return the numbers (1-based, ascending) of the states stable for everyone.

        Parameters
        ----------
        concept : str
            One of those analysed.
        where : str, optional
            Only those in which this condition on the options holds; in a coalesced state
            it holds if it does in each of its members.

        Returns
        -------
        array of int
            The numbers.

        Raises
        ------
        QuestionError
            If the concept was not analysed, or the condition cannot be read.
        """
        flags = self.is_equilibrium(concept)
        if where is not None:
            condition, states = self.model.condition(where), self.model.states
            assert isinstance(states, OptionStates)  # noqa: S101 - only options have names
            flags = flags & states.holds(condition)
        return np.flatnonzero(flags) + 1

    def margin(self, concept: str, dm: str) -> NDArray[np.int64]:
        """Return how many ranks each state is above its threshold: int64 array, shape (n,).

        A state is stable iff its margin is 0 or more; it surely stays so if it alone
        falls by that many ranks. Below 0 is how many ranks it lacks. Since a state is
        among those its decision maker can stay in, no margin is above 0 under Nash.

        Raises
        ------
        QuestionError
            If the concept was not analysed for `dm`.
        """
        ranks, thresholds = self._orders(concept, dm)
        # Thresholds are unsigned: without a sign, what lacks a rank would lead by billions.
        return ranks.astype(np.int64) - thresholds.astype(np.int64)

    def distance(self, concept: str) -> Distance:
        """Count what would have to change to make each state an equilibrium.

        Parameters
        ----------
        concept : str
            One of those analysed. In graph form a bound under ``sseq`` (and, with the
            matrix convention, under ``seq``) rests on ``nash``, so analyse that too.

        Returns
        -------
        Distance
            The preferences to be given up for each state, and whether fewer might do.

        Raises
        ------
        QuestionError
            If the concept was not analysed.

        Examples
        --------
        >>> from satumeja.gallery import load
        >>> distance = analyse(load("prisoners-dilemma")).distance("nash")
        >>> distance.changes.tolist(), distance.exact
        ([2, 1, 1, 0], True)
        """
        dms = [dm.id for dm in self.model.decision_makers]
        # Every Nash equilibrium is one under the other concepts, so what makes one is enough.
        bound = concept if self._raises_alone(concept) else "nash"
        is_strict = all(self.ranks[dm].max() == len(self.ranks[dm]) for dm in dms)
        lacking = ~self.is_equilibrium(concept)
        shares = {dm: changes(*self._orders(bound, dm)) * lacking for dm in dms}
        return Distance(
            changes=np.sum(list(shares.values()), axis=0),
            shares=shares,
            exact=is_strict and not CONCEPTS[concept].credible,
        )

    @property
    def _by_sets(self) -> bool:
        """Whether a state may be a sanction of itself, as in the definition by sets."""
        return self.conventions["sanctions"] == CONVENTIONS["sanctions"]

    def _raises_alone(self, concept: str) -> bool:
        """Decide whether raising a state to its thresholds makes it an equilibrium."""
        # Raising s may take an improvement out of a credible sanction that passes through s.
        # By options none does, since the others cannot undo the focal move; and where s may
        # sanction itself and no counter-move is feared, to pass through it is a sanction.
        free = not self.model.moves_by_options and CONCEPTS[concept].credible
        by_itself = self._by_sets and not CONCEPTS[concept].counter
        return not free or by_itself

    def _orders(self, concept: str, dm: str) -> tuple[Ranks, Values]:
        if (concept, dm) not in self.thresholds:
            raise QuestionError(f'"{concept}" was not analysed for "{dm}"')
        return self.ranks[dm], self.thresholds[concept, dm]

    @cached_property
    def strong_equilibria(self) -> Numbers:
        """The numbers of the states that are equilibria under every concept analysed."""
        masks = [self.is_equilibrium(concept.id) for concept in self.concepts]
        return np.flatnonzero(np.logical_and.reduce(masks)) + 1

    def to_json(self, where: str | None = None) -> dict[str, Any]:
        """Return the result as plain data, in the schema ``satumeja/analysis/1``.

        With `where`, also the equilibria in which that condition on the options holds.
        """
        names = [concept.id for concept in self.concepts]
        dms = [dm.id for dm in self.model.decision_makers]
        data = {
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
        if where is not None:
            narrowed = {name: self.equilibria(name, where).tolist() for name in names}
            data["where"] = {"condition": where, "equilibria": narrowed}
        return data


def _states(model: Model) -> list[dict[str, Any]]:
    states = model.states
    if isinstance(states, OptionStates):
        rows = [
            {"number": k + 1, "decimal": code, "form": states.form(k)}
            for k, code in enumerate(states.codes.tolist())
        ]
        if not model.coalesce:
            return rows
        return [row | {"members": states.members(k).tolist()} for k, row in enumerate(rows)]
    return [{"number": k + 1, "decimal": None, "form": s} for k, s in enumerate(states.ids)]


def analyse(
    model: Model,
    concepts: Iterable[str] = tuple(CONCEPTS),
    convention: Convention = "set",
    knowledge: Knowledge | None = None,
) -> Analysis:
    """Decide which states are stable for whom, and which hold for everyone.

    Parameters
    ----------
    model : Model
        Any number of decision makers, in option form or graph form.
    concepts : iterable of str
        Concepts by id; the five basic ones by default. Further ones may be among them.
    convention : {"set", "matrix"}
        Whether a state may be a sanction of itself, as in the definition by sets; in
        the matrix papers it may not, which changes verdicts in graph form only.
    knowledge : Knowledge, optional
        What further concepts read beyond ranks; what the model states by default.

    Returns
    -------
    Analysis
        The stable states and equilibria, with the thresholds that decide them.

    Raises
    ------
    QuestionError
        If a concept or the convention is unknown.
    LimitError
        If the model has more feasible states than can be listed, or than there is
        memory for.

    See Also
    --------
    explain : Why a state is or is not stable.
    analyse_symbolically : The same for states that are too many to be listed.
    decide_further : One concept beyond the five.
    hypergame : Everybody deciding in the game it sees.

    Notes
    -----
    The five are Nash stability [2]_, general and symmetric metarationality [3]_, sequential
    [4]_ and symmetric sequential stability [5]_, for several decision makers as in [1]_.
    Cost: O(n log n) a decision maker to set up, then a few passes over n states for each
    decision maker, concept and round of sanctions.

    References
    ----------
    .. [1] Fang, Hipel & Kilgour, *Interactive Decision Making: The Graph Model for
       Conflict Resolution*, Wiley, 1993.
    .. [2] Nash, "Equilibrium points in n-person games", PNAS, 1950.
    .. [3] Howard, *Paradoxes of Rationality*, MIT Press, 1971.
    .. [4] Fraser & Hipel, *Conflict Analysis: Models and Resolutions*, North-Holland, 1984.
    .. [5] Rêgo & Vieira, "Symmetric sequential stability in the graph model for conflict
       resolution with multiple decision makers", Group Decision and Negotiation, 2017.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> analyse(load("chicken"), ["gmr"]).equilibria("gmr").tolist()
    [1, 2, 3]
    """
    if convention not in ("set", "matrix"):
        raise QuestionError(f'unknown convention "{convention}" (known: set, matrix)')
    names = list(dict.fromkeys(concepts))
    basic = [name for name in names if name in CONCEPTS]
    result = decide(Explicit(model, convention=convention), basic)
    if len(basic) == len(names):
        return result
    from satumeja.stability.further import decide_further

    further = {
        name: decide_further(model, name, knowledge) for name in names if name not in CONCEPTS
    }
    return replace(result, further=further)


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
        conventions=_conventions(engine),
        _engine=engine,
    )


def _conventions(engine: Explicit) -> Mapping[str, str]:
    conventions = dict(CONVENTIONS)
    if engine.convention == "matrix":
        conventions |= _MATRIX
    if not (engine.model.is_graph or engine.model.moves_by_options):
        conventions |= _BOUND
    return conventions
