"""Why a state is or is not stable: the moves that prove a verdict."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from satumeja.model import Model
from satumeja.stability._concepts import Concept, concepts_named
from satumeja.stability.explicit._engine import Convention, Explicit

__all__ = ["Sanction", "Step", "Verdict", "explain", "explain_all"]


@dataclass(frozen=True)
class Step:
    """A move to a state; where it begins is said by what it is a part of.

    Parameters
    ----------
    dm : str
        The mover's id.
    to : int
        The number of the state it leads to.

    See Also
    --------
    Sanction : A sequence of them.
    """

    dm: str
    to: int


@dataclass(frozen=True)
class Sanction:
    """How the others answer an improvement.

    Parameters
    ----------
    improvement : int
        The number of the state improved to.
    path : tuple of Step
        The moves of the others from there, a legal sequence; its end is what holds.

    See Also
    --------
    Verdict : Shows one for each improvement.
    """

    improvement: int
    path: tuple[Step, ...]


@dataclass(frozen=True)
class Verdict:
    """Whether a state is stable for a decision maker, and the moves that prove it.

    Parameters
    ----------
    state : int
        The state's number.
    dm, concept : str
        For whom, under which concept.
    stable : bool
        The verdict.
    improvements : tuple of int
        The unilateral improvements from the state, most preferred first.
    improvement : int or None
        If unstable, the most preferred improvement that nobody sanctions.
    sanctions : tuple of Sanction
        If stable under a concept with sanctions, a shortest one for each improvement.
    unsanctioned : int or None
        How many of the improvements nobody sanctions: none exactly where the state is
        stable. None under further concepts, which do not count them.

    See Also
    --------
    explain : Makes it.
    SymbolicVerdict : The same of states that are not listed.
    """

    state: int
    dm: str
    concept: str
    stable: bool
    improvements: tuple[int, ...] = ()
    improvement: int | None = None
    sanctions: tuple[Sanction, ...] = ()
    unsanctioned: int | None = None

    @property
    def many(self) -> int:
        """How many improvements there are."""
        return len(self.improvements)

    def to_json(self) -> dict[str, Any]:
        """Return the verdict as plain data."""
        return {
            "state": self.state,
            "dm": self.dm,
            "concept": self.concept,
            "stable": self.stable,
            "improvements": list(self.improvements),
            "improvement": self.improvement,
            "sanctions": [
                {
                    "improvement": sanction.improvement,
                    "path": [{"dm": step.dm, "to": step.to} for step in sanction.path],
                }
                for sanction in self.sanctions
            ],
            "total": self.many,
            "unsanctioned": self.unsanctioned,
        }


class _Search:
    """The search for sanctions against one decision maker under one concept."""

    def __init__(self, engine: Explicit, concept: Concept, focal: int) -> None:
        self.engine, self.concept, self.focal = engine, concept, focal
        self.rank = engine.ranks[focal]
        self.goal = engine.replies(focal) if concept.counter else self.rank
        # Nash looks at no sanctions, so what stands here for it is never read.
        self.lowest = engine.sanctions(concept, focal) if concept.sanctions else self.rank
        self.strict = engine.convention == "matrix" and concept.sanctions

    def improvements(self, state: int) -> NDArray[np.intp]:
        targets = self.engine.moves.targets(self.focal, state)
        better: NDArray[np.intp] = targets[self.rank[targets] > self.rank[state]]
        return better[np.argsort(-self.rank[better], kind="stable")]

    def steps(self, state: int, last: int) -> list[tuple[int, int]]:
        """List who can go on where, after `last` moved to `state`."""
        onward = list[tuple[int, int]]()
        for mover, ranks in enumerate(self.engine.ranks):
            if mover in (self.focal, last):
                continue
            targets = self.engine.moves.targets(mover, state)
            if self.concept.credible:
                targets = targets[ranks[targets] > ranks[state]]
            onward += [(mover, target) for target in targets.tolist()]
        return onward

    def path(self, start: int, left: int) -> list[tuple[int, int]]:
        """Find a shortest legal sequence from `start` to a sanction against leaving `left`.

        Empty if there is none.

        Breadth first over (state, last mover); a state from which no sanction can be
        brought about at all is not entered, so little more than the path is visited.
        """
        bound = int(self.rank[left])
        came: dict[tuple[int, int], tuple[int, int] | None] = {(start, -1): None}
        queue = deque(came)
        while queue:
            state, last = here = queue.popleft()
            for mover, target in self.steps(state, last):
                there = (target, mover)
                if there in came or self.lowest[target] > bound:
                    continue
                came[there] = here
                if self.goal[target] <= bound and not (self.strict and target == left):
                    return _trace(came, there)
                queue.append(there)
        return []

    def is_free(self, target: int, left: int) -> bool:
        """Decide whether nobody sanctions the improvement from `left` to `target`."""
        if not self.concept.sanctions or self.lowest[target] > self.rank[left]:
            return True
        # The lowest may be the state left itself, which the matrix papers do not count: only
        # the search for another one tells.
        return self.strict and not self.path(target, left)

    def verdict(self, state: int) -> Verdict:
        model, dm = self.engine.model, self.engine.model.decision_makers[self.focal]
        improvements = self.improvements(state).tolist()
        numbers = tuple(target + 1 for target in improvements)
        free = [target for target in improvements if self.is_free(target, state)]
        about = (state + 1, dm.id, self.concept.id)
        if free:
            return Verdict(*about, False, numbers, free[0] + 1, (), len(free))
        sanctions = tuple(
            Sanction(
                target + 1,
                tuple(
                    Step(model.decision_makers[mover].id, end + 1)
                    for end, mover in self.path(target, state)
                ),
            )
            for target in improvements
        )
        return Verdict(*about, True, numbers, None, sanctions, 0)


def _trace(
    came: dict[tuple[int, int], tuple[int, int] | None], end: tuple[int, int]
) -> list[tuple[int, int]]:
    path, node = [], end
    while (before := came[node]) is not None:
        path.append(node)
        node = before
    return path[::-1]


def explain(
    model: Model, state: int | str, dm: str, concept: str, convention: Convention = "set"
) -> Verdict:
    """Decide whether a state is stable for a decision maker, and prove it by moves.

    Parameters
    ----------
    model : Model
        Any model the explicit engine takes.
    state : int or str
        The state: its number, or a name as for `Model.find_state`.
    dm : str
        The decision maker who considers leaving it.
    concept : str
        The solution concept, by id.
    convention : {"set", "matrix"}
        As of `analyse`.

    Returns
    -------
    Verdict
        The verdict with its witness: for "unstable" an improvement nobody
        sanctions, for "stable" a shortest sanction of each improvement.

    Raises
    ------
    QuestionError
        If there is no such state, decision maker or concept.

    See Also
    --------
    explain_all : Several verdicts at the cost of one set-up.
    analyse : All verdicts, without their moves.
    explain_further : The same under concepts beyond the five.

    Notes
    -----
    Costs one closure, O(n) a round, and then a search around the state alone.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> verdict = explain(load("prisoners-dilemma"), 1, "row", "seq")
    >>> verdict.stable, verdict.sanctions
    (True, (Sanction(improvement=2, path=(Step(dm='column', to=4),)),))
    """
    (chosen,) = concepts_named([concept])
    place = model.require_state(state) - 1
    engine = Explicit(model, convention=convention)
    return _Search(engine, chosen, engine.place(dm)).verdict(place)


def explain_all(
    model: Model,
    states: Sequence[int | str],
    dms: list[str],
    concepts: list[str],
    convention: Convention = "set",
    *,
    engine: Explicit | None = None,
) -> list[Verdict]:
    """Explain every combination of states, decision makers and concepts.

    Parameters
    ----------
    model : Model
        Any model the explicit engine takes.
    states : sequence of int or str
        The states, by number or by a name as for `Model.find_state`.
    dms : list of str
        The decision makers who consider leaving them.
    concepts : list of str
        The solution concepts, by id.
    convention : {"set", "matrix"}
        As of `analyse`.
    engine : Explicit, optional
        The engine of the model, where one is set up already; for the convention "set".

    Returns
    -------
    list of Verdict
        By state, then by concept in the registry's order, then by decision maker.

    Raises
    ------
    QuestionError
        If there is no such state, decision maker or concept.

    See Also
    --------
    explain : One verdict.

    Notes
    -----
    The engine is set up once, or the one given is used, and the closure made once for each
    concept and decision maker, so this is much cheaper than as many calls of `explain`.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> verdicts = explain_all(load("chicken"), [2, 3], ["row"], ["nash", "seq"])
    >>> [(v.state, v.concept, v.stable) for v in verdicts]
    [(2, 'nash', True), (2, 'seq', True), (3, 'nash', True), (3, 'seq', True)]
    """
    places = [model.require_state(state) - 1 for state in states]
    by_sets = convention == "set"
    decided = Explicit.of(model, engine) if by_sets else Explicit(model, convention=convention)
    searches = [
        _Search(decided, concept, decided.place(dm))
        for concept in concepts_named(concepts)
        for dm in dms
    ]
    return [search.verdict(place) for place in places for search in searches]
