"""What the others can lead into sanctions, at every level of preference at once."""

from __future__ import annotations

from collections.abc import Sequence

from satumeja.stability._concepts import Concept
from satumeja.stability.symbolic._model import SymbolicModel
from satumeja.stability.symbolic._space import Node

__all__ = ["Closures", "sanctions", "whence"]


def sanctions(states: SymbolicModel, concept: Concept, focal: int) -> Node:
    """Return the sanctions against `focal`, each with the levels it is a sanction at."""
    above = states.scales[focal].above
    escapes = states.feasible & above
    if concept.counter:
        escapes = states.moves_into(focal, states.feasible, above)
    return states.feasible & ~escapes


def whence(states: SymbolicModel, concept: Concept, mover: int, target: Node) -> Node:
    """Return the states from which one move of `mover` that counts leads into `target`."""
    if concept.credible:
        return states.improves_into(mover, target)
    return states.moves_into(mover, target, states.space.all) & states.feasible


class Closures:
    """The closures of the sanctions against one decision maker.

    Parameters
    ----------
    states : SymbolicModel
        Where they are worked out.
    focal : int
        Against whom, by place in the model.
    order : sequence of str
        The variables, best first in what order they are looked at.
    """

    def __init__(self, states: SymbolicModel, focal: int, order: Sequence[str]) -> None:
        self.states, self.focal, self.order = states, focal, order
        movers = range(len(states.model.decision_makers))
        self.movers = [mover for mover in movers if mover != focal]

    def sanctions(self, concept: Concept) -> Node:
        """Return the sanctions themselves, in the space of `states`."""
        return sanctions(self.states, concept, self.focal)

    def closed(self, concept: Concept, members: Node) -> Node:
        """Add whatever the others can lead into a set from.

        Parameters
        ----------
        concept : Concept
            Says which of their moves count.
        members : Node
            The set, in the space that `states` is in when it is called.

        Returns
        -------
        Node
            In the space that `states` is in afterwards.
        """
        quiet, turn = 0, 0
        while quiet < len(self.movers):
            members = self.arranged(members)
            self.states.space.check()
            grown = members | whence(self.states, concept, self.movers[turn], members)
            # Moves of one mover join into one, so after its turn it is quiet itself.
            quiet = quiet + 1 if grown == members else 1
            members, turn = grown, (turn + 1) % len(self.movers)
        return members

    def arranged(self, members: Node) -> Node:
        """Give the same set, once the variables are in an order that suits it."""
        return members

    def unstable(self, members: Node) -> Node:
        """Return the states `focal` can leave for the better, unsanctioned by a closure."""
        states = self.states
        return states.improves_from_level(self.focal, states.feasible & ~members)
