"""Models made from a model: other preferences, other rules, another status quo."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from satumeja.errors import QuestionError
from satumeja.model._adjusted import Adjusted, Preference
from satumeja.model._equals import MOST_EQUAL, equals
from satumeja.model._merged import split_by
from satumeja.model._parts import Rule
from satumeja.model._preferences import Prioritisation, Ranking, Statement, Weighting
from satumeja.model._states import OptionStates

if TYPE_CHECKING:
    from satumeja.model._model import Model

__all__ = ["Wanted", "infeasible_too", "preferring"]

Said = str | Statement
Wanted = Preference | Sequence[Said | Sequence[Said]] | Mapping[str, int | str | Fraction]
"""How preferences are given in Python: as stated, as a list of statements, or as weights."""


def preferring(model: Model, wanted: Mapping[str, Wanted]) -> Model:
    """Return the model in which some decision makers prefer otherwise."""
    found = {model[dm].id: _preference(model, dm, given) for dm, given in wanted.items()}
    makers = tuple(
        replace(dm, preference=found.get(dm.id, dm.preference)) for dm in model.decision_makers
    )
    return replace(model, decision_makers=makers)


def infeasible_too(model: Model, rules: Sequence[str | Rule]) -> Model:
    """Return the model in which some more states are infeasible."""
    read = [
        rule if isinstance(rule, Rule) else Rule(model.condition(rule), rule) for rule in rules
    ]
    found = replace(model, infeasible=(*model.infeasible, *read))
    if not len(found.states):
        raise QuestionError("no state would be feasible")
    found = _reranked(model, found)
    if found.status_quo is not None:
        found.status_quo_number  # noqa: B018 - says so where it is no longer feasible
    return found


def _reranked(model: Model, found: Model) -> Model:
    """Give states their new numbers in rankings once some are no longer feasible."""
    before, after = model.states, found.states
    if not isinstance(before, OptionStates) or not isinstance(after, OptionStates):
        return found
    new = before.renumbering(after)
    makers = tuple(
        replace(dm, preference=dm.preference.renumbered(new))
        if isinstance(dm.preference, Ranking)
        else dm
        for dm in model.decision_makers
    )
    return replace(found, decision_makers=makers)


def _preference(model: Model, dm: str, wanted: Wanted) -> Preference:
    found = _stated(model, dm, wanted)
    if isinstance(found, Ranking):
        _check_ranking(model, dm, found)
    if model.coalesce and isinstance(model.states, OptionStates):
        _check_members(model.states, dm, found)
    return found


def _check_members(states: OptionStates, dm: str, preference: Preference) -> None:
    if split := split_by(states, preference):
        pair = " and ".join(states.form_of(code) for code in (split.one, split.other))
        what = f'"{split.text}"' if split.text else "the weights"
        raise QuestionError(
            f"{what} of {dm} would part {pair}, which are coalesced into one state"
        )


def _stated(model: Model, dm: str, wanted: Wanted) -> Preference:
    if isinstance(wanted, Prioritisation | Weighting | Ranking | Adjusted):
        return wanted
    if isinstance(wanted, str):
        raise QuestionError(f'the preferences of {dm} are a list of conditions, not "{wanted}"')
    if isinstance(wanted, Mapping):
        weights = {model.option(name): Fraction(weight) for name, weight in wanted.items()}
        weighting = Weighting(weights)
        weighting.ranks(np.zeros(0, dtype=np.int64))
        return weighting
    statements: list[Statement] = []
    for given in wanted:
        if isinstance(given, str | Statement):
            statements.append(_statement(model, given))
        elif 2 <= len(given) <= MOST_EQUAL:
            statements += equals([_statement(model, part) for part in given])
        else:
            raise QuestionError(f"statements of equal importance are 2 to {MOST_EQUAL}")
    return Prioritisation(tuple(statements))


def _statement(model: Model, given: Said) -> Statement:
    return given if isinstance(given, Statement) else Statement(model.condition(given), given)


def _check_ranking(model: Model, dm: str, ranking: Ranking) -> None:
    ranked = sorted(state for states in ranking.classes for state in states)
    if ranked != list(range(1, len(model.states) + 1)):
        raise QuestionError(f"the ranking of {dm} must have each of the states exactly once")
