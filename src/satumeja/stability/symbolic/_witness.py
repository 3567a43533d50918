"""Why a state is or is not stable, without a list of states."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from satumeja.stability._concepts import Concept
from satumeja.stability.explicit import Sanction, Step, Verdict
from satumeja.stability.symbolic._engine import SymbolicEngine
from satumeja.stability.symbolic._sets import lowest
from satumeja.stability.symbolic._space import Node

__all__ = ["Search", "SymbolicVerdict", "number_of", "verdict"]


@dataclass(frozen=True, repr=False)
class SymbolicVerdict(Verdict):
    """A verdict on one of many states; `improvements` and `sanctions` may be cut short.

    Parameters
    ----------
    state, dm, concept, stable, improvements, improvement, sanctions, unsanctioned
        As of `Verdict`.
    total : int
        How many improvements there are; `improvements` has the most preferred of them,
        and `sanctions` one for each of those.

    See Also
    --------
    SymbolicAnalysis.explain : Makes it.
    """

    total: int = 0

    @property
    def many(self) -> int:
        """How many improvements there are, those not named included."""
        return self.total


def number_of(engine: SymbolicEngine, code: int) -> int:
    """Return the number of the feasible state with decimal `code`: how many are up to it."""
    states = engine.states
    # From the lowest option up: where a higher one differs, it alone decides.
    upto = states.space.all
    for k, name in enumerate(states.options):
        taken = states.space.variable(name)
        upto = ~taken | upto if code >> k & 1 else ~taken & upto
    return states.space.count(states.feasible & upto, len(states.options))


class Search:
    """The search for sanctions against one decision maker at one state.

    ``layers[k]`` has the states from which the others reach a sanction in k moves or
    fewer. Moves of one mover join into one, so along a shortest way nobody moves twice
    in a row.
    """

    def __init__(self, engine: SymbolicEngine, concept: Concept, focal: int, code: int) -> None:
        self.engine, self.concept, self.focal = engine, concept, focal
        states = self.states = engine.states
        movers = range(len(states.model.decision_makers))
        self.movers = [mover for mover in movers if mover != focal]
        self.improvements = self._moves(focal, code, preferred=True)
        self.layers = [states.space.none]
        if concept.sanctions:
            marks = states.marks_of(focal, code)
            self.layers = [states.space.at(marks, engine.sanctions(concept, focal))]
            self._grow()

    def _grow(self) -> None:
        while self.improvements & ~self.layers[-1] != self.states.space.none:
            grown = self.layers[-1]
            for mover in self.movers:
                grown |= self.engine.whence(self.concept, mover, self.layers[-1])
            if grown == self.layers[-1]:
                break
            self.layers.append(grown)

    def _moves(self, mover: int, code: int, *, preferred: bool) -> Node:
        states = self.states
        targets = states.feasible & states.reach(mover, code) & ~states.state(code)
        if preferred:
            targets &= states.space.at(states.marks_of(mover, code), states.scales[mover].above)
        return targets

    def best_first(self, targets: Node) -> Iterator[int]:
        """Give the states of a set, those the focal decision maker prefers first."""
        none = self.states.space.none
        while targets != none:
            best = targets
            # The most important bit comes first, so what keeps as many as it can is on top.
            for bit in self.states.scales[self.focal].bits:
                best = best & bit if best & bit != none else best
            yield from lowest(self.states, best)
            targets &= ~best

    def path(self, code: int) -> tuple[Step, ...]:
        """Follow the layers down from an improvement to a sanction."""
        return tuple(step for step, _ in self.steps(code))

    def steps(self, code: int) -> Iterator[tuple[Step, int]]:
        """Give the steps down the layers, each with the decimal of where it leads."""
        contains = self.states.contains
        depth = next(k for k, layer in enumerate(self.layers) if contains(layer, code))
        for layer in reversed(self.layers[:depth]):
            mover, code = next(
                (mover, target)
                for mover in self.movers
                for target in lowest(
                    self.states,
                    self._moves(mover, code, preferred=self.concept.credible) & layer,
                )
            )
            dm = self.states.model.decision_makers[mover].id
            yield Step(dm, number_of(self.engine, code)), code


def verdict(
    engine: SymbolicEngine, concept: Concept, focal: int, code: int, most: int
) -> SymbolicVerdict:
    """Decide whether one state is stable for `focal`, and prove it by moves.

    Parameters
    ----------
    engine : SymbolicEngine
        The engine that has the model.
    concept : Concept
        Under which concept.
    focal : int
        For whom, by place in the model.
    code : int
        The decimal of a feasible state.
    most : int
        The most improvements to name.

    Notes
    -----
    Costs a closure at the one level of the state, none of the others'.
    """
    space, options = engine.space, len(engine.states.options)
    search = Search(engine, concept, focal, code)
    free = search.improvements & ~search.layers[-1]
    stable = bool(free == space.none)
    shown = list(islice(search.best_first(search.improvements), most))
    numbers = {state: number_of(engine, state) for state in shown}
    sanctions = tuple(Sanction(numbers[t], search.path(t)) for t in shown if stable)
    return SymbolicVerdict(
        number_of(engine, code),
        engine.model.decision_makers[focal].id,
        concept.id,
        stable,
        tuple(numbers.values()),
        None if stable else number_of(engine, next(search.best_first(free))),
        sanctions,
        space.count(free, options),
        space.count(search.improvements, options),
    )
