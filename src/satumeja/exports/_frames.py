"""Models and results as data frames."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Literal

from satumeja.errors import OutputError, QuestionError
from satumeja.exports._arcs import Arc, analysed, arcs, state_columns
from satumeja.extras import calling, optional
from satumeja.model import Model
from satumeja.stability import Analysis

if TYPE_CHECKING:
    import pandas
    import polars

__all__ = ["to_pandas", "to_polars"]

What = Literal["states", "moves"]


def to_pandas(source: Model | Analysis, what: What = "states") -> pandas.DataFrame:
    """Give the states, or the moves, as a data frame of pandas.

    Parameters
    ----------
    source : Model or Analysis
        The conflict; a model is analysed under all five basic concepts.
    what : {"states", "moves"}
        A row a state, with ``number``, ``form``, ``status_quo``, a column for each option,
        ``rank.DM``, ``stable.CONCEPT.DM`` and ``equilibrium.CONCEPT``; or a row a move,
        with ``mover``, ``start``, ``end`` and ``preference``.

    Returns
    -------
    pandas.DataFrame
        In the order of the states, or by mover and by where moves start and end.

    Raises
    ------
    MissingExtraError
        If pandas is not installed.
    QuestionError
        If `what` is neither.
    LimitError
        If there are more than 200,000 states or 1,000,000 moves, and moves are asked for.

    See Also
    --------
    to_polars : The same as a data frame of polars.
    arcs : The moves one by one.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> frame = to_pandas(load("chicken"))
    >>> frame.loc[frame["equilibrium.nash"], "form"].tolist()
    ['Y|N', 'N|Y']
    """
    library, columns = optional("pandas", "pandas"), _columns(source, what)
    with calling(partial(_unframed, "pandas")):
        frame: pandas.DataFrame = library.DataFrame(columns)
    return frame


def to_polars(source: Model | Analysis, what: What = "states") -> polars.DataFrame:
    """Give the states, or the moves, as a data frame of polars.

    Parameters
    ----------
    source, what
        As for `to_pandas`.

    Returns
    -------
    polars.DataFrame
        As of `to_pandas`.

    Raises
    ------
    MissingExtraError
        If polars is not installed.
    QuestionError
        If `what` is neither.
    LimitError
        If there are more than 200,000 states or 1,000,000 moves, and moves are asked for.

    See Also
    --------
    to_pandas : The same as a data frame of pandas.
    arcs : The moves one by one.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> to_polars(load("chicken"), "moves").columns
    ['mover', 'start', 'end', 'preference']
    """
    library, columns = optional("polars", "polars"), _columns(source, what)
    with calling(partial(_unframed, "polars")):
        frame: polars.DataFrame = library.DataFrame(columns)
    return frame


def _unframed(library: str, why: str) -> OutputError:
    """Refuse what a library cannot hold."""
    instead = "write its tables as CSV, or take its moves from satumeja.exports.arcs"
    return OutputError(f"{library} cannot hold this: {why}; {instead}")


def _columns(source: Model | Analysis, what: str) -> dict[str, Any]:
    if what == "states":
        return state_columns(analysed(source))
    if what == "moves":
        rows = list(arcs(source))
        columns = zip(*rows, strict=True) if rows else ((),) * len(Arc._fields)
        return dict(zip(Arc._fields, map(list, columns), strict=True))
    raise QuestionError(f'a frame is of "states" or of "moves", not of "{what}"')
