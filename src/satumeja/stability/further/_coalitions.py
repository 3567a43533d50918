"""Coalition stability: what a group can improve on together, and who can answer it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations

from satumeja.stability.further._groups import Groups
from satumeja.stability.further._individual import Shape
from satumeja.stability.further._metarational import Flags, Metarational
from satumeja.stability.further._relations import Rows, join
from satumeja.stability.further._setting import Party, Setting
from satumeja.stability.further._together import Together

__all__ = ["Coalitional", "every_coalition"]

_grouped = lru_cache(maxsize=2)(Groups)  # each of the four concepts asks about the same model


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


class Coalitional(Together):
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

    Cost: by options, a few passes for each 64 states and coalition, as `Groups` has it. With
    moves that are listed, one closure a coalition, for ``seq`` one more, over all subcoalitions
    of the others; the same to explain a verdict.
    """

    def __init__(self, setting: Setting, shape: Shape, concept: str) -> None:
        super().__init__(setting, concept)
        self.shape = shape

    def flags(self, party: Party) -> Flags:
        """Decide which states are stable for a coalition."""
        model = self.setting.model
        if Groups.suits(model, self.shape):
            return _grouped(model).stable(party, self.shape)
        return super().flags(party)

    def question(self, party: Party) -> Metarational:
        """Return the question put to one coalition; a group of answerers is a set of bits."""
        outside = [i for i in self.setting.movers if i not in party]
        answers: dict[int, Rows] = {}
        # Any legal sequence of groups is one of single movers; only where each group must gain
        # by its part does it matter who moves together.
        if self.shape in ("gmr", "smr"):
            answers = {1 << i: rows for i, rows in self.moves(tuple(outside)).items()}
        elif self.shape == "seq":
            answers = {
                join(1 << i for i in group): self.improvements(group)
                for group in every_coalition(outside)
            }
        hold = self.relations.neither(self.better(party))
        counter = self.reach(party) if self.shape == "smr" else None
        return Metarational(self.improvements(party), hold, answers, counter)
