"""What is said of many equilibria of conflicts in the gallery and of models made for it."""

from __future__ import annotations

import pickle

import numpy as np
import pytest

from satumeja import Model, formats
from satumeja.errors import QuestionError
from satumeja.gallery import load
from satumeja.questions import effectiveness, groups, stepwise
from satumeja.questions.many._cover import Cube, cover
from satumeja.stability import analyse, analyse_symbolically

PENNIES = """
satumeja: 1
title: Pennies with a stake
decision_makers:
  even:
    name: Even
    options: {show: {name: Show heads}, stake: {name: Raise the stake}}
    preferences: [show iff answer, stake]
  odd:
    name: Odd
    options: {answer: {name: Answer heads}}
    preferences: ["-(show iff answer)"]
"""


def test_a_step_in_which_nothing_holds_is_the_last() -> None:
    answer = stepwise(formats.loads(PENNIES), ["show, answer"], "nash")
    assert [stage.equilibria for stage in answer.stages] == [()]
    assert answer.equilibria == () and answer.at_once == ()
    assert answer.to_json()["steps"] == [
        {"options": ["show", "answer"], "feasible": 4, "equilibria": []}
    ]


def test_only_equilibria_of_a_step_are_feasible_in_the_next() -> None:
    answer = stepwise(formats.loads(PENNIES), ["stake"], "nash")
    first, second = answer.stages
    assert first.equilibria == ("-Y|-",)
    states = second.analysis.model.states
    assert {states.form(k + 1)[1] for k in range(len(states))} == {"Y"}


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        (["show", "show, answer"], '"show" is in steps 1 and 2'),
        (["shew"], 'unknown option "shew"'),
        ("show", "steps are a list"),
    ],
)
def test_steps_that_cannot_be_taken(steps: list[str], words: str) -> None:
    with pytest.raises(QuestionError, match=words):
        stepwise(formats.loads(PENNIES), steps)


@pytest.mark.parametrize(
    ("conflict", "words"),
    [
        ("elmira", "moves by its own options alone"),
        ("chicken", "ranks states one by one"),
    ],
)
def test_models_that_cannot_be_taken_in_steps(conflict: str, words: str) -> None:
    with pytest.raises(QuestionError, match=words):
        stepwise(load(conflict), ["1"])


def test_levels_of_an_option_come_in_together() -> None:
    model = formats.loads(
        PENNIES.replace(
            "stake: {name: Raise", "stake: {levels: [none, some, all], name: Raise"
        ).replace(", stake]", ", stake_all]")
    )
    stage = stepwise(model, ["stake"], "nash").stages[0]
    assert stage.options == ("stake_some", "stake_all")


def test_graph_form_has_no_options() -> None:
    named = _graph()
    for question in (
        lambda: effectiveness(named.analyse()),
        lambda: groups(named.analyse(), "nash"),
        lambda: stepwise(named, ["1"]),
    ):
        with pytest.raises(QuestionError, match="graph form has none"):
            question()


def _graph() -> Model:
    return formats.loads(
        "satumeja: 1\ntitle: Two\nstates: [here, there]\n"
        "decision_makers:\n"
        "  a: {name: A, moves: [[here, there]], ranking: [here, there]}\n"
        "  b: {name: B, moves: [[there, here]], ranking: [there, here]}\n"
    )


def test_what_was_not_analysed_grades_nothing() -> None:
    analysis = load("chicken").analyse("sseq")
    with pytest.raises(QuestionError, match="none of nash, seq, smr, gmr was analysed"):
        analysis.effectiveness()
    with pytest.raises(QuestionError, match='"nash" was not analysed'):
        analysis.effectiveness("sseq, nash")
    assert analysis.effectiveness("SSEQ").grades == ("sseq",)
    with pytest.raises(QuestionError, match='"nash" was not analysed'):
        analysis.groups("nash")


def test_sets_of_states_have_exact_counts_and_no_groups() -> None:
    model = load("december-2021-b")
    sets = analyse_symbolically(model)
    assert sets.effectiveness().to_json() == model.analyse().effectiveness().to_json()
    with pytest.raises(QuestionError, match="told by its patterns"):
        sets.groups("nash")


def test_distances_are_from_the_state_that_is_named() -> None:
    analysis = load("december-2021-b").analyse()
    (near, *_) = analysis.groups("nash", start=50).groups
    assert (near.states, near.moves, near.changes) == ((50, 51), 0, 0)


def test_without_a_status_quo_there_is_no_distance() -> None:
    analysis = analyse(formats.loads(PENNIES))
    assert {group.moves for group in analysis.groups("gmr").groups} == {None}


def test_where_nothing_holds_there_are_no_groups() -> None:
    answer = analyse(formats.loads(PENNIES)).groups("nash")
    assert (answer.groups, answer.order, answer.shared) == ((), (), "--|-")


def test_answers_can_be_kept() -> None:
    analysis = load("elmira").analyse()
    for answer in (analysis.effectiveness(), analysis.groups("gmr")):
        kept = pickle.loads(pickle.dumps(answer))  # noqa: S301
        assert kept.to_json() == answer.to_json()


def test_a_single_cube_covers_everything() -> None:
    codes = np.arange(8)
    assert cover(codes, np.ones(8, dtype=bool), 3) == [Cube(0, 0)]
    assert cover(codes, np.zeros(8, dtype=bool), 3) == []


def test_cubes_that_are_one_without_a_letter_are_joined() -> None:
    """The tree parts by option 1 first; what it has parted is put together again."""
    codes = np.arange(16)
    wanted = ((codes & 3) == 1) | ((codes & 12) == 4) & ((codes & 3) != 1)
    cubes = cover(codes, wanted, 4)
    assert sum(int(cube.holds(codes).sum()) for cube in cubes) == int(wanted.sum())
    assert len(cubes) <= 4
