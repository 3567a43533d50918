"""Sets of states as binary decision diagrams, within limits that are kept."""

from __future__ import annotations

import time
import traceback
from abc import ABC, abstractmethod
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from satumeja.display import Shown
from satumeja.stability._budget import Budget, Reason, SpentError

__all__ = ["Limits", "Node", "Space", "taking_at_most", "usual_limits"]

Node = Any
"""A set, as a function of some library; joined by ``&``, ``|`` and ``~``."""


@dataclass(frozen=True, repr=False)
class Limits(Shown):
    """What a symbolic analysis may take before it gives up with a `LimitError`.

    Parameters
    ----------
    memory : int
        Bytes for diagrams (kept within every operation, but not in pure Python).
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


class Space(ABC):
    """The sets over some named variables, and the operations on them.

    What is here does not depend on the library that makes the diagrams; each has a class
    of its own. Every use of a set belongs inside ``with space.limited():``.

    Parameters
    ----------
    names : sequence of str
        The variables, in the order the diagrams begin with.
    limits : Limits
        What may be taken.
    budget : Budget, optional
        What all questions together may take; nothing limits them by default.
    part_of : Space, optional
        Where the question is asked of which a part is answered here: that has the clock.
    """

    backend: str
    """The library."""
    arrangeable = False
    """Whether the order of the variables changes when it is asked to, and only then."""
    all: Node
    none: Node

    def __init__(
        self,
        names: Sequence[str],
        limits: Limits,
        budget: Budget | None = None,
        part_of: Space | None = None,
    ) -> None:
        self.names, self.limits, self._part_of = tuple(names), limits, part_of
        self.budget = budget or Budget()
        self._started = time.monotonic()
        self._answering = False

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
        if self._part_of is not None:
            self._part_of.check()
        self.budget.check()
        taken = time.monotonic() - self._started
        seconds = None if self._part_of else self.limits.seconds
        if seconds is not None and taken > seconds:
            raise self._limit(f"it takes longer than {seconds:g} s", "time")
        if self._alive() > self.limits.nodes:
            raise self._limit(f"its diagrams have more than {self.limits.nodes:,} nodes", "memory")

    def _limit(self, trouble: str, reason: Reason) -> SpentError:
        return SpentError(
            f"the model is too hard for the symbolic engine within its limits: {trouble}; "
            "nothing was decided. Fewer or simpler statements, or the explicit engine where "
            "the states can be listed, may do",
            reason,
        )

    @abstractmethod
    def _alive(self) -> int:
        """Return how many nodes there are; those no set has any more may count."""

    @abstractmethod
    def variable(self, name: str) -> Node:
        """Return where a variable is true."""

    @abstractmethod
    def if_else(self, condition: Node, then: Node, otherwise: Node) -> Node:
        """Return `then` where the condition holds and `otherwise` elsewhere."""

    @abstractmethod
    def at(self, values: Mapping[str, bool], members: Node) -> Node:
        """Fix some variables of a set."""

    @abstractmethod
    def exists(self, names: Iterable[str], left: Node, right: Node) -> Node:
        """Return where some values of `names` lie in both sets."""

    @abstractmethod
    def cube(self, values: Mapping[str, bool]) -> Node:
        """Return where the variables have these values."""

    @abstractmethod
    def fixed(self, names: Sequence[str]) -> Space:
        """Return another space of the same library, in which the order is as given."""

    @abstractmethod
    def key(self, node: Node) -> Hashable:
        """Return what tells a set from all others in a dictionary."""

    @abstractmethod
    def top(self, node: Node) -> str:
        """Return the variable that a set's diagram looks at first."""

    @abstractmethod
    def successors(self, node: Node) -> tuple[Node, Node]:
        """Return a node's sets where its variable is false, and where it is true."""

    def copied(self, members: Node, other: Space) -> Node:
        """Return the same set in another space, of whatever order of the variables.

        Notes
        -----
        One operation for each of its nodes, lowest first.
        """
        sets = {self.key(self.all): other.all, self.key(self.none): other.none}
        for node, low, high in self.rising(members):
            variable = other.variable(self.top(node))
            sets[self.key(node)] = other.if_else(variable, sets[high], sets[low])
        return sets[self.key(members)]

    def count(self, members: Node, variables: int) -> int:
        """Count the members of a set over `variables` variables, exactly.

        Notes
        -----
        One pass over its nodes with whole numbers: libraries may count in floating point.
        """
        # Over all variables at every node, so that those a branch skips count by themselves.
        full = 1 << len(self.names)
        counts = {self.key(self.all): full, self.key(self.none): 0}
        for node, low, high in self.rising(members):
            counts[self.key(node)] = (counts[low] + counts[high]) >> 1
        return counts[self.key(members)] >> (len(self.names) - variables)

    def rising(self, members: Node) -> Iterator[tuple[Node, Hashable, Hashable]]:
        """Give each node of a set with the keys of its successors, successors before it."""
        # On a stack: with a thousand options a diagram is deeper than Python may recurse.
        key = self.key
        passed, stack = {key(self.all), key(self.none)}, [members]
        while stack:
            node = stack[-1]
            if key(node) in passed:
                stack.pop()
                continue
            low, high = self.successors(node)
            waiting = [child for child in (low, high) if key(child) not in passed]
            stack += waiting
            if not waiting:
                passed.add(key(node))
                yield node, key(low), key(high)


def _given_up(error: Exception) -> str:
    """Say why a library gave up, or nothing where the error is another one.

    CUDD answers with a null pointer when it may take no more memory, which ``dd``
    reports as a ValueError or RuntimeError about it; oxidd has a MemoryError of its own.
    """
    signs = ("NULL", "out of memory", "cofactor failed")
    if isinstance(error, MemoryError) or any(sign in str(error) for sign in signs):
        return "its diagrams do not fit the memory allowed"
    if isinstance(error, RecursionError):
        return "its diagrams are too deep for the pure-Python library"
    return ""
