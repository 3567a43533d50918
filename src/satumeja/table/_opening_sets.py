"""Which sets of red lines open a table's zone, asked again and again under other preferences."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from satumeja.model import Model, holds
from satumeja.table._changes import statements_of
from satumeja.table._easing import Easing, Likings
from satumeja.table._ground import Ground, Index, Seats, seated
from satumeja.table._parts import Parts
from satumeja.table._reach import reachable
from satumeja.table._red_lines import held_by, names_in, red_lines

__all__ = ["OpeningSets"]

Flags = NDArray[np.bool_]


class OpeningSets:
    """The minimal sets of red lines whose easing opens a zone, under many preferences at once.

    What a table can bring about, and which red lines each package crosses, does not depend on
    preferences and is found once. Preferences only say which packages no member likes less
    than the start, and some member likes better, and which ask nobody merely to suffer what
    others do; the minimal ones among the sets that these cross are the openings, as `openings`
    finds them.

    Parameters
    ----------
    model : Model
        In option form.
    seats : str, sequence of str, or None
        As for `openings`.
    start : int, optional
        The number of the state that holds without a deal; the status quo by default.

    Attributes
    ----------
    members : tuple of str
        Who sits at the table, by id.
    sets : int64 array, shape (sets,)
        The sets of red lines that packages cross, as bit sets, ascending.
    eases : list of tuple of str
        The same by the names of the red lines.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> geneva = OpeningSets(load("december-2021-a"), "geneva")
    >>> minimal = geneva.minimal({dm: geneva.own(dm) for dm in geneva.members})
    >>> [ease for ease, is_minimal in zip(geneva.eases, minimal[:, 0]) if is_minimal]
    [('us#1',)]
    """

    def __init__(self, model: Model, seats: Seats = None, start: int | None = None) -> None:
        ground = Ground(model, start)
        _, self.members = seated(model, seats)
        self.start = ground.start
        lines, codes = red_lines(model, self.members), ground.codes()
        self.easing = Easing(model, lines, codes)
        places = [ground.places[dm] for dm in self.members]
        reached = reachable(model, self.start, places, "joint")
        packages = reached[reached != self.start]
        crossed = self.easing.crossed[packages]
        order = np.argsort(crossed, kind="stable")
        self.packages: Index = packages[order]  # those that cross the same red lines together
        self.sets, self._first = np.unique(crossed[order], return_index=True)
        self.eases = [names_in(mask, lines) for mask in self.sets.tolist()]
        self._parts_of = Parts(model, self.start, self.members, self.packages)
        self._gives = {
            dm: (self.easing.crossed[self.packages] & held_by(dm, lines)) != 0
            for dm in self.members
        }

    @cached_property
    def _left_out(self) -> Mapping[str, tuple[slice, Index]]:
        """By member: the rows that compare packages with what is without its part in them.

        And which packages these are: those that cross a red line of somebody.
        """
        rows, first = dict[str, tuple[slice, Index]](), len(self.packages)
        for dm in self.members:
            there, _ = self._compared(dm)
            rows[dm] = slice(first, first + len(there)), there
            first += len(there)
        return rows

    def _compared(self, of: str) -> tuple[Index, Index]:
        there, without = self._parts_of.compared(of)
        asking = self.easing.crossed[self.packages[there]] != 0
        return there[asking], without[asking]

    @cached_property
    def _pairs(self) -> tuple[Index, Index]:
        """The states that are compared, and with which: packages with the start, then the rest."""
        firsts, seconds = [self.packages], [np.full_like(self.packages, self.start)]
        for dm in self.members:
            there, without = self._compared(dm)
            firsts.append(self.packages[there])
            seconds.append(without)
        return np.concatenate(firsts), np.concatenate(seconds)

    @cached_property
    def _parts(self) -> list[Index]:
        """For each set, the places of the sets that are a proper part of it."""
        parts = (self.sets[:, None] & self.sets) == self.sets
        np.fill_diagonal(parts, val=False)
        return [np.flatnonzero(row) for row in parts]

    def own(self, dm: str) -> Likings:
        """Compare the packages as the model has a member's preferences.

        Returns
        -------
        int8 array, shape (rows, 1)
            Of each package with the start, as `Easing.likings` says it, the red lines that it
            crosses eased; then of some with what they are without the part of one member.
        """
        signs = self.ranked(self.easing.model.ranks(dm)[:, None])
        signs[: len(self.packages), 0] = self.easing.likings(dm, self.start)[self.packages]
        return signs

    def ranked(self, ranks: NDArray[np.integer]) -> Likings:
        """Compare the packages by rankings, shape (n, profiles), of a member."""
        first, second = self._pairs
        gains = ranks[first].astype(np.int32) - ranks[second].astype(np.int32)
        signs: Likings = np.sign(gains).astype(np.int8)
        return signs

    def ordered(self, dm: str, orders: NDArray[np.integer]) -> Likings:
        """Compare the packages by other orders of a member's statements.

        Parameters
        ----------
        dm : str
            A member who states preferences.
        orders : int array, shape (statements, profiles)
            The places (0-based) of the statements that count, most important first; -1
            where there are no more.
        """
        counted = self._speaking(dm)
        speaks = np.array([*counted, np.zeros_like(counted[0])])  # -1 is a place that says nothing
        verdict: Likings = np.zeros((orders.shape[1], counted[0].shape[0]), dtype=np.int8)
        for places in orders:
            # The first statement in which two states differ decides between them.
            np.copyto(verdict, speaks[places], where=verdict == 0)
        return verdict.T

    def _speaking(self, dm: str) -> list[Likings]:
        """Say for which of the states compared each statement speaks."""
        (first, second), count, counted = self._pairs, len(self.packages), list[Likings]()
        for statement, eased in zip(
            statements_of(self.easing.model[dm]),
            self.easing.speaking(dm, self.start),
            strict=True,
        ):
            truth = holds(statement.condition, self.easing.codes).astype(np.int8)
            speaks: Likings = truth[first] - truth[second]
            # Red lines are eased where packages are compared with the start, and not elsewhere.
            speaks[:count] = eased[self.packages]
            counted.append(speaks)
        return counted

    def minimal(self, likings: Mapping[str, Likings]) -> Flags:
        """Decide which sets open the zone, and no part of them does.

        Parameters
        ----------
        likings : mapping of str to int8 array, shape (rows, profiles)
            By member, as the methods above compare packages; one profile stands for all.

        Returns
        -------
        bool array, shape (sets, profiles)
            Nothing where the zone is open, so that no red line need be eased.
        """
        if not len(self.packages):
            return np.zeros((0, 1), dtype=np.bool_)
        count = len(self.packages)
        liked = np.broadcast_arrays(*(signs[:count] for signs in likings.values()))
        better = np.logical_or.reduce([signs > 0 for signs in liked])
        worse = np.logical_or.reduce([signs < 0 for signs in liked])
        opens = better & ~worse & (self._free | self._moved(likings))
        # Packages lie together by what they cross, so a set is the run of them from its first.
        wanted: Flags = np.logical_or.reduceat(opens, self._first, axis=0)
        minimal = wanted.copy()
        for place, parts in enumerate(self._parts):
            minimal[place] &= ~wanted[parts].any(axis=0)
        minimal[self.sets == 0] = False
        return minimal

    @property
    def _free(self) -> Flags:
        """Which packages cross no red line, and so ask nobody for anything."""
        free: Flags = (self.easing.crossed[self.packages] == 0)[:, None]
        return free

    def _moved(self, likings: Mapping[str, Likings]) -> Flags:
        """Say which packages ask nobody merely to suffer what others do."""

        def sways(of: str, dm: str) -> Likings:
            rows, there = self._left_out[of]
            signs = np.zeros((len(self.packages), likings[dm].shape[1]), dtype=np.int8)
            signs[there] = likings[dm][rows]
            return signs

        return self._parts_of.moved(self._gives, sways)
