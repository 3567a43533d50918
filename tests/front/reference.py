"""What a front page says, straight from definitions with sets; no product code."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from copy import deepcopy
from functools import cached_property
from itertools import combinations

from literal import LiteralEngine
from literal import hold as holding
from literal.conditions import Tree, evaluate
from literal.parts import changes, ends, permitted
from literal.statespace import OptionForm, space_of
from table.reference import Reference

Key = tuple[int | bool, ...]
Groups = set[tuple[tuple[str, ...], int]]


def groups(engine: LiteralEngine, start: int) -> Groups:
    """Give the smallest groups of two or more that all gain by a state they lead to.

    Nobody in one gets there alone by one move.
    """
    made: Groups = set()
    dms = engine.model.dms
    for size in range(2, len(dms) + 1):
        for members in combinations(dms, size):
            for state in engine.reachable(list(members), start, engine.moves):
                gain = all(engine.model.better(dm, state, start) for dm in members)
                alone = any(state in engine.moves(dm, start) for dm in members)
                smaller = any(set(g) <= set(members) and s == state for g, s in made)
                if gain and not alone and not smaller:
                    made.add((members, state))
    return made


class FrontReference(Reference):
    """The definitions of tables, of states that count as one as well."""

    @cached_property
    def space(self) -> OptionForm:
        return space_of(self.native)

    def truth(self, tree: Tree, state: int) -> bool:
        """Say whether a condition holds in a state, by its last member."""
        parts = getattr(self.space, "parts", None)
        number = max(parts[state - 1]) if parts else state
        vector = self.space.vectors[number - 1]
        return evaluate(tree, lambda name: vector[self.space.names[name]])

    def reach(self, members: Sequence[str], how: str, start: int) -> set[int]:
        assert how == "joint"
        space = self.space
        return {
            s for s in space.states if permitted(space, members, *ends(space, members, start, s))
        }

    def eased(self, members: Sequence[str], names: set[str]) -> FrontReference:
        if not names:
            return self
        other = self._eased(self.lines(members), names)
        return FrontReference(deepcopy(other.native), self.start)

    def giving(self, members: Sequence[str], state: int) -> set[str]:
        worse, _ = self.unwilling(members, state)
        return worse | {line.split("#")[0] for line in self.crossed(members, state)}

    def possible(self, members: Sequence[str]) -> dict[int, set[str]]:
        """Give packages that some would have to give for, and nobody merely suffers."""
        asked = {}
        for state in self.packages(members, ""):
            _, better = self.unwilling(members, state)
            giving = self.giving(members, state)
            if better and giving and self.moved(members, state):
                asked[state] = giving
        return asked

    def of_side(self, members: Sequence[str], dm: str) -> tuple[set[str], int] | None:
        """Give the package that a side minds least, and who would have to give for it."""
        asked = {s: who for s, who in self.possible(members).items() if dm in who}
        if not asked:
            return None
        state = min(asked, key=lambda s: self.minds(members, dm, s, asked[s]))
        return asked[state], state

    def minds(self, members: Sequence[str], dm: str, state: int, giving: Collection[str]) -> Key:
        worse, _ = self.unwilling(members, state)
        crossed = self.crossed(members, state)
        asks = (len(crossed), len(worse)) if len(giving) == 1 else (len(worse), len(crossed))
        size = len(changes(*ends(self.space, members, self.start, state)))
        liked = holding.below(self.engine, dm, state)
        return (len(giving), *asks, liked, size, state)


def upset(engine: LiteralEngine, state: int, absent: Collection[str]) -> list[str]:
    return [dm for dm in absent if holding.rung_for(engine, dm, state) == 0]
