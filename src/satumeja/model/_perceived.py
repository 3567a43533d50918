"""The game a decision maker takes the conflict for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from satumeja.errors import QuestionError
from satumeja.model._adjusted import Preference
from satumeja.model._beyond import NOTHING_BEYOND
from satumeja.model._conditions import Is, Pattern
from satumeja.model._parts import DecisionMaker, Rule
from satumeja.model._preferences import Ranking
from satumeja.model._states import OptionStates

if TYPE_CHECKING:
    from satumeja.model._model import Model

__all__ = ["perceived_game"]


def perceived_game(model: Model, dm_id: str) -> Model:
    """Return the game that a decision maker believes to be played.

    Parameters
    ----------
    model : Model
        In option form; what somebody perceives differently is stated in it.
    dm_id : str
        Who perceives, by id.

    Returns
    -------
    Model
        Hidden options are never taken in it, and states unseen by `dm_id` are not there;
        others prefer what it believes they do. It believes that all see what it sees.

    Raises
    ------
    QuestionError
        If there is no such decision maker, or it would see no state at all.

    Notes
    -----
    A first-level hypergame: nobody suspects that others see another game [1]_.

    References
    ----------
    .. [1] Aljefri, Bashar, Fang & Hipel, "First-level hypergame for investigating
       misperception in conflicts", IEEE Trans. SMC: Systems, 2018.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> len(perceived_game(load("chicken"), "row").states)
    4
    """
    dm = model[dm_id]
    seen = replace(model, infeasible=(*model.infeasible, *_not_there(model, dm)))
    if not len(seen.states):
        raise QuestionError(f"{dm_id} would see no state at all")
    makers = tuple(
        replace(
            each,
            preference=_seen_as(each, dm, model, seen),
            perceives=None,
            unseen=(),
            beyond=NOTHING_BEYOND if _is_believed(each, dm) else each.beyond,
        )
        for each in model.decision_makers
    )
    return replace(
        seen, decision_makers=makers, status_quo=_status_quo(model, seen, dm), tables=()
    )


def _not_there(model: Model, dm: DecisionMaker) -> list[Rule]:
    """Give the rules that take away what a decision maker does not know of."""
    if dm.unseen and model.is_graph:
        raise QuestionError("what somebody does not see is stated in option form only")
    hidden = dm.perceives.hidden if dm.perceives else ()
    rules = [Rule(Is(option), model.option_names[option]) for option in hidden]
    for each in dm.unseen:
        kind = "pattern" if isinstance(each.condition, Pattern) else "condition"
        rules.append(Rule(each.condition, each.text, kind))
    return rules


def _is_believed(each: DecisionMaker, dm: DecisionMaker) -> bool:
    return dm.perceives is not None and each.id in dm.perceives.beliefs


def _seen_as(each: DecisionMaker, dm: DecisionMaker, model: Model, seen: Model) -> Preference:
    """Give the preference that one decision maker has in the eyes of another."""
    preference = each.preference
    if dm.perceives:
        preference = dm.perceives.beliefs.get(each.id, preference)
    states, rest = model.states, seen.states
    if not isinstance(preference, Ranking) or not isinstance(states, OptionStates):
        return preference
    if not isinstance(rest, OptionStates):
        return preference
    return preference.renumbered(states.renumbering(rest))


def _status_quo(model: Model, seen: Model, dm: DecisionMaker) -> int | None:
    """Return what a decision maker takes the status quo for, None where it does not see it."""
    if model.status_quo is None or not isinstance(seen.states, OptionStates):
        return model.status_quo
    code = model.status_quo & ~(dm.perceives.mask if dm.perceives else 0)
    return code if seen.states.places(np.array([code]))[0] >= 0 else None
