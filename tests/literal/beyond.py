"""What a native model states of preferences beyond a ranking, pair by pair, and edits by hand.

>>> both = {"decision_makers": {
...     "row": {"options": {"a": {}}, "preferences": [{"statement": "a", "unknown": True}]},
...     "col": {"options": {"b": {}}, "preferences": ["b"]}}}
>>> sorted(map(sorted, Stated(both, "row").unknown()))
[[1, 2], [1, 4], [2, 3], [3, 4]]
"""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, permutations
from typing import Any

from literal.conditions import evaluate, parse
from literal.statespace import Native, OptionForm

Pair = tuple[int, int]


class Stated:
    """What the native model states of the preference of one decision maker."""

    def __init__(self, native: Native, dm: str) -> None:
        self.space = OptionForm(native)
        self.content = native["decision_makers"][dm]
        self.scores = self.space.scores(dm)
        self.moved: set[int] = set()
        for edit in self.content.get("adjust", []):
            self._edit(edit)

    def _edit(self, edit: Native) -> None:
        """Give the state a value between those of its neighbours, if both states are feasible."""
        (placing,) = {"above", "below", "level_with"} & edit.keys()
        try:
            state, anchor = (self.space.number(edit[key]) for key in ("state", placing))
        except KeyError:
            return
        order = sorted(set(self.scores.values()))
        places = {s: 2 * order.index(value) for s, value in self.scores.items()}
        places[state] = places[anchor] + {"above": 1, "below": -1, "level_with": 0}[placing]
        self.scores = places
        self.moved.add(state)

    def better(self, a: int, b: int) -> bool:
        return bool(self.scores[a] > self.scores[b])

    def _holds(self, statement: Any, s: int) -> bool:
        vector = self.space.vectors[s - 1]
        text = statement["statement"] if isinstance(statement, dict) else statement
        return evaluate(parse(text), lambda name: vector[self.space.names[name]])

    def _deciding(self, a: int, b: int) -> Any:
        """Give the first statement that tells two states apart, if no edit put either."""
        if {a, b} & self.moved:
            return None
        for level in self.content.get("preferences", []):
            parts = level if isinstance(level, list) else [level]
            if sum(self._holds(p, a) for p in parts) != sum(self._holds(p, b) for p in parts):
                return level
        return None

    def _marked(self, mark: str) -> dict[Pair, Any]:
        """Pairs (a, b) that a statement with a mark is the first to tell apart, true in a."""
        found = {}
        for a, b in permutations(self.space.states, 2):
            statement = self._deciding(a, b)
            if isinstance(statement, dict) and mark in statement and self._holds(statement, a):
                found[a, b] = statement[mark]
        return found

    def _fitting(self, name: Any) -> list[int]:
        if isinstance(name, int):
            return [name]
        letters = name.replace("|", "")
        return [
            s
            for s in self.space.states
            if all(
                c in ("-", "Y" if yes else "N")
                for c, yes in zip(letters, self.space.vectors[s - 1], strict=True)
            )
        ]

    def _compared(self, key: str) -> list[tuple[int, int, Any]]:
        return [
            (a, b, rest[0] if rest else None)
            for first, second, *rest in self.content.get(key, [])
            for a in self._fitting(first)
            for b in self._fitting(second)
        ]

    def unknown(self) -> set[frozenset[int]]:
        marked = {frozenset(pair) for pair, truth in self._marked("unknown").items() if truth}
        return marked | {frozenset((a, b)) for a, b, _ in self._compared("unknown")}

    def much_better(self) -> set[Pair]:
        marked = {pair for pair, truth in self._marked("greatly").items() if truth}
        return marked | {(a, b) for a, b, _ in self._compared("much_better")}

    def table(self, key: str, mark: str) -> dict[Pair, Fraction]:
        """Degrees (or chances) of every pair: by rank, then by statements, then as compared."""
        fuzzy, table = key == "degrees", dict[Pair, Fraction]()
        for a, b in combinations(self.space.states, 2):
            tie = Fraction(1, 2) if fuzzy else Fraction(0)
            ahead, back = self.better(a, b), self.better(b, a)
            table[a, b] = Fraction(ahead) if ahead or back else tie
            table[b, a] = Fraction(back) if ahead or back else tie
        for (a, b), number in self._marked(mark).items():
            table[a, b] = Fraction(str(number))
            table[b, a] = 1 - table[a, b]
        given = set()
        for a, b, number in self._compared(key):
            table[a, b] = Fraction(str(number))
            given.add((a, b))
            if fuzzy or (b, a) not in given:
                table[b, a] = 1 - table[a, b]
        return table
