"""Models made from a model: other preferences, other rules, another status quo."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from satumeja.errors import QuestionError
from satumeja.model._adjusted import Adjusted, Preference
from satumeja.model._equals import MOST_EQUAL, equals
from satumeja.model._preferences import Prioritisation, Ranking, Statement, Weighting
from satumeja.model._rankings import is_order, is_text, listed_order, read_text, require_each
from satumeja.model._rules import Forbidden, rule_of
from satumeja.model._states import OptionStates

if TYPE_CHECKING:
    from satumeja.model._model import Model

__all__ = ["Wanted", "infeasible_too", "preferring"]

Said = str | Statement
Wanted = (
    Preference | str | Sequence[Any] | NDArray[Any] | Mapping[str, int | float | str | Fraction]
)
"""How preferences are given in Python: as stated, as statements, as weights, or as a ranking."""

_SAME = frozenset(
    {
        *("masks", "moves_by_options", "one_way", "option_index"),
        *("option_names", "options", "states", "widths"),
    }
)

_WAYS = 'write weights by option, or a ranking such as "4 > 2 ~ 3 > 1"'


def preferring(model: Model, wanted: Mapping[str, Wanted]) -> Model:
    """Return the model in which some decision makers prefer otherwise."""
    found = {model[dm].id: _preference(model, dm, given) for dm, given in wanted.items()}
    makers = tuple(
        replace(dm, preference=found.get(dm.id, dm.preference)) for dm in model.decision_makers
    )
    preferring_so = replace(model, decision_makers=makers)
    # What is worked out once a model and does not follow from preferences is as it was.
    vars(preferring_so).update((name, part) for name, part in vars(model).items() if name in _SAME)
    return preferring_so


def infeasible_too(model: Model, rules: Sequence[Forbidden]) -> Model:
    """Return the model in which some more states are infeasible."""
    if model.is_graph:
        raise QuestionError(
            "a model in graph form has no options to speak of; build it without those states"
        )
    read = [rule_of(model, rule) for rule in rules]
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
    from satumeja.model._merged import split_by

    if split := split_by(states, preference):
        pair = " and ".join(states.form_of(code) for code in (split.one, split.other))
        what = f'"{split.text}"' if split.text else "the weights"
        raise QuestionError(
            f"{what} of {dm} would part {pair}, which are coalesced into one state"
        )


def _stated(model: Model, dm: str, wanted: Any) -> Preference:
    if isinstance(wanted, Prioritisation | Weighting | Adjusted):
        _require_options(model, dm)
    if isinstance(wanted, Prioritisation | Weighting | Ranking | Adjusted):
        return wanted
    if isinstance(wanted, str):
        return _ranking_in_words(model, dm, wanted)
    if isinstance(wanted, Mapping):
        _require_options(model, dm)
        return _weighting(model, dm, wanted)
    if not isinstance(wanted, Sequence | np.ndarray):
        kind = type(wanted).__name__
        raise QuestionError(
            f"the preferences of {dm} are a list of conditions, not a {kind}; or {_WAYS}"
        )
    listed: Any = wanted
    if model.is_graph or is_order(listed):
        return Ranking(listed_order(listed, _finder(model, dm), in_range=len(model.states)))
    return Prioritisation(tuple(_statements(model, listed)))


def _statements(model: Model, wanted: Sequence[Any]) -> Iterator[Statement]:
    for entry in wanted:
        if isinstance(entry, str | Statement):
            yield _statement(model, entry)
        elif not isinstance(entry, Sequence):
            raise QuestionError(f"expected a condition, found {entry!r}")
        elif 2 <= len(entry) <= MOST_EQUAL:
            yield from equals([_statement(model, part) for part in entry])
        else:
            raise QuestionError(f"statements of equal importance are 2 to {MOST_EQUAL}")


def _require_options(model: Model, dm: str) -> None:
    if model.is_graph:
        states = " > ".join(model.state_ids[:2])
        raise QuestionError(
            "a model in graph form has no options, and so no statements or weights; give the "
            f'preferences of {dm} as a ranking of all states, such as "{states} ..."'
        )


def _finder(model: Model, dm: str) -> Callable[[Any], int]:
    """Give what finds the number of a state of a ranking."""

    def number(state: Any) -> int:
        whole = int(state) if isinstance(state, float) and state.is_integer() else state
        try:
            return model.require_state(whole)
        except QuestionError as error:
            raise QuestionError(f"in the ranking of {dm}: {error}") from None

    return number


def _ranking_in_words(model: Model, dm: str, text: str) -> Ranking:
    if not is_text(text) and len(model.states) > 1:
        raise QuestionError(
            f'the preferences of {dm} are a list of conditions, not "{text}"; or {_WAYS}'
        )
    return Ranking(*read_text(text, _finder(model, dm)))


def _weighting(model: Model, dm: str, wanted: Mapping[str, Any]) -> Weighting:
    from satumeja.model._knowledge import exact

    weights = {}
    for name, weight in wanted.items():
        try:
            weights[model.option(name)] = exact(weight)
        except QuestionError as error:
            raise QuestionError(f"in the weights of {dm}: {error}") from None
    weighting = Weighting(weights)
    weighting.ranks(np.zeros(0, dtype=np.int64))
    return weighting


def _statement(model: Model, given: Said) -> Statement:
    return given if isinstance(given, Statement) else Statement(model.condition(given), given)


def _check_ranking(model: Model, dm: str, ranking: Ranking) -> None:
    require_each(ranking.classes, len(model.states), dm)
