"""The brief's page on paths: what improvements can make of the status quo."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from satumeja.brief.figures import status_quo_diagram
from satumeja.brief.media import Figure, Table
from satumeja.brief.sentences import arrival_sentence, goal_sentence, move_sentence
from satumeja.brief.tables import evolution_table
from satumeja.brief.words import Phrases
from satumeja.questions import Goal, Paths, goals, paths
from satumeja.stability import Analysis

__all__ = ["PathsInWords", "paths_in_words"]


@dataclass(frozen=True)
class PathsInWords:
    """What can come about by improvements, the nearest equilibrium, and the way there.

    Parameters
    ----------
    sentence : str
        How many states can come about, and in how many moves.
    diagram : Figure or None
        Them by the number of moves; None where there are none.
    goal : str
        Which equilibrium is nearest, if one is within reach.
    moves : tuple of str
        The moves that lead there.
    evolution : Table or None
        The same as states side by side.
    """

    sentence: str
    diagram: Figure | None = None
    goal: str = ""
    moves: tuple[str, ...] = ()
    evolution: Table | None = None


def paths_in_words(analysis: Analysis, phrases: Phrases) -> PathsInWords | None:
    """Say what improvements can make of the status quo; nothing where none is given."""
    if analysis.model.status_quo_number is None:
        return None
    found, goal = _followed(analysis)
    sentence, language = arrival_sentence(phrases, found), phrases.words.language
    if len(found.counts) == 1:
        return PathsInWords(sentence)
    diagram = status_quo_diagram(analysis, found, language=language)
    if goal is None:
        return PathsInWords(sentence, diagram)
    (path,) = goal.paths
    return PathsInWords(
        sentence,
        diagram,
        goal_sentence(phrases, found, goal),
        tuple(move_sentence(phrases, move) for move in path),
        evolution_table(analysis.model, path, language=language),
    )


@lru_cache(maxsize=1)
def _followed(analysis: Analysis) -> tuple[Paths, Goal | None]:
    """Follow improvements once for all languages, and find the nearest equilibrium elsewhere."""
    found = paths(analysis.model, improvements=True)
    return found, next((goal for goal in goals(analysis, found) if goal.moves), None)
