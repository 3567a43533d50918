"""Of how many states it is asked what would have to be preferred."""

from __future__ import annotations

import pytest

from satumeja.errors import LimitError
from satumeja.model import Model
from satumeja.questions import invert
from satumeja.questions.inverse._requirements import MOST_STATES
from satumeja.stability.further._relations import LARGEST_RELATIONAL


def test_a_large_model_is_told_the_limit_and_what_to_do() -> None:
    options = {f"dm{k}": [f"o{k}_{n}" for n in range(13 if k else 4)] for k in range(2)}
    model = Model.build("Large", options, {dm: [] for dm in options})
    with pytest.raises(LimitError) as caught:
        invert(model, 1, "nash")
    message = str(caught.value)
    assert "up to 4,096 states, and this model has 131,072; state what is infeasible" in message
    assert "this concept" not in message


def test_the_limit_is_that_of_relations() -> None:
    assert MOST_STATES == LARGEST_RELATIONAL
