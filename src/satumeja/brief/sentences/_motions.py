"""What a proof shows, move by move, and which states it compares for whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import singledispatch
from typing import TYPE_CHECKING, Literal

from satumeja.display import ShownInLine
from satumeja.stability import (
    CONCEPTS,
    CoalitionVerdict,
    ForesightVerdict,
    Hold,
    Sanction,
    SimultaneousVerdict,
    StatedVerdict,
    Step,
    Tempted,
    Verdict,
)

if TYPE_CHECKING:
    from satumeja.stability.further import Proof

__all__ = ["Comparing", "Motion", "Outline", "outline_of", "outline_of_hold"]

LEAD = -1
"""The place of what belongs to no single point of an explanation."""


@dataclass(frozen=True, repr=False)
class Motion(ShownInLine):
    """A move that a proof shows.

    Parameters
    ----------
    dm : str
        Who moves.
    start, end : int
        From which state to which, by number.
    kind : {"leaves", "answers"}
        Whether it is a move away from the state in question, or one that answers it.
    point : int
        To which point of the explanation it belongs, from 0; -1 for the lead.
    """

    dm: str
    start: int
    end: int
    kind: Literal["leaves", "answers"]
    point: int = LEAD


@dataclass(frozen=True, repr=False)
class Comparing(ShownInLine):
    """Two states whose order for somebody the proof turns on.

    Parameters
    ----------
    dm : str
        For whom.
    better, worse : int
        The states, by number: the first is at least as good as the second.
    point : int
        As of `Motion`.
    """

    dm: str
    better: int
    worse: int
    point: int = LEAD


@dataclass(frozen=True, repr=False)
class Outline(ShownInLine):
    """A proof as moves and comparisons, in the order it is told."""

    motions: tuple[Motion, ...] = ()
    compared: tuple[Comparing, ...] = ()


def _steps(start: int, path: Sequence[Step], point: int) -> Iterator[Motion]:
    """List the moves of the others, one after the other."""
    for step in path:
        yield Motion(step.dm, start, step.to, "answers", point)
        start = step.to


def _end(start: int, path: Sequence[Step]) -> int:
    return path[-1].to if path else start


@singledispatch
def outline_of(verdict: Proof) -> Outline:
    """Say which moves a proof shows, and which states it compares."""
    raise AssertionError(f"a verdict of no known shape: {verdict!r}")


@outline_of.register
def _(verdict: Verdict) -> Outline:
    motions, compared = list[Motion](), list[Comparing]()
    state, dm = verdict.state, verdict.dm
    if verdict.improvement is not None:
        motions.append(Motion(dm, state, verdict.improvement, "leaves"))
        compared.append(Comparing(dm, verdict.improvement, state))
    for point, sanction in enumerate(verdict.sanctions):
        motions += _answered(dm, state, sanction, point)
        end = _end(sanction.improvement, sanction.path)
        if end != state:
            compared.append(Comparing(dm, state, end, point))
        concept = CONCEPTS.get(verdict.concept)
        if concept is not None and concept.credible:
            compared += _gains(sanction, point)
    return Outline(tuple(motions), tuple(compared))


def _answered(dm: str, state: int, sanction: Sanction, point: int) -> Iterator[Motion]:
    yield Motion(dm, state, sanction.improvement, "leaves", point)
    yield from _steps(sanction.improvement, sanction.path, point)


def _gains(sanction: Sanction, point: int) -> Iterator[Comparing]:
    """Say that whoever answers gains by each step."""
    before = sanction.improvement
    for step in sanction.path:
        yield Comparing(step.dm, step.to, before, point)
        before = step.to


@outline_of.register
def _(verdict: SimultaneousVerdict) -> Outline:
    motions, compared = list[Motion](), list[Comparing]()
    state, dm = verdict.state, verdict.dm
    if verdict.improvement is not None:
        motions.append(Motion(dm, state, verdict.improvement, "leaves"))
        compared.append(Comparing(dm, verdict.improvement, state))
    for point, sanction in enumerate(verdict.sanctions):
        motions += _answered(dm, state, sanction, point)
    for point, joint in enumerate(verdict.joints, start=len(verdict.sanctions)):
        motions.append(Motion(dm, state, joint.improvement, "leaves", point))
        motions += (Motion(step.dm, state, step.to, "answers", point) for step in joint.others)
        compared.append(Comparing(dm, state, joint.result, point))
    return Outline(tuple(motions), tuple(compared))


@outline_of.register
def _(verdict: ForesightVerdict) -> Outline:
    motions, compared = list[Motion](), list[Comparing]()
    state, dm = verdict.state, verdict.dm
    for point, outlook in enumerate(verdict.outlooks):
        motions.append(Motion(dm, state, outlook.move, "leaves", point))
        motions += _steps(outlook.move, outlook.path, point)
        end = _end(outlook.move, outlook.path)
        pair = (state, end) if verdict.stable else (end, state)
        compared.append(Comparing(dm, *pair, point))
    return Outline(tuple(motions), tuple(compared))


@outline_of.register
def _(verdict: CoalitionVerdict) -> Outline:
    motions, compared = list[Motion](), list[Comparing]()
    routes = {route.to: route.path for route in verdict.improvements}
    if verdict.improvement is not None:
        target = verdict.improvement
        motions += _leaving(verdict.state, routes[target], LEAD)
        compared += (Comparing(dm, target, verdict.state) for dm in verdict.party)
        return Outline(tuple(motions), tuple(compared))
    for point, reply in enumerate(verdict.replies):
        motions += _leaving(verdict.state, routes[reply.improvement], point)
        here = reply.improvement
        for route in reply.routes:
            motions += _steps(here, route.path, point)
            here = route.to
    return Outline(tuple(motions), tuple(compared))


def _leaving(start: int, path: Sequence[Step], point: int) -> Iterator[Motion]:
    """List the moves by which a group leaves a state."""
    for step in path:
        yield Motion(step.dm, start, step.to, "leaves", point)
        start = step.to


@outline_of.register
def _(verdict: StatedVerdict) -> Outline:
    return Outline()


def outline_of_hold(hold: Hold, side: Tempted) -> Outline:
    """Say which moves tempt a side to leave a situation, how they are answered, and why.

    The points are its gainful moves, the one that decides the rung first.
    """
    motions, compared = list[Motion](), list[Comparing]()
    for point, move in enumerate(side.moves):
        motions.append(Motion(side.dm, hold.state, move.to, "leaves", point))
        compared.append(Comparing(side.dm, move.to, hold.state, point))
        before, answer = move.to, move.answer
        for step in answer.steps if answer else ():
            motions.append(Motion(step.dm, before, step.to, "answers", point))
            if step.gain:
                compared.append(Comparing(step.dm, step.to, before, point))
            before = step.to
        if answer and not answer.back:
            compared.append(Comparing(side.dm, hold.state, answer.end, point))
    return Outline(tuple(motions), tuple(compared))
