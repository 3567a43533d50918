"""Sets by the library ``dd``: with CUDD where its wheel brings it, and in pure Python."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any

from satumeja.stability._budget import Budget
from satumeja.stability.symbolic._space import Limits, Node, Space

__all__ = ["DdSpace"]

_CACHE = 1 << 14  # slots to begin with; CUDD adds to them as they are hit
_GROWTH = 1.05  # sifting gives a variable up sooner than at CUDD's 1.2: twice to six times faster


class DdSpace(Space):
    """The sets over some named variables, made by ``dd``.

    Parameters
    ----------
    names, limits, budget
        As of `Space`.
    backend : {"dd.cudd", "dd.autoref"}
        Which of its managers.
    reordering : bool
        Whether the order of the variables may change (CUDD only: in pure Python
        sifting costs more than it saves).

    Raises
    ------
    ImportError
        If the installed ``dd`` does not have it.
    """

    def __init__(
        self,
        names: Sequence[str],
        limits: Limits,
        budget: Budget | None = None,
        *,
        backend: str = "dd.cudd",
        reordering: bool = True,
    ) -> None:
        super().__init__(names, limits, budget)
        self.backend = backend
        self._module = _library(backend)
        if backend == "dd.cudd":
            self.bdd = self._module.BDD(initial_cache_size=_CACHE)
            self.bdd.configure(reordering=reordering, max_memory=limits.memory, max_growth=_GROWTH)
        else:
            self.bdd = self._module.BDD()
            _leave_uncounted(self.bdd)
        self.bdd.declare(*names)
        self.all, self.none = self.bdd.true, self.bdd.false

    def _alive(self) -> int:
        return len(self.bdd)

    def variable(self, name: str) -> Node:
        """Return where a variable is true."""
        return self.bdd.var(name)

    def if_else(self, condition: Node, then: Node, otherwise: Node) -> Node:
        """Return `then` where the condition holds and `otherwise` elsewhere."""
        self.check()
        return self.bdd.ite(condition, then, otherwise)

    def at(self, values: Mapping[str, bool], members: Node) -> Node:
        """Fix some variables of a set."""
        return self.bdd.let(dict(values), members) if values else members

    def exists(self, names: Iterable[str], left: Node, right: Node) -> Node:
        """Return where some values of `names` lie in both sets."""
        self.check()
        names = list(names)
        if self.backend == "dd.cudd":
            # In one operation: the intersection alone may be far larger than what is left.
            return self._module.and_exists(left, right, names)
        return self.bdd.exist(names, left & right)

    def cube(self, values: Mapping[str, bool]) -> Node:
        """Return where the variables have these values."""
        return self.bdd.cube(dict(values))

    def fixed(self, names: Sequence[str]) -> DdSpace:
        """Return another space of the same library, in which the order is as given."""
        return DdSpace(names, self.limits, self.budget, backend=self.backend, reordering=False)

    def key(self, node: Node) -> Hashable:
        """Return what tells a set from all others in a dictionary."""
        return int(node)

    def top(self, node: Node) -> str:
        """Return the variable that a set's diagram looks at first."""
        return str(node.var)

    def successors(self, node: Node) -> tuple[Node, Node]:
        """Return a node's sets where its variable is false, and where it is true."""
        # A negated edge is the complement of its node: both libraries keep one node for a set
        # and its complement.
        low, high = node.low, node.high
        return (~low, ~high) if node.negated else (low, high)


def _leave_uncounted(manager: Any) -> None:
    """Leave out the count of its sets that a manager in pure Python makes at its end.

    dd 0.6.0 takes those that end in the same round of garbage for lost ones, and has Python print
    that as an error; nothing is wrong then, and a person would be told of it.
    """
    kept = manager._bdd
    kept.__class__ = type("BDD", (type(kept),), {"__del__": lambda _: None})


def _library(backend: str) -> Any:
    if backend == "dd.cudd":
        import dd.cudd as library
    else:
        import dd.autoref as library
    return library
