"""What is stated of a preference beyond its ranking, and the knowledge that follows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from satumeja.display import Shown
from satumeja.errors import LimitError
from satumeja.model._adjusted import Adjusted
from satumeja.model._conditions import Pattern, holds
from satumeja.model._content import Content
from satumeja.model._preferences import Prioritisation, Ranking, Ranks, Statement
from satumeja.model._states import GraphStates, OptionStates
from satumeja.model._text import NO_TEXT, Text

if TYPE_CHECKING:
    from satumeja.model._knowledge import Knowledge, Pairs, Square
    from satumeja.model._model import Model
    from satumeja.model._parts import DecisionMaker

__all__ = ["NOTHING_BEYOND", "Beyond", "Comparison", "knowledge_of", "numbers_in"]

_MOST_PAIRS = 2_000_000
_MOST_STATES = 4096

Index = NDArray[np.intp]
Named = Pattern | int


@dataclass(frozen=True, repr=False)
class Comparison(Shown):
    """Something known of two states, or of each state of one set and each of another.

    Parameters
    ----------
    first, second : Pattern or int
        In option form a pattern, which fits one state or several; in graph form the
        number of a state.
    number : Fraction, optional
        The degree to which, or the probability with which, the first is preferred.
    because, evidence
        What it rests on.
    """

    first: Named
    second: Named
    number: Fraction | None = None
    because: Text = NO_TEXT
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False, repr=False)
class Beyond(Content, Shown):
    """What is stated of a preference beyond its ranking.

    Parameters
    ----------
    unknown, much_better, degrees, chances : tuple of Comparison
        States whose order is not known, of which the first is greatly preferred, or is
        preferred to a degree or with a probability. Where several speak of the same two
        states, the last counts.
    threshold : Fraction, optional
        The fuzzy satisficing threshold.
    attitudes : mapping of str to str
        ``+``, ``0`` or ``-`` toward decision makers, by id.
    """

    unknown: tuple[Comparison, ...] = ()
    much_better: tuple[Comparison, ...] = ()
    degrees: tuple[Comparison, ...] = ()
    chances: tuple[Comparison, ...] = ()
    threshold: Fraction | None = None
    attitudes: Mapping[str, str] = field(default_factory=dict)


NOTHING_BEYOND = Beyond()


def numbers_in(named: Named, states: OptionStates | GraphStates) -> Index:
    """Return the numbers (1-based) of the states a comparison names by a pattern or number."""
    if isinstance(named, int):
        return np.array([named])
    if not isinstance(states, OptionStates):
        raise AssertionError("states in graph form fit no pattern")
    return np.flatnonzero(states.fits(named)) + 1


def knowledge_of(model: Model) -> Knowledge:
    """Gather what a model states of preferences beyond rankings, pair by pair.

    Parameters
    ----------
    model : Model
        Its states must be few enough to be listed.

    Returns
    -------
    Knowledge
        What the further concepts read.

    Raises
    ------
    LimitError
        If pairs of states would have to be listed for more states than that is done for.

    Notes
    -----
    A statement marked *greatly*, *unknown*, or with a degree or chance says this of
    every two states that it is the first to tell apart. An edit by hand settles the
    places of the state it puts: no statement says more of them. Cost: O(n * n) a
    statement where any is marked.
    """
    from satumeja.model._knowledge import Knowledge

    spelt = {dm.id: _Spelt(model, dm) for dm in model.decision_makers}
    return Knowledge(
        unknown={dm: pairs for dm, one in spelt.items() if (pairs := one.unknown())},
        much_better={dm: pairs for dm, one in spelt.items() if (pairs := one.much_better())},
        degrees={dm: table for dm, one in spelt.items() if (table := one.degrees())},
        thresholds={
            dm.id: dm.beyond.threshold
            for dm in model.decision_makers
            if dm.beyond.threshold is not None
        },
        chances={dm: table for dm, one in spelt.items() if (table := one.chances())},
        attitudes={
            (dm.id, other): attitude
            for dm in model.decision_makers
            for other, attitude in dm.beyond.attitudes.items()
        },
        coalitions=model.coalitions,
    )


class _Spelt:
    """What is stated beyond the ranking of one decision maker, state by state."""

    def __init__(self, model: Model, dm: DecisionMaker) -> None:
        self.model, self.dm, self.said = model, dm, dm.beyond
        base = dm.preference.base if isinstance(dm.preference, Adjusted) else dm.preference
        self.statements = base.statements if isinstance(base, Prioritisation) else ()

    def unknown(self) -> Pairs:
        pairs = set(self._decided(lambda statement: statement.unknown))
        pairs |= set(self._compared(self.said.unknown))
        return frozenset((min(pair), max(pair)) for pair in pairs)

    def much_better(self) -> Pairs:
        ranks = self._ranks
        stated = self._decided(lambda statement: statement.greatly)
        pairs = {(a, b) for a, b in stated if ranks[a - 1] > ranks[b - 1]}
        if isinstance(self.dm.preference, Ranking):
            pairs |= set(_across(self.dm.preference))
        return frozenset(pairs | set(self._compared(self.said.much_better)))

    def degrees(self) -> Square | None:
        return self._table(self.said.degrees, lambda statement: statement.degree, fuzzy=True)

    def chances(self) -> Square | None:
        return self._table(self.said.chances, lambda statement: statement.chance, fuzzy=False)

    @property
    def _ranks(self) -> Ranks:
        return self.model.ranks(self.dm)

    def _compared(self, said: Iterable[Comparison]) -> Iterator[tuple[int, int]]:
        for comparison in said:
            first, second = self._ends(comparison)
            _require_few(len(first) * len(second))
            yield from ((a, b) for a in first.tolist() for b in second.tolist() if a != b)

    def _ends(self, comparison: Comparison) -> tuple[Index, Index]:
        states = self.model.states
        return numbers_in(comparison.first, states), numbers_in(comparison.second, states)

    def _decided(self, marked: Callable[[Statement], bool]) -> Iterator[tuple[int, int]]:
        """Yield the pairs that a marked statement is the first to tell apart, true one first."""
        if not any(map(marked, self.statements)):
            return
        places = [k for k, statement in enumerate(self.statements) if marked(statement)]
        first, truth = self._telling()
        for place in places:
            here = (first == place) & truth[place][:, None]
            _require_few(int(here.sum()))
            yield from zip(*((ends + 1).tolist() for ends in np.nonzero(here)), strict=True)

    def _telling(self) -> tuple[NDArray[np.int16], NDArray[np.bool_]]:
        """Say for all pairs which statement tells them apart first (-1: none, or put by hand)."""
        states = self.model.states
        if not isinstance(states, OptionStates) or len(states) > _MOST_STATES:
            raise LimitError(f"pairs of {len(states):,} states are more than can be compared")
        truth = np.array([holds(s.condition, states.codes) for s in self.statements])
        first = np.full((len(states), len(states)), -1, dtype=np.int16)
        for place in range(len(truth) - 1, -1, -1):
            first[truth[place][:, None] != truth[place]] = place
        if isinstance(self.dm.preference, Adjusted):
            edits = self.dm.preference.applying(states.codes)
            moved = np.isin(states.codes, [edit.state for _, edit in edits])
            first[moved | moved[:, None]] = -1
        return first, truth

    def _table(
        self,
        said: Iterable[Comparison],
        number_of: Callable[[Statement], Fraction | None],
        *,
        fuzzy: bool,
    ) -> Square | None:
        """Give every pair its number: by rank, by the statement that decides, as compared."""
        said = tuple(said)
        marked = [k for k, s in enumerate(self.statements) if number_of(s) is not None]
        if not said and not marked:
            return None
        if len(self.model.states) > _MOST_STATES:
            raise LimitError("numbers for all pairs of states are given for 4,096 states at most")
        table = self._certain(tie=Fraction(1, 2) if fuzzy else Fraction(0))
        first, truth = self._telling() if marked else (np.zeros((0, 0)), np.zeros((0, 0)))
        for place in marked:
            number = number_of(self.statements[place]) or Fraction(0)
            here = (first == place) & (truth[place] != 0)[:, None]
            table[here], table[here.T] = number, 1 - number
        given = np.zeros(table.shape, dtype=np.bool_)
        for comparison in said:
            self._fill(table, given, comparison, fuzzy=fuzzy)
        rows: list[list[Fraction]] = table.tolist()
        return rows

    def _certain(self, tie: Fraction) -> NDArray[np.object_]:
        ranks = self._ranks
        table = np.full((len(ranks), len(ranks)), tie, dtype=object)
        better = ranks[:, None] > ranks
        table[better], table[better.T] = Fraction(1), Fraction(0)
        return table

    def _fill(
        self,
        table: NDArray[np.object_],
        given: NDArray[np.bool_],
        comparison: Comparison,
        *,
        fuzzy: bool,
    ) -> None:
        """Give pairs their number, and the other way round what is left, unless it is given."""
        first, second = (ends - 1 for ends in self._ends(comparison))
        number = comparison.number or Fraction(0)
        ahead, back = np.ix_(first, second), np.ix_(second, first)
        table[ahead], given[ahead] = number, True
        open_yet = np.ones_like(given[back]) if fuzzy else ~given[back]
        table[back] = np.where(open_yet, np.array(1 - number, dtype=object), table[back])


def _across(ranking: Ranking) -> Iterator[tuple[int, int]]:
    """Yield the pairs (better, worse) that stand on either side of a great difference."""
    for place in sorted(ranking.great):
        above = [state for states in ranking.classes[: place + 1] for state in states]
        below = [state for states in ranking.classes[place + 1 :] for state in states]
        _require_few(len(above) * len(below))
        yield from ((a, b) for a in above for b in below)


def _require_few(count: int) -> None:
    if count > _MOST_PAIRS:
        raise LimitError(f"{count:,} pairs of states are more than the {_MOST_PAIRS:,} compared")
