"""Many equilibria in groups: what they share, what tells them apart, how near and how firm."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from satumeja.display import Card, Shown
from satumeja.errors import QuestionError
from satumeja.model import Model, OptionStates, StateName
from satumeja.questions.many._cover import Cube, parted
from satumeja.questions.many._effectiveness import GRADES, strength
from satumeja.questions.ways import paths
from satumeja.stability import Analysis, any_concept

if TYPE_CHECKING:
    from satumeja.model.kit import Codes
    from satumeja.stability import SymbolicAnalysis

__all__ = ["Group", "Groups", "groups"]

_Places = NDArray[np.intp]


@dataclass(frozen=True, repr=False)
class Group(Shown):
    """Equilibria that fit one pattern of options.

    Parameters
    ----------
    pattern : str
        An option form, with ``-`` for what may be Y or N: of the feasible states these fit
        it, and no other.
    states : tuple of int
        Their numbers, ascending.
    moves : int or None
        The fewest moves in which one of them can be reached; None where none can, or no
        start is known.
    changes : int or None
        The fewest options in which one of them differs from the start.
    concepts : tuple of str
        Those of the concepts analysed under which all of them are equilibria.

    See Also
    --------
    groups : Makes them.
    """

    pattern: str
    states: tuple[int, ...]
    moves: int | None
    changes: int | None
    concepts: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """Return the group as plain data."""
        return {
            "pattern": self.pattern,
            "states": list(self.states),
            "moves": self.moves,
            "changes": self.changes,
            "concepts": list(self.concepts),
        }


@dataclass(frozen=True, eq=False, repr=False)
class Groups(Shown):
    """The equilibria under one concept, in groups and in order.

    Parameters
    ----------
    model : Model
        The conflict.
    concept : str
        The concept.
    start : int or None
        The number of the state that distances are from.
    shared : str
        An option form: Y or N where an option is the same in all of them, else ``-``.
    groups : tuple of Group
        Each equilibrium is in one of them: those that hold most strongly first, then those
        nearest to the start.
    order : tuple of int
        The numbers of all of them, each by itself in that same order.

    See Also
    --------
    groups : Makes it.
    """

    model: Model
    concept: str
    start: int | None
    shared: str
    groups: tuple[Group, ...]
    order: tuple[int, ...]

    def card(self) -> Card:
        """Show the patterns, how many states fit each, and how near they are."""
        rows = [
            (group.pattern, str(len(group.states)), _shown(group.moves), ", ".join(group.concepts))
            for group in self.groups
        ]
        title = f"{len(self.order):,} equilibria under {self.concept} in {len(rows):,} groups"
        note = f"shared by all: {self.shared}"
        return Card(title, rows, ("pattern", "states", "moves", "all hold under"), note=note)

    def to_json(self) -> dict[str, Any]:
        """Return the groups as plain data, in the schema ``satumeja/groups/1``."""
        return {
            "schema": "satumeja/groups/1",
            "concept": self.concept,
            "start": self.start,
            "shared": self.shared,
            "groups": [group.to_json() for group in self.groups],
            "order": list(self.order),
        }


def _shown(count: int | None) -> str:
    return "" if count is None else str(count)


def groups(
    analysis: Analysis | SymbolicAnalysis, concept: str, *, start: StateName | None = None
) -> Groups:
    """Group the equilibria under a concept by patterns of options, and order them.

    Parameters
    ----------
    analysis : Analysis
        An analysed model in option form.
    concept : str
        One of those analysed.
    start : int or str, optional
        From which state distances count, by number or by a name as for
        `Model.require_state`; by default the status quo, where the model has one.

    Returns
    -------
    Groups
        The groups share no state, and together they are the equilibria.

    Raises
    ------
    QuestionError
        If the concept was not analysed, there is no such state, the model is in graph form,
        or its states are not listed.

    See Also
    --------
    effectiveness : How often each option is taken.
    paths : How a state can come about.

    Notes
    -----
    Patterns come of a decision tree over the feasible states (see `cover` in the source): few,
    not always fewest. A coalesced state of several combinations is a group of its own. Order:
    by the first of nash, seq, smr and gmr that was analysed and under which all of a group are
    equilibria; then by how many of the concepts analysed they are so under, by moves, by
    options that differ (the Hamming distance [1]_), and by number. Moves are counted as `paths`
    counts them: legal sequences, nobody twice in a row. Cost: O(n) an option and level of the
    tree, and what `paths` takes from one state.

    References
    ----------
    .. [1] Hamming, "Error detecting and error correcting codes", Bell System Technical
       Journal 29(2), 1950.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> held = load("december-2021-b").analyse().groups("seq")
    >>> held.shared, len(held.order)
    ('---|-N-|--', 13)
    >>> [(group.pattern, len(group.states), group.moves) for group in held.groups[:2]]
    [('---|-NY|-Y', 2, 3), ('YN-|-N-|NN', 2, 0)]
    """
    model = analysis.model
    if not isinstance(analysis, Analysis):
        raise QuestionError(
            "groups are made of states that are listed; a set of states is told by its "
            "patterns (`StateSet.patterns`)"
        )
    states = model.states
    if not isinstance(states, OptionStates):
        raise QuestionError("groups are made by options, and a model in graph form has none")
    holds = analysis.is_equilibrium(concept)
    first = _start(model, start)
    marks = _Marks(analysis, first)
    parts = [marks.group(pattern, places) for pattern, places in _parted(states, holds)]
    members = np.flatnonzero(holds)
    every = states.every[holds[states.places(states.every)]]
    return Groups(
        model=model,
        concept=any_concept(concept).id,
        start=first,
        shared=_shared(every, len(model.options)).form(model.widths),
        groups=tuple(group for _, group in sorted(parts, key=lambda pair: pair[0])),
        order=tuple((members[np.lexsort(marks.keys(members)[::-1])] + 1).tolist()),
    )


def _start(model: Model, start: StateName | None) -> int | None:
    return model.status_quo_number if start is None else model.require_state(start)


def _parted(states: OptionStates, holds: NDArray[np.bool_]) -> Iterator[tuple[str, _Places]]:
    """Give patterns, each with the places of the states that fit it."""
    codes, owners = states.every, states.places(states.every)
    alone = np.bincount(owners, minlength=len(states)) == 1
    options = sum(states.widths)
    cubes = parted(codes, (holds & alone)[owners], options)
    shared = _shared(codes[holds[owners]], options)
    for cube, places in cubes:
        whole = Cube(cube.mask | shared.mask, cube.value | shared.value)
        yield whole.form(states.widths), owners[places]
    for place in np.flatnonzero(holds & ~alone).tolist():
        yield states.form(place + 1), np.array([place])


def _shared(codes: Codes, options: int) -> Cube:
    """Return the options that are the same in all combinations, with their values."""
    if not len(codes):
        return Cube(0, 0)
    always, ever = int(np.bitwise_and.reduce(codes)), int(np.bitwise_or.reduce(codes))
    return Cube(always | ~ever & ((1 << options) - 1), always)


class _Marks:
    """How firmly each state holds, and how far it is from the start."""

    def __init__(self, analysis: Analysis, start: int | None) -> None:
        model, states = analysis.model, analysis.model.states
        assert isinstance(states, OptionStates)  # noqa: S101 - graph form is refused before
        self._flags = {c.id: analysis.is_equilibrium(c.id) for c in analysis.concepts}
        grades = [grade for grade in GRADES if grade in self._flags]
        self._grades, self._strength = grades, strength(analysis, grades)
        self._far = np.iinfo(np.intp).max
        self._moves = np.full(len(states), self._far, dtype=np.intp)
        self._changes = self._moves.copy()
        if start is None:
            return
        away = paths(model, start, engine=analysis.explicit).moves
        self._moves = np.where(away < 0, self._far, away.astype(np.intp))
        stated = model.status_quo if start == model.status_quo_number else None
        here = states.members(start).tolist() if stated is None else [stated]
        apart = np.min([np.bitwise_count(states.every ^ code) for code in here], axis=0)
        np.minimum.at(self._changes, states.places(states.every), apart)

    def keys(self, places: _Places) -> list[NDArray[np.intp]]:
        """Return what states are ordered by, the first key first."""
        times = np.sum([flags[places] for flags in self._flags.values()], axis=0)
        return [
            self._strength[places],
            -times.astype(np.intp),
            self._moves[places],
            self._changes[places],
            places,
        ]

    def group(self, pattern: str, places: _Places) -> tuple[tuple[int, ...], Group]:
        """Make a group of states, and what it is ordered by."""
        places = np.sort(places)
        concepts = tuple(name for name, flags in self._flags.items() if flags[places].all())
        graded = [k for k, grade in enumerate(self._grades) if grade in concepts]
        first = graded[0] if graded else len(self._grades)
        moves, changes = int(self._moves[places].min()), int(self._changes[places].min())
        order = (first, -len(concepts), moves, changes, int(places[0]))
        group = Group(
            pattern,
            tuple((places + 1).tolist()),
            moves=None if moves == self._far else moves,
            changes=None if changes == self._far else changes,
            concepts=concepts,
        )
        return order, group
