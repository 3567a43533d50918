"""The states and moves of an analysed model as plain rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np

from satumeja.errors import LimitError
from satumeja.model import Model, OptionStates
from satumeja.stability import Analysis, Explicit, analyse

__all__ = ["Arc", "analysed", "arcs", "require_listable", "state_columns"]

_STATES, _ARCS = 200_000, 1_000_000


class Arc(NamedTuple):
    """A move: who, from and to which state by number, and what the mover thinks of it.

    Parameters
    ----------
    mover : str
        The decision maker, by id.
    start, end : int
        The states that are left and entered, by number.
    preference : str
        What the mover thinks of the one entered: ``better``, ``same`` or ``worse``.

    See Also
    --------
    arcs : Gives them out.
    """

    mover: str
    start: int
    end: int
    preference: str


def analysed(source: Model | Analysis) -> Analysis:
    """Return an analysis as it is, and a model analysed under all five basic concepts."""
    return analyse(source) if isinstance(source, Model) else source


def require_listable(source: Model | Analysis) -> None:
    """Refuse states or moves that are too many to be listed, before anything is made of them."""
    model = source if isinstance(source, Model) else source.model
    size = len(model.states)
    if size > _STATES:
        raise LimitError(f"{size:,} states are more than the {_STATES:,} whose moves are listed")
    if _most_moves(model) > _ARCS:
        for _ in arcs(model):  # counted, for some may be barred; it ends soon where none is
            pass


def _most_moves(model: Model) -> int:
    """Count the moves between states in option form, those that are barred or one-way too."""
    states, total = model.states, 0
    if isinstance(states, OptionStates):
        for own in states.masks:
            counts = np.unique(states.every & ~np.int64(own), return_counts=True)[1]
            total += int((counts * (counts - 1)).sum())
    return total


def arcs(source: Model | Analysis) -> Iterator[Arc]:
    """Give every move of every decision maker.

    Parameters
    ----------
    source : Model or Analysis
        The conflict.

    Yields
    ------
    Arc
        By mover, then by where it starts and ends; `preference` says whether the mover
        finds the end better, the same or worse.

    Raises
    ------
    LimitError
        If there are more than 200,000 states or 1,000,000 moves: no picture or table of
        single moves is of use then.

    See Also
    --------
    to_pandas : All of them as a data frame.
    to_networkx : All of them as a graph.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> next(arcs(load("chicken")))
    Arc(mover='row', start=1, end=2, preference='better')
    """
    model = source if isinstance(source, Model) else source.model
    size, count = len(model.states), 0
    if size > _STATES:
        raise LimitError(f"{size:,} states are more than the {_STATES:,} whose moves are listed")
    # An engine of its own: a model that was not analysed needs no concept decided for this.
    engine = Explicit(model)
    for mover, dm in enumerate(model.decision_makers):
        ranks = engine.ranks[mover].tolist()
        for start in range(size):
            ends = engine.moves.targets(mover, start).tolist()
            count += len(ends)
            if count > _ARCS:
                raise LimitError(f"there are more than the {_ARCS:,} moves that are listed")
            for end in ends:
                gain = ranks[end] - ranks[start]
                kind = "better" if gain > 0 else "worse" if gain < 0 else "same"
                yield Arc(dm.id, start + 1, end + 1, kind)


_TAKEN = {"Y": True, "N": False, "-": None}


def state_columns(analysis: Analysis) -> dict[str, Any]:
    """Give what is known of the states by column: what they are, ranks, stability.

    Returns
    -------
    dict of str to array or list
        ``number``, ``form`` (in graph form ``id`` and ``name``), ``decimal``,
        ``status_quo``; ``option.talk`` for each option, None where members of a
        coalesced state differ; ``rank.russia`` for each decision maker, 1 the
        least preferred; ``stable.nash.russia`` (of a coalition
        ``stable.cnash.russia+eu``) and ``equilibrium.nash``.
    """
    model, states = analysis.model, analysis.model.states
    size, start = len(states), model.status_quo_number
    columns: dict[str, Any] = {"number": list(range(1, size + 1))}
    if isinstance(states, OptionStates):
        columns["form"] = states.forms(np.arange(1, size + 1))
        columns["decimal"] = states.codes.tolist()
        letters = [form.replace("|", "") for form in columns["form"]]
        taken = {
            f"option.{name}": [_TAKEN[form[k]] for form in letters]
            for k, name in enumerate(model.option_names)
        }
    else:
        columns["id"] = list(states.ids)
        columns["name"] = [str(model.state_names.get(state, state)) for state in states.ids]
        taken = {}
    columns["status_quo"] = [number == start for number in columns["number"]]
    columns |= taken
    columns |= {f"rank.{dm}": ranks.tolist() for dm, ranks in analysis.ranks.items()}
    for concept in (concept.id for concept in analysis.concepts):
        for party in analysis.parties(concept):
            name = "+".join(party)
            columns[f"stable.{concept}.{name}"] = analysis.is_stable(concept, *party).tolist()
        columns[f"equilibrium.{concept}"] = analysis.is_equilibrium(concept).tolist()
    return columns
