"""The statement that separates two states decides between them."""

from __future__ import annotations

from itertools import combinations

import pytest

from brief.samples import random_models
from satumeja.brief.words import separating_statement
from satumeja.gallery import load
from satumeja.model import Model, OptionStates, Prioritisation, holds


@pytest.mark.parametrize("model", random_models(3, 12), ids=str)
def test_the_statement_says_which_state_is_preferred(model: Model) -> None:
    if not isinstance(model.states, OptionStates):
        assert all(separating_statement(dm, 0, 1) is None for dm in model.decision_makers)
        return
    places = {code: place for place, code in enumerate(model.states.codes.tolist())}
    for dm in model.decision_makers:
        ranks = model.ranks(dm)
        for first, second in combinations(places, 2):
            found = separating_statement(dm, first, second)
            if not isinstance(dm.preference, Prioritisation):
                assert found is None
            elif found is None:
                assert ranks[places[first]] == ranks[places[second]]
            else:
                place, statement, better = found
                worse = second if better == first else first
                assert ranks[places[better]] > ranks[places[worse]]
                assert dm.preference.statements[place - 1] is statement
                assert holds(statement.condition, model.states.codes)[places[better]]


def test_a_ranking_has_no_statements() -> None:
    model = load("chicken")
    assert separating_statement(model["row"], 0b00, 0b01) is None
