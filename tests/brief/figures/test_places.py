"""States of a graph stand still while only wishes change."""

from __future__ import annotations

import json
import random

import pytest

from brief.large import large_model
from random_models import random_graph_model, random_option_model
from random_stated import random_bound_model, random_coalesced_model
from satumeja import formats
from satumeja.brief import GraphPlaces, graph_arcs, graph_places
from satumeja.errors import QuestionError
from satumeja.gallery import load
from satumeja.model import Model
from satumeja.stability import analyse

DRAWS = (random_option_model, random_graph_model, random_bound_model, random_coalesced_model)


def shuffled(model: Model, rng: random.Random) -> Model:
    """Let one side rank the states at random."""
    dm = rng.choice(model.decision_makers)
    order = list(range(1, len(model.states) + 1))
    rng.shuffle(order)
    return model.with_preferences({dm.id: order})


@pytest.mark.parametrize("draw", DRAWS)
def test_places_are_kept_through_preferences_and_words(draw: object) -> None:
    rng = random.Random(4)
    for _ in range(6):
        native = draw(rng)  # type: ignore[operator]
        places = graph_places(analyse(formats.from_dict(native)))
        read_again = formats.from_dict({**native, "title": "Another title"})
        kept = GraphPlaces.from_json(json.loads(json.dumps(places.to_json())))
        assert kept == places
        for _ in range(3):
            assert graph_places(analyse(shuffled(read_again, rng)), kept) is kept


def test_states_that_stay_keep_their_places_under_another_rule() -> None:
    model = load("december-2021-b")
    places = graph_places(analyse(model))
    fewer = model.with_infeasible("arm & punish")
    after = graph_places(analyse(fewer), places)
    assert 0 < len(after.points) < len(places.points)
    for number, spot in after.points.items():
        assert spot == places.points[model.find_state(fewer.states.form(number))]
    back = graph_places(analyse(model), after)
    assert len(back.points) == len(places.points)
    lowest = max(y for _, y in after.points.values())
    for number, spot in back.points.items():
        form = model.states.form(number)
        if form in after.forms.values():
            assert spot == places.points[number]
        else:
            assert spot[1] > lowest


def test_other_options_are_placed_anew() -> None:
    places = graph_places(analyse(load("chicken")))
    assert graph_places(analyse(load("elmira")), places) == graph_places(analyse(load("elmira")))


def test_of_many_states_the_selection_is_kept() -> None:
    model = large_model(8).with_status_quo(1)
    rng = random.Random(1)
    places = graph_places(analyse(model))
    assert len(places.numbers) <= 60 and places.left_out == 256 - len(places.numbers)
    for _ in range(3):
        assert graph_places(analyse(shuffled(model, rng)), places) is places


@pytest.mark.parametrize("draw", DRAWS)
def test_arcs_are_the_moves_between_the_states_drawn(draw: object) -> None:
    rng = random.Random(9)
    for _ in range(8):
        analysis = analyse(formats.from_dict(draw(rng)))  # type: ignore[operator]
        model, engine = analysis.model, analysis.explicit
        numbers = sorted(rng.sample(range(1, len(model.states) + 1), min(6, len(model.states))))
        for arc in graph_arcs(analysis, numbers):
            ranks = engine.ranks[arc.dm]
            assert arc.end in engine.moves.targets(arc.dm, arc.start - 1) + 1
            assert arc.improves == (ranks[arc.end - 1] > ranks[arc.start - 1])
            assert {arc.start, arc.end} <= set(numbers)
            if arc.returns:
                assert arc.start in engine.moves.targets(arc.dm, arc.end - 1) + 1


SOUND = GraphPlaces({1: (0.0, 0.0)}, {1: "Y"}, "structure", "frame", (), (), 0).to_json()


@pytest.mark.parametrize(
    "data",
    [
        *({}, {"points": 3}, {"points": {"a": [1, 2]}}),
        {**SOUND, "points": {"1": [10**400, 0]}},
        {**SOUND, "left_out": float("inf")},
    ],
)
def test_what_is_no_places_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(QuestionError, match="no places"):
        GraphPlaces.from_json(data)
