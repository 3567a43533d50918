"""Deals, openings and threats straight from their definitions, with sets; no product code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from functools import cached_property
from itertools import chain, combinations
from typing import Any

from literal import CONCEPTS, LiteralEngine, LiteralModel, OptionForm, build
from literal.conditions import Tree, evaluate, parse
from literal.parts import nobody_merely_suffers
from literal.statespace import Native

Pairs = set[tuple[int, str]]


def parts(items: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
    """Give every subset, the smaller ones first."""
    return chain.from_iterable(combinations(items, size) for size in range(len(items) + 1))


class Reference:
    """The definitions, for one native model and one start."""

    def __init__(self, native: Native, start: int) -> None:
        self.native, self.start = native, start
        self.model = build(native)
        self.engine = LiteralEngine(self.model)
        self.is_graph = "states" in native
        self._other: dict[Any, Reference] = {}

    @cached_property
    def space(self) -> OptionForm:
        return OptionForm(self.native)

    def likes(self, dm: str, first: int, second: int) -> int:
        """Give 1, 0 or -1: dm prefers the first, is indifferent, or prefers the second."""
        return self.model.better(dm, first, second) - self.model.better(dm, second, first)

    def place(self, dm: str, state: int) -> int:
        """Count the classes of states dm likes less."""
        scores = self.model.prefers[dm]
        assert isinstance(scores, dict)
        return len({score for score in scores.values() if score < scores[state]})

    # --- deals

    def reach(self, members: Sequence[str], how: str, start: int) -> set[int]:
        if how == "sequence" or self.is_graph:
            moves = self.engine.reachable(list(members), start, self.model.moves_from)
            return moves | {start}
        before, found = self.space.vectors[start - 1], set()
        for state, after in zip(self.space.states, self.space.vectors, strict=True):
            changed = [k for k in range(len(after)) if after[k] != before[k]]
            options = [self.space.options[k] for k in changed]
            if all(o.dm in members for o in options) and all(
                self.space.options[k].may_become(after[k]) for k in changed
            ):
                found.add(state)
        return found

    def deals(self, members: Sequence[str], how: str, *, weak: bool) -> set[int]:
        return {
            s
            for s in self.reach(members, how, self.start)
            if self.agreed([self.likes(dm, s, self.start) for dm in members], weak=weak)
        }

    @staticmethod
    def agreed(likings: Sequence[int], *, weak: bool) -> bool:
        if not weak:
            return all(liking > 0 for liking in likings)
        return all(liking >= 0 for liking in likings) and any(liking > 0 for liking in likings)

    def efficient(self, states: set[int], members: Sequence[str]) -> set[int]:
        def beats(t: int, s: int) -> bool:
            likings = [self.likes(dm, t, s) for dm in members]
            return all(k >= 0 for k in likings) and any(k > 0 for k in likings)

        return {s for s in states if not any(beats(t, s) for t in states)}

    def holds(self, state: int, concept: str) -> bool:
        return all(self.engine.is_stable(dm, state, concept) for dm in self.model.dms)

    def upsets(self, state: int) -> dict[tuple[str, str], set[int]]:
        """Give by decision maker and concept the improvements that nobody sanctions."""
        found = {}
        for dm in self.model.dms:
            for concept in CONCEPTS:
                free = {
                    t
                    for t in self.engine.improvements(dm, state)
                    if concept == "nash" or not self.engine.sanctioned(dm, state, t, concept)
                }
                if free:
                    found[dm, concept] = free
        return found

    # --- what mends a deal

    def commitments(self, state: int, concept: str) -> set[tuple[str, int, bool]]:
        if self.is_graph:
            return set()
        return {
            (option.dm, k, self.space.vectors[state - 1][k])
            for k, option in enumerate(self.space.options)
            if self._committed(k, self.space.vectors[state - 1][k]).holds(state, concept)
        }

    def _committed(self, option: int, value: bool) -> Reference:
        """Take away every move that changes an option from a value."""
        other = Reference(self.native, self.start)
        owner, vectors = self.space.options[option].dm, self.space.vectors
        moves = dict(self.model.moves)
        moves[owner] = {
            s: {
                t
                for t in targets
                if vectors[s - 1][option] != value or vectors[t - 1][option] == value
            }
            for s, targets in moves[owner].items()
        }
        other.model = LiteralModel(self.model.dms, self.model.states, moves, self.model.prefers)
        other.engine = LiteralEngine(other.model)
        return other

    def promoted(self, dm: str, statement: int, to: int) -> Reference:
        if (dm, statement, to) not in self._other:
            native = deepcopy(self.native)
            listed = native["decision_makers"][dm]["preferences"]
            listed.insert(to - 1, listed.pop(statement - 1))
            self._other[dm, statement, to] = Reference(native, self.start)
        return self._other[dm, statement, to]

    def promotions(
        self, state: int, concept: str, members: Sequence[str]
    ) -> set[tuple[str, int, int]]:
        """Give for each threat that is stated the smallest promotion that mends a deal."""
        found = set()
        for dm, statement, _, _ in self.conditionals() if concept in ("seq", "sseq") else ():
            for to in range(statement - 1, 0, -1):
                other = self.promoted(dm, statement, to)
                before = self.likes(dm, state, self.start)
                liked = dm not in members or other.likes(dm, state, self.start) >= before
                if liked and other.holds(state, concept):
                    found.add((dm, statement, to))
                    break
        return found

    # --- red lines

    def truth(self, tree: Tree, state: int) -> bool:
        vector = self.space.vectors[state - 1]
        return evaluate(tree, lambda name: vector[self.space.names[name]])

    def lines(self, members: Sequence[str]) -> dict[str, Tree]:
        return {
            f"{dm}#{k}": parse(condition)
            for dm in self.model.dms
            if dm in members
            for k, condition in enumerate(
                self.native["decision_makers"][dm].get("red_lines", []), start=1
            )
        }

    def crossed(self, members: Sequence[str], state: int) -> set[str]:
        return {name for name, line in self.lines(members).items() if self.truth(line, state)}

    def eased(self, members: Sequence[str], names: set[str]) -> Reference:
        """Leave out the statements that hold exactly where an eased line of theirs does not."""
        if frozenset(names) not in self._other:
            self._other[frozenset(names)] = self._eased(self.lines(members), names)
        return self._other[frozenset(names)]

    def _eased(self, lines: dict[str, Tree], names: set[str]) -> Reference:
        native = deepcopy(self.native)
        for name, line in lines.items():
            holder = native["decision_makers"][name.split("#")[0]]
            if name in names and "preferences" in holder:
                holder["preferences"] = [
                    said
                    for said in holder["preferences"]
                    if any(
                        self.truth(_statement(said), s) == self.truth(line, s)
                        for s in self.space.states
                    )
                ] or ["1 | -1"]
        return Reference(native, self.start)

    def packages(self, members: Sequence[str], wanting: str) -> set[int]:
        reached = self.reach(members, "joint", self.start) - {self.start}
        return {s for s in reached if not wanting or self.truth(parse(wanting), s)}

    def unwilling(self, members: Sequence[str], state: int) -> tuple[set[str], bool]:
        """Give who likes a package less than the start once what it crosses is eased.

        And whether anybody likes it better.
        """
        other = self.eased(members, self.crossed(members, state))
        likings = {dm: other.likes(dm, state, self.start) for dm in members}
        worse = {dm for dm, liking in likings.items() if liking < 0}
        return worse, any(liking > 0 for liking in likings.values())

    def zone(
        self, members: Sequence[str], eased: set[str], less: set[str], wanting: str
    ) -> set[int]:
        found = set()
        for s in self.packages(members, wanting):
            worse, better = self.unwilling(members, s)
            crossed = self.crossed(members, s)
            if better and worse <= less and crossed <= eased and self.moved(members, s):
                found.add(s)
        return found

    def moved(self, members: Sequence[str], state: int) -> bool:
        """Say whether whoever would have to give for a package does not merely suffer it."""
        worse, _ = self.unwilling(members, state)
        giving = worse | {line.split("#")[0] for line in self.crossed(members, state)}
        return not giving or nobody_merely_suffers(
            self.space, self.likes, members, self.start, state, giving
        )

    def minimal(
        self, members: Sequence[str], wanting: str, *, concede: bool
    ) -> dict[frozenset[str], set[int]]:
        """Try every set of red lines (and members who accept less), the smaller first."""
        found: dict[frozenset[str], set[int]] = {}
        for asked in parts([*self.lines(members), *(members if concede else ())]):
            if not any(smaller <= set(asked) for smaller in found):
                eased = {name for name in asked if "#" in name}
                zone = self.zone(members, eased, set(asked) - eased, wanting)
                if zone:
                    found[frozenset(asked)] = zone
        return found

    # --- linkage

    def track(self, members: Sequence[str], start: int) -> set[int]:
        other = Reference(self.native, start)
        return {
            s for s in other.deals(members, "joint", weak=True) if not other.crossed(members, s)
        }

    def separate(self, groups: Sequence[set[str]]) -> set[int]:
        found, front = {self.start}, [self.start]
        while front:
            state = front.pop()
            for group in groups:
                new = self.track(sorted(group), state) - found
                found |= new
                front += new
        return found

    # --- threats

    def conditionals(self) -> list[tuple[str, int, Tree, Tree]]:
        """Read (by, statement, when, then) from preference lists."""
        found = []
        for dm, content in self.native["decision_makers"].items():
            for place, said in enumerate(content.get("preferences", []), start=1):
                tree = _statement(said)
                if tree[0] not in ("if", "iff"):
                    continue
                sides = [(tree[1], tree[2])] + [(tree[2], tree[1])] * (tree[0] == "iff")
                for then, when in sides:
                    if self._owners(then) == {dm} and dm not in self._owners(when):
                        found.append((dm, place, when, then))
        return found  # type: ignore[return-value]

    def _owners(self, tree: Any) -> set[str]:
        if tree[0] == "option":
            return {self.space.options[self.space.names[tree[1]]].dm}
        return set().union(*(self._owners(part) for part in tree[1:]))

    def carried_out(self, by: str, then: Tree, state: int) -> set[int]:
        return {q for q in self.engine.moves(by, state) if self.truth(then, q)}

    def due(self, by: str, when: Tree, then: Tree) -> set[int]:
        return {
            s
            for s in self.space.states
            if self.truth(when, s) and not self.truth(then, s) and self.carried_out(by, then, s)
        }

    def credible_in(self, by: str, when: Tree, then: Tree) -> set[int]:
        return {
            s
            for s in self.due(by, when, then)
            if any(self.likes(by, q, s) > 0 for q in self.carried_out(by, then, s))
        }

    def kind(self, by: str, when: Tree, then: Tree) -> str:
        effects = set()
        for s in self.due(by, when, then):
            ways = self.carried_out(by, then, s)
            best = {q for q in ways if not any(self.likes(by, r, q) > 0 for r in ways)}
            effects |= {self.likes(dm, q, s) for q in best for dm in self._owners(when)}
        names = {(True, True): "mixed", (True, False): "threat", (False, True): "promise"}
        return names.get((-1 in effects, 1 in effects), "idle")

    def triggers(self, by: str, when: Tree, then: Tree) -> Pairs:
        """Give the moves of others from the start that bring the condition about."""
        if self.truth(when, self.start):
            return set()
        return {
            (t, dm)
            for dm in self.model.dms
            if dm != by
            for t in self.engine.moves(dm, self.start)
            if self.truth(when, t) and not self.truth(then, t)
        }

    def sanctions(self, dm: str, by: str, then: Tree, to: int, concept: str) -> bool:
        """Say whether carrying out sanctions the improvement of dm from the start."""
        for q in self.carried_out(by, then, to):
            if concept in ("seq", "sseq") and self.likes(by, q, to) <= 0:
                continue
            counters = set()
            if concept == "smr":
                counters = self.engine.moves(dm, q)
            elif concept == "sseq":
                counters = self.engine.improvements(dm, q)
            if self.likes(dm, q, self.start) <= 0 and not any(
                self.likes(dm, c, self.start) > 0 for c in counters
            ):
                return True
        return False

    def deters(self, by: str, when: Tree, then: Tree) -> bool:
        improving = [
            (t, dm) for t, dm in self.triggers(by, when, then) if self.likes(dm, t, self.start) > 0
        ]
        return bool(improving) and all(
            self.sanctions(dm, by, then, t, "seq") for t, dm in improving
        )

    def induces(self, by: str, when: Tree, then: Tree) -> bool:
        return any(
            self.likes(dm, q, self.start) > 0 and self.likes(by, q, t) > 0
            for t, dm in self.triggers(by, when, then)
            if self.likes(dm, t, self.start) <= 0
            for q in self.carried_out(by, then, t)
        )

    def compels(self, by: str, when: Tree, then: Tree) -> bool:
        if self.start not in self.due(by, when, then):
            return False
        feared = {
            q for q in self.carried_out(by, then, self.start) if self.likes(by, q, self.start) > 0
        }
        return bool(feared) and any(
            all(self.likes(dm, t, q) > 0 for q in feared)
            for dm in self.model.dms
            if dm != by
            for t in self.engine.moves(dm, self.start)
            if not self.truth(when, t)
        )

    def works(self, by: str, when: Tree, then: Tree) -> bool:
        due, kind = self.due(by, when, then), self.kind(by, when, then)
        if not due or due != self.credible_in(by, when, then):
            return False
        threat = self.deters(by, when, then) or self.compels(by, when, then)
        promise = self.induces(by, when, then)
        return (kind in ("threat", "mixed") and threat) or (
            kind in ("promise", "mixed") and promise
        )


def _statement(said: Any) -> Tree:
    return parse(said["statement"] if isinstance(said, dict) else said)
