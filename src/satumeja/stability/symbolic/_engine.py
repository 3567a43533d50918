"""Stability decided on sets of states, for every level of preference at once."""

from __future__ import annotations

from satumeja.model import Model
from satumeja.stability._budget import Budget
from satumeja.stability._concepts import CONCEPTS, Concept
from satumeja.stability.symbolic._model import SymbolicModel
from satumeja.stability.symbolic._space import Limits, Node, Space, usual_limits

__all__ = ["SymbolicEngine"]

_WEAKER = {
    "nash": (),
    "gmr": (),
    "smr": ("gmr",),
    "seq": ("gmr",),
    "sseq": ("smr", "seq"),
}
"""A state unstable under one of these is unstable under the concept too."""


class SymbolicEngine:
    """The symbolic engine: the five concepts without a list of states.

    Parameters
    ----------
    model : Model
        In option form, with any number of options; preferences by statements or weights.
    limits : Limits
        What its diagrams may take; beyond that a `LimitError`, never a guess.
    backend : str, optional
        The library that makes the diagrams; CUDD where it is there by default.
    budget : Budget, optional
        What all its answers together may take; where it is spent, what was decided before
        stays.

    Notes
    -----
    With R_i closed (the start included), s is unstable for i iff i can move from s to
    some t that it prefers to s and from which the others cannot bring about a sanction.
    Which states are sanctions depends on s only by its level of preference y. So one
    set of pairs (t, y) is enough: it begins with the sanctions of each level and grows
    backwards by the others' moves until nothing is added, all levels side by side, and
    s is looked up at its own level at the end. An improvement of j into a set A is

        F  and  exists z. ( z = level_j(s)  and  exists t in R_j(s). t in A, level_j(t) > z )

    where z is a handful of variables, not a copy of the options. Cost: no bound in the
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
    ) -> None:
        self.model = model
        self.states = SymbolicModel(model, limits or usual_limits(), backend, budget)
        self._unstable: dict[tuple[str, int], Node] = {}

    @property
    def space(self) -> Space:
        """Where the sets live."""
        return self.states.space

    def stable(self, concept: str, focal: int) -> Node:
        """Return the feasible states stable for `focal`, by place in the model."""
        with self.space.limited():
            return self.states.feasible & ~self._decided(CONCEPTS[concept], focal)

    def _decided(self, concept: Concept, focal: int) -> Node:
        key = concept.id, focal
        if key not in self._unstable:
            self._unstable[key] = self._decide(concept, focal)
        return self._unstable[key]

    def _decide(self, concept: Concept, focal: int) -> Node:
        if not concept.sanctions:
            return self.states.improves_into(focal, self.states.feasible)
        # Unstable under a weaker concept is unstable here, and stable under Nash is stable
        # here: where the two meet there is nothing left to search.
        settled = self.space.none
        for weaker in _WEAKER[concept.id]:
            settled |= self._decided(CONCEPTS[weaker], focal)
        if settled == self._decided(CONCEPTS["nash"], focal):
            return settled
        sanctioned = self.sanctioned(concept, focal, self.sanctions(concept, focal))
        return self.states.improves_into(focal, self.states.feasible & ~sanctioned)

    def sanctions(self, concept: Concept, focal: int) -> Node:
        """Return the sanctions against `focal`, each with the levels it is a sanction at."""
        states = self.states
        escapes = states.feasible & states.above[focal]
        if concept.counter:
            escapes = states.moves_into(focal, states.feasible, states.above[focal])
        return states.feasible & ~escapes

    def sanctioned(self, concept: Concept, focal: int, sanctions: Node) -> Node:
        """Add whatever the others can lead into `sanctions` from."""
        movers = [mover for mover in range(len(self.states.bits)) if mover != focal]
        quiet, turn, sanctioned = 0, 0, sanctions
        while quiet < len(movers):
            self.space.check()
            grown = sanctioned | self.whence(concept, movers[turn], sanctioned)
            # Moves of one mover join into one, so after its turn it is quiet itself.
            quiet = quiet + 1 if grown == sanctioned else 1
            sanctioned, turn = grown, (turn + 1) % len(movers)
        return sanctioned

    def whence(self, concept: Concept, mover: int, target: Node) -> Node:
        """Return the states from which one move of `mover` that counts leads into `target`."""
        states = self.states
        if concept.credible:
            return states.improves_into(mover, target)
        return states.moves_into(mover, target, self.space.all) & states.feasible
