"""Limited-move and non-myopic stability, from the definitions.

Two decision makers with strict preference: Kilgour, Equilibria for far-sighted players
(1984). More of them, or ties: the conservative reading of Fang, Hipel and Kilgour (1993),
in which anybody else may act next, the mover looks at the worst of what may come, and a
mover indifferent between moves may make any of them.
"""

from __future__ import annotations

from literal.model import LiteralModel


class TwoFarsighted:
    """Two decision makers, strict preference: one anticipated end for every horizon."""

    def __init__(self, model: LiteralModel) -> None:
        first, second = model.dms
        self.model = model
        self.other = {first: second, second: first}
        self._ends: dict[tuple[int, str, int], int] = {}

    def end(self, h: int, i: str, s: int) -> int:
        """G_h(i, s): where the conflict ends if i acts in s, looking h moves ahead."""
        if (h, i, s) not in self._ends:
            self._ends[h, i, s] = self._end(h, i, s)
        return self._ends[h, i, s]

    def _end(self, h: int, i: str, s: int) -> int:
        if h == 0 or not self.model.moves_from(i, s):
            return s
        ends = {self.end(h - 1, self.other[i], q) for q in self.model.moves_from(i, s)}
        best = next(
            e for e in sorted(ends) if not any(self.model.better(i, other, e) for other in ends)
        )
        return best if self.model.better(i, best, s) else s

    def stable(self, h: int, i: str) -> list[int]:
        """L_h."""
        return [s for s in self.model.states if self.end(h, i, s) == s]

    def nonmyopic(self, i: str) -> list[int]:
        """States that are L_t stable for all t from some t on."""
        first, last = _cycle(self._level)
        staying = [set(self.stable(h, i)) for h in range(first, last)]
        return sorted(set.intersection(*staying))

    def _level(self, h: int) -> object:
        return [self.end(h, i, s) for i in self.model.dms for s in self.model.states]


class Farsighted:
    """Any number of decision makers, ties too: the set of ends there may be."""

    def __init__(self, model: LiteralModel) -> None:
        self.model = model
        self._ends: dict[tuple[int, str, int], set[int]] = {}

    def ends(self, h: int, i: str, s: int) -> set[int]:
        """Where the conflict may end if i acts in s, looking h moves ahead."""
        if (h, i, s) not in self._ends:
            self._ends[h, i, s] = self._find_ends(h, i, s)
        return self._ends[h, i, s]

    def _find_ends(self, h: int, i: str, s: int) -> set[int]:
        moves = self.model.moves_from(i, s)
        if h == 0 or not moves:
            return {s}
        expected = {q: self._after(h, i, q) for q in moves}
        worst = {q: self._worst(i, expected[q]) for q in moves}
        best = [
            q
            for q in moves
            if not any(self.model.better(i, worst[other], worst[q]) for other in moves)
        ]
        if not self.model.better(i, worst[best[0]], s):
            return {s}
        return set().union(*(expected[q] for q in best))

    def _after(self, h: int, i: str, q: int) -> set[int]:
        """Anybody but i acts in q, looking h - 1 moves ahead."""
        return {e for j in self.model.dms if j != i for e in self.ends(h - 1, j, q)}

    def _worst(self, i: str, ends: set[int]) -> int:
        return next(
            e for e in sorted(ends) if not any(self.model.better(i, e, other) for other in ends)
        )

    def stable(self, h: int, i: str) -> list[int]:
        """L_h: i stays."""
        return [s for s in self.model.states if self.ends(h, i, s) == {s}]

    def nonmyopic(self, i: str) -> list[int]:
        """States that are L_t stable for all t from some t on."""
        first, last = _cycle(self._level)
        staying = [set(self.stable(h, i)) for h in range(first, last)]
        return sorted(set.intersection(*staying))

    def _level(self, h: int) -> object:
        return [self.ends(h, i, s) for i in self.model.dms for s in self.model.states]


def _cycle(level: object) -> tuple[int, int]:
    """Give two horizons at which all expectations are the same: as each horizon follows from
    the one before, everything between them recurs for ever, and nothing else does."""
    assert callable(level)
    seen: list[object] = []
    while (now := level(len(seen))) not in seen:
        seen.append(now)
    return seen.index(now), len(seen)
