"""The game somebody takes a conflict for: what is hidden or unseen is not there."""

from __future__ import annotations

import pytest

from satumeja.errors import QuestionError
from satumeja.formats import loads
from satumeja.model import perceived_game
from satumeja.model._preferences import Ranking

TALKS = """\
satumeja: 1
title: T
decision_makers:
  row:
    options: {x: }
    preferences: [x]
    %s
  col:
    options: {y: , z: }
    ranking: [[1, 8], 2, 3, 4, 5, [6, 7]]
status_quo: Y|NY
"""


def test_a_hidden_option_is_never_taken_and_rankings_are_of_what_is_left() -> None:
    game = perceived_game(loads(TALKS % "perceives: {hidden: [z]}"), "row")
    assert [game.states.form(number) for number in range(1, 5)] == [
        "N|NN",
        "Y|NN",
        "N|YN",
        "Y|YN",
    ]
    preference = game["col"].preference
    assert isinstance(preference, Ranking)
    assert preference.classes == ((1,), (2,), (3,), (4,))
    assert game.status_quo_number == 2
    assert game["row"].perceives is None


def test_a_state_that_is_not_seen_is_not_there() -> None:
    model = loads(TALKS % 'unseen: ["N|N-", "Y|NY"]')
    game = perceived_game(model, "row")
    assert [game.states.form(number) for number in range(1, 6)] == [
        "Y|NN",
        "N|YN",
        "Y|YN",
        "N|YY",
        "Y|YY",
    ]
    preference = game["col"].preference
    assert isinstance(preference, Ranking)
    assert preference.classes == ((5,), (1,), (2,), (3,), (4,))
    assert game.status_quo is None
    assert game["row"].unseen == ()
    assert len(perceived_game(model, "col").states) == len(model.states)


def test_a_belief_takes_the_place_of_what_somebody_wants() -> None:
    belief = "perceives: {beliefs: {col: {ranking: [8, [1, 2, 3, 4, 5, 6, 7]]}}}"
    game = perceived_game(loads(TALKS % belief), "row")
    preference = game["col"].preference
    assert isinstance(preference, Ranking)
    assert preference.classes == ((8,), (1, 2, 3, 4, 5, 6, 7))
    assert game["row"].preference == loads(TALKS % belief)["row"].preference


def test_who_sees_nothing_plays_no_game() -> None:
    with pytest.raises(QuestionError, match="row would see no state at all"):
        perceived_game(loads(TALKS % "unseen: [x, -x]"), "row")
