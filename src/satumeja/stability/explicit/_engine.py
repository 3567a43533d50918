"""The explicit engine: thresholds of stability over all listed states."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import copy
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import numpy as np
from numpy.typing import NDArray

from satumeja.display import Card, Shown
from satumeja.errors import QuestionError
from satumeja.model import Model, Ranks
from satumeja.model.kit import arcs_of, require_memory
from satumeja.stability._concepts import CONCEPTS, Concept
from satumeja.stability.explicit._dense import Dense
from satumeja.stability.explicit._graph_moves import GraphMoves
from satumeja.stability.explicit._listed import Listed
from satumeja.stability.explicit._matrix import threshold
from satumeja.stability.explicit._moves import Moves, Values

if TYPE_CHECKING:
    from satumeja.stability._budget import Budget

__all__ = ["Convention", "Explicit", "Layout"]

Convention = Literal["set", "matrix"]
Layout = Literal["dense", "listed"]

_T = TypeVar("_T")

# All combinations of 26 options take some five gigabytes for three decision makers
# (docs/performance.md), and each option more doubles that.
_DENSE_OPTIONS = 26
_DENSE_SHARE = 4  # with fewer feasible than a quarter, the listed layout is faster
_WORTH_THREADS = 1 << 16


class Explicit(Shown):
    """The explicit engine: thresholds of stability over all listed states.

    Parameters
    ----------
    model : Model
        Its states must be few enough to be listed.
    convention : {"set", "matrix"}
        Whether a state may be a sanction of itself; "matrix": it may not.
    layout : {"dense", "listed"}, optional
        How states in option form are laid out; by default as suits their number.
    threads : int, optional
        How many decision makers to work on at a time; by default as many as there
        are processors, and one where the model is small.
    budget : Budget, optional
        What its answers may take; looked at between decision makers and rounds.

    See Also
    --------
    analyse : The same with a result by ids and numbers.
    SymbolicAnalysis : What decides where states cannot be listed.

    Notes
    -----
    For a decision maker i and a concept c, a state s is stable iff
    ``rank_i(s) >= V(s)``, where V(s) is the maximum over the states t that i can
    reach from s of ``min(rank_i(t), w(t))``, and w(t) is the lowest rank (or, with
    counter-moves, the lowest best reply of i) the others can bring about from t.
    The reach sets may include their start: a state that i prefers to s is never
    its own sanction. So no pair of states is ever stored. Cost: O(n log n) a
    decision maker to set up, then a few passes over n states for each decision
    maker, concept and round of sanctions.
    """

    def card(self) -> Card:
        """Show what it decides."""
        states = len(self.model.states)
        return Card(f"Explicit: {states:,} states of {self.model.title}, {self.convention}")

    def __init__(
        self,
        model: Model,
        *,
        convention: Convention = "set",
        layout: Layout | None = None,
        threads: int | None = None,
        budget: Budget | None = None,
    ) -> None:
        self.model, self.convention = model, convention
        size, makers = len(model.states), model.decision_makers
        most = 1 if size < _WORTH_THREADS else os.cpu_count() or 1
        self._threads = threads or min(len(makers), most)
        what = f"analysing {size:,} states for {len(makers)} decision makers"
        # Asked twice: what a layout takes depends on the type that the ranks need, and the
        # ranks, four bytes each, may themselves be too many.
        require_memory(4 * size * len(makers), what)
        if budget is not None:
            budget.require(4 * size * len(makers))
        self.ranks: list[Ranks] = [model.ranks(dm) for dm in makers]
        narrow = _narrow(self.ranks)
        kind = _kind(model, layout)
        needed = kind.memory(size, makers, narrow[0].itemsize, self._threads)
        require_memory(needed, what)
        if budget is not None:
            budget.require(needed)
        states: Any = model.states  # in the form that this kind is for
        if not (model.is_graph or model.moves_by_options):
            makers = tuple(replace(dm, moves=arcs_of(model, dm)) for dm in makers)
        self.moves: Moves = kind(states, makers, narrow)
        self._best: dict[int, Values] = {}

    @classmethod
    def of(
        cls, model: Model, engine: Explicit | None = None, *, threads: int | None = None
    ) -> Explicit:
        """Return the engine of a model: the one that is set up already, or a new one.

        Raises
        ------
        ValueError
            If that one is of another model, or does not define sanctions by sets.
        """
        if engine is None:
            return cls(model, threads=threads)
        if engine.model is not model or engine.convention != "set":
            raise ValueError("an engine answers for its own model, by its own convention")
        return engine

    def preferring(self, model: Model) -> Explicit:
        """Return the engine of the same conflict in which some prefer otherwise.

        Parameters
        ----------
        model : Model
            From `Model.with_preferences` of this engine's model: who can move where is the same.

        Returns
        -------
        Explicit
            With everything of this one that preferences do not enter, and the orders of those
            who prefer as before.
        """
        pairs = list(zip(self.model.decision_makers, model.decision_makers, strict=True))
        new = self.ranked(
            [
                rank if after.preference is before.preference else model.ranks(after)
                for rank, (before, after) in zip(self.ranks, pairs, strict=True)
            ]
        )
        new.model = model
        return new

    def ranked(self, ranks: Sequence[Ranks]) -> Explicit:
        """Return the engine of the same conflict under other ranks.

        Parameters
        ----------
        ranks : sequence of int array, shape (n,)
            By decision maker: 1 for the least preferred; ties share a rank.

        Returns
        -------
        Explicit
            As `preferring` gives it, except that the preferences its model states are those
            of this one's.
        """
        new = copy(self)
        new.ranks = list(ranks)
        anew = self._differing(new)
        new.moves = self.moves.reranked(_narrow(new.ranks), anew)
        kind = new.moves.ranks[0].dtype
        new._best = {
            k: best.astype(kind, copy=False) for k, best in self._best.items() if k not in anew
        }
        return new

    def _differing(self, other: Explicit) -> list[int]:
        """Return those, by place, who do not rank the states as they do for `other`."""
        ranks = enumerate(zip(self.ranks, other.ranks, strict=True))
        return [
            k
            for k, (own, theirs) in ranks
            if own is not theirs and not np.array_equal(own, theirs)
        ]

    def settled(
        self, before: Explicit, thresholds: Mapping[tuple[str, str], Values]
    ) -> dict[tuple[str, str], Values]:
        """Return the thresholds, laid out, of the engine this one was made of that still hold.

        Parameters
        ----------
        before : Explicit
            The engine that `preferring` was asked of.
        thresholds : mapping of (str, str) to array
            What it decided, by concept and decision maker, of concepts decided from ranks.

        Notes
        -----
        What a threshold rests on: one's own ranks, and under a credible concept the
        improvements of the others, which a new order need not change.
        """
        ids = [dm.id for dm in self.model.decision_makers]
        anew = before._differing(self)
        movers = [k for k in anew if not self.moves.improves_as(before.moves, k)]
        kind = self.moves.ranks[0].dtype
        return {
            (concept, dm): laid.astype(kind, copy=False)
            for (concept, dm), laid in thresholds.items()
            if ids.index(dm) not in anew
            and not (CONCEPTS[concept].credible and set(movers) - {ids.index(dm)})
        }

    def place(self, dm_id: str) -> int:
        """Return the place of a decision maker in the model, by id."""
        return self.model.place(dm_id)

    def replies(self, focal: int) -> Values:
        """Return the rank of the best state `focal` can reach from each state, or stay in."""
        return self.moves.listed(self._reply(focal))

    def _reply(self, focal: int) -> Values:
        """Return the same laid out: what Nash stability, and every counter-move, comes down to."""
        if focal not in self._best:
            self._best[focal] = self.moves.best(focal, self.moves.ranks[focal])
        return self._best[focal]

    def sanctions(self, concept: Concept, focal: int) -> Values:
        """Return w: the lowest rank, or best reply, the others can bring about from each state."""
        return self.moves.listed(self._sanctions([concept], focal)[0])

    def _sanctions(self, concepts: Sequence[Concept], focal: int) -> list[Values]:
        """Return w for concepts that agree in whether sanctions must be credible."""
        values = self._feared(concepts, focal)
        if concepts[0].credible:
            return self.moves.credible({focal: values})[focal]
        others = [mover for mover in range(len(self.ranks)) if mover != focal]
        return self.moves.lowest(others, values, credible=False)

    def _feared(self, concepts: Sequence[Concept], focal: int) -> list[Values]:
        """Return what `focal` would be left with where a sanction ends, by concept."""
        return [self._reply(focal) if c.counter else self.moves.ranks[focal] for c in concepts]

    def thresholds(
        self,
        concepts: Iterable[Concept],
        settled: Mapping[tuple[str, str], Values] | None = None,
        budget: Budget | None = None,
    ) -> Mapping[tuple[str, str], Values]:
        """Return V by concept and decision maker, each laid out as `moves` has it.

        Those that are `settled` are taken as they are. A budget is looked at before each
        decision maker, and between its concepts.
        """
        check = _go_on if budget is None else budget.check
        chosen = tuple(concepts)
        ids = [dm.id for dm in self.model.decision_makers]
        places = range(len(ids))
        thresholds = dict(settled or {})
        wanted = [[c for c in chosen if (c.id, ids[k]) not in thresholds] for k in places]
        check()
        lowest = self._credible(wanted)
        makers = self._share(
            lambda k: self._thresholds(wanted[k], k, lowest.get(k), check), places
        )
        for dm, decided in zip(ids, makers, strict=True):
            thresholds |= {(concept, dm): laid for concept, laid in decided.items()}
        return {(c.id, dm): thresholds[c.id, dm] for c in chosen for dm in ids}

    def equilibria(self, concepts: Sequence[Concept]) -> NDArray[np.bool_]:
        """Decide which states are stable for everybody: shape (concepts, n).

        Parameters
        ----------
        concepts : sequence of Concept
            Of those decided from ranks alone.
        """
        agreed = np.ones((len(concepts), self.moves.size), dtype=np.bool_)
        ids = [dm.id for dm in self.model.decision_makers]
        thresholds = self.thresholds(concepts)
        for k, concept in enumerate(concepts):
            for dm, ranks in zip(ids, self.moves.ranks, strict=True):
                stable: Any = ranks >= thresholds[concept.id, dm]
                agreed[k] &= self.moves.listed(stable).astype(np.bool_, copy=False)
        return agreed

    def _credible(self, wanted: Sequence[Sequence[Concept]]) -> dict[int, list[Values]]:
        """Return w under the credible concepts, for several decision makers at once.

        Nothing where there are so many states that each is worked on by itself.
        """
        credible = [[c for c in concepts if c.credible] for concepts in wanted]
        if not any(credible):
            return {}
        if self.moves.size >= _WORTH_THREADS or self.moves.alone:
            # Everybody's blocks serve the sanctions against all others: done before, and a
            # mover a thread, so that no two threads sort the same ones.
            self._share(self.moves.prepare, range(len(wanted)))
            return {}
        focals = {k: self._feared(some, k) for k, some in enumerate(credible) if some}
        return self.moves.credible(focals)

    def _thresholds(
        self,
        concepts: Sequence[Concept],
        focal: int,
        credibly: list[Values] | None,
        check: Callable[[], None],
    ) -> dict[str, Values]:
        moves, rank = self.moves, self.moves.ranks[focal]
        thresholds = {c.id: self._reply(focal) for c in concepts if not c.sanctions}
        for credible in (False, True):
            alike = [c for c in concepts if c.sanctions and c.credible == credible]
            if not alike:
                continue
            check()
            if credible and credibly is None:
                decided = moves.thresholds(focal, self._feared(alike, focal))
            else:
                lowest = (credible and credibly) or self._sanctions(alike, focal)
                # Without a counter-move the start is an end too, so no state's lowest is above it.
                left = [
                    np.minimum(rank, low) if concept.counter else low
                    for concept, low in zip(alike, lowest, strict=True)
                ]
                decided = [moves.best(focal, values) for values in left]
            thresholds |= zip((c.id for c in alike), decided, strict=True)
        if self.convention == "matrix" and isinstance(moves, GraphMoves):
            for concept in (c for c in concepts if c.sanctions and not c.counter):
                thresholds[concept.id] = threshold(moves, focal, credible=concept.credible)
        return thresholds

    def _share(self, work: Callable[[int], _T], places: Sequence[int]) -> list[_T]:
        """Do the work for each decision maker; numpy lets threads run at the same time."""
        if self._threads == 1:
            return [work(place) for place in places]
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(self._threads) as pool:
            return list(pool.map(work, places))


def _go_on() -> None:
    """Do nothing: nobody limits what may be taken."""


def _narrow(ranks: Sequence[Ranks]) -> list[Values]:
    """Return the ranks in the narrowest type that has a number above them all."""
    highest = max(int(rank.max(initial=1)) for rank in ranks)
    narrow = np.min_scalar_type(highest + 1)
    # Of the same width they are read as they stand: they are positive, and nobody writes to them.
    is_as_wide = all(rank.itemsize == narrow.itemsize for rank in ranks)
    return [rank.view(narrow) if is_as_wide else rank.astype(narrow) for rank in ranks]


def _kind(model: Model, layout: Layout | None) -> type[Dense | Listed | GraphMoves]:
    """Choose the layout: the one asked for, or what suits the number of states."""
    if not model.moves_by_options:
        if layout is not None:
            raise QuestionError(f"the {layout} layout is for moves by options alone")
        return GraphMoves
    options = len(model.options)
    suits = options <= _DENSE_OPTIONS and 1 << options <= _DENSE_SHARE * len(model.states)
    if layout == "listed" or (layout is None and not suits):
        return Listed
    from satumeja.stability.kernel import covers, kernel_in_use

    if kernel_in_use() == "compiled" and covers([len(dm.options) for dm in model.decision_makers]):
        from satumeja.stability.explicit._compiled_dense import CompiledDense

        return CompiledDense
    return Dense
