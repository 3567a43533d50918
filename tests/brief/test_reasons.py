"""The statement that separates two states decides between them."""

from __future__ import annotations

from itertools import combinations

import pytest

from brief.pages import random_models
from satumeja.brief import separating_statement
from satumeja.gallery import load
from satumeja.model import Model, OptionStates, Prioritisation, holds


@pytest.mark.parametrize("model", random_models(3, 12), ids=str)
def test_the_statement_says_which_state_is_preferred(model: Model) -> None:
    for dm in model.decision_makers:
        ranks = model.ranks(dm)
        for first, second in combinations(range(1, len(model.states) + 1), 2):
            found = separating_statement(model, dm, first, second)
            if not isinstance(dm.preference, Prioritisation):
                assert found is None
            elif found is None:
                assert ranks[first - 1] == ranks[second - 1]
            else:
                place, statement, better = found
                worse = second if better == first else first
                assert ranks[better - 1] > ranks[worse - 1]
                assert dm.preference.statements[place - 1] is statement
                assert isinstance(model.states, OptionStates)
                assert holds(statement.condition, model.states.codes)[better - 1]


def test_a_ranking_has_no_statements() -> None:
    model = load("chicken")
    assert separating_statement(model, model["row"], 1, 2) is None
