"""Models made from a model in one word: other preferences, rules, another status quo."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from satumeja.errors import QuestionError
from satumeja.model._naming import StateName, place_named
from satumeja.model._rules import Forbidden
from satumeja.model._variants import Wanted, infeasible_too, preferring

if TYPE_CHECKING:
    from satumeja.model._model import Model

__all__ = ["Varying"]


class Varying:
    """What a model would be, were something in it otherwise."""

    def with_preferences(
        self, by_dm: Mapping[str, Wanted] | None = None, /, **more: Wanted
    ) -> Model:
        """Return a new model in which some decision makers prefer otherwise.

        Parameters
        ----------
        by_dm : mapping of str to preferences, optional
            By decision maker id: a list of conditions, most important first (a list
            in it holds some of equal importance); a mapping of options to weights; a
            ranking, as text such as ``"4 > 2 ~ 3 > 1"`` or as a list or an array of states;
            or a `Prioritisation`, `Weighting`, `Ranking` or `Adjusted`.
        **more
            The same, by keyword.

        Raises
        ------
        QuestionError
            If there is no such decision maker or option, or a condition cannot be read.

        Examples
        --------
        >>> from satumeja.gallery import load
        >>> model = load("december-2021-b").with_preferences(russia=["-attack", "guarantee"])
        >>> [statement.text for statement in model["russia"].preference.statements]
        ['-attack', 'guarantee']
        >>> load("chicken").with_preferences(row="4 > 2 ~ 3 > 1")["row"].preference
        Ranking("4 > 2 ~ 3 > 1")
        """
        if by_dm is not None and not isinstance(by_dm, Mapping):
            raise QuestionError(f"preferences are given by decision maker; found {by_dm!r}")
        return preferring(cast("Model", self), {**(by_dm or {}), **more})

    def with_infeasible(self, *rules: Forbidden) -> Model:
        """Return a new model in which some more states are infeasible.

        Parameters
        ----------
        *rules : str, mapping or Rule
            Conditions, or patterns such as ``"Y-|N"``, of states that cannot be; or a rule as
            in a model file: ``{"at_most_one": ["talk", "attack"]}``.

        Raises
        ------
        QuestionError
            If a condition cannot be read, or no state, or not the status quo, is left.

        Examples
        --------
        >>> from satumeja.gallery import load
        >>> model = load("december-2021-b")
        >>> len(model.states), len(model.with_infeasible("attack").states)
        (51, 36)
        """
        return infeasible_too(cast("Model", self), rules)

    def with_status_quo(self, state: StateName) -> Model:
        """Return a new model that is in a state now; named as for `require_state`.

        Examples
        --------
        >>> from satumeja.gallery import load
        >>> load("december-2021-b").with_status_quo("NNY|NNY|NY").status_quo_number
        50
        """
        model = cast("Model", self)
        return replace(model, status_quo=place_named(model, state))
