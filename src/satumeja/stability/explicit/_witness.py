"""Why a state is or is not stable: the moves that prove a verdict."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from satumeja.display import Shown, ShownInLine
from satumeja.model import Model
from satumeja.stability._concepts import Concept
from satumeja.stability.explicit._engine import Convention, Explicit

__all__ = ["Sanction", "Step", "Verdict", "searches"]


@dataclass(frozen=True, repr=False)
class Step(ShownInLine):
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


@dataclass(frozen=True, repr=False)
class Sanction(ShownInLine):
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


@dataclass(frozen=True, repr=False)
class Verdict(Shown):
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
    def party(self) -> tuple[str, ...]:
        """Whom the verdict is for."""
        return (self.dm,)

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

    def explain(self, number: int) -> Verdict:
        """Decide the state of a number, and show the moves that prove it."""
        state = number - 1
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


def searches(
    model: Model,
    dms: Sequence[str],
    concepts: Sequence[Concept],
    convention: Convention = "set",
    engine: Explicit | None = None,
) -> list[Callable[[int], Verdict]]:
    """Give for each concept and decision maker what explains a state by its number.

    Parameters
    ----------
    model, dms, concepts, convention, engine
        As of `explain_all`.

    Returns
    -------
    list of callable
        By concept, then by decision maker; each takes the number of a state.
    """
    by_sets = convention == "set"
    decided = Explicit.of(model, engine) if by_sets else Explicit(model, convention=convention)
    made_for = [_Search(decided, concept, decided.place(dm)) for concept in concepts for dm in dms]
    return [search.explain for search in made_for]
