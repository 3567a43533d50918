"""A model as sets of states, in the words in which definitions are written."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from satumeja.display import Card, Shown
from satumeja.stability.further._relations import Rows, bits, legal_sequences
from satumeja.stability.further._setting import Setting

__all__ = ["Sets"]

States = frozenset[int]


class Sets(Shown):
    """Moves and preferences of a model as sets of state numbers, to write a concept in.

    Parameters
    ----------
    setting : Setting
        The model, with what is known beyond it.

    See Also
    --------
    concept : Makes a solution concept of a definition in these sets.

    Notes
    -----
    Relations are spelt out once, n * n bits each; what a group can reach is closed once for
    each group that is asked about. Models of up to 4,096 states.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> from satumeja.stability.further import Setting
    >>> model = load("chicken")
    >>> game = Sets(Setting(model, model.knowledge))
    >>> sorted(game.improvements("row", 1)), game.others("row")
    ([2], ('column',))
    """

    def card(self) -> Card:
        """Show whose moves and preferences they are."""
        model = self.setting.model
        return Card(f"Sets of {len(model.states):,} states: {model.title}")

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self._closed = lru_cache(maxsize=64)(self._close)

    @property
    def states(self) -> range:
        """The numbers of the states, from 1."""
        return range(1, len(self.setting.model.states) + 1)

    @property
    def dms(self) -> tuple[str, ...]:
        """The decision makers, by id."""
        return self.setting.ids

    def others(self, dm: str) -> tuple[str, ...]:
        """Give everybody but one."""
        return tuple(other for other in self.setting.ids if other != dm)

    def rank(self, dm: str, state: int) -> int:
        """Give the rank of a state for a decision maker, 1 the least preferred."""
        return int(self.setting.relations.ranks[self._place(dm)][state - 1])

    def prefers(self, dm: str, better: int, worse: int) -> bool:
        """Decide whether a decision maker strictly prefers one state to another."""
        return self.rank(dm, better) > self.rank(dm, worse)

    def better(self, dm: str, state: int) -> States:
        """Give the states a decision maker strictly prefers to one."""
        return self._numbers(self.setting.relations.better[self._place(dm)], state)

    def not_better(self, dm: str, state: int) -> States:
        """Give the states it does not prefer to one: what deters it from leaving."""
        return frozenset(self.states) - self.better(dm, state)

    def moves(self, dm: str, state: int) -> States:
        """Give where a decision maker can move from a state in one move."""
        return self._numbers(self.setting.relations.moves[self._place(dm)], state)

    def improvements(self, dm: str, state: int) -> States:
        """Give the unilateral improvements: moves to states it prefers."""
        return self.moves(dm, state) & self.better(dm, state)

    def reach(self, group: Iterable[str], state: int, *, improving: bool = False) -> States:
        """Give what a group can bring about by a legal sequence: nobody moves twice in a row.

        Parameters
        ----------
        group : iterable of str
            Who may move.
        state : int
            From where.
        improving : bool
            Whether each move has to be an improvement for its mover, from where it is made.
        """
        places = tuple(sorted(map(self._place, group)))
        return self._numbers(self._closed(places, improving), state)

    def _close(self, group: tuple[int, ...], improving: bool) -> Rows:
        relations = self.setting.relations
        moves = relations.improvements if improving else relations.moves
        return legal_sequences({i: moves[i] for i in group}, len(self.states))

    def _place(self, dm: str) -> int:
        return self.setting.party([dm])[0]

    @staticmethod
    def _numbers(rows: Rows, state: int) -> States:
        return frozenset(place + 1 for place in bits(rows[state - 1]))
