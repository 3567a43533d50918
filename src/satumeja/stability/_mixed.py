"""Equilibria in which each decision maker reckons by a concept of its own."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from satumeja.errors import QuestionError
from satumeja.model import Model
from satumeja.stability._analysis import Analysis
from satumeja.stability._concepts import Concept, concepts_named

__all__ = ["concepts_by_dm", "mixed"]

Numbers = NDArray[np.intp]


def concepts_by_dm(model: Model, concepts: str | Mapping[str, str]) -> dict[str, Concept]:
    """Read the concept that each decision maker is held to, among those decided from ranks.

    Parameters
    ----------
    model : Model
        Whose decision makers they are.
    concepts : str or mapping of str to str
        One concept for all by its id, or one for each: by decision maker, or as a text such as
        ``"moe=seq,uniroyal=gmr,lg=nash"``.

    Returns
    -------
    dict of str to Concept
        By decision maker id, in the model's order.

    Raises
    ------
    QuestionError
        If there is no such concept or decision maker, or one has no concept or two.

    See Also
    --------
    mixed : The states that all then find stable.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> held_to = concepts_by_dm(load("chicken"), "row=seq,column=nash")
    >>> {dm: concept.id for dm, concept in held_to.items()}
    {'row': 'seq', 'column': 'nash'}
    """
    ids = [dm.id for dm in model.decision_makers]
    if isinstance(concepts, str) and "=" not in concepts:
        (shared,) = _alone(concepts)
        return dict.fromkeys(ids, shared)
    pairs = _pairs(concepts) if isinstance(concepts, str) else list(concepts.items())
    by_dm = dict[str, Concept]()
    for name, concept in pairs:
        dm = model[name].id
        if dm in by_dm:
            raise QuestionError(f"{dm} is given two concepts, {by_dm[dm].id} and {concept}")
        (by_dm[dm],) = _alone(concept)
    _require_all(model, by_dm)
    return {dm: by_dm[dm] for dm in ids}


def _pairs(text: str) -> list[tuple[str, str]]:
    """Part ``"moe=seq,uniroyal=gmr"``."""
    pairs = []
    for part in text.split(","):
        name, equals, concept = part.partition("=")
        if not equals:
            raise QuestionError(
                f'"{text}": write a concept for each, as in moe=seq,uniroyal=gmr, or one for all'
            )
        pairs.append((name.strip(), concept.strip()))
    return pairs


def _alone(concept: str) -> tuple[Concept]:
    """Look up one concept, and no more."""
    named = concepts_named(concept)
    if len(named) != 1:
        raise QuestionError(f'name one concept, not "{concept}"')
    return (named[0],)


def _require_all(model: Model, concepts: Mapping[str, object]) -> None:
    """Refuse concepts that leave a decision maker without one."""
    lacking = [dm.id for dm in model.decision_makers if dm.id not in concepts]
    if lacking:
        raise QuestionError(f"no concept is given for {', '.join(lacking)}")


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
    satumeja.questions.invert : What would make a state such an equilibrium.

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
    _require_all(analysis.model, concepts)
    masks = [analysis.is_stable(concept, dm) for dm, concept in concepts.items()]
    return np.flatnonzero(np.logical_and.reduce(masks)) + 1
