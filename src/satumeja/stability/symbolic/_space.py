"""Sets of states as binary decision diagrams, within limits that are kept."""

from __future__ import annotations

import importlib
import time
import traceback
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from satumeja.display import Shown
from satumeja.stability._budget import Budget, Reason, SpentError

__all__ = ["BACKENDS", "Limits", "Node", "Space", "taking_at_most", "usual_limits"]

Node = Any
"""A set, as a function of either library; joined by ``&``, ``|`` and ``~``."""

_CACHE = 1 << 14  # slots to begin with; CUDD adds to them as they are hit
_GROWTH = 1.05  # sifting gives a variable up sooner than at CUDD's 1.2: twice to six times faster
BACKENDS = ("dd.cudd", "dd.autoref")


@dataclass(frozen=True, repr=False)
class Limits(Shown):
    """What a symbolic analysis may take before it gives up with a `LimitError`.

    Parameters
    ----------
    memory : int
        Bytes for diagrams (CUDD keeps it within every operation).
    nodes : int
        Diagram nodes alive between two operations.
    seconds : float, optional
        Wall time for one question, looked at between two operations.

    See Also
    --------
    analyse_symbolically : Takes them.
    """

    memory: int = 4 << 30
    nodes: int = 30_000_000
    seconds: float | None = None


_USUAL = ContextVar[Limits | None]("limits", default=None)


def usual_limits() -> Limits:
    """Return what an analysis may take that states no limits of its own."""
    return _USUAL.get() or Limits()


@contextmanager
def taking_at_most(limits: Limits) -> Iterator[None]:
    """Have symbolic analyses that begin in this block keep within limits.

    Parameters
    ----------
    limits : Limits
        What each may take that states none of its own.

    Returns
    -------
    context manager
        Within which it is so.

    See Also
    --------
    analyse_symbolically : Takes limits for one analysis.

    Notes
    -----
    For what is decided deep within other questions, while somebody waits. Of this thread alone.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> from satumeja.stability import analyse_symbolically
    >>> with taking_at_most(Limits(seconds=60)):
    ...     analyse_symbolically(load("december-2021-b")).equilibria("nash").count > 0
    True
    """
    token = _USUAL.set(limits)
    try:
        yield
    finally:
        _USUAL.reset(token)


