"""Simultaneous sanctioning, from the definition: option form only.

Fraser and Hipel, Conflict Analysis: Models and Resolutions (1984). For more than two: any of
the others for whom the state is sequentially unstable, one or several, may leave it at the
same time, each by any improvement of its own. A joint result that is not feasible does not
count.
"""

from __future__ import annotations

from itertools import combinations, product

from literal.engine import LiteralEngine
from literal.statespace import OptionForm, Vector


class Simultaneous:
    """Decides every state of an option-form model."""

    def __init__(self, space: OptionForm) -> None:
        self.space = space
        self.model = space.model()
        self.engine = LiteralEngine(self.model)
        self._unstable: dict[int, list[str]] = {}

    def unstable(self, s: int) -> list[str]:
        """The decision makers for whom s is sequentially unstable."""
        if s not in self._unstable:
            self._unstable[s] = [
                dm for dm in self.model.dms if not self.engine.is_stable(dm, s, "seq")
            ]
        return self._unstable[s]

    def joint_result(self, s: int, moves: dict[str, int]) -> int | None:
        """An option is changed if one of those who move changes it, and is as in s otherwise."""
        before = self.space.vectors[s - 1]
        after = [self.space.vectors[end - 1] for end in moves.values()]
        together: Vector = tuple(
            (not yes) if any(end[k] != yes for end in after) else yes
            for k, yes in enumerate(before)
        )
        return self.space.numbers.get(together)

    def joint_results(self, dm: str, s: int, t: int) -> set[int]:
        """What may come of dm moving to t while others leave s as well."""
        others = [j for j in self.unstable(s) if j != dm]
        found = set()
        for size in range(1, len(others) + 1):
            for together in combinations(others, size):
                for ends in product(*(self.engine.improvements(j, s) for j in together)):
                    moves = {dm: t} | dict(zip(together, ends, strict=True))
                    found.add(self.joint_result(s, moves))
        return {q for q in found if q is not None}

    def is_stable(self, dm: str, s: int) -> bool:
        for t in self.engine.improvements(dm, s):
            if self.engine.sanctioned(dm, s, t, "seq"):
                continue
            results = self.joint_results(dm, s, t)
            if not any(not self.model.better(dm, q, s) for q in results):
                return False
        return True

    def stable(self, dm: str) -> list[int]:
        return [s for s in self.model.states if self.is_stable(dm, s)]
