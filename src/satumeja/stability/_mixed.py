"""Equilibria in which each decision maker reckons by a concept of its own."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from satumeja.errors import QuestionError
from satumeja.stability._analysis import Analysis

__all__ = ["mixed"]

Numbers = NDArray[np.intp]


def mixed(analysis: Analysis, concepts: Mapping[str, str]) -> Numbers:
    """Return the states that each decision maker finds stable under a concept of its own.

    Parameters
    ----------
    analysis : Analysis
        Of all the concepts named.
    concepts : mapping of str to str
        The concept of each decision maker, by ids.

    Returns
    -------
    array
        The numbers (1-based, ascending) of such *mixed* equilibria.

    Raises
    ------
    QuestionError
        If a decision maker has no concept, or one that was not analysed, or the analysis is
        over blocks.

    See Also
    --------
    analyse : Decides each concept for everybody.

    Notes
    -----
    Nothing is decided anew: one comparison of ranks with thresholds a decision maker.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> from satumeja.stability import analyse
    >>> mixed(analyse(load("chicken")), {"row": "seq", "column": "nash"}).tolist()
    [2, 3]
    """
    if analysis.blocks:
        raise QuestionError(
            "concepts of their own are of single decision makers; they do not take blocks"
        )
    lacking = [dm.id for dm in analysis.model.decision_makers if dm.id not in concepts]
    if lacking:
        raise QuestionError(f"no concept is given for {', '.join(lacking)}")
    masks = [analysis.is_stable(concept, dm) for dm, concept in concepts.items()]
    return np.flatnonzero(np.logical_and.reduce(masks)) + 1
