"""The least that would have to change for a state to be an equilibrium."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from satumeja.display import Shown
from satumeja.model import Model, OptionStates, Prioritisation, Ranks, holds
from satumeja.model.kit import distinct
from satumeja.questions._orders import dense_ranks
from satumeja.questions.inverse._fewest import fewest
from satumeja.questions.inverse._nearest import Nearest, Order, Trial, nearest
from satumeja.stability import Analysis, Concept, mixed
from satumeja.stability.explicit import LARGEST_BATCH
from satumeja.stability.further import Leads
from satumeja.table import Easing, RedLine, red_lines

__all__ = ["Changes", "Raised", "Swaps", "least_changes", "statement_ranks"]

_MOST_LINES = 12  # of which there are 4,096 sets, each a profile to decide
_SHOWN = 10
_SEARCHED = 4096  # states; the orders of more take minutes to go through
_NO_BOUND = 1 << 40  # more than all pairs of 4,096 states for everybody


@dataclass(frozen=True, repr=False)
class Raised(Shown):
    """States that a decision maker prefers to the wished-for one and no longer would.

    Parameters
    ----------
    dm : str
        Whose order changes.
    past : tuple of int
        The numbers of the states that the wished-for one is raised past.

    See Also
    --------
    Swaps : The change it is a part of.
    """

    dm: str
    past: tuple[int, ...]


@dataclass(frozen=True, repr=False)
class Swaps(Shown):
    """The least change of rankings.

    Parameters
    ----------
    fewest : int or None
        How many preferences between two states would be given up; between strict orders,
        swaps of neighbours [1]_. None where those who are free cannot do it, or no way is known.
    exact : bool
        Whether fewer are not enough, states that are liked equally staying so (the
        wished-for state aside).
    at_least : int or None
        No fewer are enough, whether or not the search was finished; None where nothing is.
    raised : tuple of Raised
        A change of so many: the state is raised past others.
    orders : mapping of str to tuple of tuple of int
        Where raising the state is not the least: new rankings, state numbers, best first,
        those liked equally together.
    wanted : mapping of str to tuple of (int, int)
        What in these orders makes the state an equilibrium: the first state of each pair
        comes above the second, and did not before.

    See Also
    --------
    satumeja.stability.Analysis.distance : The bound for all states at once.

    References
    ----------
    .. [1] Kendall, "A new measure of rank correlation", Biometrika, 1938.
    """

    fewest: int | None
    exact: bool
    at_least: int | None
    raised: tuple[Raised, ...] = ()
    orders: Mapping[str, tuple[tuple[int, ...], ...]] = field(default_factory=dict)
    wanted: Mapping[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)


@dataclass(frozen=True, repr=False)
class Changes(Shown):
    """The least change of each kind that makes a state an equilibrium.

    Parameters
    ----------
    rankings : Swaps
        Of rankings of the states.
    statements : Nearest or None
        Of the order of preference statements; None where nobody free states any, or the
        model is too large to try.
    makers : tuple of str
        Whose lists the orders of `statements` are.
    red_lines : tuple of tuple of str, or None
        The minimal sets of red lines whose easing does it. None where not looked for.

    See Also
    --------
    invert : Makes it.
    """

    rankings: Swaps
    statements: Nearest | None
    makers: tuple[str, ...]
    red_lines: tuple[tuple[str, ...], ...] | None

    def to_json(self, model: Model) -> dict[str, Any]:
        """Return the changes as plain data."""
        rankings, statements = self.rankings, self.statements
        return {
            "rankings": {
                "fewest": rankings.fewest,
                "exact": rankings.exact,
                "at_least": rankings.at_least,
                "raise_past": {change.dm: list(change.past) for change in rankings.raised},
                "orders": {dm: [list(c) for c in order] for dm, order in rankings.orders.items()},
                "prefer": {dm: [list(p) for p in pairs] for dm, pairs in rankings.wanted.items()},
            },
            "statements": None
            if statements is None
            else {
                "fewest": statements.swaps,
                "searched": statements.searched,
                "exhausted": statements.exhausted,
                "count": len(statements.orders),
                "orders": [self._named(model, orders) for orders in statements.orders[:_SHOWN]],
            },
            "red_lines": None if self.red_lines is None else [list(s) for s in self.red_lines],
        }

    def _named(self, model: Model, orders: tuple[Order, ...]) -> dict[str, list[str]]:
        """Return the lists that change, as the file has them, in their new order."""
        named = {}
        for dm, order in zip(self.makers, orders, strict=True):
            preference = model[dm].preference
            if isinstance(preference, Prioritisation) and list(order) != sorted(order):
                named[dm] = [preference.statements[k].text for k in order]
        return named


def least_changes(
    result: Analysis,
    leads: Leads,
    state: int,
    concepts: Mapping[str, Concept],
    free: Sequence[str],
) -> Changes:
    """Find the least change of each kind, among those whose preferences are free.

    Parameters
    ----------
    result : Analysis
        Of the concepts, and of nash, gmr and smr.
    leads : Leads
        Its moves and preferences.
    state : int
        The wished-for state, 0-based.
    concepts : mapping of str to Concept
        Under which it is to be stable for each decision maker, in the model's order.
    free : sequence of str
        Whose preferences may change.

    Notes
    -----
    Rankings: by the closed form of `Distance`; under SEQ and SSEQ, where it is a bound, by
    the complete search of `fewest`, below it and no lower than what GMR or SMR would take,
    which they imply; of more than 4,096 states between these two bounds, without a search.
    Statements: all orders at 1, 2, 3 ... swaps of neighbours, as far. Red lines: all sets of up
    to 12.
    """
    model, small = result.model, len(result.model.states) <= LARGEST_BATCH
    ids = [concept.id for concept in concepts.values()]
    trial = Trial(model, state, ids) if small else None
    makers = tuple(dm for dm in free if isinstance(model[dm].preference, Prioritisation))
    return Changes(
        rankings=_swaps(result, leads, state, concepts, free),
        statements=_reordered(model, makers, trial) if trial and makers else None,
        makers=makers,
        red_lines=_eased(model, free, trial) if trial else None,
    )


def _swaps(
    result: Analysis,
    leads: Leads,
    state: int,
    concepts: Mapping[str, Concept],
    free: Sequence[str],
) -> Swaps:
    by_id = {dm: concept.id for dm, concept in concepts.items()}
    if state + 1 in mixed(result, by_id):
        return Swaps(0, exact=True, at_least=0)
    shares = {
        dm: _share(result, dm, _enough(result.model, c), state) for dm, c in concepts.items()
    }
    # Whoever is not free would have to give something up: raising the state does not do it.
    stuck = any(share for dm, share in shares.items() if dm not in free)
    bound = None if stuck else sum(shares.values())
    raised = tuple(
        Raised(dm, _passed(result.ranks[dm], state, shares[dm]))
        for dm in free
        if bound and shares[dm]
    )
    if bound == 0 or not any(concept.credible for concept in concepts.values()):
        return Swaps(bound, exact=True, at_least=bound, raised=raised)
    ids = list(concepts)
    least = [_share(result, dm, _implied(concept), state) for dm, concept in concepts.items()]
    if any(least[ids.index(dm)] for dm in ids if dm not in free):
        return Swaps(None, exact=True, at_least=None)
    if leads.size > _SEARCHED:
        surely = max(1, sum(least))
        return Swaps(bound, exact=bound == surely, at_least=surely, raised=raised)
    places = [ids.index(dm) for dm in free]
    ceiling = _NO_BOUND if bound is None else bound
    search = fewest(leads, state, list(concepts.values()), places, least, ceiling)
    if search.changes is None:
        settled = search.at_least >= ceiling
        at_least = None if settled and bound is None else search.at_least
        return Swaps(bound, exact=settled, at_least=at_least, raised=raised)
    changed = [k for k, wanted in enumerate(search.wanted) if wanted]
    return Swaps(
        search.changes,
        exact=True,
        at_least=search.changes,
        orders={ids[k]: _classes(search.ranks[k]) for k in changed},
        wanted={ids[k]: _numbered(search.wanted[k]) for k in changed},
    )


def _share(result: Analysis, dm: str, concept: str, state: int) -> int:
    """Count what one decision maker would give up for a state to be stable for it."""
    lacking = -int(result.margin(concept, dm)[state])
    return int(result.distance(concept).shares[dm][state]) if lacking > 0 else 0


def _enough(model: Model, concept: Concept) -> str:
    """Name a concept under which raising the state alone is enough for the one asked for."""
    # With moves that are listed, a sanction may pass through the state itself, and raising it
    # may take that sanction away; under Nash none is needed.
    listed = not model.moves_by_options
    return "nash" if listed and concept.credible and concept.counter else concept.id


def _implied(concept: Concept) -> str:
    """Name what a concept implies, in which nobody's moves have to be credible."""
    return {"seq": "gmr", "sseq": "smr"}.get(concept.id, concept.id)


