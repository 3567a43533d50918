"""Hypergames agree with the definition, and say who expects what."""

from __future__ import annotations

from random import Random

import pytest

from formats.samples import changed, faults_of
from literal import CONCEPTS, OptionForm
from literal.hypergame import LiteralHypergame
from literal.statespace import Native
from random_models import PREFERENCES, random_option_model, to_yaml
from satumeja.errors import QuestionError
from satumeja.formats import dump, loads
from satumeja.gallery import load
from satumeja.model import OptionStates, perceived_game
from satumeja.stability import analyse, hypergame


def random_hypergame(rng: Random) -> Native:
    """Draw a model in which some do not know of options or states, or err about others."""
    native = random_option_model(rng, total=6, dms=(2, 3))
    makers, space = native["decision_makers"], OptionForm(native)
    for name, content in makers.items():
        others = [f"{dm}.{o}" for dm, c in makers.items() if dm != name for o in c["options"]]
        perceives: Native = {}
        if rng.random() < 0.5:
            perceives["hidden"] = rng.sample(others, 1)
        if rng.random() < 0.5:
            other = rng.choice([dm for dm in makers if dm != name])
            kind = rng.choice(["preferences", "ranking", "weights"])
            perceives["beliefs"] = {other: {kind: PREFERENCES[kind](rng, space)}}
        if perceives:
            content["perceives"] = perceives
        if rng.random() < 0.3:
            content["unseen"] = ["".join(rng.choice("YN--") for _ in space.options)]
    if all(LiteralHypergame(native).spaces[dm].states for dm in makers):
        return native
    return random_hypergame(rng)


@pytest.mark.parametrize("seed", range(150))
def test_hypergames_agree_with_the_definition(seed: int) -> None:
    native = random_hypergame(Random(seed))
    literal, model = LiteralHypergame(native), loads(to_yaml(native))
    found = hypergame(model)
    numbers = literal.whole.numbers
    for concept in CONCEPTS:
        everybody = set(numbers.values())
        for dm in literal.whole.dms:
            stable = [s for v, s in numbers.items() if literal.is_stable(dm, v, concept)]
            expected = [s for v, s in numbers.items() if literal.expects(dm, v, concept)]
            assert found.stable(concept, dm).tolist() == stable
            assert found.expected(concept, dm).tolist() == expected
            everybody &= set(stable)
        held = found.classified(concept)
        assert [one.state for one in held] == sorted(everybody)
        for one in held:
            v = literal.whole.vectors[one.state - 1]
            dms = literal.whole.dms
            by = tuple(dm for dm in dms if literal.expects(dm, v, concept))
            assert one.expected_by == by
            assert one.surprises == tuple(dm for dm in dms if literal.surprises(dm, v))
            assert one.everybody == (len(by) == len(dms))


def test_every_kind_turns_up() -> None:
    kinds = {
        one.kind
        for seed in range(60)
        for found in (hypergame(loads(to_yaml(random_hypergame(Random(seed))))),)
        for one in (*found.classified("seq"), *found.classified("nash"))
    }
    assert kinds == {"all", "some", "surprise"}


MUTUAL = """\
satumeja: 1
title: Each thinks the other will give in
decision_makers:
  row:
    options: {x: }
    preferences: [x]
    perceives: {beliefs: {col: {preferences: [-y]}}}
  col:
    options: {y: }
    preferences: [y]
    perceives: {beliefs: {row: {weights: {x: -1}}}}
"""


def test_what_nobody_expects_can_hold() -> None:
    found = hypergame(loads(MUTUAL), ["nash"])
    (one,) = found.classified("nash")
    assert (one.state, one.kind) == (4, "none")
    assert found.expected("nash", "row").tolist() == [2]
    assert found.expected("nash", "col").tolist() == [3]


@pytest.mark.parametrize("seed", range(30))
def test_a_perceived_game_is_a_model_of_its_own(seed: int) -> None:
    model = loads(to_yaml(random_hypergame(Random(seed))))
    assert loads(dump(model)) == model
    for dm in model.decision_makers:
        game = perceived_game(model, dm.id)
        again = loads(dump(game))
        assert isinstance(game.states, OptionStates)
        assert isinstance(again.states, OptionStates)
        assert again.states.codes.tolist() == game.states.codes.tolist()
        for concept in CONCEPTS:
            one, other = analyse(game).equilibria(concept), analyse(again).equilibria(concept)
            assert one.tolist() == other.tolist()


@pytest.mark.parametrize("name", ["chicken", "garrison", "december-2021-b"])
def test_without_misperception_it_is_the_game_itself(name: str) -> None:
    model = load(name)
    found, plain = hypergame(model), analyse(model)
    for concept in CONCEPTS:
        assert found.equilibria(concept).tolist() == plain.equilibria(concept).tolist()
        assert {one.kind for one in found.classified(concept)} <= {"all"}


ALLY = """\
satumeja: 1
title: The secret ally
decision_makers:
  raider:
    options: {attack: }
    preferences: [-(attack & help), attack]
    perceives:
      hidden: [help]
      beliefs: {castle: {preferences: [surrender if attack, -surrender]}}
      because: No envoy was seen
  castle: {options: {surrender: , help: }, preferences: [-surrender, help iff attack]}
status_quo: N|NN
"""


def test_a_surprise() -> None:
    found = hypergame(loads(ALLY), ["nash"])
    (one,) = found.classified("nash")
    assert (found.model.states.form(one.state), one.kind) == ("Y|NY", "surprise")
    assert (one.expected_by, one.surprises) == ((), ("raider",))
    data = found.to_json()
    assert data["seen"] == {"raider": 4, "castle": 8}
    assert data["expected"]["nash"]["raider"] == [4]
    game = perceived_game(loads(ALLY), "raider")
    assert game.status_quo == 0
    assert game["raider"].perceives is None


def test_what_cannot_be_asked() -> None:
    with pytest.raises(QuestionError, match="raider would see no state"):
        hypergame(loads(ALLY.replace("    perceives:", '    unseen: ["-|--"]\n    perceives:')))
    graph = """{"satumeja": 1, "title": "G", "states": ["s", "t"], "decision_makers": {
        "a": {"ranking": ["s", "t"]}, "b": {"ranking": ["s", "t"]}}}"""
    with pytest.raises(QuestionError, match="use option form"):
        hypergame(loads(graph, "g.json"))


WRONG = {
    "hidden: [help]": (
        "hidden: [attack, help, 3]",
        ['8:16: "attack" is its own option', '8:30: "3" is named twice'],
    ),
    "castle: {preferences": (
        "cattle: {preferences",
        ['9:17: "cattle" is not another decision maker; did you mean "castle"?'],
    ),
    "[surrender if attack, -surrender]": (
        "[surrendr]",
        [('9:40: unknown option "surrendr" in a preference of castle; did you mean "surrender"?')],
    ),
    "preferences: [surrender if attack, -surrender]": (
        "adjust: []",
        ["9:17: castle has no preferences; write preferences, a ranking or weights"],
    ),
}


@pytest.mark.parametrize("old", WRONG)
def test_each_fault_has_its_place(old: str) -> None:
    new, faults = WRONG[old]
    assert faults_of(changed(ALLY, old, new)) == faults
