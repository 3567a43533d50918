"""What is certain of sets of states that were not decided wholly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Self

from satumeja.errors import QuestionError
from satumeja.model import Model
from satumeja.stability._budget import Reason, SpentError
from satumeja.stability._concepts import Concept
from satumeja.stability.symbolic._engine import SymbolicEngine
from satumeja.stability.symbolic._parts import Bounds, Parts
from satumeja.stability.symbolic._sets import StateSet

__all__ = ["Bounded"]


class Bounded:
    """Stable states and equilibria as sets, or between which sets they are."""

    model: Model
    concepts: tuple[Concept, ...]
    symbolic: SymbolicEngine
    parts: Parts | None

    @property
    def feasible(self) -> StateSet:
        """The feasible states."""
        return StateSet(self.symbolic.states, self.symbolic.states.feasible)

    def stable(self, concept: str, dm: str) -> StateSet:
        """Return the states stable for `dm`.

        Raises
        ------
        QuestionError
            If the concept was not analysed.
        SpentError
            If that was not decided within the budget; `bounds` says what is certain of it.
        """
        return self._exactly(self.bounds(concept, dm), concept, dm)

    def equilibria(self, concept: str, where: str | None = None) -> StateSet:
        """Return the states stable for everyone, those alone in which `where` holds.

        Raises
        ------
        QuestionError
            If the concept was not analysed, or the condition cannot be read.
        SpentError
            If they were not decided within the budget; `bounds` says what is certain of them.
        """
        return self._exactly(self.bounds(concept, where=where), concept)

    def _exactly(self, bounds: Bounds, concept: str, dm: str = "") -> StateSet:
        if bounds.exact:
            return bounds.at_least
        assert self.parts is not None  # noqa: S101 - else all is decided
        makers = [other.id for other in self.model.decision_makers]
        lacking = {makers[place]: why for (name, place), why in self.parts.reasons.items()
                   if name == concept and dm in ("", makers[place])}  # fmt: skip
        raise SpentError(
            f'"{concept}" was not decided for {", ".join(lacking)} within the time or memory '
            f"given: {bounds.in_digits} states are stable",
            next(iter(lacking.values())),
        )

    def bounds(self, concept: str, dm: str | None = None, where: str | None = None) -> Bounds:
        """Return what is certain of the states stable for `dm`, or for everyone.

        Parameters
        ----------
        concept : str
            One of those analysed.
        dm : str, optional
            A decision maker, by id.
        where : str, optional
            Only states in which this condition on the options holds.

        Returns
        -------
        Bounds
            States that are surely among them, and all that can be; the same where they were
            decided.

        Raises
        ------
        QuestionError
            If the concept was not analysed, or the condition cannot be read.

        Notes
        -----
        Between what was decided it is known that Nash stability implies all others, SSEQ
        implies SMR and SEQ, and each of these GMR. So a decision maker for whom a concept was
        not decided counts with what is stable under a stronger one at least, and with what is
        under the weaker ones at most.

        Examples
        --------
        >>> from satumeja.gallery import load
        >>> result = load("december-2021-b").analyse(limit="1m", engine="symbolic")
        >>> result.bounds("seq").exact
        True
        """
        if concept not in {decided.id for decided in self.concepts}:
            raise QuestionError(f'"{concept}" was not analysed')
        every = range(len(self.model.decision_makers))
        states = self.feasible
        if where is not None:
            states = states.where(self.model.condition(where))
        least = most = states
        for place in every if dm is None else [self.model.place(dm)]:
            surely, possibly = self._enclosing(concept, place)
            least, most = least & surely, most & possibly
        return Bounds(least, most)

    def _enclosing(self, concept: str, place: int) -> tuple[StateSet, StateSet]:
        states = self.symbolic.states
        if self.parts is None:
            whole = StateSet(states, self.symbolic.stable(concept, place))
            return whole, whole
        with states.space.limited():
            least, most = self.parts.enclosing(concept, place, states.feasible)
        return StateSet(states, least), StateSet(states, most)

    @property
    def undecided(self) -> Mapping[str, Mapping[str, Reason]]:
        """For whom a concept was not decided within the budget, and what there was too little of.

        Nothing where all was decided. Concepts of which the equilibria are known nevertheless
        are among them, and those that `decided` left out.
        """
        if self.parts is None:
            return {}
        makers = [dm.id for dm in self.model.decision_makers]
        lacking: dict[str, dict[str, Reason]] = {}
        for concept in self.parts.concepts:
            for place, dm in enumerate(makers):
                if (concept, place) in self.parts.reasons:
                    lacking.setdefault(concept, {})[dm] = self.parts.reasons[concept, place]
        return lacking

    def is_stable(self, concept: str, dm: str, decimal: int) -> bool | None:
        """Say whether a state is stable for `dm`; None where that was not decided."""
        is_in = self.bounds(concept, dm).contains(decimal)
        if is_in is None and self.parts is not None:
            return self.parts.members.get((concept, self.model.place(dm), decimal))
        return is_in

    def decided(self) -> Self:
        """Return the same of those concepts alone whose stable states are all known.

        Raises
        ------
        SpentError
            If there is none.
        """
        whole = tuple(c for c in self.concepts if c.id not in self.undecided)
        if not whole:
            raise SpentError("no concept was decided within the time or memory given", "time")
        if len(whole) == len(self.concepts):
            return self
        data: Any = self  # whoever is bounded is a dataclass
        narrowed: Self = replace(data, concepts=whole)
        return narrowed

    @property
    def strong_bounds(self) -> Bounds:
        """What is certain of the states that are equilibria under every concept analysed."""
        least = most = self.feasible
        for concept in self.concepts:
            bounds = self.bounds(concept.id)
            least, most = least & bounds.at_least, most & bounds.at_most
        return Bounds(least, most)

    @property
    def strong_equilibria(self) -> StateSet:
        """The states that are equilibria under every concept analysed.

        Raises
        ------
        SpentError
            If what was decided within the budget does not tell.
        """
        bounds = self.strong_bounds
        if not bounds.exact:
            open_ = (c.id for c in self.concepts if not self.bounds(c.id).exact)
            self.equilibria(next(open_))  # says which concept, for whom and why
        return bounds.at_least
