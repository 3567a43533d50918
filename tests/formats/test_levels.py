"""Options with levels: what they compile to, how they are asked for, and what is wrong where."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from formats.samples import LEVELS, changed, faults_of
from satumeja.brief import state_tables
from satumeja.formats import dump, loads
from satumeja.model import OptionStates, Scale, Text, holds
from satumeja.model.kit import arcs_of
from satumeja.stability import CONCEPTS, analyse, analyse_symbolically

# The same conflict with an option of its own for each step, written by hand.
BY_HAND = """\
satumeja: 1
title: Sanctions in steps
decision_makers:
  us:
    options: {some: , more: , all: , talk: }
    preferences: [more if attack, -some if -attack, -all]
  russia:
    options: {attack: {direction: forward}}
    weights: {all: -3, attack: 1, some: -1}
infeasible: [all & talk, "more & -some | all & -more"]
status_quo: YNNY|N
"""


def test_levels_are_options_that_follow_one_another() -> None:
    model, hand = loads(LEVELS), loads(BY_HAND)
    assert [option.id for option in model.options][:3] == [
        "punish_low",
        "punish_high",
        "punish_full",
    ]
    assert model.options[1].name.in_language("id") == "Sanksi: tinggi"
    assert isinstance(model.states, OptionStates)
    assert isinstance(hand.states, OptionStates)
    assert model.states.codes.tolist() == hand.states.codes.tolist()
    assert model.status_quo == hand.status_quo
    for one, other in zip(model.decision_makers, hand.decision_makers, strict=True):
        assert model.ranks(one).tolist() == hand.ranks(other).tolist()
        assert arcs_of(model, one).tolist() == arcs_of(hand, other).tolist()
    found, wanted, sets = analyse(model), analyse(hand), analyse_symbolically(model)
    for concept in CONCEPTS:
        assert np.array_equal(found.equilibria(concept), wanted.equilibria(concept))
        assert sets.equilibria(concept).count == len(found.equilibria(concept))


LEVEL = {"none": 0, "low": 1, "high": 2, "full": 3}


@pytest.mark.parametrize(("level", "sign"), list(product(LEVEL, ("=", ">=", " = ", " >= "))))
def test_conditions_on_levels(level: str, sign: str) -> None:
    model, asked = loads(LEVELS), f"us.punish{sign}{level}"
    codes = np.array([(1 << k) - 1 for k in range(4)])
    if level == "none" and ">" in sign:
        with pytest.raises(Exception, match="always at least none"):
            model.condition(asked)
        return
    wanted = [k >= LEVEL[level] if ">" in sign else k == LEVEL[level] for k in range(4)]
    assert holds(model.condition(asked), codes).tolist() == wanted


def test_a_bare_name_is_any_level_but_the_lowest() -> None:
    model = loads(LEVELS)
    assert model.condition("punish") == model.condition("punish >= low")
    assert model.option("us.punish") == 0


def test_levels_come_back_as_levels() -> None:
    model = loads(LEVELS)
    for name in ("m.yaml", "m.json"):
        text = dump(model, name)
        assert loads(text, name) == model
        assert "levels" in text
        assert text.count("punish_") == 2  # weights are by step


def test_tables_show_levels() -> None:
    tables = state_tables(analyse(loads(LEVELS)), language="id")
    rows = [line for table in tables for line in table.lines() if any("Sanksi" in c for c in line)]
    told = [cell for row in rows for cell in row[row.index("1–3. Sanksi") + 1 :]]
    assert set(told) == {"tidak", "rendah", "tinggi", "penuh"}
    assert len(told) == len(loads(LEVELS).states)


def test_reached_levels() -> None:
    scale = Scale("a", Text("A"), ("x", "y", "z"), (Text("x"), Text("y"), Text("z")))
    assert [scale.reached(code << 3, 3) for code in (0, 1, 3)] == [0, 1, 2]


FAULTS = [
    (
        "punish >= high if",
        "punish >= hihg if",
        '11:29: unknown level "hihg" of punish; did you mean "high"?',
    ),
    ("punish >= high if", "talk = high if", '11:19: "talk" has no levels'),
    ("punish >= high if", "punish >= if", '11:29: a level of punish expected, but found "if"'),
    ("punish >= high if", "punish >= none if", "11:29: punish is always at least none"),
    (
        "punish: low,",
        "punish: lot,",
        '15:22: unknown level "lot" of punish; known are none, low, high, full',
    ),
    (
        "      talk:\n",
        "      talk:\n      punish_low:\n",
        '6:7: a level and an option would both be called "punish_low"',
    ),
]


@pytest.mark.parametrize(("old", "new", "fault"), FAULTS)
def test_each_fault_has_its_place(old: str, new: str, fault: str) -> None:
    assert faults_of(changed(LEVELS, old, new))[0] == fault


def test_levels_are_two_or_more_and_differ() -> None:
    short = (
        LEVELS[: LEVELS.index("        levels:")] + "        levels: [none]\n" + "      talk:\n"
    )
    rest = LEVELS[LEVELS.index("    preferences: [punish") :]
    assert "an option has 2 to 20 levels; here are 1" in "\n".join(faults_of(short + rest))
    twice = short.replace("[none]", "[none, low, low]") + rest
    assert "a level is there twice" in "\n".join(faults_of(twice))
