"""Nash, GMR, SMR, SEQ and SSEQ decided straight from their definitions.

Definitions: Fang, Hipel and Kilgour, Interactive Decision Making: The Graph Model for
Conflict Resolution (1993); SSEQ: Rego and Vieira, Symmetric sequential stability in the
graph model for conflict resolution with multiple decision makers (2017).
"""

from __future__ import annotations

from collections.abc import Callable

from literal.model import LiteralModel

CONCEPTS = ("nash", "gmr", "smr", "seq", "sseq")


class LiteralEngine:
    """Decides every cell of a model.

    convention="set" takes as sanction of s every state not preferred to s, s included;
    convention="matrix" is that of the matrix papers: s itself is no sanction and no
    sequence of moves leads back to where it began.
    """

    def __init__(self, model: LiteralModel, convention: str = "set") -> None:
        if convention not in {"set", "matrix"}:
            raise ValueError(f"unknown convention {convention!r}")
        self.model = model
        self.convention = convention
        self._replies: dict[tuple[str, int, bool], set[int]] = {}

    def moves(self, dm: str, s: int) -> set[int]:
        """R_i(s)."""
        return self.model.moves_from(dm, s)

    def improvements(self, dm: str, s: int) -> set[int]:
        """R_i^+(s)."""
        return {q for q in self.moves(dm, s) if self.model.better(dm, q, s)}

    def reachable(
        self, coalition: list[str], s: int, step: Callable[[str, int], set[int]]
    ) -> set[int]:
        """R_H(s) (R_H^+(s) where step is improvements): legal sequences, no DM twice in a row.

        last_movers is Omega_H(s, .): who may have made the last move of a sequence from s.
        """
        last_movers: dict[int, set[str]] = {}
        arrivals = [(q, j) for j in coalition for q in step(j, s)]
        while arrivals:
            q, mover = arrivals.pop()
            if mover in last_movers.setdefault(q, set()):
                continue
            last_movers[q].add(mover)
            for j in coalition:
                if last_movers[q] != {j}:
                    arrivals += [(t, j) for t in step(j, q)]
        return set(last_movers)

    def replies(self, dm: str, t: int, *, credible: bool) -> set[int]:
        """Where the opponents of dm can lead from t; credible: by improvements only."""
        key = (dm, t, credible)
        if key not in self._replies:
            opponents = [j for j in self.model.dms if j != dm]
            step = self.improvements if credible else self.moves
            found = self.reachable(opponents, t, step)
            self._replies[key] = found - {t} if self.convention == "matrix" else found
        return self._replies[key]

    def in_sanction_set(self, dm: str, s: int, q: int) -> bool:
        """Say whether s is weakly preferred by dm to q."""
        if self.convention == "matrix" and q == s:
            return False
        return not self.model.better(dm, q, s)

    def sanctioned(self, dm: str, s: int, t: int, concept: str) -> bool:
        """Say whether the improvement of dm from s to t is sanctioned under the concept."""
        for q in self.replies(dm, t, credible=concept in {"seq", "sseq"}):
            counters: set[int] = set()
            if concept == "smr":
                counters = self.moves(dm, q)
            elif concept == "sseq":
                counters = self.improvements(dm, q)
            if self.in_sanction_set(dm, s, q) and not any(
                self.model.better(dm, c, s) for c in counters
            ):
                return True
        return False

    def is_stable(self, dm: str, s: int, concept: str) -> bool:
        if concept not in CONCEPTS:
            raise ValueError(f"unknown concept {concept!r}")
        improvements = self.improvements(dm, s)
        if concept == "nash":
            return not improvements
        return all(self.sanctioned(dm, s, t, concept) for t in improvements)

    def stable(self, concept: str, dm: str) -> list[int]:
        return [s for s in self.model.states if self.is_stable(dm, s, concept)]

    def equilibria(self, concept: str) -> list[int]:
        return [
            s
            for s in self.model.states
            if all(self.is_stable(dm, s, concept) for dm in self.model.dms)
        ]
