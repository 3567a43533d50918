"""The fewest preferences to give up for a state to be an equilibrium: a complete search."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from satumeja.errors import LimitError
from satumeja.model import Ranks
from satumeja.questions.inverse._nearest_order import APART, Blocks, Wanted
from satumeja.stability import Concept
from satumeja.stability.further import Leads, bits, join, row_of

__all__ = ["Fewest", "fewest"]

_WORK = 200_000
"""So many states, over all orders tried, are looked at before the search is given up; and twice
as many places of blocks in an order."""

_CUTS = 4
"""Of so many improvements that nothing answers, the one with the fewest ways to mend is taken."""

Rows = Sequence[int]
Node = tuple[Wanted, ...]
"""What is wanted of each decision maker's order."""

Step = tuple[int, int, Wanted]
"""What it costs at least, whose order, and what more is wanted of it."""


@dataclass(frozen=True)
class Fewest:
    """What the search found.

    Parameters
    ----------
    changes : int or None
        The fewest preferences to give up; None where none below the bound were found.
    at_least : int
        No fewer will do. The bound itself where nothing below it will.
    ranks : tuple of array
        New ranks of everybody, where there are any.
    wanted : tuple of frozenset of (int, int)
        By decision maker, pairs of states (0-based) of which the first must come above
        the second, and did not before; the others of the new ranks follow.
    """

    changes: int | None
    at_least: int
    ranks: tuple[Ranks, ...] = ()
    wanted: tuple[frozenset[tuple[int, int]], ...] = ()


def fewest(
    leads: Leads,
    state: int,
    concepts: Sequence[Concept],
    free: Sequence[int],
    least: Sequence[int],
    bound: int,
) -> Fewest:
    """Find the fewest preferences to give up for a state to be an equilibrium.

    Parameters
    ----------
    leads : Leads
        The moves, and what everybody prefers.
    state : int
        The wished-for state, 0-based.
    concepts : sequence of Concept
        By decision maker, under which it is to be stable.
    free : sequence of int
        The places of those whose preferences may change.
    least : sequence of int
        By decision maker, how many each has to give up at any rate.
    bound : int
        Look for fewer than this.

    Notes
    -----
    Best first, over what is wanted of the orders. The orders nearest to the present ones
    in which it is so are made, and tried. If the state is unstable for somebody in them,
    then an improvement q is answered by nothing the others bring about. Any orders that
    make the state stable must therefore do one of these: put the state above q; put it
    above one of the states the others reach from q (and, where there are counter-moves,
    above all that these lead to); or make an improvement of a move that leads out of what
    they reach. Each of these is wanted in turn. What is wanted never costs less than the
    nearest orders do, so the first orders that are enough are the best.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> from satumeja.stability import CONCEPTS
    >>> leads = Leads(load("stag-hunt"))
    >>> fewest(leads, 2, [CONCEPTS["seq"]] * 2, (0, 1), (0, 0), 100).changes
    2
    """
    return _Search(leads, state, concepts, free, least, bound).best()


