"""A page in the terminal: what can come about from a state, and how."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np
from rich.console import Console
from rich.padding import Padding

from satumeja.brief.sentences import (
    arrival_sentence,
    beyond_sentence,
    goal_sentence,
    move_sentence,
    status_quo_table,
)
from satumeja.brief.tables import marks_of
from satumeja.brief.terminal._table import print_table
from satumeja.brief.words import Phrases, Words
from satumeja.questions import Goal, Paths, goals

if TYPE_CHECKING:
    from satumeja.stability import Analysis

__all__ = ["print_paths"]

_GOALS = 12
_TABLED = 60


def print_paths(
    analysis: Analysis,
    found: Paths,
    console: Console,
    language: str = "en",
    *,
    to: int | None = None,
    most: int = 1,
) -> None:
    """Print what can come about from a state, and shortest paths to some states.

    Parameters
    ----------
    analysis : Analysis
        An analysed model, for its equilibria.
    found : Paths
        From `satumeja.questions.paths`, of the same model.
    console, language
        Where to print, and in which language.
    to : int, optional
        The state to lead to, by number; the equilibria where none is given.
    most : int
        How many shortest paths to each.
    """
    phrases = Phrases(analysis.model, Words(language), analysis.ranks)
    words, start = phrases.words, found.start
    console.print(analysis.model.title.in_language(language), style="bold")
    console.print(words("paths.title", number=start, form=phrases.form(start)))
    console.print(arrival_sentence(phrases, found))
    if to is not None:
        _print_goals(phrases, found, goals(analysis, found, [to], most), console)
        return
    if len(analysis.model.states) <= _TABLED:
        print_table(status_quo_table(analysis, found, language=words.language), console)
    console.print()
    _print_equilibria(phrases, analysis, found, console, most)


def _print_equilibria(
    phrases: Phrases, analysis: Analysis, found: Paths, console: Console, most: int
) -> None:
    words, equilibria = phrases.words, marks_of(analysis).times > 0
    console.print(words("paths.goals" if equilibria.any() else "paths.no_goals"), style="bold")
    within = int(np.count_nonzero(equilibria & (found.moves >= 0)))
    nearest = goals(analysis, found, most=most)
    _print_goals(phrases, found, islice(nearest, min(within, _GOALS)), console)
    console.print()
    if within > _GOALS:
        console.print(words.count("paths.more", within - _GOALS))
    beyond = (np.flatnonzero(equilibria & (found.moves < 0)) + 1).tolist()
    if beyond:
        console.print(beyond_sentence(phrases, found, beyond))


def _print_goals(phrases: Phrases, found: Paths, shown: Iterable[Goal], console: Console) -> None:
    for goal in shown:
        console.print()
        console.print(goal_sentence(phrases, found, goal))
        for k, path in enumerate(goal.paths):
            if k:
                console.print(Padding(phrases.words("paths.or"), (0, 0, 0, 2)))
            for step, move in enumerate(path, start=1):
                said = f"{step}. {move_sentence(phrases, move)}"
                console.print(Padding(said, (0, 0, 0, 2)))
