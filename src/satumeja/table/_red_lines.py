"""Red lines, and which of them a state crosses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from satumeja.display import Shown
from satumeja.errors import LimitError
from satumeja.model import Model, Statement, holds

__all__ = [
    "MOST_BITS",
    "RedLine",
    "crossed",
    "held_by",
    "names_in",
    "red_lines",
    "require_few_lines",
]

MOST_BITS = 62
"""As much can be in the way of a package: a bit each in a whole number of 64."""


@dataclass(frozen=True, repr=False)
class RedLine(Shown):
    """A condition a decision maker will not live with.

    Parameters
    ----------
    name : str
        ``dm#k``: its holder and its place in the holder's list, from 1.
    dm : str
        Who holds it.
    statement : Statement
        The condition, and what it rests on.

    See Also
    --------
    red_lines : Makes them.
    """

    name: str
    dm: str
    statement: Statement


def red_lines(model: Model, holders: Sequence[str] | None = None) -> tuple[RedLine, ...]:
    """List the red lines of some decision makers, or of everybody, in file order.

    Parameters
    ----------
    model : Model
        A conflict.
    holders : sequence of str, optional
        Whose, by ids; everybody's by default.

    Returns
    -------
    tuple of RedLine
        By holder in the order of the model, then by place in the holder's list.

    See Also
    --------
    openings : Which of them stand in the way of those at a table.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> [line.name for line in red_lines(load("december-2021-a"), ["russia", "us"])]
    ['russia#1', 'us#1', 'us#2']
    """
    return tuple(
        RedLine(f"{dm.id}#{k}", dm.id, statement)
        for dm in model.decision_makers
        if holders is None or dm.id in holders
        for k, statement in enumerate(dm.red_lines, start=1)
    )


def crossed(lines: Sequence[RedLine], codes: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return for each state the red lines it crosses, as a bit set.

    Parameters
    ----------
    lines : sequence of RedLine
        Line k has bit k.
    codes : int64 array, shape (n,)
        States as bit sets of options.

    Raises
    ------
    LimitError
        If there are more than 62 red lines.
    """
    require_few_lines(lines)
    masks = np.zeros(len(codes), dtype=np.int64)
    for k, line in enumerate(lines):
        masks |= holds(line.statement.condition, codes).astype(np.int64) << k
    return masks


def require_few_lines(lines: Sequence[RedLine]) -> None:
    """Refuse more red lines than are looked at together, before anything is said of any."""
    if len(lines) > MOST_BITS:
        raise LimitError(f"{len(lines)} red lines are more than the {MOST_BITS} at once")


def held_by(dm: str, lines: Sequence[RedLine]) -> int:
    """Return the red lines of one decision maker, as a bit set."""
    return sum(1 << k for k, line in enumerate(lines) if line.dm == dm)


def names_in(mask: int, lines: Sequence[RedLine]) -> tuple[str, ...]:
    """Name the red lines of a bit set."""
    return tuple(line.name for k, line in enumerate(lines) if mask >> k & 1)
