"""The command on paths: what can come about, by whose moves."""

from __future__ import annotations

from itertools import islice
from typing import Annotated

import typer

from satumeja.cli._common import ModelPath, console, load, names, number_of, print_json
from satumeja.cli._options import (
    ALL,
    AsJson,
    Concepts,
    From,
    Improvements,
    In,
    Language,
    To,
)

__all__ = ["paths"]

_GOALS = 1_000


def paths(
    model: ModelPath,
    start: From = None,
    to: To = None,
    improvements: Improvements = False,
    most: Annotated[
        int, typer.Option("--most", "-n", metavar="N", min=1, help="How many paths to each state.")
    ] = 1,
    concept: Concepts = ALL,
    as_json: AsJson = False,
    language: In = Language.en,
) -> None:
    """Find what can come about, by whose moves.

    From the status quo or another state: in how many moves each state can be reached, who
    moves last, and the shortest legal paths to the equilibria or to a state you name, with
    what each move needs.
    """
    from satumeja import questions, stability

    conflict = load(model)
    number, goal = number_of(conflict, start), number_of(conflict, to)
    found = questions.paths(conflict, number, improvements=improvements)
    analysis = stability.analyse(conflict, names(concept))
    if as_json:
        wanted = questions.goals(analysis, found, [goal] if goal else None, most)
        print_json(found.to_json() | {"goals": [g.to_json() for g in islice(wanted, _GOALS)]})
        return
    from satumeja.brief.terminal import print_paths

    print_paths(analysis, found, console(), language.value, to=goal, most=most)
