"""The section on paths: what improvements can make of the status quo."""

from __future__ import annotations

from dataclasses import dataclass

from satumeja.brief.figures import status_quo_diagram
from satumeja.brief.media import Figure, Table
from satumeja.brief.pages.sections._material import Listed
from satumeja.brief.pages.sections._section import Edition, Section
from satumeja.brief.sentences import arrival_sentence, goal_sentence, move_sentence
from satumeja.brief.tables import evolution_table

__all__ = ["PATHS"]


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


def _paths(edition: Edition[Listed]) -> PathsInWords | None:
    """Say what improvements can make of the status quo; nothing where none is given."""
    if edition.model.status_quo_number is None:
        return None
    (found, goal), phrases = edition.material.routes, edition.phrases
    sentence = arrival_sentence(phrases, found)
    if len(found.counts) == 1:
        return PathsInWords(sentence)
    diagram = status_quo_diagram(edition.material.analysis, found, language=phrases)
    if goal is None:
        return PathsInWords(sentence, diagram)
    (path,) = goal.paths
    return PathsInWords(
        sentence,
        diagram,
        goal_sentence(phrases, found, goal),
        tuple(move_sentence(phrases, move) for move in path),
        evolution_table(edition.model, path, language=phrases),
    )


PATHS = Section("paths", Listed, _paths)
