"""How an outcome comes about: the shortest ways, move by move."""

from __future__ import annotations

from itertools import islice
from typing import Literal

from satumeja import questions
from satumeja.brief.sentences import arrival_sentence
from satumeja.brief.words import Words
from satumeja.questions import Goal, Move
from satumeja.web.routing import Call
from satumeja.web.shapes import PathGoal, PathMove, PathsShown
from satumeja.web.tables._conflict import Conflict, conflict_of

__all__ = ["paths"]

_GOALS = 12
_Effect = Literal["better", "same", "worse"]
_EFFECTS: tuple[_Effect, _Effect, _Effect] = ("same", "better", "worse")
"""By sign: 0, 1 and -1."""


def paths(call: Call) -> PathsShown:
    """Find the shortest ways to a state, or to the nearest that hold."""
    conflict, query = conflict_of(call), call.query
    if query.start is None and conflict.model.status_quo is None:
        sentence = Words(call.language)("annexes.moves.no_present")
        return PathsShown(start=None, sentences=[sentence], goals=[])
    start = conflict.start(query.start)
    ways = questions.paths(
        conflict.model, start, improvements=query.improvements, engine=conflict.analysis.explicit
    )
    wanted = None if query.to is None else [conflict.model.find_state(query.to)]
    listed = islice(questions.goals(conflict.analysis, ways, wanted, query.most), _GOALS)
    return PathsShown(
        start=start,
        sentences=[arrival_sentence(conflict.phrases, ways)],
        goals=[_goal(conflict, goal) for goal in listed],
    )


def _goal(conflict: Conflict, goal: Goal) -> PathGoal:
    return PathGoal(
        state=goal.state,
        words=conflict.situations.named(goal.state),
        moves=goal.moves,
        holds=list(goal.concepts),
        paths=[[_move(conflict, move) for move in path] for path in goal.paths],
    )


def _move(conflict: Conflict, move: Move) -> PathMove:
    phrases = conflict.phrases
    effect = _EFFECTS[(move.gain > 0) - (move.gain < 0)]
    places = {
        name: phrases.place(move.mover, number)
        for name, number in (("before", move.start), ("after", move.end))
    }
    return PathMove(
        maker=move.mover,
        to=move.end,
        words=conflict.move(move.mover, move.start, move.end),
        effect=effect,
        returns=move.returns,
        need=conflict.words(f"paths.{effect}", dm=phrases.dm(move.mover), **places),
    )
