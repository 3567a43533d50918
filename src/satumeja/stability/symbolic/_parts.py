"""What is decided of a model within a budget, and what follows of the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from satumeja.display import Card, Shown
from satumeja.stability._budget import Budget, Reason
from satumeja.stability._concepts import CONCEPTS, Concept
from satumeja.stability.symbolic._deciders import Decider, Spent
from satumeja.stability.symbolic._questions import KnownFor, StableFor, VerdictOn
from satumeja.stability.symbolic._sets import StateSet
from satumeja.stability.symbolic._space import Node

__all__ = ["Bounds", "Parts", "decide_parts"]

Cell = tuple[str, int]
"""A concept and the place of a decision maker."""

STRONGER: Mapping[str, tuple[str, ...]] = {
    "nash": (),
    "gmr": ("nash", "smr", "seq", "sseq"),
    "smr": ("nash", "sseq"),
    "seq": ("nash", "sseq"),
    "sseq": ("nash",),
}
"""A state stable under one of these is stable under the concept too."""

_SHARE = 4
"""At first no decision maker is given more than one in so many of the seconds left."""
_MOMENT = 1.0
"""Seconds in which what is known already is handed over."""
_AGAIN = 1.5
"""It is asked again where it can be given so many times the time it had."""


@dataclass(frozen=True, repr=False)
class Bounds(Shown):
    """What is certain of a set of states that may not have been decided wholly.

    Parameters
    ----------
    at_least : StateSet
        States that are surely in it.
    at_most : StateSet
        All that can be in it.

    See Also
    --------
    SymbolicAnalysis.bounds : Makes them.
    """

    at_least: StateSet
    at_most: StateSet

    def card(self) -> Card:
        """Show how many there are at least and at most."""
        return Card(f"Bounds: {self.in_digits} states")

    @property
    def in_digits(self) -> str:
        """How many there are: a number, or between which two."""
        least, most = self.at_least.count, self.at_most.count
        return f"{least:,}" if least == most else f"{least:,} to {most:,}"

    @property
    def exact(self) -> bool:
        """Whether the two are the same, so that the set is known."""
        return not self.at_most - self.at_least

    def contains(self, decimal: int) -> bool | None:
        """Say whether a state is in the set; None where that is not decided."""
        if decimal in self.at_least:
            return True
        return None if decimal in self.at_most else False


@dataclass(frozen=True)
class Parts:
    """What was decided within a budget.

    Parameters
    ----------
    budget : Budget
        What could be taken.
    concepts : tuple of str
        Those that were asked for.
    stable : mapping of (str, int) to set
        By concept and place of the decision maker, as far as decided.
    reasons : mapping of (str, int) to {"time", "memory"}
        Of the others, what there was too little of.
    members : mapping of (str, int, int) to bool
        By concept, place and decimal, whether a state that was asked about is stable.
    """

    budget: Budget
    concepts: tuple[str, ...] = ()
    stable: dict[Cell, Node] = field(default_factory=dict)
    reasons: dict[Cell, Reason] = field(default_factory=dict)
    members: dict[tuple[str, int, int], bool] = field(default_factory=dict)

    def enclosing(self, concept: str, place: int, everything: Node) -> tuple[Node, Node]:
        """Return what is surely stable, and what can be, of all states."""
        whole = self.stable.get((concept, place))
        if whole is not None:
            return whole, whole
        least, most = everything & ~everything, everything
        for stronger in STRONGER[concept]:
            least |= self.stable.get((stronger, place), least)
        for weaker, implied in STRONGER.items():
            if concept in implied:
                most &= self.stable.get((weaker, place), most)
        return least, most

    def settle(self, everything: Node) -> None:
        """Take as decided what the rest leaves no doubt about."""
        for concept, place in list(self.reasons):
            least, most = self.enclosing(concept, place, everything)
            if least == most:
                self.stable[concept, place] = least
                del self.reasons[concept, place]


def decide_parts(decider: Decider, concepts: Sequence[Concept], code: int | None = None) -> Parts:
    """Decide as much as the budget of a decider allows, the cheap first.

    Parameters
    ----------
    decider : Decider
        Who answers.
    concepts : sequence of Concept
        What is to be decided.
    code : int, optional
        A state of which more is asked than sets may tell: it is decided by itself.

    Returns
    -------
    Parts
        Everything asked is in it, as decided or with the reason why it is not.

    Notes
    -----
    First the concepts without credible sanctions, which are cheap and bound the others, for
    everybody; then the state that is asked about; then SEQ and SSEQ. Of these nobody is given
    more than a quarter of what time is left before all had their turn.
    """
    parts = Parts(decider.budget, tuple(concept.id for concept in concepts))
    wanted = _with_bounds(concepts)
    states = decider.engine.states
    places = range(len(states.model.decision_makers))
    cheap = [(name, place) for name in wanted if not CONCEPTS[name].credible for place in places]
    # SEQ and SSEQ of one decision maker after each other: the search for one serves the other.
    dear = [(name, place) for place in places for name in wanted if CONCEPTS[name].credible]
    for cell in cheap:
        _ask(decider, parts, cell, 1)
    if code is not None:
        _ask_of(decider, parts, dear, code)
    _take_turns(decider, parts, dear)
    with states.space.limited():
        parts.settle(states.feasible)
    return parts


def _with_bounds(concepts: Sequence[Concept]) -> list[str]:
    """Add the cheap concepts that a dear one rests on and is bound by, in the usual order."""
    names = {concept.id for concept in concepts}
    if any(CONCEPTS[name].credible for name in names):
        names |= {"nash", "gmr"} | ({"smr"} if "sseq" in names else set())
    return [name for name in CONCEPTS if name in names]


def _ask(decider: Decider, parts: Parts, cell: Cell, share: int) -> None:
    """Ask for a cell within a share of the time left."""
    if decider.budget.left == 0:
        parts.reasons[cell] = "time"
        return
    answer = decider.ask(StableFor(*cell), decider.budget.part(share))
    if isinstance(answer, Spent):
        parts.reasons[cell] = answer.reason
        return
    parts.stable[cell] = answer
    parts.reasons.pop(cell, None)


def _take_known(decider: Decider, parts: Parts, cell: Cell, reason: Reason) -> None:
    """Take what was decided on the way to something else; if it was not, for the same reason."""
    answer = decider.ask(KnownFor(*cell), Budget(_MOMENT))
    if answer is None or isinstance(answer, Spent):
        parts.reasons[cell] = reason
    else:
        parts.stable[cell] = answer
        parts.reasons.pop(cell, None)


def _ask_of(decider: Decider, parts: Parts, cells: Sequence[Cell], code: int) -> None:
    """Ask of one state, where what is decided does not tell."""
    states = decider.engine.states
    for concept, place in cells:
        with states.space.limited():
            least, most = parts.enclosing(concept, place, states.feasible)
            open_ = states.contains(most, code) and not states.contains(least, code)
        if not open_ or decider.budget.left == 0:
            continue
        answer = decider.ask(VerdictOn(concept, place, code), decider.budget.part(_SHARE))
        if not isinstance(answer, Spent):
            parts.members[concept, place, code] = answer.stable


def _take_turns(decider: Decider, parts: Parts, cells: Sequence[Cell]) -> None:
    """Ask for each cell in turn, and again for those that wanted more time than they had."""
    had = dict.fromkeys(cells, 0.0)
    waiting, is_first = list(cells), True
    while waiting:
        for k, cell in enumerate(waiting):
            other, others = ("seq", cell[1]), len(waiting) - k
            if cell[0] == "sseq" and other in parts.reasons:
                # What SEQ had too little of, SSEQ had too, unless it was reached on the way.
                had[cell] = had[other]
                _take_known(decider, parts, cell, parts.reasons[other])
                continue
            share = min(_SHARE, others) if is_first else others
            had[cell] = (decider.budget.left or 0.0) / share
            _ask(decider, parts, cell, share)
        left, is_first = decider.budget.left or 0.0, False
        late = [cell for cell in waiting if parts.reasons.get(cell) == "time"]
        waiting = [cell for cell in late if left / len(late) > _AGAIN * had[cell] > 0]