class _Search:
    def __init__(
        self,
        leads: Leads,
        state: int,
        concepts: Sequence[Concept],
        free: Sequence[int],
        least: Sequence[int],
        bound: int,
    ) -> None:
        self.leads, self.state, self.concepts = leads, state, concepts
        self.credible = any(concept.credible for concept in concepts)
        self.free, self.least, self.bound = free, least, bound
        self.makers = range(len(leads.ranks))
        self.blocks = [Blocks(ranks, state) for ranks in leads.ranks]
        self._looked_at = 0
        self._made = dict[tuple[int, Wanted], tuple[int, Rows]]()

    def best(self) -> Fewest:
        """Search best first."""
        start, tick = tuple(Wanted() for _ in self.makers), count()
        heap: list[tuple[int, int, int, Node, list[Step] | None, int]] = []
        seen = set[Node]()

        def push(cost: int, node: Node, steps: list[Step] | None = None, k: int = 0) -> None:
            if cost < self.bound:
                # Among nodes that cost the same the one that wants most comes first: it is
                # nearest to an answer. The tick keeps the heap from comparing nodes.
                depth = sum(map(len, node))
                heapq.heappush(heap, (cost, -depth, next(tick), node, steps, k))

        push(self.cost(start) or 0, start)
        while heap:
            cost, _, _, node, steps, k = heapq.heappop(heap)
            if self.work() > _WORK:
                return Fewest(None, cost)
            try:
                if steps is None:
                    self._looked_at += self.leads.size
                    steps = self.steps(node)
                    if steps is None:
                        return self.found(node, cost)
                elif child := self.child(node, steps[k - 1], seen):
                    push(max(cost, self.cost(child) or 0), child)
            except LimitError:
                return Fewest(None, cost)
            if k < len(steps):
                # The children of a node wait in it, cheapest first: a heap of all of them
                # would be many times as large, and most are never looked at.
                push(max(cost, steps[k][0]), node, steps, k + 1)
        return Fewest(None, self.bound)

    def work(self) -> int:
        """Count the work done so far."""
        return self._looked_at + sum(blocks.tried for blocks in self.blocks) // 2

    def child(self, node: Node, step: Step, seen: set[Node]) -> Node | None:
        """Want more; None where that is known already, or cannot be."""
        _, maker, more = step
        child = (*node[:maker], node[maker] | more, *node[maker + 1 :])
        if child in seen or self.cost(child) is None:
            return None
        seen.add(child)
        return child

    def cost(self, node: Node) -> int | None:
        """Count what orders cost at least in which all that is wanted is so."""
        total = 0
        for blocks, wanted, least in zip(self.blocks, node, self.least, strict=True):
            placed = blocks.nearest(wanted)
            if placed is None:
                return None
            total += max(placed.changes, least)
        return total

    def found(self, node: Node, cost: int) -> Fewest:
        ranks = [blocks.ranks(wanted) for blocks, wanted in zip(self.blocks, node, strict=True)]
        pairs = []
        for blocks, wanted in zip(self.blocks, node, strict=True):
            first = {blocks.block(s): s for s in reversed(range(self.leads.size))}
            pairs.append(
                frozenset(
                    (first[a], first[b])
                    for a, b in wanted
                    if blocks.level(a) > blocks.level(b)
                )
            )  # fmt: skip
        return Fewest(cost, cost, tuple(ranks), tuple(pairs))

    def steps(self, node: Node) -> list[Step] | None:
        """List what more may be wanted, the cheapest first; None where the state holds."""
        made = [self.made(maker, wanted) for maker, wanted in enumerate(node)]
        improvements = [own for _, own in made]
        open_ = list[tuple[int, int, int, dict[int, int]]]()
        for maker in self.makers:
            better = made[maker][0]
            rows = improvements if self.concepts[maker].credible else self.leads.moves
            for target in bits(self.leads.moves[maker][self.state] & better):
                reached = self.reached(maker, target, rows)
                if not self.answered(maker, better, reached):
                    open_.append((join(reached.values()).bit_count(), maker, target, reached))
        if not open_:
            return None
        open_.sort(key=lambda improvement: improvement[:3])
        ways = (
            {*self.raised(maker, target, reached), *self.led(maker, target, reached, improvements)}
            for _, maker, target, reached in open_[:_CUTS]
        )
        # Every improvement that nothing answers must be mended, so any of them may be
        # taken; the one with the fewest ways branches least.
        affordable = ({step for step in steps if step[0] < self.bound} for steps in ways)
        fewest_ways = min(affordable, key=len)
        return sorted(fewest_ways, key=lambda step: (step[0], step[1], sorted(step[2])))

    def made(self, maker: int, wanted: Wanted) -> tuple[int, Rows]:
        """Return the states liked better than the wished-for one, and all improvements."""
        if (maker, wanted) not in self._made:
            if len(self._made) > len(self.makers) * 32:  # rows of big models are large
                self._made.clear()
            ranks = self.blocks[maker].ranks(wanted) if wanted else self.leads.ranks[maker]
            better = row_of(ranks > ranks[self.state])
            rows = self.leads.improving(maker, ranks)
            self._made[maker, wanted] = better, rows
        return self._made[maker, wanted]

    def reached(self, maker: int, target: int, rows: Sequence[Rows]) -> dict[int, int]:
        """Return what the others bring about from a state, by who moves last."""
        others = [mover for mover in self.makers if mover != maker]
        others *= self.concepts[maker].sanctions
        # By who moved last, since nobody moves twice in a row.
        led_to = {mover: rows[mover][target] for mover in others}
        new = dict(led_to)
        while any(new.values()):
            last = max(new, key=lambda mover: new[mover].bit_count())
            front, new[last] = new[last], 0
            for mover in others:
                if mover != last:
                    led = join(rows[mover][state] for state in bits(front)) & ~led_to[mover]
                    led_to[mover] |= led
                    new[mover] |= led
        return led_to

    def answered(self, maker: int, better: int, reached: dict[int, int]) -> bool:
        """Decide whether something the others bring about holds a decision maker back."""
        own, counter = self.leads.moves[maker], self.concepts[maker].counter
        ends = join(reached.values())
        return any(not (counter and own[end] & better) for end in bits(ends & ~better))

    def raised(self, maker: int, target: int, reached: dict[int, int]) -> Iterator[Step]:
        """Put the state above the improvement, or above a state that answers it."""
        if maker not in self.free:
            return
        blocks, own = self.blocks[maker], self.leads.moves[maker]
        ends = join(reached.values())
        for end in (target, *bits(ends & ~(1 << target))):
            countered = own[end] if self.concepts[maker].counter and end != target else 0
            under = (1 << end | countered) & ~(1 << self.state)
            below = {blocks.block(state) for state in bits(under)}
            cost = blocks.past(min(map(blocks.level, below))) if below else 0
            yield cost, maker, frozenset((APART, block) for block in below)

    def led(
        self, maker: int, target: int, reached: dict[int, int], rows: Sequence[Rows]
    ) -> Iterator[Step]:
        """Make an improvement of a move out of what the others of `maker` reach."""
        if not self.concepts[maker].credible:
            return
        for mover, led in reached.items():
            if mover not in self.free:
                continue
            starts, blocks = 1 << target, self.blocks[mover]
            for other, states in reached.items():
                starts |= states if other != mover else 0
            pairs = {
                (blocks.block(end), blocks.block(start))
                for start in bits(starts)
                for end in bits(self.leads.moves[mover][start] & ~led)
                if not rows[mover][start] >> end & 1
            }
            for pair in pairs:
                wanted = frozenset([pair])
                placed = blocks.nearest(wanted) if pair[0] != pair[1] else None
                if placed:
                    yield placed.changes, mover, wanted
