"""Direct rankings: every state exactly once, and the fault names those that are not."""

from __future__ import annotations

import pytest

from formats.samples import BORDER, changed, faults_of
from satumeja.formats import loads
from satumeja.model import Ranking

FAULTS = [
    (
        "weights: {arm: -1.5, attack: -3}",
        "ranking: [1, 2]",
        [
            (
                "19:5: the ranking misses states 3 (NY|NN), 4 (NN|YN), 5 (YN|YN), 6 (NY|YN), "
                "7 (NN|NY), and 2 more"
            )
        ],
    ),
    (
        "weights: {arm: -1.5, attack: -3}",
        "ranking: [[1, 2], NN|NN, [3, 4, 5, 6, 7, 8], 9, 0, YYNN, []]",
        [
            '19:23: state 1 (NN|NN) is ranked twice, as "1" and "NN|NN"',
            "19:53: there is no state 0; states are 1 to 9",
            '19:56: state YY|NN is not feasible: rule 1, "attack & talk"',
            "19:62: a class of the ranking holds no state",
        ],
    ),
    (
        "weights: {arm: -1.5, attack: -3}",
        "ranking: [[1, 2, 3, 4, 5, 6, 7], YN|YN]",
        [
            "19:5: the ranking misses states 8 (YN|NY), 9 (NY|NY)",
            '19:38: state 5 (YN|YN) is ranked twice, as "5" and "YN|YN"',
        ],
    ),
]


@pytest.mark.parametrize(("old", "new", "faults"), FAULTS)
def test_each_fault_has_its_place_and_words(old: str, new: str, faults: list[str]) -> None:
    assert faults_of(changed(BORDER, old, new)) == faults


def test_states_are_named_by_number_or_form_and_a_class_of_one_needs_no_list() -> None:
    ranking = "ranking: [9, [1, 8], YNNN, [4, 5, '6', 7], NY|NN]"
    text = changed(BORDER, "weights: {arm: -1.5, attack: -3}", ranking)
    assert loads(text)["us"].preference == Ranking(((9,), (1, 8), (2,), (4, 5, 6, 7), (3,)))


def test_a_ranking_needs_states_few_enough_to_list() -> None:
    options = ", ".join(f"x{k}: " for k in range(21))
    text = f"""\
satumeja: 1
title: Too many
decision_makers:
  a: {{options: {{{options}}}, ranking: [1]}}
  b: {{preferences: [x0]}}
"""
    many = "more than 1,048,576 states are feasible"
    assert len(faults_of(text)) == 1
    assert faults_of(text)[0].endswith(f"{many}; too many to rank one by one")
    named = text.replace("ranking: [1]", "preferences: []") + "status_quo: 1\n"
    assert faults_of(named) == [f"6:13: {many}; too many to name one by its number"]
    form = named.replace("status_quo: 1", f"status_quo: {'N' * 20}Y")
    assert loads(form).status_quo == 1 << 20
