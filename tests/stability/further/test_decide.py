"""The further concepts: published figures, the finest points of each definition, and refusals."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from literal import published as p
from literal.statespace import Native
from random_models import to_yaml
from satumeja.errors import LimitError, QuestionError
from satumeja.formats import loads
from satumeja.gallery import load
from satumeja.model import Model
from satumeja.stability import (
    FURTHER,
    CoalitionVerdict,
    Joint,
    Knowledge,
    Outlook,
    SimultaneousVerdict,
    Step,
    analyse,
    decide_further,
    explain_further,
    mixed,
)
from satumeja.stability.further import further_named

DOC = Path(__file__).parents[3] / "docs" / "explanation" / "further-concepts.md"


def model_of(native: Native) -> Model:
    return loads(to_yaml({"satumeja": 1, "title": "A conflict"} | native), name="model.yaml")


def graph(moves: dict[str, str], rankings: dict[str, str]) -> Model:
    """Make a model in graph form: moves as "st tu", rankings as classes "u|st|v"."""
    states = sorted(set("".join(rankings.values())) - {"|"})
    makers = {
        dm: {
            "moves": [list(arc) for arc in moves[dm].split()],
            "ranking": [list(ties) for ties in rankings[dm].split("|")],
        }
        for dm in moves
    }
    return model_of({"states": states, "decision_makers": makers})


def equilibria(model: Model, concept: str, **known: Any) -> list[int]:
    found: list[int] = decide_further(model, concept, Knowledge(**known)).equilibria().tolist()
    return found


def all_knowledge(model: Model) -> Knowledge:
    """Give every concept something to read, but nothing to read in it."""
    ids, size = [dm.id for dm in model.decision_makers], len(model.states)
    half = [[0.5] * size for _ in range(size)]
    return Knowledge(
        unknown={ids[0]: frozenset()},
        much_better={ids[0]: frozenset()},
        degrees={ids[0]: half},
        chances={ids[0]: half},
        attitudes={(ids[0], ids[0]): "+"},
    )


# -- what has been published -------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("prisoners-dilemma", {"l1": [4], "l2": [1, 4], "l3": [1, 4], "l999": [1, 4]}),
        ("chicken", {"l1": [2, 3], "l2": [], "l3": [1], "l999": [1]}),
    ],
)
def test_far_sighted_players_of_two_games(name: str, found: dict[str, list[int]]) -> None:
    assert {concept: equilibria(load(name), concept) for concept in found} == found
    assert equilibria(load(name), "nm") == found["l999"]


def test_coalitions_at_elmira() -> None:
    elmira = model_of(p.ELMIRA)
    found = {concept: equilibria(elmira, concept) for concept in ("cnash", "cgmr", "csmr", "cseq")}
    assert found == {
        "cnash": [8, 9],
        "cgmr": [1, 4, 8, 9],
        "csmr": [1, 4, 8, 9],
        "cseq": [8, 9],
    }
    jump = explain_further(elmira, 5, ("uniroyal", "moe"), "cseq")
    assert isinstance(jump, CoalitionVerdict)
    assert (jump.coalition, jump.improvement) == (("moe", "uniroyal"), 8)
    assert jump.improvements[0].path == (Step("moe", 6), Step("uniroyal", 8))


def test_unknown_preference_at_gisborne() -> None:
    model = model_of(p.gisborne("economic"))
    known = {(3, 7), (4, 8), (1, 5), (2, 6)}
    doubt = {"provincial": frozenset({*combinations(range(1, 9), 2)} - known)}
    found = {x: equilibria(model, f"nash_{x}", unknown=doubt) for x in "abcd"}
    assert found == {"a": [], "b": [4, 6], "c": [], "d": [4, 6]}
    assert all(
        {4, 6} <= set(equilibria(model, f"{shape}_{x}", unknown=doubt))
        for shape in ("gmr", "smr", "seq")
        for x in "bcd"
    )


def test_the_status_quo_of_december_2021_while_the_type_of_russia_is_unknown() -> None:
    types = [model_of(p.december_2021(name)) for name in p.RUSSIA]
    ranks = [model.ranks(model["russia"]) for model in types]
    pairs = combinations(range(len(ranks[0])), 2)
    unknown = frozenset(
        (a + 1, b + 1) for a, b in pairs if len({(r[a] > r[b], r[a] < r[b]) for r in ranks}) > 1
    )
    holds = {
        concept
        for concept, found in FURTHER.items()
        if found.needs == ("unknown",)
        and 7 in equilibria(types[0], concept, unknown={"russia": unknown})
    }
    every = {f"{shape}_{x}" for shape in ("nash", "gmr", "smr", "seq") for x in "bcd"}
    assert holds == every - {"nash_c"}


# -- the finest points of the definitions ------------------------------------------------


@pytest.mark.parametrize(
    ("way_on", "found"), [("uv", {"gmr_b", "gmr_d"}), ("ut", {"gmr_b", "gmr_c", "gmr_d"})]
)
def test_a_return_to_an_unknown_state_is_a_threat_of_it(way_on: str, found: set[str]) -> None:
    """Under a and c, a would leave s for t, of which it does not know whether it is better.

    b leads on to u, which is better, and c to v, better too, or back to t: that is a threat
    under c, where what is unknown holds. Under b and d nothing draws a out of s.
    """
    model = graph({"a": "st", "b": "tu", "c": way_on}, {"a": "uv|st", "b": "stuv", "c": "stuv"})
    known = Knowledge(unknown={"a": frozenset({(1, 2)})})
    concepts = ("gmr_a", "gmr_b", "gmr_c", "gmr_d")
    assert found == {c for c in concepts if 1 in decide_further(model, c, known).stable("a")}


def test_nobody_moves_twice_running_to_return() -> None:
    """As above, but the way back is that of b, who has just moved."""
    model = graph({"a": "st", "b": "tu ut"}, {"a": "u|st", "b": "stu"})
    known = Knowledge(unknown={"a": frozenset({(1, 2)})})
    assert 1 not in decide_further(model, "gmr_c", known).stable("a")


def test_coming_back_to_where_it_began_holds() -> None:
    """s is not preferred to s, so being led back to s is a sanction."""
    model = graph({"a": "st", "b": "ts"}, {"a": "t|s", "b": "ts"})
    known = Knowledge(unknown={"a": frozenset()})
    assert decide_further(model, "nash_d", known).stable("a").tolist() == [2]
    verdict = explain_further(model, 1, "a", "gmr_d", known)
    assert verdict.to_json()["sanctions"] == [{"improvement": 2, "path": [{"dm": "b", "to": 1}]}]


@pytest.mark.parametrize(
    ("degree", "threshold", "leaves"),
    [
        (0.7, 0.4, True),
        (0.7, 0.41, False),
        (0.65, 0.3, True),
        (0.55, 0.1, True),
        (0.5, 0.1, False),
    ],
)
def test_a_degree_that_just_reaches_the_threshold_is_enough(
    degree: float, threshold: float, *, leaves: bool
) -> None:
    model = graph({"a": "st", "b": ""}, {"a": "st", "b": "st"})
    table = [[0.5, round(1 - degree, 2)], [degree, 0.5]]
    known = Knowledge(degrees={"a": table}, thresholds={"a": threshold})
    assert decide_further(model, "fuzzy_nash", known).stable("a").tolist() == [1, 2][leaves:]


@pytest.mark.parametrize(("chance", "leaves"), [(0.1, False), (0.11, True)])
def test_a_chance_must_be_over_one_less_alpha(chance: float, *, leaves: bool) -> None:
    model = graph({"a": "st", "b": ""}, {"a": "st", "b": "st"})
    known = Knowledge(chances={"a": [[0, 0.5], [chance, 0]]}, alpha=0.9)
    assert decide_further(model, "prob_nash", known).stable("a").tolist() == [1, 2][leaves:]


def test_improvements_of_three_at_once_make_a_threat_that_no_two_make() -> None:
    """Each gains by acting unless both others act too, and nobody would act second."""
    model = model_of(
        {
            "decision_makers": {
                "a": {"options": {"x": {}}, "ranking": [[2], [3, 5], [4, 6], [1], [8], [7]]},
                "b": {"options": {"y": {}}, "ranking": [[3], [2, 5], [4, 7], [1], [8], [6]]},
                "c": {"options": {"z": {}}, "ranking": [[5], [2, 3], [6, 7], [1], [8], [4]]},
            }
        }
    )
    assert 1 not in analyse(model, ["seq"]).equilibria("seq")
    assert 1 in decide_further(model, "sim").equilibria()
    verdict = explain_further(model, 1, "a", "sim")
    assert isinstance(verdict, SimultaneousVerdict)
    assert verdict.joints == (Joint(2, (Step("b", 3), Step("c", 5)), 8),)


def test_who_is_indifferent_may_do_the_worse() -> None:
    """b may go on from t to u or to v, all the same to it; a would lose by v."""
    model = graph({"a": "st", "b": "tu tv"}, {"a": "u|t|s|v", "b": "uv|st"})
    assert 1 in decide_further(model, "l2").stable("a")
    assert 1 not in decide_further(model, "l1").stable("a")
    assert explain_further(model, 1, "a", "l2").to_json()["outlooks"] == [
        {"horizon": 2, "move": 2, "path": [{"dm": "b", "to": 4}]}
    ]


def test_nobody_can_go_on_from_the_end_of_a_move() -> None:
    model = graph({"a": "st", "b": ""}, {"a": "t|s", "b": "st"})
    verdict = explain_further(model, 1, "a", "nm").to_json()
    assert (verdict["stable"], verdict["outlooks"]) == (
        False,
        [{"horizon": 2, "move": 2, "path": []}],
    )
    assert Outlook(2, 2, ()) == Outlook(**(verdict["outlooks"][0] | {"path": ()}))


@pytest.mark.parametrize("concept", [*(set(FURTHER) - {"sim"}), "l1", "l8"])
def test_a_state_nobody_can_leave_is_stable_and_proves_it(concept: str) -> None:
    model = graph({"a": "st", "b": "st", "c": ""}, {"a": "s|t", "b": "t|s", "c": "st"})
    known, weak = all_knowledge(model), concept.startswith("weak")
    for party in decide_further(model, concept, known).parties:
        assert (2 in decide_further(model, concept, known).stable(*party)) != weak
        verdict = explain_further(model, 2, party, concept, known)
        assert verdict.stable != weak
        assert json.loads(json.dumps(verdict.to_json())) == verdict.to_json()


# -- the registry ------------------------------------------------------------------------


@pytest.mark.parametrize("name", FURTHER)
def test_each_concept_is_defined_cited_and_written_about(name: str) -> None:
    concept = FURTHER[name]
    assert concept.id == name and further_named(name) is concept
    assert concept.definition.endswith(".") and concept.name
    assert any(str(year) in concept.reference for year in range(1984, 2027))
    assert f"`{name}`" in DOC.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(set(FURTHER) - {"sim"}))
def test_a_result_is_plain_data(name: str) -> None:
    model = graph({"a": "st", "b": "ts"}, {"a": "t|s", "b": "s|t"})
    found = decide_further(model, name, all_knowledge(model))
    report = found.to_json()
    assert json.loads(json.dumps(report)) == report
    assert [entry["party"] for entry in report["stable"]] == [list(x) for x in found.parties]
    assert report["equilibria"] == found.equilibria().tolist()


def test_the_parties_of_coalition_concepts() -> None:
    elmira = model_of(p.ELMIRA)
    assert len(decide_further(elmira, "cnash").parties) == 7
    asked = Knowledge(coalitions=[["uniroyal", "moe"], ["lg"], ["moe", "uniroyal"]])
    found = decide_further(elmira, "cnash", asked)
    assert found.parties == [("moe", "uniroyal"), ("lg",)]
    assert found.stable("uniroyal", "moe").tolist() == found.stable("moe", "uniroyal").tolist()


def refusal(model: Model, concept: str, known: Knowledge | None = None) -> str:
    with pytest.raises(QuestionError) as caught:
        decide_further(model, concept, known or Knowledge())
    return str(caught.value)


def test_questions_that_do_not_fit_are_refused() -> None:
    chicken, elmira = load("chicken"), model_of(p.ELMIRA)
    assert 'did you mean "cseq"' in refusal(chicken, "cseg")
    assert "decided from ranks alone" in refusal(chicken, "smr")
    assert "Knowledge(unknown=...)" in refusal(chicken, "gmr_b")
    assert "option form" in refusal(elmira, "sim")
    for concept in ("l0", "l1000", "l01", "l", "l-1"):
        assert "unknown concept" in refusal(chicken, concept)
    with pytest.raises(QuestionError, match="no state 5"):
        explain_further(chicken, 5, "row", "nm")
    with pytest.raises(QuestionError, match="one decision maker at a time"):
        explain_further(chicken, 1, ("row", "column"), "nm")
    with pytest.raises(QuestionError, match='did you mean "row"'):
        explain_further(chicken, 1, "rov", "nm")
    with pytest.raises(QuestionError, match="was not asked of"):
        decide_further(chicken, "nm").stable("row", "column")


def test_models_that_are_too_large_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    options: Native = {f"o{k}": {} for k in range(13)}
    large = model_of(
        {
            "decision_makers": {
                "a": {"options": options, "weights": {"o1": 1}},
                "b": {"options": {"other": {}}, "weights": {"other": 1}},
            }
        }
    )
    with pytest.raises(LimitError, match="16,384 states are more than the 4,096"):
        decide_further(large, "l2")
    monkeypatch.setattr("satumeja.stability.further._foresight.LARGEST_OUTLOOK", 10)
    with pytest.raises(LimitError, match="ask for a shorter horizon"):
        decide_further(load("chicken"), "nm")


def test_mixed_equilibria_name_a_concept_for_everyone() -> None:
    analysis = analyse(load("chicken"), ["nash", "seq"])
    assert mixed(analysis, {"row": "nash", "column": "nash"}).tolist() == [2, 3]
    with pytest.raises(QuestionError, match="no concept is given for column"):
        mixed(analysis, {"row": "nash"})
    with pytest.raises(QuestionError, match='"gmr" was not analysed'):
        mixed(analysis, {"row": "gmr", "column": "nash"})