def _passed(ranks: Ranks, state: int, count: int) -> tuple[int, ...]:
    """Return the numbers of the next states above one, so many of them."""
    above = [k for k in np.argsort(ranks, kind="stable").tolist() if ranks[k] > ranks[state]]
    return tuple(sorted(k + 1 for k in above[:count]))


def _classes(ranks: Ranks) -> tuple[tuple[int, ...], ...]:
    """List the states by number, best first, those liked equally together."""
    levels = distinct(-ranks)
    return tuple(tuple((np.flatnonzero(-ranks == v) + 1).tolist()) for v in levels)


def _numbered(pairs: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    return tuple(sorted((above + 1, below + 1) for above, below in pairs))


def statement_ranks(model: Model, maker: int, order: Order) -> NDArray[Any]:
    """Rank the states by some or all statements of a decision maker, in another order."""
    dm, states = model.decision_makers[maker], model.states
    if not isinstance(dm.preference, Prioritisation) or not isinstance(states, OptionStates):
        return model.ranks(dm)
    chosen = tuple(dm.preference.statements[k] for k in order)
    return Prioritisation(chosen).ranks(states.codes)


class _Stated:
    """The truth of every statement, so that new orders are ranked quickly."""

    def __init__(self, model: Model, makers: Sequence[int]) -> None:
        states = model.states
        assert isinstance(states, OptionStates)  # noqa: S101
        self.truth = {}
        for maker in makers:
            preference = model.decision_makers[maker].preference
            assert isinstance(preference, Prioritisation)  # noqa: S101
            truth = [holds(s.condition, states.codes) for s in preference.statements]
            self.truth[maker] = np.array(truth).reshape(len(truth), len(states.codes))

    def ranks(self, maker: int, order: Order) -> NDArray[Any]:
        truth = self.truth[maker][list(order)].astype(np.int64)
        # A statement weighs more than all that follow it together.
        weights = 1 << np.arange(len(order) - 1, -1, -1, dtype=np.int64)
        ranks: NDArray[Any] = dense_ranks((weights @ truth)[:, None])[:, 0]
        return ranks


def _reordered(model: Model, makers: Sequence[str], trial: Trial) -> Nearest:
    places = [model.place(dm) for dm in makers]
    counts = [
        len(p.statements) if isinstance(p := model[dm].preference, Prioritisation) else 0
        for dm in makers
    ]
    start = tuple(tuple(range(count)) for count in counts)
    if max(counts) > 62:  # weights would not fit a signed number of 64 bits
        return nearest(start, places, partial(statement_ranks, model), trial)
    return nearest(start, places, _Stated(model, places).ranks, trial)


def _eased(model: Model, free: Sequence[str], trial: Trial) -> tuple[tuple[str, ...], ...] | None:
    lines = red_lines(model, free)
    if model.is_graph or not 0 < len(lines) <= _MOST_LINES:
        return None if len(lines) > _MOST_LINES else ()
    sets = [
        some for size in range(len(lines) + 1) for some in combinations(range(len(lines)), size)
    ]
    works = trial.holds(_profiles(model, lines, sets))
    # Small sets come first, so what has none of those kept as a part is minimal.
    minimal = list[set[int]]()
    for some, does in zip(sets, works.tolist(), strict=True):
        if does and not any(least <= set(some) for least in minimal):
            minimal.append(set(some))
    return tuple(tuple(lines[k].name for k in sorted(some)) for some in minimal if some)


def _profiles(
    model: Model, lines: Sequence[RedLine], sets: Sequence[tuple[int, ...]]
) -> list[dict[int, NDArray[Any]]]:
    """Give the ranks of their holders when sets of red lines are eased."""
    states = model.states
    assert isinstance(states, OptionStates)  # noqa: S101
    easing, profiles = Easing(model, lines, states.codes), list[dict[int, NDArray[Any]]]()
    for some in sets:
        mask = sum(1 << k for k in some)
        profiles.append(
            {
                model.place(dm): easing.preference(dm, mask).ranks(states.codes)
                for dm in dict.fromkeys(lines[k].dm for k in some)
            }
        )
    return profiles