class Space:
    """The sets over some named variables, and the operations on them.

    CUDD does the work where the installed ``dd`` brings it, pure Python elsewhere.
    Every use of a set belongs inside ``with space.limited():``.

    Parameters
    ----------
    names : sequence of str
        The variables, in the order the diagrams begin with.
    limits : Limits
        What may be taken.
    backend : str, optional
        One of `BACKENDS`; the first that is there by default.
    reordering : bool
        Whether the order of the variables may change (CUDD only: in pure Python
        sifting costs more than it saves).
    budget : Budget, optional
        What all questions together may take; nothing limits them by default.
    """

    def __init__(
        self,
        names: Sequence[str],
        limits: Limits,
        backend: str | None = None,
        *,
        reordering: bool = True,
        budget: Budget | None = None,
    ) -> None:
        self.limits, self._started = limits, time.monotonic()
        self.budget = budget or Budget()
        self._answering = False
        self._module = _library(backend)
        self.backend: str = self._module.__name__
        if self.backend == "dd.cudd":
            self.bdd = self._module.BDD(initial_cache_size=_CACHE)
            self.bdd.configure(reordering=reordering, max_memory=limits.memory, max_growth=_GROWTH)
        else:
            self.bdd = self._module.BDD()
        self.bdd.declare(*names)
        self.names = tuple(names)
        self.all: Node = self.bdd.true
        self.none: Node = self.bdd.false

    @contextmanager
    def limited(self) -> Iterator[None]:
        """Turn what a library says when it gives up into a `SpentError`.

        Frames that hold sets are cleared: a set must not outlive its library's manager.
        """
        if self._answering:  # the outermost question has the clock, and says what went wrong
            yield
            return
        trouble, self._answering, self._started = "", True, time.monotonic()
        try:
            self.check()
            yield
        except (ValueError, RuntimeError, MemoryError) as error:
            trouble = _given_up(error)
            if not trouble:
                raise
            traceback.clear_frames(error.__traceback__)
        finally:
            self._answering = False
        # Not within the handler, or the library's error and its frames would be kept as the
        # context of this one.
        if trouble:
            raise self._limit(trouble, "memory")

    def check(self) -> None:
        """Raise `SpentError` if time is up, memory is spent or too many nodes are alive."""
        self.budget.check()
        taken = time.monotonic() - self._started
        if self.limits.seconds is not None and taken > self.limits.seconds:
            raise self._limit(f"it takes longer than {self.limits.seconds:g} s", "time")
        if len(self.bdd) > self.limits.nodes:
            raise self._limit(f"its diagrams have more than {self.limits.nodes:,} nodes", "memory")

    def _limit(self, trouble: str, reason: Reason) -> SpentError:
        return SpentError(
            f"the model is too hard for the symbolic engine within its limits: {trouble}; "
            "nothing was decided. Fewer or simpler statements, or the explicit engine where "
            "the states can be listed, may do",
            reason,
        )

    def variable(self, name: str) -> Node:
        """Return where a variable is true."""
        return self.bdd.var(name)

    def if_else(self, condition: Node, then: Node, otherwise: Node) -> Node:
        """Return `then` where the condition holds and `otherwise` elsewhere."""
        self.check()
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

    def fixed(self, names: Sequence[str]) -> Space:
        """Return another space of the same library, in which the order is as given."""
        return Space(names, self.limits, self.backend, reordering=False)

    def copied(self, members: Node, other: Space) -> Node:
        """Return the same set in another space, of the same library."""
        return self.bdd.copy(members, other.bdd)

    def count(self, members: Node, variables: int) -> int:
        """Count the members of a set over `variables` variables, exactly.

        Notes
        -----
        One pass over its nodes with whole numbers: libraries count in floating point.
        """
        # Over all variables at every node, so that those a branch skips count by themselves.
        full = 1 << len(self.names)
        counts = {int(self.all): full, int(self.none): 0}
        for key, low, high in self.rising(members):
            counts[key] = (counts[low] + counts[high]) >> 1
        return counts[int(members)] >> (len(self.names) - variables)

    def rising(self, members: Node) -> Iterator[tuple[int, int, int]]:
        """Give each node of a set with its two successors, successors before it."""
        # On a stack: with a thousand options a diagram is deeper than Python may recurse.
        passed, stack = {int(self.all), int(self.none)}, [members]
        while stack:
            node = stack[-1]
            if int(node) in passed:
                stack.pop()
                continue
            low, high = self.successors(node)
            waiting = [child for child in (low, high) if int(child) not in passed]
            stack += waiting
            if not waiting:
                passed.add(int(node))
                yield int(node), int(low), int(high)

    def successors(self, node: Node) -> tuple[Node, Node]:
        """Return a node's sets where its variable is false, and where it is true."""
        # A negated edge is the complement of its node: both libraries keep one node for a set
        # and its complement.
        low, high = node.low, node.high
        return (~low, ~high) if node.negated else (low, high)


def _library(backend: str | None) -> Any:
    if backend is not None and backend not in BACKENDS:
        raise ValueError(f"unknown library {backend!r}; known are {BACKENDS}")
    for name in (backend,) if backend else BACKENDS[:-1]:
        try:
            return importlib.import_module(name)
        except ImportError:
            if backend:
                raise
    return importlib.import_module(BACKENDS[-1])


def _given_up(error: Exception) -> str:
    """Say why a library gave up, or nothing where the error is another one.

    CUDD answers with a null pointer when it may take no more memory, which ``dd``
    reports as a ValueError or RuntimeError about it.
    """
    signs = ("NULL", "out of memory", "cofactor failed")
    if isinstance(error, MemoryError) or any(sign in str(error) for sign in signs):
        return "its diagrams do not fit the memory allowed"
    if isinstance(error, RecursionError):
        return "its diagrams are too deep for the pure-Python library"
    return ""
