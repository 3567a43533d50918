"""Conditions, states, moves and preferences as the literal engine reads them from a file."""

from __future__ import annotations

import pytest

from literal import LiteralEngine, OptionForm, build, status_quo
from literal import published as p
from literal.conditions import evaluate, parse
from literal.statespace import Native

DIRECTED = {"a": {"options": {"x": {"direction": "forward"}, "y": {"direction": "back"}}}}


def in_option_form(options: dict[str, list[str]], *rules: object) -> OptionForm:
    makers: Native = {
        dm: {"options": {option: {} for option in own}} for dm, own in options.items()
    }
    return OptionForm({"decision_makers": makers, "infeasible": list(rules)})


def forms(space: OptionForm) -> list[str]:
    return [space.form(s) for s in space.states]


@pytest.mark.parametrize(
    ("text", "true_in"),
    [
        ("a", "YN YY"),
        ("-a", "NN NY"),
        ("not a", "NN NY"),
        ("a & b", "YY"),
        ("a or b", "YN NY YY"),
        ("a if b", "NN YN YY"),
        ("a iff b", "NN YY"),
        ("-a & b", "NY"),
        ("-(a & b)", "NN YN NY"),
        ("a | b & -b", "YN YY"),
        ("(a | b) & -b", "YN"),
        ("a if b if a", "NN YN NY YY"),
        ("a if (b if a)", "YN YY"),
        ("b iff a if b", "YY"),
        ("1 and not 2", "YN"),
        ("x.a IFF -y.b", "YN NY"),
        (-2, "NN YN"),
    ],
)
def test_conditions(text: str | int, true_in: str) -> None:
    names = {"a": 0, "x.a": 0, "1": 0, "b": 1, "y.b": 1, "2": 1}
    tree = parse(text)
    values = {v: {n: v[k] == "Y" for n, k in names.items()} for v in ("NN", "YN", "NY", "YY")}
    found = [v for v, value in values.items() if evaluate(tree, value.__getitem__)]
    assert " ".join(found) == true_in


@pytest.mark.parametrize("text", ["", "a b", "a &", "(a", "a)", "& a", "if", "a + b"])
def test_what_is_no_condition_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"condition|option|parenthesis"):
        parse(text)


def test_states_are_numbered_with_the_first_option_lowest() -> None:
    space = in_option_form({"a": ["x", "y"], "b": ["z"]}, "x & y")
    assert forms(space) == ["NN|N", "YN|N", "NY|N", "NN|Y", "YN|Y", "NY|Y"]
    assert [space.decimal(s) for s in space.states] == [0, 1, 2, 4, 5, 6]
    assert space.number("NY|Y") == space.number({"y": True, "b.z": "Y"}) == 6


@pytest.mark.parametrize(
    ("rule", "left"),
    [
        ("x & -z", "NN NY YY"),
        (-1, "YN YY"),
        ({"at_most_one": ["x", 2]}, "NN YN NY"),
        ({"at_least_one": ["x", "b.z"]}, "YN NY YY"),
        ({"requires": {"if": "z", "then": "x"}}, "NN YN YY"),
        ({"pattern": "Y|-"}, "NN NY"),
    ],
)
def test_rules_make_states_infeasible(rule: object, left: str) -> None:
    space = in_option_form({"a": ["x"], "b": ["z"]}, rule)
    assert [form.replace("|", "") for form in forms(space)] == left.split()


def test_an_option_two_have_is_named_with_its_decision_maker() -> None:
    space = in_option_form({"a": ["x"], "b": ["x"]}, "b.x")
    assert forms(space) == ["N|N", "Y|N"]
    with pytest.raises(KeyError):
        in_option_form({"a": ["x"], "b": ["x"]}, "x")


def test_a_move_changes_any_own_options_each_in_its_direction() -> None:
    model = build({"decision_makers": {"a": DIRECTED["a"] | {"preferences": ["x"]}}})
    assert model.moves["a"] == {1: {2}, 2: set(), 3: {1, 2, 4}, 4: {2}}


def test_infeasible_states_in_between_do_not_block() -> None:
    options: Native = {"a": {"options": {"x": {}, "y": {}}, "weights": {}}}
    both_or_none = build({"decision_makers": options, "infeasible": ["-(x iff y)"]})
    assert both_or_none.moves["a"] == {1: {2}, 2: {1}}


def preferred_order(content: Native) -> list[str]:
    """Write the states as letters, best first, ties together."""
    makers: Native = {"a": {"options": {"x": {}}}, "b": {"options": {"y": {}}, "weights": {}}}
    makers["a"] |= content
    model = build({"decision_makers": makers})
    better = {s: sum(model.better("a", q, s) for q in model.states) for s in model.states}
    letters = dict(zip(model.states, ("NN", "YN", "NY", "YY"), strict=True))
    return [
        " ".join(letters[s] for s in model.states if better[s] == place)
        for place in sorted(set(better.values()))
    ]


@pytest.mark.parametrize(
    ("content", "order"),
    [
        ({"preferences": ["y", "-x"]}, ["NY", "YY", "NN", "YN"]),
        ({"preferences": [{"statement": "x iff y"}]}, ["NN YY", "YN NY"]),
        ({"preferences": [-2, 1]}, ["YN", "NN", "YY", "NY"]),
        ({"ranking": [[3], ["N|N", 4], [2]]}, ["NY", "NN YY", "YN"]),
        ({"weights": {"y": 2, "1": -0.5}}, ["NY", "YY", "NN", "YN"]),
        ({"weights": {"x": 0.1, "y": 0.1}}, ["YY", "YN NY", "NN"]),
    ],
)
def test_preferences(content: Native, order: list[str]) -> None:
    assert preferred_order(content) == order


def test_weights_are_added_up_exactly() -> None:
    options = {
        "a": {"options": {"x": {}, "y": {}, "z": {}}, "weights": {"x": 0.1, "y": 0.2, "z": 0.3}}
    }
    model = build({"decision_makers": options})
    assert not model.better("a", 4, 5)
    assert not model.better("a", 5, 4)


@pytest.mark.parametrize(
    ("native", "number"),
    [
        (p.december_2021("A"), 7),
        (p.SYRIA_IRAQ, 1),
        (p.ELMIRA, 1),
        (p.CHICKEN, None),
        (p.CHICKEN | {"status_quo": {"row.defect": True}}, 2),
    ],
)
def test_status_quo(native: Native, number: int | None) -> None:
    assert status_quo(native) == number


def test_graph_states_may_have_names() -> None:
    native = {
        "states": ["s", {"id": "t", "name": "Trouble"}],
        "decision_makers": {"a": {"moves": [["s", "t"]], "ranking": [["t"], ["s"]]}},
        "status_quo": "t",
    }
    assert build(native).moves == {"a": {1: {2}, 2: set()}}
    assert LiteralEngine(build(native)).stable("nash", "a") == [2]
    assert status_quo(native) == 2
