"""Why a decision maker prefers one state to another: what the preferences themselves say."""

from __future__ import annotations

import numpy as np

from satumeja.model import (
    DecisionMaker,
    Model,
    OptionStates,
    Prioritisation,
    Statement,
    holds,
)

__all__ = ["separating_statement"]


def separating_statement(
    model: Model, dm: DecisionMaker, first: int, second: int
) -> tuple[int, Statement, int] | None:
    """Find the most important preference statement that tells two states apart.

    Parameters
    ----------
    model : Model
        Where the states are.
    dm : DecisionMaker
        Whose preferences decide.
    first, second : int
        State numbers, 1-based.

    Returns
    -------
    tuple of (int, Statement, int) or None
        The statement's place (1 the most important), the statement, and which of
        the two states it holds in. None where no statement separates them: the
        preferences are a ranking or weights, or the states are ranked equal.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> model = load("december-2021-b")
    >>> place, statement, holds_in = separating_statement(model, model["russia"], 7, 10)
    >>> place, statement.text, holds_in
    (3, 'attack iff -guarantee', 10)
    """
    if not isinstance(dm.preference, Prioritisation) or not isinstance(model.states, OptionStates):
        return None
    codes = model.states.codes[np.array([first, second]) - 1]
    for place, statement in enumerate(dm.preference.statements, start=1):
        in_first, in_second = holds(statement.condition, codes).tolist()
        if in_first != in_second:
            return place, statement, first if in_first else second
    return None
