"""Why a decision maker prefers one state to another: what the preferences themselves say."""

from __future__ import annotations

from satumeja.model import Adjusted, DecisionMaker, Statement
from satumeja.model.kit import holds_in, statements_of

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
        preferences are a ranking or weights, the states are ranked equal, or one of
        them was put in its place by hand.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> model = load("december-2021-b")
    >>> place, statement, better = separating_statement(model["russia"], 0b1001, 0b1101)
    >>> place, statement.text, better == 0b1101
    (3, 'attack iff -guarantee', True)
    """
    edits = dm.preference.edits if isinstance(dm.preference, Adjusted) else ()
    if {first, second} & {edit.state for edit in edits}:
        return None
    for place, statement in enumerate(statements_of(dm.preference), start=1):
        in_first = holds_in(statement.condition, first)
        if in_first != holds_in(statement.condition, second):
            return place, statement, first if in_first else second
    return None
