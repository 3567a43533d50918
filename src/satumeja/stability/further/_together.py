"""What groups of decision makers do together: improve, hold, and prove it by their moves."""

from __future__ import annotations

from functools import cache

from satumeja.stability.further._metarational import Flags, Metarational
from satumeja.stability.further._proofs import CoalitionVerdict, Reply, Route
from satumeja.stability.further._relations import (
    Path,
    Relations,
    Rows,
    bits,
    legal_sequences,
    shortest_sequence,
)
from satumeja.stability.further._setting import Party, Setting

__all__ = ["Together"]


class Together:
    """Stability of a state for a group that moves by legal sequences of its members.

    A group improves by such a sequence to a state that all of its members prefer, whatever
    they think of the steps; any other state holds it. How the rest answer is what kinds of it
    differ in: `question`.

    Parameters
    ----------
    setting : Setting
        The model.
    concept : str
        The id verdicts carry.
    """

    def __init__(self, setting: Setting, concept: str) -> None:
        self.setting, self.concept = setting, concept
        self.of, self.reach, self.improvements = (
            cache(self.question),
            cache(self._reach),
            cache(self._improvements),
        )

    @property
    def relations(self) -> Relations:
        """The moves and preferences, spelt out once they are asked for."""
        return self.setting.relations

    def question(self, party: Party) -> Metarational:
        """Return the question put to one group; those who answer are sets of bits."""
        raise NotImplementedError

    def moves(self, group: Party) -> dict[int, Rows]:
        """Return the moves of each member of a group."""
        return {i: self.relations.moves[i] for i in group}

    def _reach(self, group: Party) -> Rows:
        """Return what a group reaches from each state by legal sequences of its members."""
        return legal_sequences(self.moves(group), self.relations.size)

    def better(self, group: Party) -> Rows:
        """Return the states that all of a group prefer to each state."""
        rows = list(self.relations.better[group[0]])
        for i in group[1:]:
            rows = self.relations.both(rows, self.relations.better[i])
        return rows

    def _improvements(self, group: Party) -> Rows:
        return self.relations.both(self.reach(group), self.better(group))

    def flags(self, party: Party) -> Flags:
        """Decide which states are stable for a group."""
        return self.of(party).flags()

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
        path = shortest_sequence(self.moves(group), start, end.__eq__)
        return Route(self.setting.names(group), end + 1, self.setting.steps(path))

    def _routes(self, start: int, path: Path) -> tuple[Route, ...]:
        """Spell out the moves of each group in an answer that begins in `start`."""
        starts = [start, *(end for _, end in path)]
        return tuple(
            self._route(tuple(bits(group)), before, end)
            for before, (group, end) in zip(starts, path, strict=False)
        )
