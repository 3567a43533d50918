"""Coalition stability, from the definitions.

Kilgour, Hipel, Fang and Peng, Coalition analysis in group decision support (2001); Inohara
and Hipel, Coalition analysis in the graph model for conflict resolution (2008).
"""

from __future__ import annotations

from itertools import combinations

from literal.engine import LiteralEngine
from literal.model import LiteralModel

Coalition = frozenset[str]


def coalitions_of(members: list[str]) -> list[Coalition]:
    """Every non-empty coalition of the members."""
    return [
        frozenset(chosen)
        for size in range(1, len(members) + 1)
        for chosen in combinations(members, size)
    ]


class LiteralCoalitions:
    """Decides every coalition and state of a model."""

    def __init__(self, model: LiteralModel) -> None:
        self.model = model
        self._engine = LiteralEngine(model)
        self._reached: dict[tuple[Coalition, int], set[int]] = {}

    def reachable(self, coalition: Coalition, s: int) -> set[int]:
        """R_H(s): legal sequences of moves by members."""
        key = coalition, s
        if key not in self._reached:
            members = [dm for dm in self.model.dms if dm in coalition]
            self._reached[key] = self._engine.reachable(members, s, self.model.moves_from)
        return self._reached[key]

    def improvements(self, coalition: Coalition, s: int) -> set[int]:
        """R_H^++(s): all members prefer the end to s."""
        return {
            q
            for q in self.reachable(coalition, s)
            if all(self.model.better(dm, q, s) for dm in coalition)
        }

    def class_improvements(self, members: list[str], s: int) -> set[int]:
        """Sequences of improvements of coalitions of the members, none twice in a row."""
        last_movers: dict[int, set[Coalition]] = {}
        arrivals = [(q, c) for c in coalitions_of(members) for q in self.improvements(c, s)]
        while arrivals:
            q, mover = arrivals.pop()
            if mover in last_movers.setdefault(q, set()):
                continue
            last_movers[q].add(mover)
            for c in coalitions_of(members):
                if last_movers[q] != {c}:
                    arrivals += [(t, c) for t in self.improvements(c, q)]
        return set(last_movers)

    def deters(self, coalition: Coalition, s: int, q: int) -> bool:
        """Some member weakly prefers s to q."""
        return any(not self.model.better(dm, q, s) for dm in coalition)

    def others(self, coalition: Coalition) -> list[str]:
        return [dm for dm in self.model.dms if dm not in coalition]

    def cnash(self, h: Coalition, s: int) -> bool:
        return not self.improvements(h, s)

    def cgmr(self, h: Coalition, s: int) -> bool:
        return all(
            any(self.deters(h, s, y) for y in self.reachable(frozenset(self.others(h)), x))
            for x in self.improvements(h, s)
        )

    def csmr(self, h: Coalition, s: int) -> bool:
        return all(
            any(
                self.deters(h, s, y) and all(self.deters(h, s, z) for z in self.reachable(h, y))
                for y in self.reachable(frozenset(self.others(h)), x)
            )
            for x in self.improvements(h, s)
        )

    def cseq(self, h: Coalition, s: int) -> bool:
        return all(
            any(self.deters(h, s, y) for y in self.class_improvements(self.others(h), x))
            for x in self.improvements(h, s)
        )

    def stable(self, concept: str, coalition: Coalition) -> list[int]:
        decide = {"cnash": self.cnash, "cgmr": self.cgmr, "csmr": self.csmr, "cseq": self.cseq}
        return [s for s in self.model.states if decide[concept](coalition, s)]

    def equilibria(self, concept: str, family: list[Coalition]) -> list[int]:
        """States stable for every coalition of the family."""
        stable = [set(self.stable(concept, coalition)) for coalition in family]
        return sorted(set(self.model.states).intersection(*stable))
