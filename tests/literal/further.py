"""Stability under preferences that are more, or less, than a ranking, from the definitions.

Each class answers the questions its table in the literature has: to what states a decision
maker would leave s, which states deter it, and by which moves the others would bring them
about. Moves of the others are legal sequences; the start of a sequence is no part of it,
but a sequence may come back to it. A state may deter from leaving itself.

Unknown preference: Li, Hipel, Kilgour and Fang (2004). Strength: Hamouda, Kilgour and Hipel
(2004, 2006). Fuzzy: Bashar, Kilgour and Hipel (2012). Probabilistic: Rego and dos Santos
(2015). Attitudes: Inohara, Hipel and Walker (2007).
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from literal.engine import LiteralEngine
from literal.model import LiteralModel

Pairs = set[tuple[int, int]]
Table = dict[tuple[int, int], Fraction]


class Definition:
    """The shape that all these tables share; R_H(s) is as in the literal engine."""

    def __init__(self, model: LiteralModel) -> None:
        self.model = model
        self._reachable = LiteralEngine(model).reachable

    def leaves_to(self, dm: str, s: int) -> set[int]:
        """Where dm would go from s."""
        raise NotImplementedError

    def sanctioning_moves(self, dm: str, s: int) -> set[int]:
        """Where dm would go from s to sanction another, where sanctions must be credible."""
        raise NotImplementedError

    def deters(self, dm: str, s: int, q: int) -> bool:
        """Whether dm had better stay in s than see the conflict end in q."""
        raise NotImplementedError

    def nash(self, dm: str, s: int) -> bool:
        return not self.leaves_to(dm, s)

    def gmr(self, dm: str, s: int) -> bool:
        return all(
            any(self.deters(dm, s, s2) for s2 in self._others(dm, s1))
            for s1 in self.leaves_to(dm, s)
        )

    def smr(self, dm: str, s: int) -> bool:
        return all(
            any(
                self.deters(dm, s, s2)
                and all(self.deters(dm, s, s3) for s3 in self.model.moves_from(dm, s2))
                for s2 in self._others(dm, s1)
            )
            for s1 in self.leaves_to(dm, s)
        )

    def seq(self, dm: str, s: int) -> bool:
        return all(
            any(self.deters(dm, s, s2) for s2 in self._others_credibly(dm, s1))
            for s1 in self.leaves_to(dm, s)
        )

    def _others(self, dm: str, s: int) -> set[int]:
        opponents = [j for j in self.model.dms if j != dm]
        return self._reachable(opponents, s, self.model.moves_from)

    def _others_credibly(self, dm: str, s: int) -> set[int]:
        opponents = [j for j in self.model.dms if j != dm]
        return self._reachable(opponents, s, self.sanctioning_moves)

    def stable(self, kind: str, dm: str) -> list[int]:
        decide = {"nash": self.nash, "gmr": self.gmr, "smr": self.smr, "seq": self.seq}[kind]
        return [s for s in self.model.states if decide(dm, s)]


class Unknown(Definition):
    """Some pairs of states are unknown to compare; extension is "a", "b", "c" or "d"."""

    def __init__(
        self, model: LiteralModel, unknown: Mapping[str, set[frozenset[int]]], extension: str
    ) -> None:
        super().__init__(model)
        self.unknown = unknown
        self.extension = extension

    def is_unknown(self, dm: str, q: int, s: int) -> bool:
        return frozenset({q, s}) in self.unknown.get(dm, set())

    def is_better(self, dm: str, q: int, s: int) -> bool:
        return not self.is_unknown(dm, q, s) and self.model.better(dm, q, s)

    def at_least_as_good(self, dm: str, s: int, q: int) -> bool:
        return not self.is_unknown(dm, q, s) and not self.model.better(dm, q, s)

    def leaves_to(self, dm: str, s: int) -> set[int]:
        improvements = {q for q in self.model.moves_from(dm, s) if self.is_better(dm, q, s)}
        uncertain = {q for q in self.model.moves_from(dm, s) if self.is_unknown(dm, q, s)}
        return improvements | uncertain if self.extension in ("a", "c") else improvements

    def sanctioning_moves(self, dm: str, s: int) -> set[int]:
        return {
            q
            for q in self.model.moves_from(dm, s)
            if self.is_better(dm, q, s) or self.is_unknown(dm, q, s)
        }

    def deters(self, dm: str, s: int, q: int) -> bool:
        if self.extension in ("c", "d") and self.is_unknown(dm, q, s):
            return True
        return self.at_least_as_good(dm, s, q)


class General(Definition):
    """Three degrees of preference, where a sanction is any state that is not better."""

    def __init__(self, model: LiteralModel, greatly: Mapping[str, Pairs]) -> None:
        super().__init__(model)
        self.greatly = greatly

    def greatly_better(self, dm: str, q: int, s: int) -> bool:
        return (q, s) in self.greatly.get(dm, set())

    def mildly_better(self, dm: str, q: int, s: int) -> bool:
        return self.model.better(dm, q, s) and not self.greatly_better(dm, q, s)

    def leaves_to(self, dm: str, s: int) -> set[int]:
        return {
            q
            for q in self.model.moves_from(dm, s)
            if self.mildly_better(dm, q, s) or self.greatly_better(dm, q, s)
        }

    sanctioning_moves = leaves_to

    def deters(self, dm: str, s: int, q: int) -> bool:
        return not (self.mildly_better(dm, q, s) or self.greatly_better(dm, q, s))


class Strong(General):
    """Three degrees of preference, where a sanction is a state much worse."""

    def deters(self, dm: str, s: int, q: int) -> bool:
        return self.greatly_better(dm, s, q)


class Hybrid(Unknown):
    """Both at once (Xu, Hipel, Kilgour and Chen 2010): a sanction is much worse, or feared so."""

    def __init__(
        self,
        model: LiteralModel,
        unknown: Mapping[str, set[frozenset[int]]],
        greatly: Mapping[str, Pairs],
        extension: str,
    ) -> None:
        super().__init__(model, unknown, extension)
        self.greatly = greatly

    def deters(self, dm: str, s: int, q: int) -> bool:
        if self.is_unknown(dm, q, s):
            return self.extension in ("c", "d")
        return (s, q) in self.greatly.get(dm, set())


class Weak:
    """Generally stable but not strongly."""

    def __init__(self, general: General, strong: Strong) -> None:
        self.general, self.strong = general, strong

    def stable(self, kind: str, dm: str) -> list[int]:
        strongly = self.strong.stable(kind, dm)
        return [s for s in self.general.stable(kind, dm) if s not in strongly]


class Fuzzy(Definition):
    """degrees[dm][q, s] is how far q is preferred to s; the two of a pair sum to 1."""

    def __init__(
        self,
        model: LiteralModel,
        degrees: Mapping[str, Table],
        satisfied_at: Mapping[str, Fraction],
    ) -> None:
        super().__init__(model)
        self.degrees, self.satisfied_at = degrees, satisfied_at

    def certainty(self, dm: str, q: int, s: int) -> Fraction:
        if q == s:
            return Fraction(0)
        return self.degrees[dm][q, s] - self.degrees[dm][s, q]

    def leaves_to(self, dm: str, s: int) -> set[int]:
        return {
            q
            for q in self.model.moves_from(dm, s)
            if self.certainty(dm, q, s) >= self.satisfied_at[dm]
        }

    sanctioning_moves = leaves_to

    def deters(self, dm: str, s: int, q: int) -> bool:
        return self.certainty(dm, q, s) < self.satisfied_at[dm]


class Probabilistic(Definition):
    """chances[dm][q, s] is how probably dm prefers q to s."""

    def __init__(
        self,
        model: LiteralModel,
        chances: Mapping[str, Table],
        alpha: Mapping[str, Fraction],
        beta: Mapping[str, Fraction],
        gamma: Mapping[str, Fraction],
    ) -> None:
        super().__init__(model)
        self.chances = chances
        self.alpha, self.beta, self.gamma = alpha, beta, gamma

    def chance(self, dm: str, q: int, s: int) -> Fraction:
        return Fraction(0) if q == s else self.chances[dm][q, s]

    def leaves_to(self, dm: str, s: int) -> set[int]:
        return {
            q for q in self.model.moves_from(dm, s) if self.chance(dm, q, s) > 1 - self.alpha[dm]
        }

    def sanctioning_moves(self, dm: str, s: int) -> set[int]:
        return {q for q in self.model.moves_from(dm, s) if self.chance(dm, q, s) > self.gamma[dm]}

    def deters(self, dm: str, s: int, q: int) -> bool:
        return self.chance(dm, q, s) <= 1 - self.beta[dm]


class Attitudes(Definition):
    """attitudes[i][j] is "+", "0" or "-": how i is disposed toward j."""

    def __init__(self, model: LiteralModel, attitudes: Mapping[str, Mapping[str, str]]) -> None:
        super().__init__(model)
        self.attitudes = attitudes

    def welcome(self, dm: str, x: int, s: int) -> bool:
        """x TRP(e)_dm s: x answers every attitude of dm."""
        for other in self.model.dms:
            attitude = self.attitudes[dm][other]
            weakly_better_for_other = not self.model.better(other, s, x)
            if attitude == "+" and not weakly_better_for_other:
                return False
            if attitude == "-" and weakly_better_for_other:
                return False
        return True

    def leaves_to(self, dm: str, s: int) -> set[int]:
        return {x for x in self.model.moves_from(dm, s) if self.welcome(dm, x, s)}

    sanctioning_moves = leaves_to

    def deters(self, dm: str, s: int, q: int) -> bool:
        return not self.welcome(dm, q, s)


def mixed(model: LiteralModel, concepts: Mapping[str, str]) -> list[int]:
    """States that each decision maker finds stable under its own concept."""
    engine = LiteralEngine(model)
    return [
        s for s in model.states if all(engine.is_stable(dm, s, concepts[dm]) for dm in model.dms)
    ]
