"""Threats and promises: whether they are credible, and what they do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from satumeja.model.kit import mask_of
from satumeja.stability import CONCEPTS, Explicit
from satumeja.table._changes import owners
from satumeja.table._ground import CHEAP, Ground, Index, Mask
from satumeja.table._judgements import Answered, Kind, Threat, Threats, WayOut, does
from satumeja.table._reading import Conditional, read_conditionals
from satumeja.table._remedies import Remedy, remedies

if TYPE_CHECKING:
    from satumeja.model import Model, Ranks, StateName

__all__ = ["threats"]


@dataclass(frozen=True)
class _Bringing:
    """A move that brings a condition about, the ways to carry out what was said, and replies.

    `counters` has, for each of the answers, where the mover can go from there.
    """

    dm: str
    to: int
    answers: list[int]
    counters: list[Index]


class _Case:
    """One threat or promise, to be judged under any ranks."""

    def __init__(self, ground: Ground, threat: Conditional) -> None:
        self.ground, self.maker = ground, threat.by
        self.by = ground.places[threat.by]
        self.carried_out: Mask = ground.holds(threat.then)
        self.when: Mask = ground.holds(threat.when)
        belongs = owners(ground.model)
        turns_on = mask_of(threat.when)
        up_to = {dm for k, dm in enumerate(belongs) if turns_on >> k & 1}
        self.up_to = [dm for dm in ground.places if dm in up_to]

    def _best(self, values: NDArray[np.uint64]) -> NDArray[np.uint64]:
        """Return the highest value to which carrying out leads from each state, 0 if none."""
        moves = self.ground.engine.moves
        laid = moves.lay(np.where(self.carried_out, values, np.uint64(0)))
        highest: NDArray[np.uint64] = moves.listed(moves.best(self.by, laid))
        return highest

    @cached_property
    def due(self) -> Mask:
        """Where the condition holds and what was said can, but need not yet, be done."""
        ones = np.ones(len(self.carried_out), dtype=np.uint64)
        due: Mask = self.when & ~self.carried_out & (self._best(ones) > 0)
        return due

    def credible_in(self, ranks: Mapping[str, Ranks]) -> int:
        own = ranks[self.maker].astype(np.uint64)
        return int(np.count_nonzero(self._best(own)[self.due] > own[self.due]))

    def kind(self, ranks: Mapping[str, Ranks]) -> Kind:
        """Decide what carrying it out, the way its maker likes best, does to the others."""
        own, worse, better = ranks[self.maker].astype(np.uint64), False, False
        for dm in self.up_to:
            rank = ranks[dm].astype(np.uint64)
            # Two ranks in one number, the maker's leading: the highest is, among the ways its
            # maker likes best, the best for `dm`; with the second turned round, the worst.
            base = rank.max() + np.uint64(1)
            best = self._best(own * base + rank) % base
            least = base - np.uint64(1) - self._best(own * base + (base - 1 - rank)) % base
            worse |= bool((least[self.due] < rank[self.due]).any())
            better |= bool((best[self.due] > rank[self.due]).any())
        if worse and better:
            return "mixed"
        return "threat" if worse else "promise" if better else "idle"

    def _moves_of_others(self) -> Iterator[tuple[str, int]]:
        """Give the moves that the others have from the start."""
        for dm, place in self.ground.places.items():
            if place != self.by:
                targets = self.ground.engine.moves.targets(place, self.ground.start)
                yield from ((dm, to) for to in targets.tolist())

    @cached_property
    def _bringing(self) -> list[_Bringing]:
        """The moves of others from the start that bring the condition about."""
        if self.when[self.ground.start]:
            return []
        targets, bringing = self.ground.engine.moves.targets, list[_Bringing]()
        for dm, to in self._moves_of_others():
            if self.when[to] and not self.carried_out[to]:
                answers = [q for q in targets(self.by, to).tolist() if self.carried_out[q]]
                counters = [targets(self.ground.places[dm], q) for q in answers]
                bringing.append(_Bringing(dm, to, answers, counters))
        return bringing

    @cached_property
    def _ending(self) -> list[tuple[str, int]]:
        """The moves of others from the start that end the condition, where it is in force."""
        return [(dm, to) for dm, to in self._moves_of_others() if not self.when[to]]

    @cached_property
    def _feared(self) -> Index:
        """The ways to carry it out from the start."""
        targets = self.ground.engine.moves.targets(self.by, self.ground.start)
        feared: Index = targets[self.carried_out[targets]]
        return feared

    def moves(self, ranks: Mapping[str, Ranks]) -> tuple[Answered, ...]:
        """Judge the moves of others from the start that bring the condition about."""
        return tuple(self._answered(move, ranks) for move in self._bringing)

    @cached_property
    def in_force(self) -> bool:
        """Whether it is due in the start."""
        return bool(self.due[self.ground.start])

    def ways_out(self, ranks: Mapping[str, Ranks]) -> tuple[WayOut, ...]:
        """List the moves of others from the start that end the condition."""
        if not self.in_force:
            return ()
        own = ranks[self.maker]
        feared = self._feared[own[self._feared] > own[self.ground.start]]
        return tuple(
            WayOut(dm, to + 1, bool(len(feared) and (ranks[dm][to] > ranks[dm][feared]).all()))
            for dm, to in self._ending
        )

    def _answered(self, move: _Bringing, ranks: Mapping[str, Ranks]) -> Answered:
        dm, to, answers = move.dm, move.to, move.answers
        rank, own = ranks[dm], ranks[self.maker]
        before = rank[self.ground.start]
        kinds = set[tuple[bool, bool]]()
        for q, counters in zip(answers, move.counters, strict=True):
            if rank[q] <= before:
                final = not len(counters) or bool((rank[counters] <= before).all())
                # What would do as a credible or a final answer does where neither is asked.
                kinds |= {
                    (credible, counter)
                    for credible in {False, bool(own[q] > own[to])}
                    for counter in {False, final}
                }
        improves = bool(rank[to] > before)
        return Answered(
            dm=dm,
            to=to + 1,
            improves=improves,
            answers=tuple(q + 1 for q in answers),
            sanctioned=tuple(
                c.id
                for c in CONCEPTS.values()
                if improves and c.sanctions and (c.credible, c.counter) in kinds
            ),
            rewarded=any(rank[q] > before for q in answers),
            credibly=any(rank[q] > before and own[q] > own[to] for q in answers),
        )

    def works(self, ranks: Mapping[str, Ranks]) -> bool:
        due = np.count_nonzero(self.due)
        if not 0 < due == self.credible_in(ranks):
            return False
        moves, ways_out = self.moves(ranks), self.ways_out(ranks)
        # What no kind would do, this one does not; the kind takes longest to decide.
        return does("mixed", moves, ways_out) and does(self.kind(ranks), moves, ways_out)


def threats(
    model: Model,
    more: Sequence[Conditional] = (),
    *,
    start: StateName | None = None,
    engine: Explicit | None = None,
) -> Threats:
    """Judge threats and promises: whether they are credible, and what they do.

    Parameters
    ----------
    model : Model
        A conflict; in graph form no threats can be read.
    more : sequence of Conditional
        Threats and promises that the model does not state (see `conditional`).
    start : int or str, optional
        The state from which they are judged, by number or by a name as for
        `Model.find_state`; the status quo by default.
    engine : Explicit, optional
        The engine of the model, where one is set up already.

    Returns
    -------
    Threats
        One judgement for each statement of the form ``then if when`` (see
        `read_conditionals`), and for each of `more`.

    Raises
    ------
    QuestionError
        If there is no such state, or no status quo.
    LimitError
        If the model has more feasible states than can be listed.

    See Also
    --------
    conditional : Puts a threat or promise that the model does not state.

    Notes
    -----
    Threats and promises, and what makes them credible, are the subject of [1]_.

    *Carrying out*: one move of the one who said so, from a state in which the condition
    holds, to a state in which what was said is done. It may change other options of its
    own along with it. *Credible*: wherever it is due and possible, some way of carrying
    it out is an improvement for its maker. *Deters*: every improvement of others from
    the start that brings the condition about is sanctioned by carrying it out, and by
    nothing else, under SEQ; for each move the other concepts are given as well.
    *Compels*: where it is due in the start, somebody can end the condition by a move to
    a state it prefers to what carrying out would bring.
    *Induces*: a move that is no improvement by itself becomes one, once what was said
    is carried out credibly.

    Cost: one analysis, and where a threat does not work and there are 4,096 states at most,
    a ranking of the states for each promotion tried.

    References
    ----------
    .. [1] Schelling, *The Strategy of Conflict*, Harvard University Press, 1960.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> judged = threats(load("december-2021-b"))
    >>> [(t.said.by, t.said.text, t.credible, t.deters) for t in judged.threats][2:]
    [('us', 'punish if attack', True, False), ('nato', 'arm iff attack', True, True)]
    """
    ground = Ground(model, start, Explicit.of(model, engine))
    stated = (*read_conditionals(model), *more)
    return Threats(model, ground.start + 1, tuple(_judged(ground, threat) for threat in stated))


def _judged(ground: Ground, threat: Conditional) -> Threat:
    case, ranks = _Case(ground, threat), ground.ranks
    works = case.works(ranks)
    tried: tuple[Remedy, ...] | None = () if works else None
    if not works and len(ground.model.states) <= CHEAP:
        tried = remedies(ground, threat, case.up_to, case.works)
    return Threat(
        said=threat,
        kind=case.kind(ranks),
        due=int(np.count_nonzero(case.due)),
        credible_in=case.credible_in(ranks),
        in_force=case.in_force,
        moves=case.moves(ranks),
        ways_out=case.ways_out(ranks),
        remedies=tried,
    )
