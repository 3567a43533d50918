"""A model in option form as sets: feasible states, moves, preferences."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property
from math import lcm

from satumeja.errors import LimitError, ModelError
from satumeja.model import (
    Adjusted,
    AtLeast,
    Condition,
    DecisionMaker,
    Is,
    Model,
    Not,
    Prioritisation,
    Ranking,
    Weighting,
)
from satumeja.model.kit import Pattern, mask_of
from satumeja.stability._budget import Budget
from satumeja.stability.symbolic._order import order
from satumeja.stability.symbolic._space import Limits, Node, Space

__all__ = ["SymbolicModel"]

_FEW = 64


class SymbolicModel:
    """A model in option form, as sets of states.

    Parameters
    ----------
    model : Model
        In option form, preferences by statements or weights.
    limits : Limits
        What the diagrams may take.
    backend : str, optional
        The library that makes them.
    budget : Budget, optional
        What all questions together may take.

    Notes
    -----
    A preference is a list of *bits*, each a set of states, most important first; a
    state is preferred where its bits, read as a number, are greater. Each decision
    maker also has as many *marks*: variables that stand for the bits of some other
    state. ``above[i]`` relates a state to the marks it is preferred to, ``level[i]`` a
    feasible state to its own. So a move never needs a second copy of the options, and
    one set can hold the answers for every level of preference at once.

    Raises
    ------
    LimitError
        If the model is in graph form or has a ranking of states.
    ModelError
        If no state is feasible.
    """

    def __init__(
        self,
        model: Model,
        limits: Limits,
        backend: str | None = None,
        budget: Budget | None = None,
    ) -> None:
        for dm in model.decision_makers:
            _require_conditions(model, dm)
        self.model = model
        self.options = [f"option{k}" for k in range(len(model.options))]
        marks = [_marks(i, dm) for i, dm in enumerate(model.decision_makers)]
        names = _arranged(model, self.options, marks)
        self.space = Space(names, limits, backend, budget=budget)
        self._all_marks = marks
        with self.space.limited():
            self._set_up()

    def _set_up(self) -> None:
        space = self.space
        self.free: list[list[str]] = []
        self.one_way: list[dict[str, bool]] = []
        names = iter(self.options)
        for dm in self.model.decision_makers:
            ways = [(next(names), option.direction) for option in dm.options]
            self.free.append([name for name, way in ways if way == "both"])
            self.one_way.append({name: way == "forward" for name, way in ways if way != "both"})
        self.feasible: Node = space.all
        for rule in self.model.infeasible:
            self.feasible &= ~self.where(rule.condition)
        if self.feasible == space.none:
            raise ModelError("no state is feasible: the conditions rule each other out")

    # Preferences are laid out when first asked for: whoever asks of states alone, or was told
    # elsewhere which are stable, does not need them, and of many statements they take long.
    @cached_property
    def _orders(self) -> list[dict[str, Node]]:
        makers = zip(self.model.decision_makers, self._all_marks, strict=True)
        return [self._telling(dict(zip(own, self._bits(dm), strict=True))) for dm, own in makers]

    @cached_property
    def bits(self) -> list[list[Node]]:
        """By decision maker the sets its states are compared by, most important first."""
        return [list(order.values()) for order in self._orders]

    @cached_property
    def marks(self) -> list[list[str]]:
        """By decision maker the variables that stand for the bits of some other state."""
        return [list(order) for order in self._orders]

    @cached_property
    def _relations(self) -> tuple[list[Node], list[Node]]:
        # Both at once: where variables are reordered meanwhile, all that is kept counts.
        makers = range(len(self.bits))
        return [self._above(dm) for dm in makers], [self._level(dm) for dm in makers]

    @property
    def above(self) -> list[Node]:
        """By decision maker each combination of options with the marks it is preferred to."""
        return self._relations[0]

    @property
    def level(self) -> list[Node]:
        """By decision maker each feasible state with its own marks."""
        return self._relations[1]

    def where(self, condition: Condition) -> Node:
        """Return the combinations of options in which a condition holds."""
        space = self.space
        match condition:
            case Is(option):
                return space.variable(self.options[option])
            case Not(part):
                return ~self.where(part)
            case Pattern(mask, value):
                return space.cube({self.options[k]: bool(value >> k & 1) for k in _places(mask)})
            case AtLeast(count, mask):
                return self._at_least(count, mask)
        left, right = self.where(condition.left), self.where(condition.right)
        match condition.operator:
            case "and":
                return left & right
            case "or":
                return left | right
            case "if":
                return left | ~right
        return space.if_else(left, right, ~right)

    def _at_least(self, count: int, mask: int) -> Node:
        space = self.space
        reached = [space.all] + [space.none] * count
        for k in _places(mask):
            taken = space.variable(self.options[k])
            more = [reached[c] | (taken & reached[c - 1]) for c in range(1, count + 1)]
            reached = [space.all, *more]
        return reached[count]

    def _bits(self, dm: DecisionMaker) -> list[Node]:
        match dm.preference:
            case Prioritisation(statements):
                return [self.where(statement.condition) for statement in statements]
            case Weighting(weights):
                return self._sum(_whole(weights))
        return []

    def _sum(self, weights: Mapping[int, int]) -> list[Node]:
        """Add weights up, highest bit first; a negative one counts where not taken instead."""
        space = self.space
        # So all that is added is positive; every sum is greater by the same amount, which
        # leaves their order as it was.
        total = [space.none] * _width(weights)
        for option, weight in weights.items():
            taken = space.variable(self.options[option])
            counts = taken if weight > 0 else ~taken
            carry = space.none
            for place, bit in enumerate(total):
                added = counts if abs(weight) >> place & 1 else space.none
                half = space.if_else(bit, ~added, added)
                total[place] = space.if_else(half, ~carry, carry)
                carry = (bit & added) | (half & carry)
        return total[::-1]

    def _telling(self, bits: Mapping[str, Node]) -> dict[str, Node]:
        """Leave out bits that never decide: settled by those before them.

        Classes of equal bits are kept apart while they are few; then the last of them
        stand for finer ones, and a bit may be kept that tells nothing.
        """
        none, kept = self.space.none, dict[str, Node]()
        classes = [self.feasible]
        for mark, bit in bits.items():
            halves = [half for states in classes for half in (states & bit, states & ~bit)]
            split = [half for half in halves if half != none]
            if len(split) > len(classes):
                kept[mark] = bit
            if len(classes) <= _FEW:
                classes = split
        return kept

    def _above(self, dm: int) -> Node:
        """Relate each combination of options to the marks it is preferred to."""
        # From the least important bit up: a more important one decides over all below it.
        above = self.space.none
        for bit, mark in reversed(list(zip(self.bits[dm], self.marks[dm], strict=True))):
            above = self.space.if_else(self.space.variable(mark), bit & above, bit | above)
        return above

    def _level(self, dm: int) -> Node:
        """Relate each feasible state to its own marks."""
        level = self.feasible
        for bit, mark in reversed(list(zip(self.bits[dm], self.marks[dm], strict=True))):
            value = self.space.variable(mark)
            level &= self.space.if_else(bit, value, ~value)
        return level

    def moves_into(self, dm: int, left: Node, right: Node) -> Node:
        """Return whence `dm` can move into the intersection of two sets, or is in it already.

        Notes
        -----
        Options that change both ways are quantified away. One that only goes forward
        may have been N before it is Y: its Y half is there for N as well.
        """
        sources = self.space.exists(self.free[dm], left, right)
        for name, taken in self.one_way[dm].items():
            sources |= self.space.at({name: taken}, sources)
        return sources

    def improves_into(self, dm: int, target: Node) -> Node:
        """Return the states from which `dm` has an improvement in `target`."""
        preferred = self.moves_into(dm, target, self.above[dm])
        return self.space.exists(self.marks[dm], preferred, self.level[dm])

    def reach(self, dm: int, code: int) -> Node:
        """Return what `dm` can make of one state, feasible or not, itself included."""
        spent = self.one_way[dm]
        # Fixed are the options of others, and the one-way options that are spent already.
        values = {
            name: taken
            for name, taken in self._values(code).items()
            if name not in self.free[dm] and spent.get(name, taken) == taken
        }
        return self.space.cube(values)

    def _values(self, code: int) -> dict[str, bool]:
        return {name: bool(code >> k & 1) for k, name in enumerate(self.options)}

    def state(self, code: int) -> Node:
        """Return the set of one combination of options."""
        return self.space.cube(self._values(code))

    def contains(self, states: Node, code: int) -> bool:
        """Say whether a set of states has the one with decimal `code`."""
        return bool(self.space.at(self._values(code), states) == self.space.all)

    def marks_of(self, dm: int, code: int) -> dict[str, bool]:
        """Return the values of the marks of `dm` at one state."""
        bits = zip(self.marks[dm], self.bits[dm], strict=True)
        return {mark: self.contains(bit, code) for mark, bit in bits}


def _require_conditions(model: Model, dm: DecisionMaker) -> None:
    instead = "the symbolic engine lists no states; use the explicit engine"
    if model.is_graph:
        raise LimitError(f"the model is in graph form, and {instead}")
    if not model.moves_by_options:
        what = "shared options, unseen or coalesced states and moves irreversible between states"
        raise LimitError(f"the model has {what}, or some of these, and {instead}")
    if isinstance(dm.preference, Ranking):
        raise LimitError(f"the preferences of {dm.id} rank listed states, and {instead}")
    if isinstance(dm.preference, Adjusted):
        raise LimitError(f"the preferences of {dm.id} are tuned state by state, and {instead}")


def _whole(weights: Mapping[int, Fraction]) -> dict[int, int]:
    # Only the order of the sums matters, and diagrams add bits of whole numbers.
    unit = lcm(*(weight.denominator for weight in weights.values()))
    return {option: int(weight * unit) for option, weight in weights.items()}


def _width(weights: Mapping[int, int]) -> int:
    return sum(abs(weight) for weight in weights.values()).bit_length()


def _places(mask: int) -> list[int]:
    return [k for k in range(mask.bit_length()) if mask >> k & 1]


def _marks(dm: int, maker: DecisionMaker) -> list[str]:
    match maker.preference:
        case Prioritisation(statements):
            count = len(statements)
        case Weighting(weights):
            count = _width(_whole(weights))
        case _:
            count = 0
    return [f"mark{dm}_{k}" for k in range(count)]


def _arranged(model: Model, options: list[str], marks: list[list[str]]) -> list[str]:
    """Order the variables by the rules and statements they meet in."""
    groups = [[options[k] for k in _places(mask_of(rule.condition))] for rule in model.infeasible]
    for dm, own in zip(model.decision_makers, marks, strict=True):
        groups.append(own)
        if isinstance(dm.preference, Prioritisation):
            for statement, mark in zip(dm.preference.statements, own, strict=True):
                groups.append([options[k] for k in _places(mask_of(statement.condition))] + [mark])
        elif isinstance(dm.preference, Weighting):
            groups.append([options[k] for k in dm.preference.weights])
    return order([mark for own in marks for mark in own] + options, groups)
