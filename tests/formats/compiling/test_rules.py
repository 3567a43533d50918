"""Infeasible rules: six forms, and at least one state left."""

from __future__ import annotations

import numpy as np
import pytest

from formats.samples import BORDER, changed, faults_of
from satumeja.formats import loads
from satumeja.model import OptionStates, holds

JUST_ONE = (
    "21:5: a rule is just one of condition, at_most_one, at_least_one, exactly_one, requires "
    "or pattern"
)

FAULTS = [
    (
        "      talk: {",
        "      if: {",
        [
            '10:7: "if" is a word of conditions and cannot be an id',
            '21:14: unknown option "talk" in an infeasible rule; did you mean "attack"?',
        ],
    ),
    (
        "- attack & talk",
        "- attack & tall",
        ['21:14: unknown option "tall" in an infeasible rule; did you mean "talk"?'],
    ),
    (
        "- attack & talk",
        "- {}",
        [
            JUST_ONE,
        ],
    ),
    (
        "- attack & talk",
        "- {condition: attack, pattern: YY--}",
        [
            JUST_ONE,
        ],
    ),
    (
        "- attack & talk",
        "- {condition: attack &}",
        ["21:25: an option expected, but the condition ends"],
    ),
    ("- attack & talk", "- {pattern: YYY}", ['21:15: "YYY" has 3 options; the model has 4']),
    (
        "- attack & talk",
        "- {pattern: YX--}",
        ['21:15: "YX--" is not in option form: Y, N or - expected, found "X"'],
    ),
    (
        "- attack & talk",
        "- {requires: {if: attack, then: tall}}",
        ['21:35: unknown option "tall" in an infeasible rule; did you mean "talk"?'],
    ),
    ("- attack & talk", "- {at_least_one: []}", ["21:6: at least one option expected"]),
    (
        "[offer, arm]",
        "[offer, army]",
        ['22:26: unknown option "army" in an infeasible rule; did you mean "arm"?'],
    ),
    ("[offer, arm]", "[offer, us.offer]", ['22:26: option "us.offer" is named twice']),
    (
        "- attack & talk",
        "- talk | offer\n  - -(talk | offer)",
        ["22:5: no state is feasible: this rule forbids the last that were left"],
    ),
]


@pytest.mark.parametrize(("old", "new", "faults"), FAULTS)
def test_each_fault_has_its_place_and_words(old: str, new: str, faults: list[str]) -> None:
    assert faults_of(changed(BORDER, old, new)) == faults


@pytest.mark.parametrize(
    ("rule", "kind", "text", "forbidden"),
    [
        ("attack & talk", "condition", "attack & talk", "YYNN YYYN YYNY YYYY"),
        ("-4", "condition", "-4", "NNNN YNNN NYNN YYNN NNYN YNYN NYYN YYYN"),
        ("{condition: attack & talk & arm}", "condition", "attack & talk & arm", "YYNY YYYY"),
        ("{at_most_one: [talk, 3]}", "at_most_one", "talk, 3", "YNYN YYYN YNYY YYYY"),
        ("{at_least_one: [1, 2, arm]}", "at_least_one", "1, 2, arm", "NNNN NNYN"),
        ("{requires: {if: arm, then: 1 | 2}}", "requires", "arm -> 1 | 2", "NNNY NNYY"),
        ('{pattern: "Y-|NN"}', "pattern", "Y-|NN", "YNNN YYNN"),
        ("{pattern: '---Y'}", "pattern", "---Y", "NNNY YNNY NYNY YYNY NNYY YNYY NYYY YYYY"),
    ],
)
def test_a_rule_forbids_just_its_states(rule: str, kind: str, text: str, forbidden: str) -> None:
    rules = f"infeasible:\n  - {rule}\n"
    old = "infeasible:\n  - attack & talk\n  - at_most_one: [offer, arm]\n"
    model = loads(changed(BORDER, old, rules).replace('status_quo: "NN|NY"\n', ""))
    codes = np.arange(16)
    form = OptionStates(codes, (4,)).form
    found = holds(model.infeasible[0].condition, codes)
    assert " ".join(form(code + 1) for code in codes[found]) == forbidden
    assert (model.infeasible[0].kind, model.infeasible[0].text) == (kind, text)


def test_a_rule_can_say_what_it_rests_on() -> None:
    rule = "- {pattern: YY--, because: They said so, evidence: [wire#s2]}"
    model = loads(changed(BORDER, "- attack & talk", rule))
    assert model.infeasible[0].because == "They said so"
    assert model.infeasible[0].evidence == ("wire#s2",)


@pytest.mark.parametrize("culprit", range(4, 40))
def test_the_rule_that_forbids_the_last_state_is_blamed(culprit: int) -> None:
    options = ", ".join(f"x{k}: " for k in range(30))
    rules = [f"-x{k % 30}" for k in range(40)]
    rules[culprit] = "x2"
    lines = "".join(f"  - {rule}\n" for rule in rules)
    text = f"""\
satumeja: 1
title: Nothing left
decision_makers:
  a: {{options: {{{options}}}, preferences: []}}
  b: {{options: {{y: }}, preferences: []}}
infeasible:
{lines}"""
    line = 7 + culprit
    assert faults_of(text)[0].startswith(f"{line}:5: no state is feasible: this rule forbids")


def test_a_ranking_is_not_judged_by_rules_with_faults() -> None:
    text = changed(BORDER, "- attack & talk", "- attack & tall")
    text = changed(text, "weights: {arm: -1.5, attack: -3}", "ranking: [1]")
    assert len(faults_of(text)) == 1
