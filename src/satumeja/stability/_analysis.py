"""Which states are stable for whom: the explicit engine and its result."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from satumeja.display import Card, Shown, brief
from satumeja.errors import QuestionError, did_you_mean
from satumeja.model import Model, OptionStates, Ranks
from satumeja.stability._asking import Asking
from satumeja.stability._concepts import CONCEPTS, CONVENTIONS, ids_in, is_taken
from satumeja.stability._editing import Editing
from satumeja.stability._holding import CHAIN, Holding
from satumeja.stability.explicit import Distance, Explicit, Values, changes

if TYPE_CHECKING:
    from satumeja.documents import Document
    from satumeja.stability._lookup import AnyConcept
    from satumeja.stability.further import FurtherAnalysis, Proof

__all__ = ["Analysis"]

Numbers = NDArray[np.intp]


@dataclass(frozen=True, eq=False, repr=False)
class Analysis(Holding, Shown, Asking, Editing):
    """Which states are stable for whom under which concept.

    Parameters
    ----------
    model : Model
        What was analysed.
    concepts : tuple of Concept and FurtherConcept
        Those decided from ranks alone in the registry's order, then the others as asked for.
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
        What was decided under the concepts that read more than ranks, by id; of blocks, under
        every concept.
    blocks : tuple of tuple of str
        The blocks the concepts were asked of; none where of single decision makers.

    See Also
    --------
    analyse : Makes it.
    SymbolicAnalysis : The same of states that nobody could list.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> from satumeja.stability import analyse
    >>> result = analyse(load("prisoners-dilemma"), ["nash", "seq", "l2"])
    >>> [result.equilibria(name).tolist() for name in ("nash", "seq", "l2")]
    [[4], [1, 4], [1, 4]]
    >>> result.method, result.parameters["concepts"]
    ('explicit', ('nash', 'seq', 'l2'))
    """

    model: Model
    concepts: tuple[AnyConcept, ...]
    engine: str
    ranks: Mapping[str, Ranks]
    thresholds: Mapping[tuple[str, str], Values]
    conventions: Mapping[str, str] = field(default_factory=lambda: CONVENTIONS)
    further: Mapping[str, FurtherAnalysis] = field(default_factory=dict)
    blocks: tuple[tuple[str, ...], ...] = ()
    _engine: Explicit | None = field(default=None, repr=False)
    _again: Callable[[Analysis, Model], Analysis] | None = field(default=None, repr=False)

    def card(self) -> Card:
        """Show the equilibria under each concept."""
        rows = [
            (concept.id, str(len(numbers)), brief(numbers.tolist()))
            for concept in self.concepts
            for numbers in [self.equilibria(concept.id)]
        ]
        start = self.model.status_quo_number
        note = f"{len(self.model.states):,} states, status quo {start or 'not stated'}"
        title = f"Analysis: {self.model.title}"
        if self.blocks:
            title += f", blocks {', '.join(map('+'.join, self.blocks))}"
        return Card(title, rows, ("concept", "equilibria", "states"), note=note)

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
        convention = "set" if self._by_sets else "matrix"
        # All further concepts of one call were decided with the same knowledge.
        knowledge = [decided.knowledge for decided in self.further.values()]
        return {
            "concepts": tuple(concept.id for concept in self.concepts),
            "convention": convention,
            "knowledge": knowledge[0] if knowledge and not self.blocks else None,
            "blocks": self.blocks or None,
        }

    def parties(self, concept: str) -> tuple[tuple[str, ...], ...]:
        """Return who is asked under a concept: everyone alone, each coalition, or each block.

        Raises
        ------
        QuestionError
            If the concept was not analysed.

        Examples
        --------
        >>> from satumeja.gallery import load
        >>> from satumeja.stability import analyse
        >>> analyse(load("chicken"), "nash, cnash").parties("cnash")
        (('row',), ('column',), ('row', 'column'))
        """
        concept = self._analysed(concept)
        if concept in self.further:
            return tuple(self.further[concept].parties)
        return tuple((dm.id,) for dm in self.model.decision_makers)

    def is_stable(self, concept: str, *members: str) -> NDArray[np.bool_]:
        """Decide for each state whether it is stable: bool array, shape (n,).

        For a decision maker or, under a concept that is asked of coalitions, for the
        members of one.
        """
        concept = self._analysed(concept)
        if concept in self.further:
            return self.further[concept].is_stable(*members)
        if len(members) != 1:
            raise QuestionError(f'"{concept}" is asked of one decision maker at a time')
        ranks, thresholds = self._orders(concept, members[0])
        stable: NDArray[np.bool_] = ranks >= thresholds
        return stable

    def stable(self, concept: str, *members: str) -> Numbers:
        """Return the numbers (1-based, ascending) of the states stable for them."""
        return np.flatnonzero(self.is_stable(concept, *members)) + 1

    def is_equilibrium(self, concept: str) -> NDArray[np.bool_]:
        """Decide for each state whether it is stable for everyone: bool array, shape (n,)."""
        concept = self._analysed(concept)
        if concept not in self._everyone:
            masks = [self.is_stable(concept, *party) for party in self.parties(concept)]
            self._everyone[concept] = np.logical_and.reduce(masks)
        return self._everyone[concept].copy()

    @cached_property
    def _everyone(self) -> dict[str, NDArray[np.bool_]]:
        """The states stable for everyone by concept, as far as they were asked for."""
        return {}

    def explain(self, state: int | str, members: str | Iterable[str], concept: str) -> Proof:
        """Prove by moves whether a state is stable for a decision maker or coalition.

        Parameters
        ----------
        state : int or str
            The state: its number, or a name as for `Model.find_state`.
        members : str or iterable of str
            A decision maker, or the members of a coalition.
        concept : str
            One of those analysed.

        Returns
        -------
        Verdict, SimultaneousVerdict, ForesightVerdict or CoalitionVerdict
            As the concept has it.

        Raises
        ------
        QuestionError
            If there is no such state or decision maker, the concept was not analysed, or
            it is not asked of coalitions.

        Examples
        --------
        >>> from satumeja.gallery import load
        >>> from satumeja.stability import analyse
        >>> analyse(load("chicken"), "nash").explain(1, "row", "nash").improvement
        2
        """
        from satumeja.stability._explain import explain

        question, name = self.parameters, self._analysed(concept)
        return explain(
            self.model,
            state,
            members,
            name,
            question["convention"],
            question["knowledge"],
            engine=self.explicit if self._by_sets and name not in self.further else None,
            blocks=question["blocks"],
        )

    @cached_property
    def _ids(self) -> frozenset[str]:
        """The concepts that were analysed, by id."""
        return frozenset(concept.id for concept in self.concepts)

    def _analysed(self, concept: str) -> str:
        """Give the id of a concept that was analysed."""
        name = concept if concept in self._ids else ids_in([concept])[0]
        if name not in self._ids:
            analysed = () if is_taken(name) else [decided.id for decided in self.concepts]
            near = did_you_mean(name, analysed)
            raise QuestionError(f'"{name}" was not analysed{near}')
        return name

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
            If the concept was not analysed for `dm`, or has no margin: under those that
            read more than ranks there is no rank that a state has to reach.
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
            If the concept was not analysed, or reads more than ranks.

        Examples
        --------
        >>> from satumeja.gallery import load
        >>> from satumeja.stability import analyse
        >>> distance = analyse(load("prisoners-dilemma")).distance("nash")
        >>> distance.changes.tolist(), distance.exact
        ([2, 1, 1, 0], True)
        """
        concept = self._analysed(concept)
        if concept in self.further:
            raise QuestionError(f'"{concept}" {self._beyond}has no distance: no rank decides it')
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
    def _beyond(self) -> str:
        return "over blocks " if self.blocks else ""

    @property
    def _by_sets(self) -> bool:
        """Whether a state may be a sanction of itself, as in the definition by sets."""
        return self.conventions["sanctions"] == CONVENTIONS["sanctions"]

    def _chain(self) -> Mapping[tuple[str, str], Values]:
        wanted = [(concept, dm.id) for concept in CHAIN for dm in self.model.decision_makers]
        if self._by_sets and set(self.thresholds).issuperset(wanted):
            return {key: self.thresholds[key] for key in wanted}
        return super()._chain()

    def _raises_alone(self, concept: str) -> bool:
        """Decide whether raising a state to its thresholds makes it an equilibrium."""
        # Raising s may take an improvement out of a credible sanction that passes through s.
        # By options none does, since the others cannot undo the focal move; and where s may
        # sanction itself and no counter-move is feared, to pass through it is a sanction.
        free = not self.model.moves_by_options and CONCEPTS[concept].credible
        by_itself = self._by_sets and not CONCEPTS[concept].counter
        return not free or by_itself

    def _orders(self, concept: str, dm: str) -> tuple[Ranks, Values]:
        concept = self._analysed(concept)
        if concept in self.further:
            raise QuestionError(f'"{concept}" {self._beyond}has no margin: no rank decides it')
        if (concept, dm) not in self.thresholds:
            raise QuestionError(f'"{concept}" was not analysed for "{dm}"')
        return self.ranks[dm], self.thresholds[concept, dm]

    @cached_property
    def strong_equilibria(self) -> Numbers:
        """The numbers of the states that are equilibria under every concept analysed."""
        masks = [self.is_equilibrium(concept.id) for concept in self.concepts]
        return np.flatnonzero(np.logical_and.reduce(masks)) + 1

    def __getstate__(self) -> dict[str, Any]:
        """Give what is kept of it elsewhere: all that was decided, without the engine."""
        kept = {part.name: getattr(self, part.name) for part in fields(self)}
        return kept | {"thresholds": dict(self.thresholds), "_engine": None}

    def to_json(self, where: str | None = None) -> dict[str, Any]:
        """Return the result as plain data, in the schema ``satumeja/analysis/1``.

        With `where`, also the equilibria in which that condition on the options holds.
        """
        from satumeja.documents import plain

        data: dict[str, Any] = plain(self.document(where))
        return data

    def document(self, where: str | None = None) -> Document:
        """Return what `to_json` does, its long lists as they are, to be written in pieces."""
        from satumeja.stability._document import document_of

        return document_of(self, where)
