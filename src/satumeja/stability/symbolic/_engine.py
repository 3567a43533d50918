"""Stability decided on sets of states, for every level of preference at once."""

from __future__ import annotations

from collections.abc import Sequence

from satumeja.model import Model
from satumeja.stability._budget import Budget
from satumeja.stability._concepts import CONCEPTS, Concept
from satumeja.stability.symbolic._closures import Closures, sanctions, whence
from satumeja.stability.symbolic._libraries import space_of
from satumeja.stability.symbolic._model import (
    SymbolicModel,
    options_of,
    require_conditions,
    variables_of,
)
from satumeja.stability.symbolic._space import Limits, Node, Space, usual_limits

__all__ = ["SymbolicEngine"]

_WEAKER = {"gmr": (), "smr": ("gmr",), "seq": ("gmr",), "sseq": ("smr",)}
"""A state unstable under one of these is unstable under the concept too."""
_CREDIBLE = ("sseq", "seq")
"""In the order in which they are decided."""


class SymbolicEngine:
    """The symbolic engine: the five concepts without a list of states.

    Parameters
    ----------
    model : Model
        In option form, with any number of options; preferences by statements or weights.
    limits : Limits
        What its diagrams may take; beyond that a `LimitError`, never a guess.
    backend : str, optional
        The library that makes the diagrams; the fastest that is installed by default.
    budget : Budget, optional
        What all its answers together may take; where it is spent, what was decided before
        stays.
    waits : bool
        Whether the feasible states are laid out when they are first asked for, or given.

    Notes
    -----
    With R_i closed (the start included), s is unstable for i iff i can move from s to
    some t that it prefers to s and from which the others cannot bring about a sanction.
    Which states are sanctions depends on s only by its level of preference y. So one
    set of pairs (t, y) is enough: it begins with the sanctions of each level and grows
    backwards by the others' moves until nothing is added, all levels side by side, and
    s is looked up at its own level at the end. An improvement of j into a set A is

        F  and  exists z. ( z = level_j(s)  and  exists t in R_j(s). t in A, level_j(t) > z )

    where z is a handful of variables, not a copy of the options: the levels of j by those
    of its statements that its own options bear on, as t and s differ in no others. SSEQ is
    decided before SEQ, whose closure begins where that of SSEQ ends. Cost: no bound in the
    number of states; a dozen or two such steps for each decision maker and concept, each
    at worst the product of its diagrams' sizes.

    References
    ----------
    .. [1] Burch, Clarke, McMillan, Dill & Hwang, "Symbolic model checking: 10^20 states
       and beyond", Information and Computation 98(2), 1992.
    .. [2] Bryant, "Graph-based algorithms for Boolean function manipulation", IEEE Trans.
       Computers C-35(8), 1986.
    """

    def __init__(
        self,
        model: Model,
        *,
        limits: Limits | None = None,
        backend: str | None = None,
        budget: Budget | None = None,
        waits: bool = False,
    ) -> None:
        self.model = model
        require_conditions(model)
        space = space_of(variables_of(model), limits or usual_limits(), backend, budget)
        self.states = SymbolicModel(model, space)
        if not waits:
            _ = self.states.feasible  # a model that has none, or is too hard, fails here
        self._unstable: dict[tuple[str, int], Node] = {}
        self._order: Sequence[str] = options_of(model)

    @property
    def space(self) -> Space:
        """Where the sets live."""
        return self.states.space

    def stable(self, concept: str, focal: int) -> Node:
        """Return the feasible states stable for `focal`, by place in the model."""
        with self.space.limited():
            return self.states.feasible & ~self._decided(concept, focal)

    def knows(self, concept: str, focal: int) -> bool:
        """Say whether the states stable for `focal` are decided already."""
        return (concept, focal) in self._unstable

    def take(self, concept: str, focal: int, stable: Node) -> None:
        """Take over which states are stable for `focal`, decided elsewhere of the same model."""
        with self.space.limited():
            self._unstable[concept, focal] = self.states.feasible & ~stable

    def sanctions(self, concept: Concept, focal: int) -> Node:
        """Return the sanctions against `focal`, each with the levels it is a sanction at."""
        return sanctions(self.states, concept, focal)

    def whence(self, concept: Concept, mover: int, target: Node) -> Node:
        """Return the states from which one move of `mover` that counts leads into `target`."""
        return whence(self.states, concept, mover, target)

    def _decided(self, concept: str, focal: int) -> Node:
        """Return the states unstable for `focal`."""
        key = concept, focal
        if key not in self._unstable:
            self._decide(concept, focal)
        return self._unstable[key]

    def _decide(self, concept: str, focal: int) -> None:
        chosen, key, states = CONCEPTS[concept], (concept, focal), self.states
        if not chosen.sanctions:
            self._unstable[key] = states.improves_into(focal, states.feasible)
        elif chosen.credible:
            self._decide_credible(concept, focal)
        elif not self._is_settled(concept, focal):
            closures = Closures(states, focal, self._order)
            members = closures.closed(chosen, closures.sanctions(chosen))
            self._unstable[key] = closures.unstable(members)

    def _decide_credible(self, concept: str, focal: int) -> None:
        """Decide SSEQ, and SEQ from there."""
        closures: Closures | None = None
        for name in _CREDIBLE[: _CREDIBLE.index(concept) + 1]:
            if (name, focal) in self._unstable or self._is_settled(name, focal):
                continue
            if closures is None:
                closures = self._closures(focal)
                members = closures.states.space.none
            # What is sanctioned under SSEQ is so under SEQ: where the one closure ends the other
            # begins, and both together take little longer than the second alone.
            members |= closures.sanctions(CONCEPTS[name])
            members = closures.closed(CONCEPTS[name], members)
            self._unstable[name, focal] = self._brought(closures, closures.unstable(members))
        if closures is not None:
            self._order = closures.order

    def _closures(self, focal: int) -> Closures:
        """Return where closures against `focal` are worked out."""
        if not self.space.arrangeable:
            return Closures(self.states, focal, self._order)
        from satumeja.stability.symbolic._arranging import ArrangedClosures

        return ArrangedClosures(self.states, focal, self._order)

    def _brought(self, closures: Closures, members: Node) -> Node:
        """Bring a set of states here from where closures are worked out."""
        space = closures.states.space
        return members if space is self.space else space.copied(members, self.space)

    def _is_settled(self, concept: str, focal: int) -> bool:
        """Decide a concept without a search where others leave nothing open."""
        # Unstable under a weaker concept is unstable here, and stable under a stronger one is
        # stable here: where the two meet, that is the answer.
        least, most = self.space.none, self._decided("nash", focal)
        for weaker in _WEAKER[concept]:
            least |= self._decided(weaker, focal)
        if concept == "seq":
            most &= self._unstable.get(("sseq", focal), most)
        if least != most:
            return False
        self._unstable[concept, focal] = least
        return True
