"""Many preference profiles of one model at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from satumeja.errors import LimitError, QuestionError
from satumeja.model import DecisionMaker, Model, OptionStates
from satumeja.model.kit import arcs_of
from satumeja.stability._concepts import Concept, concepts_named

__all__ = ["BATCH_CONCEPTS", "LARGEST_BATCH", "Batch", "batch", "rank_type"]

Index = NDArray[np.intp]
Profiles = NDArray[Any]  # ranks of many profiles, or values like them: unsigned, narrow
Flags = NDArray[np.bool_]

BATCH_CONCEPTS = ("nash", "gmr", "smr", "seq", "sseq")
"""The concepts that can be decided for many preference profiles at once."""
LARGEST_BATCH = 2048
"""The most states of a conflict that is decided for many profiles at once."""
_TILE = 1 << 16  # states times profiles that are worked on at a time, to stay in the cache
_NARROWEST_TILE = 256


def rank_type(states: int) -> np.dtype[Any]:
    """Return the narrowest unsigned type for ranks 1 to `states` and one value above them.

    Examples
    --------
    >>> rank_type(12), rank_type(254), rank_type(255)
    (dtype('uint8'), dtype('uint8'), dtype('uint16'))
    """
    return np.min_scalar_type(states + 1)


@dataclass(frozen=True)
class _Sets:
    """Sets of states, padded to the longest by repeating a member; each state has one."""

    members: Index  # shape (longest, sets)
    of: Index  # the set of each state

    def reduce(self, ufunc: np.ufunc, values: Profiles) -> Profiles:
        """Reduce values over the set of each state."""
        result: Profiles = values.take(self.members[0], axis=0)
        member = np.empty_like(result)
        for row in self.members[1:]:
            # With the default mode numpy buffers `out`; no place is out of range.
            ufunc(result, values.take(row, axis=0, out=member, mode="clip"), out=result)
        of_states: Profiles = result.take(self.of, axis=0)
        return of_states


def _sets(rows: Iterable[Index]) -> _Sets:
    """Gather the sets of all states, given as ascending members, keeping each set once."""
    # By options, all states of a block reach the same set: few sets are reduced, not n.
    distinct: dict[bytes, int] = {}
    of = [distinct.setdefault(row.tobytes(), len(distinct)) for row in rows]
    members = [np.frombuffer(row, dtype=np.intp) for row in distinct]
    return _Sets(_side_by_side(members), np.array(of, dtype=np.intp))


def _side_by_side(rows: Sequence[Index]) -> Index:
    """Make each row a column; the shorter ones repeat their first entry."""
    # A member twice changes neither the highest nor the lowest value of a set.
    longest = max(len(row) for row in rows)
    return np.stack(
        [np.concatenate([row, np.repeat(row[:1], longest - len(row))]) for row in rows], axis=1
    )


def _reach(model: Model, mover: int) -> list[Index]:
    """List what `mover` can reach in one move from each state, the state itself first."""
    dm, states = model.decision_makers[mover], model.states
    if isinstance(states, OptionStates) and model.moves_by_options:
        return list(_reach_by_options(states, states.masks[mover], dm))
    moves = arcs_of(model, dm)
    first = np.searchsorted(moves[:, 0], np.arange(len(states) + 1))
    return [np.concatenate([[s], moves[first[s] : first[s + 1], 1]]) for s in range(len(states))]


def _reach_by_options(states: OptionStates, own: int, dm: DecisionMaker) -> Iterator[Index]:
    stays = {"Y": 0, "N": 0}  # options that cannot be left, or taken, once they are so
    for option, k in zip(dm.options, range((own & -own).bit_length() - 1, 64), strict=False):
        if option.direction != "both":
            stays["Y" if option.direction == "forward" else "N"] |= 1 << k
    for place, code in enumerate(states.codes):
        refused = ~own | (code & stays["Y"]) | (~code & stays["N"])
        targets = np.flatnonzero((states.codes ^ code) & refused == 0)
        yield np.concatenate([[place], targets[targets != place]])


class Batch:
    """The moves of a model, ready to decide any preference profile it could have.

    Parameters
    ----------
    model : Model
        In option form or graph form; its own preferences are not looked at.

    Raises
    ------
    LimitError
        If it has more than 2,048 states.

    Notes
    -----
    The thresholds are those of `Explicit`. What can be reached, by one decision maker
    in a move or by the opponents of one in a legal sequence, does not depend on
    preferences and is found once, in O(n ** 2) memory for n states. Each step is then
    one operation on rows of profiles: O(n * m) steps for each decision maker and round
    of credible sanctions, m being the most states anybody reaches in one move.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> model = load("prisoners-dilemma")
    >>> own = np.array([model.ranks(dm) for dm in model.decision_makers])
    >>> stable = Batch(model).stable(own[:, :, None], ["nash"])
    >>> np.flatnonzero(stable[0].all(axis=0)) + 1
    array([4])
    """

    def __init__(self, model: Model) -> None:
        self.size = len(model.states)
        if self.size > LARGEST_BATCH:
            raise LimitError(
                f"{self.size:,} states are more than the {LARGEST_BATCH:,} for which many "
                "profiles can be decided at once; analyse takes more, one profile at a time"
            )
        self._movers = range(len(model.decision_makers))
        reach = [_reach(model, mover) for mover in self._movers]
        # Without the row of the states themselves, which pad the rows that follow: an arc to
        # oneself is no move, and is refused wherever arcs are followed.
        self._arcs = [_side_by_side(rows)[1:] for rows in reach]
        self._own = [_sets(np.sort(row) for row in rows) for rows in reach]

    @cached_property
    def _others(self) -> list[_Sets]:
        """What the opponents of each decision maker can bring about from each state."""
        places = np.arange(self.size)
        padding = [_all_bits(arcs == places, np.uint8)[:, :, None] for arcs in self._arcs]
        # A column for each state, 0 there alone: its lowest value is 0 where it is reached.
        away = _all_bits(~np.eye(self.size, dtype=np.bool_), np.uint8)
        unreached = [self._closure(focal, away, padding) for focal in self._movers]
        return [_sets(np.flatnonzero(row == 0) for row in rows) for rows in unreached]

    def _closure(self, focal: int, values: Profiles, refused: Sequence[NDArray[Any]]) -> Profiles:
        """Return the lowest values the opponents of `focal` can bring about from each state.

        ``led[j]`` is the lowest value of the legal sequences in which j moves first;
        after its move anyone but j goes on. `refused` has, by mover, arc and state, all
        bits set where the mover does not make that move: nothing is higher.
        """
        movers = [mover for mover in self._movers if mover != focal]
        led = {mover: np.full_like(values, np.iinfo(values.dtype).max) for mover in movers}
        onward, ahead, lower = (np.empty_like(values) for _ in range(3))
        quiet, turn = 0, 0
        while quiet < len(movers):
            mover = movers[turn]
            _lowest([values, *(led[other] for other in movers if other != mover)], onward)
            np.copyto(lower, led[mover])
            for ends, refusal in zip(self._arcs[mover], refused[mover], strict=True):
                onward.take(ends, axis=0, out=ahead, mode="clip")
                np.bitwise_or(ahead, refusal, out=ahead)
                np.minimum(lower, ahead, out=lower)
            quiet = quiet + 1 if np.array_equal(lower, led[mover]) else 1
            # The old values are the buffer of the next turn: rounds take no new memory.
            led[mover], lower = lower, led[mover]
            turn = (turn + 1) % len(movers)
        return _lowest([values, *led.values()], onward)

    def _sanctions(
        self,
        focal: int,
        values: dict[Concept, Profiles],
        refused: Sequence[NDArray[Any]],
    ) -> dict[Concept, Profiles]:
        """Return, by concept, the lowest of its values the opponents can bring about."""
        others = self._others[focal]
        sanctions = {
            concept: others.reduce(np.minimum, value)
            for concept, value in values.items()
            if not concept.credible
        }
        credible = [concept for concept in values if concept.credible]
        if credible:
            # They refuse the same moves, so one closure does for all of them.
            together = np.stack([values[concept] for concept in credible], axis=1)
            lowest = self._closure(focal, together, refused)
            sanctions |= {concept: lowest[:, k] for k, concept in enumerate(credible)}
        return sanctions

    def _thresholds(
        self,
        focal: int,
        own: Profiles,
        concepts: Sequence[Concept],
        refused: Sequence[NDArray[Any]],
    ) -> Iterator[Profiles]:
        """Give, concept by concept, the lowest rank at which each state is stable."""
        mine = self._own[focal]
        reply = mine.reduce(np.maximum, own)
        values = {c: reply if c.counter else own for c in concepts if c.sanctions}
        sanctions = self._sanctions(focal, values, refused)
        for concept in concepts:
            if concept.sanctions:
                yield mine.reduce(np.maximum, np.minimum(own, sanctions[concept]))
            else:
                yield reply

    def _decide(self, ranks: Profiles, concepts: Sequence[Concept], stable: Flags) -> None:
        """Decide a tile of profiles into `stable`."""
        refused = [
            _all_bits(own[arcs] <= own, own.dtype)[:, :, None]
            for arcs, own in zip(self._arcs, ranks, strict=True)
        ]
        for focal, own in enumerate(ranks):
            for k, threshold in enumerate(self._thresholds(focal, own, concepts, refused)):
                np.greater_equal(own, threshold, out=stable[k, focal])

    def stable(self, ranks: NDArray[Any], concepts: Iterable[str] = BATCH_CONCEPTS) -> Flags:
        """Decide which states are stable for whom, profile by profile.

        Parameters
        ----------
        ranks : array of int, shape (DMs, n, profiles)
            Ranks from 1, the least preferred, to n at most; ties share a rank.
        concepts : iterable of str
            Of nash, gmr, smr, seq and sseq; all of them by default.

        Returns
        -------
        bool array, shape (concepts, DMs, n, profiles)
            The concepts in the registry's order.

        Raises
        ------
        QuestionError
            If a concept is not one of the five, or the ranks do not fit the model.
        """
        chosen = concepts_named(concepts)
        for concept in chosen:
            if concept.id not in BATCH_CONCEPTS:
                raise QuestionError(f'"{concept.id}" is not decided for many profiles at once')
        self._check(ranks)
        stable = np.empty((len(chosen), *ranks.shape), dtype=np.bool_)
        tile = max(_NARROWEST_TILE, _TILE // self.size)
        for first in range(0, ranks.shape[2], tile):
            part = np.s_[:, :, first : first + tile]
            own = np.ascontiguousarray(ranks[part], dtype=rank_type(self.size))
            self._decide(own, chosen, stable[:, *part])
        return stable

    def _check(self, ranks: NDArray[Any]) -> None:
        expected = (len(self._movers), self.size)
        if ranks.ndim != 3 or ranks.shape[:2] != expected:
            raise QuestionError(
                f"ranks have the shape (decision makers, states, profiles): "
                f"{expected} and any number, not {ranks.shape}"
            )
        if ranks.dtype.kind not in "iu":
            raise QuestionError(f"ranks are whole numbers, not {ranks.dtype}")
        if ranks.size and not (ranks.min() >= 1 and ranks.max() <= self.size):
            raise QuestionError(
                f"ranks go from 1 to {self.size}; these go from {ranks.min()} to {ranks.max()}"
            )


def _all_bits(flags: Flags, kind: Any) -> NDArray[Any]:
    """Return all bits set where a flag is, none elsewhere."""
    bits = flags.astype(kind)
    np.negative(bits, out=bits)  # unsigned, -1 wraps round to all bits
    return bits


def _lowest(values: Sequence[Profiles], into: Profiles) -> Profiles:
    np.copyto(into, values[0])
    for other in values[1:]:
        np.minimum(into, other, out=into)
    return into


def batch(model: Model, ranks: NDArray[Any], concepts: Iterable[str] = BATCH_CONCEPTS) -> Flags:
    """Decide which states are stable for whom in many preference profiles of a model at once.

    Parameters
    ----------
    model : Model
        Who can move where, in option form or graph form.
    ranks : array of int, shape (DMs, n, profiles)
        Ranks from 1, the least preferred, to n at most; ties share a rank.
    concepts : iterable of str
        Of nash, gmr, smr, seq and sseq; all of them by default.

    Returns
    -------
    bool array, shape (concepts, DMs, n, profiles)
        Cell for cell what `analyse` decides; ``.all(axis=1)`` gives the equilibria.

    Raises
    ------
    LimitError
        If the model has more than 2,048 states.
    QuestionError
        If a concept is not one of the five, or the ranks do not fit the model.

    See Also
    --------
    Batch : The same with the setting up done once for several calls.

    Examples
    --------
    In how many of the 24 strict rankings by Row is each outcome of Chicken an equilibrium?

    >>> from itertools import permutations
    >>> from satumeja.gallery import load
    >>> model = load("chicken")
    >>> row = np.array(list(permutations([1, 2, 3, 4]))).T
    >>> column = np.repeat(model.ranks(model["column"])[:, None], 24, axis=1)
    >>> batch(model, np.stack([row, column]), ["nash"]).all(axis=1).sum(axis=-1)
    array([[ 0, 12, 12,  0]])
    """
    return Batch(model).stable(ranks, concepts)
