"""States that are indistinguishable in practice, coalesced into one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from satumeja.display import Shown
from satumeja.model._adjusted import Adjusted, Preference, statements_of
from satumeja.model._conditions import BoolArray, Codes, Condition, holds
from satumeja.model._forms import common_form, option_forms
from satumeja.model._preferences import Ranking
from satumeja.model._states import OptionStates, place_of
from satumeja.model._text import NO_TEXT, Text

__all__ = ["Coalescing", "MergedStates", "Split", "coalesced", "split_by", "telling"]


@dataclass(frozen=True, repr=False)
class Coalescing(Shown):
    """States that count as one: the feasible ones in which a condition holds.

    Parameters
    ----------
    condition : Condition
        What holds in them.
    text : str
        The condition, or a pattern, as written.
    because, evidence
        Why they are indistinguishable, and what that rests on.
    """

    condition: Condition
    text: str
    because: Text = NO_TEXT
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False, repr=False)
class MergedStates(OptionStates):
    """States in option form of which some are several combinations of options at once.

    Parameters
    ----------
    codes : int64 array, shape (n,)
        Of each state its last member, ascending: by it states are numbered.
    widths : tuple of int
        How many options each decision maker has, in order.
    combinations : int64 array, shape (m,)
        Every feasible combination, ascending.
    owners : index array, shape (m,)
        Which state (0-based) each of them is.
    """

    combinations: Codes
    owners: NDArray[np.intp]

    @property
    def every(self) -> Codes:
        """Every feasible combination of options, ascending."""
        return self.combinations

    @cached_property
    def _by_state(self) -> tuple[Codes, NDArray[np.intp]]:
        order = np.argsort(self.owners, kind="stable")
        return self.combinations[order], np.searchsorted(
            self.owners[order], np.arange(len(self) + 1)
        )

    def members(self, number: int) -> Codes:
        """Return the combinations of options that are a state (1-based), ascending."""
        place, (codes, first) = place_of(number, len(self)), self._by_state
        return codes[first[place] : first[place + 1]]

    def form(self, number: int) -> str:
        """Return a state (1-based) in option form, with ``-`` where its members differ."""
        return common_form(self.members(number), self.widths)

    @cached_property
    def _common(self) -> tuple[Codes, Codes]:
        """The options that all members of each state take, and that any of them takes."""
        codes, first = self._by_state
        # No state is without members: each goes from where it begins to where the next does.
        always, ever = (f.reduceat(codes, first[:-1]) for f in (np.bitwise_and, np.bitwise_or))
        return always, ever

    def forms(self, numbers: Sequence[int] | NDArray[np.intp]) -> list[str]:
        """Return states (1-based) in option form, with ``-`` where their members differ."""
        (always, ever), places = self._common, np.asarray(numbers, dtype=np.intp) - 1
        return option_forms(always[places], ever[places], self.widths)

    def holds(self, condition: Condition) -> BoolArray:
        """Say in which states a condition holds, whichever of its members a state is."""
        fails = self.owners[~holds(condition, self.combinations)]
        found: BoolArray = np.bincount(fails, minlength=len(self)) == 0
        return found

    def fits(self, condition: Condition) -> BoolArray:
        """Say which states have a member in which a condition holds."""
        there = self.owners[holds(condition, self.combinations)]
        found: BoolArray = np.bincount(there, minlength=len(self)) > 0
        return found

    def named(self, form: str) -> int | None:
        """Return the number of the state that a form with ``-`` names, None where it names none.

        It names a state if all feasible combinations it fits are that state.
        """
        letters = form.replace("|", "").upper()
        if len(letters) != sum(self.widths) or not set(letters) <= {"Y", "N", "-"}:
            return None
        mask = sum(1 << k for k, letter in enumerate(letters) if letter != "-")
        value = sum(1 << k for k, letter in enumerate(letters) if letter == "Y")
        found = np.unique(self.owners[(self.combinations & mask) == value])
        return int(found[0]) + 1 if len(found) == 1 else None

    def places(self, codes: Codes) -> NDArray[np.intp]:
        """Return which state (0-based) each combination of options is, -1 where it is none."""
        found = super().places(codes)
        return np.where(found < 0, -1, self.owners[found])


def coalesced(states: OptionStates, groups: Sequence[Coalescing]) -> OptionStates:
    """Merge the states of each group into one.

    Parameters
    ----------
    states : OptionStates
        The feasible combinations of options.
    groups : sequence of Coalescing
        Two that have a feasible combination in common are one group: being
        indistinguishable is transitive.

    Returns
    -------
    OptionStates
        The same where no group has two feasible combinations.

    Examples
    --------
    >>> from satumeja.model import Is, OptionStates
    >>> states = OptionStates(np.arange(4), (1, 1))
    >>> merged = coalesced(states, [Coalescing(Is(1), "2")])
    >>> [merged.form(n) for n in (1, 2, 3)], merged.members(3).tolist()
    (['N|N', 'Y|N', '-|Y'], [2, 3])
    """
    codes = states.every
    last = np.arange(len(codes))
    for joined in _joining(codes, groups):
        last = joined
    kept, owners = np.unique(last, return_inverse=True)
    if len(kept) == len(codes):
        return states
    return MergedStates(codes[kept], states.widths, codes, owners)


def coalesced_counts(states: OptionStates, groups: Sequence[Coalescing]) -> Iterator[int]:
    """Count the states that are left after each group, as `coalesced` merges them in turn."""
    for last in _joining(states.every, groups):
        yield int(np.count_nonzero(last == np.arange(len(last))))


def _joining(codes: Codes, groups: Sequence[Coalescing]) -> Iterator[NDArray[np.intp]]:
    """Give after each group the place of the last member of each combination's state."""
    last = np.arange(len(codes))
    for group in groups:
        inside = holds(group.condition, codes)
        if inside.any():
            met = np.zeros(len(codes), dtype=np.bool_)
            met[last[inside]] = True
            inside |= met[last]
            last[inside] = np.flatnonzero(inside)[-1]
        yield last


class Split(NamedTuple):
    """Two members of one state that are told apart, and by what: a statement, or weights."""

    one: int
    other: int
    text: str


def telling(states: OptionStates, condition: Condition) -> tuple[int, int] | None:
    """Find two members of one state of which a condition holds in the first only."""
    torn = np.flatnonzero(states.fits(condition) & ~states.holds(condition))
    if not len(torn):
        return None
    members = states.members(int(torn[0]) + 1)
    held = holds(condition, members)
    return int(members[held][0]), int(members[~held][0])


def split_by(states: OptionStates, preference: Preference) -> Split | None:
    """Find two members of one state that a preference ranks apart.

    Parameters
    ----------
    states : OptionStates
        The states of a model.
    preference : Preference
        What somebody would prefer; a ranking is of states, and splits none.

    Returns
    -------
    Split or None
        None where the preference agrees on all members of every state.

    Notes
    -----
    Statements rank two combinations level if and only if each of them holds in both or
    in neither, so it is enough to look at them one by one.
    """
    if not isinstance(states, MergedStates) or isinstance(preference, Ranking):
        return None
    for statement in statements_of(preference):
        if pair := telling(states, statement.condition):
            return Split(*pair, statement.text)
    base = preference.base if isinstance(preference, Adjusted) else preference
    ranks, last = base.ranks(states.every), np.searchsorted(states.every, states.codes)
    torn = np.flatnonzero(ranks != ranks[last][states.owners])
    if not len(torn):
        return None
    one = int(states.every[torn[0]])
    return Split(one, int(states.codes[states.owners[torn[0]]]), "")
