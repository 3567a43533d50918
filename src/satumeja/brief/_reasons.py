"""Why a decision maker prefers one state to another: what the preferences themselves say."""

from __future__ import annotations

from satumeja.model import DecisionMaker, Prioritisation, Statement, holds_in

__all__ = ["separating_statement"]


def separating_statement(
    dm: DecisionMaker, first: int, second: int
) -> tuple[int, Statement, int] | None:
    """Find the most important preference statement that tells two states apart.

    Parameters
    ----------
    dm : DecisionMaker
        Whose preferences decide.
    first, second : int
        States as decimals.

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
    >>> place, statement, better = separating_statement(model["russia"], 0b1001, 0b1101)
    >>> place, statement.text, better == 0b1101
    (3, 'attack iff -guarantee', True)
    """
    if not isinstance(dm.preference, Prioritisation):
        return None
    for place, statement in enumerate(dm.preference.statements, start=1):
        in_first = holds_in(statement.condition, first)
        if in_first != holds_in(statement.condition, second):
            return place, statement, first if in_first else second
    return None
