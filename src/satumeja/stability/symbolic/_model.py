"""A model in option form as sets: feasible states, moves, preferences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from math import lcm

from satumeja.errors import LimitError, ModelError
from satumeja.model import (
    Adjusted,
    AtLeast,
    Binary,
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
from satumeja.stability.symbolic._order import order
from satumeja.stability.symbolic._scale import Scale, telling_anywhere, telling_within
from satumeja.stability.symbolic._space import Node, Space

__all__ = ["SymbolicModel", "options_of", "require_conditions", "supports_of", "variables_of"]

_WIDE = 16
"""Of a condition over more options than this it is looked at which of them belong together."""
_SMALL = 4
"""Parts of it over so many options at most do."""


class SymbolicModel:
    """A model in option form, as sets of states.

    Parameters
    ----------
    model : Model
        In option form, preferences by statements or weights.
    space : Space
        Where the sets live; it has the variables of `variables_of`, in any order.
    alike : SymbolicModel, optional
        The same model in another space: what was found out of it there is true here.

    Notes
    -----
    A preference is a list of *bits*, each a set of states, most important first; a
    state is preferred where its bits, read as a number, are greater. Each decision
    maker also has as many *marks*: variables that stand for the bits of some other
    state. A `Scale` relates a state to the marks it is preferred to, and a feasible
    state to its own. So a move never needs a second copy of the options, and
    one set can hold the answers for every level of preference at once.

    Raises
    ------
    ModelError
        If no state is feasible: when its states are first asked for.
    """

    def __init__(self, model: Model, space: Space, alike: SymbolicModel | None = None) -> None:
        self.model, self.space, self._alike = model, space, alike
        self.options = [f"option{k}" for k in range(len(model.options))]
        self._all_marks = [_marks(i, dm) for i, dm in enumerate(model.decision_makers)]
        self.free: list[list[str]] = []
        self.one_way: list[dict[str, bool]] = []
        names = iter(self.options)
        for dm in model.decision_makers:
            ways = [(next(names), option.direction) for option in dm.options]
            self.free.append([name for name, way in ways if way == "both"])
            self.one_way.append({name: way == "forward" for name, way in ways if way != "both"})

    @property
    def laid_out(self) -> bool:
        """Whether the feasible states are known."""
        return "feasible" in vars(self)

    @cached_property
    def feasible(self) -> Node:
        """The feasible states; they may be given, where they were found elsewhere."""
        space = self.space
        with space.limited():
            feasible = space.all
            for rule in self.model.infeasible:
                feasible &= ~self.where(rule.condition)
                space.check()
            if feasible == space.none:
                raise ModelError("no state is feasible: the conditions rule each other out")
        return feasible

    # Preferences are laid out when first asked for: whoever asks of states alone, or was told
    # elsewhere which are stable, does not need them, and of many statements they take long.
    @cached_property
    def _orders(self) -> list[dict[str, Node]]:
        makers = zip(self.model.decision_makers, self._all_marks, strict=True)
        return [dict(zip(own, self._bits(dm), strict=True)) for dm, own in makers]

    @cached_property
    def scales(self) -> list[Scale]:
        """By decision maker how any two states compare."""
        return [self._scale(*pair) for pair in zip(self._orders, self.marks, strict=True)]

    @cached_property
    def own_scales(self) -> list[Scale]:
        """By decision maker how states compare between which it can move.

        Notes
        -----
        The states it compares then differ in its own options alone, so what it wants of
        the others' is not looked at, and has no marks.
        """
        return [self._scale(*pair) for pair in zip(self._orders, self.own_marks, strict=True)]

    def _scale(self, order: Mapping[str, Node], marks: Sequence[str]) -> Scale:
        return Scale(self.space, self.feasible, {mark: order[mark] for mark in marks})

    @cached_property
    def marks(self) -> list[list[str]]:
        """By decision maker the marks of any two states compared."""
        if self._alike:
            return self._alike.marks
        return [telling_anywhere(self.space, self.feasible, order) for order in self._orders]

    @cached_property
    def own_marks(self) -> list[list[str]]:
        """By decision maker the marks of states compared between which it can move."""
        if self._alike:
            return self._alike.own_marks
        orders = [scale.by_mark for scale in self.scales]
        return [
            telling_within(self.space, self.feasible, order, [*free, *one_way])
            for order, free, one_way in zip(orders, self.free, self.one_way, strict=True)
        ]

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
        scale = self.own_scales[dm]
        preferred = self.moves_into(dm, target, scale.above)
        return self.space.exists(scale.marks, preferred, scale.level)

    def improves_from_level(self, dm: int, target: Node) -> Node:
        """Return the states from which `dm` has an improvement in `target` at their level.

        Parameters
        ----------
        dm : int
            Who moves.
        target : Node
            Of pairs of a state and the marks of another that `dm` begins from.
        """
        scale = self.scales[dm]
        preferred = self.moves_into(dm, target, scale.above)
        return self.space.exists(scale.marks, preferred, scale.level)

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
        scale = self.scales[dm]
        return {mark: self.contains(bit, code) for mark, bit in scale.by_mark.items()}


def require_conditions(model: Model) -> None:
    """Raise `LimitError` where a model is not one of conditions on options alone."""
    for dm in model.decision_makers:
        _require_conditions(model, dm)


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


def supports_of(model: Model) -> list[dict[str, list[str]]]:
    """Return by decision maker the options that the bit of each mark looks at."""
    return [
        dict(zip(_marks(i, dm), _supports(dm), strict=True))
        for i, dm in enumerate(model.decision_makers)
    ]


def _supports(dm: DecisionMaker) -> list[list[str]]:
    match dm.preference:
        case Prioritisation(statements):
            masks = [mask_of(statement.condition) for statement in statements]
            return [[f"option{k}" for k in _places(mask)] for mask in masks]
        case Weighting(weights):
            return [[f"option{k}" for k in weights]] * _width(_whole(weights))
    return []


def variables_of(model: Model) -> list[str]:
    """Name the variables, ordered by the rules and statements they meet in."""
    options, groups = _ruled(model)
    supports = supports_of(model)
    for dm, own in zip(model.decision_makers, supports, strict=True):
        groups.append(list(own))
        if isinstance(dm.preference, Prioritisation):
            groups += [[*about, mark] for mark, about in own.items()]
        elif own:  # weights: every bit of their sum looks at the same options
            groups.append(next(iter(own.values())))
    return order([mark for own in supports for mark in own] + options, groups)


def options_of(model: Model) -> list[str]:
    """Name the options, ordered as `variables_of` does, but as if there were no others."""
    options, groups = _ruled(model)
    return order(options, groups + [about for own in supports_of(model) for about in own.values()])


def _ruled(model: Model) -> tuple[list[str], list[list[str]]]:
    options = [f"option{k}" for k in range(len(model.options))]
    masks = [mask_of(rule.condition) for rule in model.infeasible]
    return options, [[options[k] for k in _places(mask)] for mask in [*masks, *_within(model)]]


def _within(model: Model) -> list[int]:
    """Give what small parts of very wide conditions speak of, each once.

    Of many options that one condition ties together it says nothing which of them belong side
    by side: pairs that stand far apart would take as many nodes as they have combinations.
    """
    waiting = [rule.condition for rule in model.infeasible]
    for dm in model.decision_makers:
        if isinstance(dm.preference, Prioritisation):
            waiting += [statement.condition for statement in dm.preference.statements]
    waiting = [part for part in waiting if mask_of(part).bit_count() > _WIDE]
    masks, seen = dict[int, None](), set[int]()
    while waiting:
        part = waiting.pop()
        if id(part) in seen:
            continue
        seen.add(id(part))
        mask = mask_of(part)
        if mask.bit_count() <= _SMALL:
            masks[mask] = None
        elif isinstance(part, Not):
            waiting.append(part.part)
        elif isinstance(part, Binary):
            waiting += [part.left, part.right]
    return [mask for mask in masks if mask.bit_count() > 1]
