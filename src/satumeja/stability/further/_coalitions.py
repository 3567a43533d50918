"""Coalition stability: what a group can improve on together, and who can answer it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations

from satumeja.stability.further._individual import Shape
from satumeja.stability.further._metarational import Metarational
from satumeja.stability.further._proofs import CoalitionVerdict, Reply, Route
from satumeja.stability.further._relations import (
    Path,
    Rows,
    bits,
    join,
    legal_sequences,
    shortest_sequence,
)
from satumeja.stability.further._setting import Party, Setting

__all__ = ["Coalitional", "every_coalition"]


def every_coalition(members: Iterable[int]) -> Iterator[Party]:
    """Yield every non-empty subset of `members`, small ones first.

    Examples
    --------
    >>> list(every_coalition([0, 1]))
    [(0,), (1,), (0, 1)]
    """
    members = list(members)
    for size in range(1, len(members) + 1):
        yield from combinations(members, size)


class Coalitional:
    """Stability of a state for a coalition.

    Parameters
    ----------
    setting : Setting
        The model.
    shape : {"nash", "gmr", "smr", "seq"}
        The others' sanctions: none; any legal sequence of theirs; one from which the
        coalition cannot escape by its own legal sequences; or a legal sequence of
        *class improvements*, coalition improvements of subcoalitions of the others, no
        subcoalition twice in a row.
    concept : str
        The id verdicts carry.

    Notes
    -----
    A coalition improves by a legal sequence of its members to a state that all of them
    prefer, whatever they think of the steps. A state holds it when some member does not
    prefer it (Kilgour, Hipel, Fang & Peng 2001; Inohara & Hipel 2008). For the coalition
    of everyone nobody can sanction, so all four coincide. For a single decision maker CSEQ
    is not SEQ: the others may also sanction by improving together.

    Cost: one closure a coalition, for ``seq`` one more, over all subcoalitions of the others.
    """

    def __init__(self, setting: Setting, shape: Shape, concept: str) -> None:
        self.setting, self.shape, self.concept = setting, shape, concept
        self.relations = setting.relations
        self.of, self.reach, self.improvements = (
            cache(self._of),
            cache(self._reach),
            cache(self._improvements),
        )

    def _moves(self, group: Party) -> dict[int, Rows]:
        return {i: self.relations.moves[i] for i in group}

    def _reach(self, group: Party) -> Rows:
        """Return what a group reaches from each state by legal sequences of its members."""
        return legal_sequences(self._moves(group), self.relations.size)

    def _better(self, group: Party) -> Rows:
        """Return the states that all of a group prefer to each state."""
        rows = list(self.relations.better[group[0]])
        for i in group[1:]:
            rows = self.relations.both(rows, self.relations.better[i])
        return rows

    def _improvements(self, group: Party) -> Rows:
        return self.relations.both(self.reach(group), self._better(group))

    def _of(self, coalition: Party) -> Metarational:
        """Return the question put to one coalition; a group of answerers is a set of bits."""
        outside = [i for i in self.setting.movers if i not in coalition]
        answers: dict[int, Rows] = {}
        # Any legal sequence of groups is one of single movers; only where each group must gain
        # by its part does it matter who moves together.
        if self.shape in ("gmr", "smr"):
            answers = {1 << i: rows for i, rows in self._moves(tuple(outside)).items()}
        elif self.shape == "seq":
            answers = {
                join(1 << i for i in group): self.improvements(group)
                for group in every_coalition(outside)
            }
        hold = self.relations.neither(self._better(coalition))
        counter = self.reach(coalition) if self.shape == "smr" else None
        return Metarational(self.improvements(coalition), hold, answers, counter)

    def decide(self, party: Party, state: int) -> bool:
        """Decide whether `state` is stable for a coalition."""
        return self.of(party).stable(state)

    def explain(self, party: Party, state: int) -> CoalitionVerdict:
        """Decide it, and show each improvement's path and answer, or one without an answer."""
        question = self.of(party)
        reasons = list(bits(question.leave[state]))
        about = (state + 1, self.setting.names(party), self.concept)
        routes = tuple(self._route(party, state, t) for t in reasons)
        free = next((t + 1 for t in reasons if not question.answered(state, t)), None)
        if free is not None:
            return CoalitionVerdict(*about, False, routes, free)
        replies = (Reply(t + 1, self._routes(t, question.answer(state, t))) for t in reasons)
        return CoalitionVerdict(*about, True, routes, None, tuple(replies))

    def _route(self, group: Party, start: int, end: int) -> Route:
        path = shortest_sequence(self._moves(group), start, end.__eq__)
        return Route(self.setting.names(group), end + 1, self.setting.steps(path))

    def _routes(self, start: int, path: Path) -> tuple[Route, ...]:
        """Spell out the moves of each group in an answer that begins in `start`."""
        starts = [start, *(end for _, end in path)]
        return tuple(
            self._route(tuple(bits(group)), before, end)
            for before, (group, end) in zip(starts, path, strict=False)
        )
