"""How states compare for a decision maker, as sets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from satumeja.stability.symbolic._space import Node, Space

__all__ = ["Scale", "telling_anywhere", "telling_within"]

_FEW = 64


class Scale:
    """How states compare for a decision maker.

    Parameters
    ----------
    space : Space
        Where the sets live.
    feasible : Node
        The feasible states.
    bits : mapping of str to Node
        By mark, most important first, a set of states: of two states the one is preferred
        that is in the first of these sets that has one of them alone. A *mark* is a
        variable that stands for the bit of some other state.
    """

    def __init__(self, space: Space, feasible: Node, bits: Mapping[str, Node]) -> None:
        self.space, self.feasible = space, feasible
        self.by_mark = dict(bits)

    @property
    def marks(self) -> list[str]:
        """The marks, most important first."""
        return list(self.by_mark)

    @property
    def bits(self) -> list[Node]:
        """The sets states are compared by, most important first."""
        return list(self.by_mark.values())

    @cached_property
    def above(self) -> Node:
        """Each combination of options with the marks it is preferred to."""
        # From the least important bit up: a more important one decides over all below it.
        above = self.space.none
        for mark, bit in reversed(self.by_mark.items()):
            above = self.space.if_else(self.space.variable(mark), bit & above, bit | above)
        return above

    @cached_property
    def level(self) -> Node:
        """Each feasible state with its own marks."""
        level = self.feasible
        for mark, bit in reversed(self.by_mark.items()):
            value = self.space.variable(mark)
            level &= self.space.if_else(bit, value, ~value)
        return level


def telling_anywhere(space: Space, feasible: Node, bits: Mapping[str, Node]) -> list[str]:
    """Return the marks of the bits that decide between some two feasible states."""

    def decides(bit: Node, classes: Iterable[Node]) -> bool:
        return any(states & bit != space.none != states & ~bit for states in classes)

    return _telling(space, feasible, bits, decides)


def telling_within(
    space: Space, feasible: Node, bits: Mapping[str, Node], own: Iterable[str]
) -> list[str]:
    """Return the marks of the bits that decide between states that differ in `own` alone.

    Notes
    -----
    Only such states are compared by whoever moves: what it wants of the options of others is
    as it was after its move. So about half the statements of four decision makers drop out.
    """
    own = list(own)

    def decides(bit: Node, classes: Iterable[Node]) -> bool:
        return any(
            space.exists(own, states, bit) & space.exists(own, states, ~bit) != space.none
            for states in classes
        )

    return _telling(space, feasible, bits, decides)


def _telling(
    space: Space,
    feasible: Node,
    bits: Mapping[str, Node],
    decides: Callable[[Node, Iterable[Node]], bool],
) -> list[str]:
    """Leave out bits that never decide: settled by those before them.

    Classes of equal bits are kept apart while they are few; then the last of them stand for
    finer ones, and a bit may be kept that tells nothing.
    """
    telling, classes = list[str](), [feasible]
    for mark, bit in bits.items():
        if not decides(bit, classes):
            continue
        telling.append(mark)
        if len(classes) <= _FEW:
            halves = [half for states in classes for half in (states & bit, states & ~bit)]
            classes = [half for half in halves if half != space.none]
    return telling
