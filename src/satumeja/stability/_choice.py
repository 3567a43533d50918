"""Which engine decides a model, and why that one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from satumeja.display import Shown
from satumeja.errors import ListingError, QuestionError, did_you_mean
from satumeja.model import Adjusted, Knowledge, Model, Ranking
from satumeja.model.kit import LISTED_OPTIONS
from satumeja.stability._analysis import Analysis
from satumeja.stability._budget import Budget
from satumeja.stability._concepts import CONCEPTS
from satumeja.stability._decide import analyse
from satumeja.stability._lookup import any_concepts
from satumeja.stability._partition import Partition
from satumeja.stability.explicit import Convention

if TYPE_CHECKING:
    from satumeja.stability.symbolic import SymbolicAnalysis

__all__ = ["REASONS", "Choice", "choose_engine", "decide_with", "decide_within"]

Engine = Literal["explicit", "symbolic"]
# The cube of all combinations, which the explicit engine lays out, is as wide at the most.
_ALL_LISTED = 26
_FEW = 10_000_000
_STATE = 64
"""Bytes that a state takes while it is listed, at most."""

REASONS = {
    "asked": "it was asked for",
    "graph": "the model is in graph form, which lists its states",
    "bound": "moves or states follow from more than options and their owners",
    "ranked": "somebody's preferences rank the states one by one",
    "beyond": "a concept reads more than ranks, which looks at the states one by one",
    "blocks": "blocks act as wholes, which is decided of states one by one",
    "convention": "the other convention is for states that are listed",
    "small": "the feasible states are few enough to be listed",
    "wide": f"states of more than {LISTED_OPTIONS} options are not listed",
    "large": "the feasible states are too many to be listed in good time",
}
"""Why an engine was chosen, by a word that results give."""


@dataclass(frozen=True, repr=False)
class Choice(Shown):
    """An engine, and why it was chosen.

    Parameters
    ----------
    engine : {"explicit", "symbolic"}
        Which decides.
    reason : str
        A word for why: a key of `REASONS`.

    See Also
    --------
    choose_engine : Makes it.
    decide_with : Takes it.
    """

    engine: Engine
    reason: str


def choose_engine(
    model: Model,
    engine: Literal["auto", "explicit", "symbolic"] = "auto",
    convention: Convention = "set",
    concepts: str | Iterable[str] = (),
    blocks: Partition | None = None,
    budget: Budget | None = None,
) -> Choice:
    """Choose the engine that decides a model.

    Parameters
    ----------
    model : Model
        Any model.
    engine : {"auto", "explicit", "symbolic"}
        What was asked for; "auto" lets the model decide.
    convention : {"set", "matrix"}
        As of `analyse`; the symbolic engine knows "set" alone.
    concepts : str or iterable of str
        What is to be decided; those that read more than ranks look at states one by one.
    blocks : str or iterable of str or iterable of str, optional
        As of `analyse`; the symbolic engine knows none.
    budget : Budget, optional
        What may be taken: states are listed only if they fit the memory.

    Returns
    -------
    Choice
        The engine and the reason.

    Raises
    ------
    QuestionError
        If there is no such engine or concept, or the engine does not take the convention or
        a concept.

    See Also
    --------
    decide_with : Decides with the engine that was chosen.

    Notes
    -----
    Explicit up to 26 options, and beyond that where the states that have to be held to
    list them are ten million at most: these are then listed once more by the engine,
    half a second at a time.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> choose_engine(load("december-2021-b"))
    Choice
      engine  explicit
      reason  small
    """
    if engine not in ("auto", "explicit", "symbolic"):
        engines = ["auto", "explicit", "symbolic"]
        raise QuestionError(f'unknown engine "{engine}"{did_you_mean(engine, engines)}')
    beyond = [concept.id for concept in any_concepts(concepts) if concept.id not in CONCEPTS]
    if engine == "symbolic":
        odd = [f'the convention "{convention}"'] if convention != "set" else []
        odd += [f'"{beyond[0]}"'] if beyond else []
        odd += ["blocks"] if blocks is not None else []
        if odd:
            raise QuestionError(f"the symbolic engine does not know {odd[0]}; use explicit")
    if engine != "auto":
        return Choice(engine, "asked")
    if blocks is not None or beyond:
        return Choice("explicit", "beyond" if blocks is None else "blocks")
    return _by_model(model, convention, budget or Budget())


def _by_model(model: Model, convention: Convention, budget: Budget) -> Choice:
    """Choose by the form of the model, and else by its size."""
    if not model.moves_by_options:
        return Choice("explicit", "graph" if model.is_graph else "bound")
    if any(isinstance(dm.preference, Ranking | Adjusted) for dm in model.decision_makers):
        return Choice("explicit", "ranked")
    if convention != "set":
        return Choice("explicit", "convention")
    return _by_size(model, budget)


def _by_size(model: Model, budget: Budget) -> Choice:
    if len(model.options) <= _ALL_LISTED:
        return Choice("explicit", "small")
    if len(model.options) > LISTED_OPTIONS:
        return Choice("symbolic", "wide")
    free = budget.free
    # How many are feasible is not to be seen from the rules: they are listed, up to so many.
    try:
        model.list_states(_FEW if free is None else min(_FEW, free // _STATE))
    except ListingError:
        return Choice("symbolic", "large")
    return Choice("explicit", "small")


def decide_with(
    choice: Choice,
    model: Model,
    concepts: str | Iterable[str] = tuple(CONCEPTS),
    convention: Convention = "set",
    knowledge: Knowledge | None = None,
    *,
    blocks: Partition | None = None,
    budget: Budget | None = None,
) -> Analysis | SymbolicAnalysis:
    """Decide which states are stable for whom with the engine that was chosen.

    Parameters
    ----------
    choice : Choice
        From `choose_engine`.
    model, concepts, convention, knowledge, blocks
        As of `analyse`; with the symbolic engine the concepts decided from ranks alone.
    budget : Budget, optional
        Time and memory that may be taken. By sets as much is decided as can be, and the rest
        is bounded; listed states are decided wholly or not at all.

    Returns
    -------
    Analysis or SymbolicAnalysis
        States one by one, or as sets.

    Raises
    ------
    QuestionError
        If a concept or the convention is unknown, or a budget is given for blocks or for a
        concept that reads more than ranks, which know of none.
    ListingError
        If the explicit engine was chosen and the states are too many to be listed.
    LimitError
        If the symbolic engine was chosen and the model is not one for it, or too hard; or if
        the budget is spent with nothing decided.

    See Also
    --------
    choose_engine : Makes the choice.
    analyse : What decides where the engine is explicit.
    analyse_symbolically : What decides where it is symbolic.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> model = load("chicken")
    >>> decide_with(choose_engine(model), model, ["nash"]).equilibria("nash").tolist()
    [2, 3]
    """
    if choice.engine == "symbolic":
        from satumeja.stability.symbolic import analyse_symbolically

        return analyse_symbolically(model, concepts, budget=budget)
    return analyse(model, concepts, convention, knowledge, blocks=blocks, budget=budget)


def decide_within(
    model: Model,
    budget: Budget,
    concepts: str | Iterable[str] = tuple(CONCEPTS),
    convention: Convention = "set",
    *,
    engine: Literal["auto", "explicit", "symbolic"] = "auto",
) -> Analysis | SymbolicAnalysis:
    """Decide what time and memory allow, with the engine that suits the model.

    Parameters
    ----------
    model : Model
        Any model.
    budget : Budget
        Time and memory that may be taken.
    concepts, convention
        As of `analyse`; those decided from ranks alone.
    engine : {"auto", "explicit", "symbolic"}
        As of `choose_engine`.

    Returns
    -------
    Analysis or SymbolicAnalysis
        The latter may be ``undecided`` in part.

    Raises
    ------
    QuestionError
        As of `choose_engine` and `decide_with`.
    LimitError
        If within the budget nothing was decided.

    See Also
    --------
    decide_with : Takes the engine that was chosen.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> model = load("december-2021-b")
    >>> result = decide_within(model, Budget("60s"), "nash, seq", engine="symbolic")
    >>> result.undecided, result.equilibria("seq").count
    ({}, 13)
    """
    choice = choose_engine(model, engine, convention, concepts, budget=budget)
    return decide_with(choice, model, concepts, convention, budget=budget)
