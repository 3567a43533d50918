"""What groups can do from the equilibria together, and which states stand up to that."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import combinations
from typing import Any

import numpy as np

from satumeja.display import Shown
from satumeja.errors import LimitError
from satumeja.model import Model, StateName
from satumeja.questions._group_moves import GroupImprovements, Members
from satumeja.stability import CONCEPTS, FurtherAnalysis, Route, analyse
from satumeja.stability.further import Inquiry

__all__ = ["COALITIONAL", "Coalitions", "coalitions"]

COALITIONAL = ("cnash", "cgmr", "csmr", "cseq")
"""The four concepts, from what a group can improve on to what others credibly answer."""

_MOST_MEMBERS = 8  # of whom there are 255 coalitions
_MOST_STATES = 60


@dataclass(frozen=True, eq=False, repr=False)
class Coalitions(Shown):
    """What every coalition can do from some states, and where all of them would stay.

    Parameters
    ----------
    model : Model
        The conflict.
    states : tuple of int
        The numbers of the states asked about.
    left_out : int
        How many more equilibria there are.
    members : tuple of tuple of str
        Every coalition, small ones first.
    improvements : mapping of (coalition, state) to tuple of Route
        A shortest way to each state that all members prefer and can bring about; looked for
        when it is asked for.
    stable : mapping of str to FurtherAnalysis
        By concept, which states are stable for which coalition.
    named : bool
        Whether the states were named, rather than those that hold.
    blocks : tuple of tuple of str
        The blocks asked about in place of every coalition, if any.

    See Also
    --------
    coalitions : Makes it.
    """

    model: Model
    states: tuple[int, ...]
    left_out: int
    members: tuple[Members, ...]
    improvements: GroupImprovements
    stable: Mapping[str, FurtherAnalysis]
    named: bool = False
    blocks: tuple[Members, ...] = ()

    @cached_property
    def jumps(self) -> tuple[tuple[int, Route], ...]:
        """The improvements of groups from one equilibrium to another.

        From states that were named, to wherever they lead. Of two members or more, and only
        where no part of the group could do the same.
        """
        smallest: dict[tuple[int, int], list[Members]] = {}
        wanted = None if self.named else set(self.states)
        # Small groups come first, so whatever part of one could do the same is there already.
        for members, state in self.improvements:
            for to in self.targets(members, state):
                if wanted is None or to in wanted:
                    smaller = smallest.setdefault((state, to), [])
                    if not any(set(other) <= set(members) for other in smaller):
                        smaller.append(members)
        ends: dict[tuple[Members, int], list[int]] = {}
        for (state, to), groups in smallest.items():
            for members in groups:
                ends.setdefault((members, state), []).append(to)
        routes = {
            (members, state, route.to): route
            for (members, state), some in ends.items()
            if len(members) > 1
            for route in self.improvements.routes(members, state, sorted(some))
        }
        return tuple(
            (state, routes[members, state, to])
            for (state, to), groups in sorted(smallest.items())
            for members in groups
            if len(members) > 1
        )

    def targets(self, members: Members, state: int) -> tuple[int, ...]:
        """Return the numbers of the states that a coalition improves to from one of the states."""
        return self.improvements.targets(members, state)

    def stays(self, members: Members, state: int) -> tuple[str, ...]:
        """Return the concepts under which a state is stable for a coalition."""
        return tuple(
            concept
            for concept, decided in self.stable.items()
            if decided.is_stable(*members)[state - 1]
        )

    def holds(self, concept: str) -> list[int]:
        """Return the numbers of the states that no coalition leaves under a concept."""
        numbers: list[int] = self.stable[concept].equilibria().tolist()
        return numbers

    def to_json(self) -> dict[str, Any]:
        """Return the answer as plain data, in the schema ``satumeja/coalitions/1``."""
        data = {
            "schema": "satumeja/coalitions/1",
            "states": list(self.states),
            "left_out": self.left_out,
            "coalitions": [
                {
                    "members": list(members),
                    "improvements": [
                        {"from": state, "to": list(to)}
                        for state in self.states
                        if (to := self.targets(members, state))
                    ],
                    "stable": {
                        concept: decided.stable(*members).tolist()
                        for concept, decided in self.stable.items()
                    },
                }
                for members in self.members
            ],
            "jumps": [
                {
                    "members": list(route.group),
                    "from": state,
                    "to": route.to,
                    "path": [{"dm": step.dm, "to": step.to} for step in route.path],
                }
                for state, route in self.jumps
            ],
            "equilibria": {concept: self.holds(concept) for concept in self.stable},
        }
        return data | {"blocks": list(map(list, self.blocks))} if self.blocks else data


def coalitions(
    model: Model,
    states: Sequence[StateName] | None = None,
    *,
    concepts: Sequence[str] = tuple(CONCEPTS),
    blocks: str | Iterable[str | Iterable[str]] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Coalitions:
    """Find what every coalition can improve on from the equilibria, and what withstands it.

    Parameters
    ----------
    model : Model
        Up to 8 decision makers and 65,536 states; 4,096 where moves are listed one by one, or
        some combinations are infeasible and some options one-way, and for `blocks`.
    states : sequence of int or str, optional
        The states to ask about, by number or by a name as for `Model.require_state`; by
        default the equilibria under any of `concepts`, 60 at most, those under the most
        concepts first.
    concepts : sequence of str
        Of nash, gmr, smr, seq and sseq.
    blocks : str or iterable of str or iterable of str, optional
        A partition as of `satumeja.stability.analyse`, whose blocks are then asked about in
        place of every coalition, under the concepts of single decision makers.
    progress : callable, optional
        Called with the number of coalitions decided, under each concept, and of all.

    Returns
    -------
    Coalitions
        For each coalition its improvements from each state, the jumps from one
        equilibrium to another, and the states stable under CNash, CGMR, CSMR and CSEQ.

    Raises
    ------
    QuestionError
        If there is no such state or concept, or the blocks are no partition.
    LimitError
        If there are more decision makers or states than coalitions are listed for.

    See Also
    --------
    satumeja.stability.decide_further : Each of the four concepts by itself.
    satumeja.table.deals : What those at one table could agree on.

    Notes
    -----
    A *coalition improvement* leads by a legal sequence of moves of the members to a state
    that every one of them prefers [1]_; a single decision maker is a coalition too. An
    *equilibrium jump* is one of a group that ends in another equilibrium [2]_. Cost: a few
    passes over n states for each coalition and each state asked about, and what `decide_further`
    takes for each of the four concepts: all 15 coalitions of 4 decision makers take some .4 s
    for 4,096 states and 35 s for 65,536.

    References
    ----------
    .. [1] Kilgour, Hipel, Fang & Peng, "Coalition analysis in group decision support",
       Group Decision and Negotiation, 2001.
    .. [2] Hipel, Fang & Kilgour, "The decision support system GMCR in environmental
       conflict management", Applied Mathematics and Computation, 1997.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> groups = coalitions(load("prisoners-dilemma"))
    >>> [(state, route.group, route.to) for state, route in groups.jumps]
    [(4, ('row', 'column'), 1)]
    """
    ids = [dm.id for dm in model.decision_makers]
    if blocks is None and len(ids) > _MOST_MEMBERS:
        raise LimitError(
            f"{len(ids)} decision makers form more coalitions than the {_MOST_MEMBERS} for which "
            "all of them are listed; name those that act as one, as blocks (--blocks a+b,c)"
        )
    if states is None:
        listed = _equilibria(model, concepts)
    else:
        listed = list(dict.fromkeys(map(model.require_state, states)))
    chosen = listed[:_MOST_STATES]
    stable, members = _every(model, progress) if blocks is None else _blocks(model, blocks)
    numbers = tuple(sorted(chosen))
    return Coalitions(
        model=model,
        states=numbers,
        left_out=len(listed) - len(chosen),
        members=tuple(members),
        improvements=GroupImprovements(model, members, numbers),
        stable=stable,
        named=states is not None,
        blocks=() if blocks is None else tuple(members),
    )


def _every(
    model: Model, progress: Callable[[int, int], None] | None
) -> tuple[dict[str, FurtherAnalysis], list[Members]]:
    """Ask every coalition, whatever family the model states."""
    ids = [dm.id for dm in model.decision_makers]
    every = replace(model.knowledge, coalitions=())
    members = [some for size in range(1, len(ids) + 1) for some in combinations(ids, size)]
    total, stable = len(members) * len(COALITIONAL), dict[str, FurtherAnalysis]()
    for concept in COALITIONAL:
        inquiry = Inquiry(model, concept, every)
        first = len(stable) * len(members)
        tell = None if progress is None else partial(_tell, progress, first, total)
        stable[concept] = FurtherAnalysis(model, inquiry.concept, every, inquiry.flags(tell))
    return stable, members


def _tell(progress: Callable[[int, int], None], first: int, total: int, count: int) -> None:
    progress(first + count, total)


def _blocks(
    model: Model, blocks: str | Iterable[str | Iterable[str]]
) -> tuple[dict[str, FurtherAnalysis], list[Members]]:
    """Ask the blocks of a partition under each concept for single decision makers."""
    analysis = analyse(model, blocks=blocks)
    return dict(analysis.further), list(analysis.blocks)


def _equilibria(model: Model, concepts: Sequence[str]) -> list[int]:
    """List the equilibria, those under the most concepts first."""
    analysis = analyse(model, concepts)
    flags = [analysis.is_equilibrium(concept.id) for concept in analysis.concepts]
    times = np.sum(flags, axis=0)
    order = np.argsort(-times, kind="stable")
    return [int(k) + 1 for k in order if times[k]]
