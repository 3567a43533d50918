"""Files of GMCR+ in, analysed, out and in again: the same states, rankings and equilibria."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path
from random import Random

import numpy as np
import pytest

from formats.gmcr_files import (
    PLUS,
    TITLED,
    File,
    as_text,
    meaning,
    random_blind,
    random_plus,
    random_titled,
)
from formats.samples import changed, faults_of
from literal import LiteralEngine
from satumeja.errors import ModelError
from satumeja.formats import describe, dump, load, loads, to_gmcr
from satumeja.model import GraphStates, Model, Prioritisation, Ranking
from satumeja.model.kit import arcs_of
from satumeja.stability import CONCEPTS, Analysis, analyse


def imported(file: File, name: str = "dam.gmcr") -> Model:
    return loads(as_text(file), name)


def same_conflict(one: Model, other: Model) -> bool:
    assert not isinstance(one.states, GraphStates)
    assert not isinstance(other.states, GraphStates)
    return (
        np.array_equal(one.states.codes, other.states.codes)
        and one.states.widths == other.states.widths
        and [o.direction for o in one.options] == [o.direction for o in other.options]
        and all(
            np.array_equal(one.ranks(a), other.ranks(b))
            for a, b in zip(one.decision_makers, other.decision_makers, strict=True)
        )
    )


def equilibria(result: Analysis) -> dict[str, list[int]]:
    return {concept: result.equilibria(concept).tolist() for concept in CONCEPTS}


# -- the whole way -----------------------------------------------------------------------


@pytest.mark.parametrize("draw", [random_plus, random_titled, random_blind])
@pytest.mark.parametrize("seed", range(200))
def test_a_file_goes_in_out_and_in_again(seed: int, draw: Callable[[Random], File]) -> None:
    file = draw(Random(seed))
    model, literal = imported(file), LiteralEngine(meaning(file))
    found = analyse(model)
    assert len(model.states) == len(literal.model.states)
    assert equilibria(found) == {c: literal.equilibria(c) for c in CONCEPTS}
    for k, dm in enumerate(model.decision_makers):
        for concept in CONCEPTS:
            assert found.stable(concept, dm.id).tolist() == literal.stable(concept, str(k))
    again = loads(to_gmcr(model), "again.gmcr")
    native = loads(dump(model), "again.yaml")
    assert same_conflict(model, again)
    assert same_conflict(model, native)
    assert equilibria(analyse(again)) == equilibria(found)
    assert [dm.name for dm in native.decision_makers] == [dm.name for dm in model.decision_makers]
    assert [option.name for option in native.options] == [option.name for option in model.options]
    assert to_gmcr(again) == to_gmcr(model)


# -- what it becomes ---------------------------------------------------------------------


def test_options_are_numbered_by_their_decision_makers() -> None:
    model = imported(PLUS)
    assert model.option_names == ("sue", "pay", "build")
    assert [str(option.name) for option in model.options] == ["Sue", "Pay", "Build"]
    assert [option.direction for option in model.options] == ["both", "back", "forward"]
    assert [model.states.form(n) for n in range(1, 7)] == [
        *("NN|N", "YN|N", "NY|N", "NN|Y", "YN|Y", "NY|Y"),
    ]


def test_statements_become_conditions() -> None:
    preference = imported(PLUS).decision_makers[0].preference
    assert isinstance(preference, Prioritisation)
    assert [s.text for s in preference.statements] == ["-build", "sue | (-pay & -build)"]


def test_an_infeasible_pattern_stays_one() -> None:
    rule = imported(PLUS).infeasible[0]
    assert (rule.kind, rule.text) == ("pattern", "YY|-")


def test_a_statement_that_says_the_same_in_another_order_is_dropped() -> None:
    file = PLUS | {"decisionMakers": [dict(maker) for maker in PLUS["decisionMakers"]]}
    both = [[0, "Y"], [1, "N"]]
    file["decisionMakers"][1]["preferences"] = [both, [[2, "Y"]], both[::-1]]
    preference = imported(file).decision_makers[1].preference
    assert isinstance(preference, Prioritisation)
    assert [s.text for s in preference.statements] == ["-sue & build", "pay"]


@pytest.mark.parametrize(
    ("flag", "key"),
    [
        ("useManualPreferenceRanking", "preferenceRanking"),
        ("useManualPreferenceVectors", "preferenceVector"),
    ],
)
def test_rankings_count_where_the_file_says_so(flag: str, key: str) -> None:
    makers = [
        {"name": "A", "options": [1, 2], "preferences": [[[0, "Y"]]], key: [[6, 5], 4, 3, [2], 1]},
        {"name": "B", "options": [0], key: [1, 2, 3, 4, 5, 6]},
    ]
    file = {k: PLUS[k] for k in ("options", "infeasibles")} | {"decisionMakers": makers}
    model = imported(file | {flag: True})
    assert model.decision_makers[0].preference == Ranking(((6, 5), (4,), (3,), (2,), (1,)))
    assert model.notes == ('"A" is ranked by hand: its statements are left out',)


def test_without_a_flag_what_is_there_counts() -> None:
    bare: list[File] = [
        {"name": "A", "options": [1, 2], "preferences": [[[0, "Y"]]], "preferenceRanking": []}
    ]
    bare.append({"name": "B", "options": [0], "preferenceRanking": [6, 5, 4, 3, 2, 1]})
    model = imported({k: PLUS[k] for k in ("options", "infeasibles")} | {"decisionMakers": bare})
    kinds = [type(dm.preference) for dm in model.decision_makers]
    assert kinds == [Prioritisation, Ranking]


def test_coalitions_are_left_out_and_told() -> None:
    model = imported(PLUS | {"coalitions": [[1, 0]]})
    note = 'the coalition of "Upstream", "Downstream" is left out: each of them acts on its own'
    assert model.notes == (note,)
    assert note in describe(model).warnings
    assert dump(model).startswith(f"# {note}\nsatumeja: 1\n")
    assert imported(PLUS).notes == imported(PLUS | {"coalitions": []}).notes == ()


def test_the_dialect_with_a_title() -> None:
    model = imported(TITLED)
    assert model.title == "The dam"
    assert [(r.kind, r.text, r.because) for r in model.infeasible] == [
        ("pattern", "-Y|N", "Moot"),
        ("at_most_one", "sue, pay", ""),
    ]
    assert [model.ranks(dm).max() for dm in model.decision_makers] == [1, 1]
    assert describe(model).warnings[0].startswith("the file has no preferences")


@pytest.mark.parametrize(
    ("name", "title"),
    [("elmira.gmcr", "elmira"), ("a/b c.GMCR", "b c"), (" .gmcr", "Untitled")],
)
def test_a_file_without_a_title_is_called_by_its_name(name: str, title: str) -> None:
    assert imported(PLUS, name).title == title
    assert imported(TITLED | {"title": " "}, name).title == title


def test_names_can_be_any_text() -> None:
    names = ["", "", "iff", "3", "Sit <b>&\n“"]
    options = [{"name": name, "permittedDirection": "both"} for name in names]
    makers = [
        {"name": "", "options": own, "preferences": [[[0, "Y"]]]} for own in ([4, 3, 2], [1, 0])
    ]
    file = {"options": options, "infeasibles": [], "decisionMakers": makers}
    model = imported(file)
    assert [dm.id for dm in model.decision_makers] == ["dm", "dm_2"]
    assert model.option_names == ("sit_b", "option_3", "option_iff", "option", "option_2")
    assert str(model.options[0].name) == "Sit <b>&\n“"
    assert dump(loads(dump(model))) == dump(model)


# -- what is refused ---------------------------------------------------------------------


class _Trap:
    def __reduce__(self) -> tuple[Callable[[str], None], tuple[str]]:
        return pytest.fail, ("a pickle was opened",)


def test_a_pickle_is_never_opened(tmp_path: Path) -> None:
    path = tmp_path / "old.gmcr"
    path.write_bytes(pickle.dumps(_Trap(), protocol=2))
    with pytest.raises(ModelError, match=r"old\.gmcr: an early file of GMCR\+, a Python pickle"):
        load(path)


@pytest.mark.parametrize("protocol", [0, 2, 4])
@pytest.mark.parametrize("name", ["m.json", "m.yaml", "m.gmcr"])
def test_a_pickle_by_another_name_is_no_text(tmp_path: Path, name: str, protocol: int) -> None:
    path = tmp_path / name
    path.write_bytes(pickle.dumps(_Trap(), protocol=protocol))
    with pytest.raises(ModelError):
        load(path)


TEXT = as_text(PLUS)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (
            '"infeasibles": [',
            '"infeasibles": [[[0, "Y"]], [[0, "N"]],',
            "89:2: no state is feas",
        ),
        ('"coalitions": [', '"coalitions": [1, ', '104:3: decision maker 1 ("Upstream") is in a'),
        ("true", "false", '31:18: a condition that is an object has "compound": true'),
    ],
)
def test_what_makes_no_sense_is_one_line(old: str, new: str, fault: str) -> None:
    (found,) = faults_of(changed(TEXT, old, new), "m.gmcr")
    assert fault in found


def _faults(**parts: object) -> list[str]:
    return faults_of(as_text(PLUS | parts), "m.gmcr")


def _maker(**parts: object) -> list[File]:
    return [PLUS["decisionMakers"][0] | parts, PLUS["decisionMakers"][1]]


def test_one_decision_maker_is_no_conflict() -> None:
    maker = {"name": "A", "options": [0, 1, 2], "preferences": []}
    (fault,) = _faults(decisionMakers=[maker], coalitions=[])
    assert fault.endswith("a conflict has at least two decision makers")


def test_a_common_option_is_named() -> None:
    (fault,) = _faults(decisionMakers=_maker(options=[0, 1, 2]))
    assert 'option 0 ("Build") of "Upstream" is another decision maker\'s too' in fault


def test_an_option_of_nobody_is_named() -> None:
    (fault,) = _faults(decisionMakers=_maker(options=[1]))
    assert fault == '11:3: option 2 ("Pay") belongs to no decision maker'


def test_misperceptions_are_what_a_decision_maker_does_not_see() -> None:
    assert imported(PLUS | {"decisionMakers": _maker(misperceptions=[])}).moves_by_options
    two = {"compound": True, "members": [[[1, "Y"]], [[2, "Y"]]]}
    model = imported(PLUS | {"decisionMakers": _maker(misperceptions=[[[0, "Y"]], two])})
    first = model.decision_makers[0]
    assert [each.text for each in first.unseen] == ["--|Y", "sue | pay"]
    assert arcs_of(model, first).tolist() == []
    (fault,) = _faults(decisionMakers=_maker(misperceptions=[[[9, "Y"]]]))
    assert "expected the index of an option" in fault


@pytest.mark.parametrize(
    ("ranking", "fault"),
    [
        ([1, 2, 3, 4, 5], "the ranking misses state 6 (NY|Y)"),
        ([1, 2, 3, 4, 5, 6, 6], "state 6 (NY|Y) is ranked twice"),
        ([1, [2, 2], 3, 4, 5, 6], "state 2 (YN|N) is ranked twice"),
        ([1, 2, 3, 4, 5, 6, 7], "there is no state 7; states are 1 to 6"),
        ([1, 2, 3, 4, [], 5, 6], "a class of the ranking holds no state"),
        ([0, 1], "expected the number of a state, a whole number from 1 upwards, found 0"),
        (
            [[1, [2]]],
            "expected the number of a state, a whole number from 1 upwards, found a list",
        ),
        (["1"], 'expected the number of a state, a whole number from 1 upwards, found "1"'),
        ([], "the ranking misses states 1 (NN|N), 2 (YN|N), 3 (NY|N), 4 (NN|Y), 5 (YN|Y), and 1"),
    ],
)
def test_a_ranking_has_every_state_once(ranking: list[object], fault: str) -> None:
    makers = _maker(preferenceRanking=ranking)
    found = _faults(decisionMakers=makers, useManualPreferenceRanking=True)
    assert fault in found[0]


def test_statements_and_a_ranking_without_a_flag_are_ambiguous() -> None:
    file = {key: value for key, value in PLUS.items() if not key.startswith("useManual")}
    (fault,) = faults_of(as_text(file), "m.gmcr")
    assert '"Upstream" has statements and a ranking; "useManualPreferenceRanking" must' in fault


def test_too_many_options() -> None:
    options = [{"name": "O", "permittedDirection": "both"}] * 1001
    makers = [PLUS["decisionMakers"][0] | {"options": list(range(1000))}]
    makers.append(PLUS["decisionMakers"][1] | {"options": [1000]})
    (fault,) = _faults(options=options, decisionMakers=makers)
    assert fault == "2:2: 1001 options are more than the 1000 a model may have"


def test_a_ranking_of_too_many_states() -> None:
    options = [{"name": "O", "permittedDirection": "both"}] * 21
    makers = [PLUS["decisionMakers"][0] | {"options": list(range(20))}]
    makers.append(PLUS["decisionMakers"][1] | {"options": [20]})
    found = _faults(options=options, decisionMakers=makers, useManualPreferenceRanking=True)
    assert found[0].endswith(
        "more than 1,048,576 states are feasible; too many to rank one by one"
    )


def test_a_compound_too_long_for_a_condition() -> None:
    members = [[[0, "N"], [1, "N"], [2, "N"]]] * 60
    compound = {"compound": True, "members": members}
    (fault,) = _faults(decisionMakers=_maker(preferences=[compound]))
    assert fault.endswith("a condition may have 600 words and signs at most")
