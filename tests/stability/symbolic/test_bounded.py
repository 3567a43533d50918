"""Within a budget, what is told as decided is so, and the rest lies within its bounds."""

from __future__ import annotations

import copy
import pickle
from importlib.util import find_spec

import pytest

from proofs.bounded import Truth, compare, compare_bounds, drawn
from proofs.differential import Disagreement
from random_models import to_yaml
from satumeja.errors import QuestionError
from satumeja.formats import loads
from satumeja.gallery import load
from satumeja.stability import Budget, SpentError, SymbolicAnalysis, analyse_symbolically
from satumeja.stability.symbolic._engine import SymbolicEngine
from satumeja.stability.symbolic._libraries import BACKENDS
from satumeja.stability.symbolic._parts import Parts
from stopping import Checks, Refusal, bounded, cut_short, refusing

HERE = [backend for backend in BACKENDS if find_spec(backend)]
MODEL = load("december-2021-b")
DMS = [dm.id for dm in MODEL.decision_makers]


@pytest.mark.parametrize("seed", range(1, 13))
def test_many_makers_of_many_statements_agree_also_cut_short(seed: int) -> None:
    tally = compare(drawn(seed, 6), seed, HERE[-1] if seed == 1 else HERE[0])
    assert tally.bounded == 2
    assert tally.sets >= 20


def test_a_wrong_set_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    right = SymbolicEngine.stable
    monkeypatch.setattr(
        SymbolicEngine,
        "stable",
        lambda self, concept, focal: (
            self.states.feasible if concept == "seq" else right(self, concept, focal)
        ),
    )
    with pytest.raises(Disagreement, match="seq of"):
        for seed in range(1, 9):
            compare(drawn(seed, 6), seed)


def test_a_wrong_bound_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    native = drawn(3, 6)
    model, truth = loads(to_yaml(native), name="model.yaml"), Truth(native)
    right = Parts.enclosing
    monkeypatch.setattr(
        Parts,
        "enclosing",
        lambda self, concept, place, every: (
            (every, every) if concept == "sseq" else right(self, concept, place, every)
        ),
    )
    with pytest.raises(Disagreement, match="sseq"):
        compare_bounds(cut_short(model, Checks(10**9)), truth)


def without(*cells: tuple[str, int], of_states: bool = True) -> Refusal:
    return refusing(dict.fromkeys(cells, "time"), of_states=of_states)


def test_what_is_decided_is_told_and_the_rest_refused_in_words() -> None:
    result = bounded(MODEL, without(("seq", 0)))
    whole = analyse_symbolically(MODEL)
    assert result.undecided == {"seq": {DMS[0]: "time"}, "sseq": {DMS[0]: "time"}}
    for name in ("nash", "gmr", "smr"):
        assert list(result.equilibria(name)) == list(whole.equilibria(name))
    assert list(result.stable("seq", DMS[1])) == list(whole.stable("seq", DMS[1]))
    told = rf'"seq" was not decided for {DMS[0]} within the time .* given: \d+ to \d+ states'
    with pytest.raises(SpentError, match=told) as spent:
        result.stable("seq", DMS[0])
    assert spent.value.reason == "time"
    with pytest.raises(SpentError, match='"seq" was not decided'):
        result.equilibria("seq")
    with pytest.raises(QuestionError, match='"sim" was not analysed'):
        result.bounds("sim")


def test_bounds_follow_from_stronger_and_weaker_concepts() -> None:
    result = bounded(MODEL, without(("seq", 0)))
    bounds = result.bounds("seq", DMS[0])
    assert list(bounds.at_least) == list(result.stable("nash", DMS[0]))
    assert list(bounds.at_most) == list(result.stable("gmr", DMS[0]))
    assert not bounds.exact
    bounds = result.bounds("sseq", DMS[0])
    assert set(bounds.at_most) == set(result.stable("gmr", DMS[0])) & set(
        result.stable("smr", DMS[0])
    )
    assert result.bounds("gmr").exact
    narrowed = result.bounds("seq", where="attack")
    assert set(narrowed.at_most) < set(result.bounds("seq").at_most)


def test_a_stronger_concept_bounds_from_below() -> None:
    result = bounded(MODEL, without(("seq", 0)))
    assert result.parts is not None
    sseq = analyse_symbolically(MODEL).stable("sseq", DMS[0])
    states = result.symbolic.states
    with states.space.limited():
        members = states.space.none
        for decimal in sseq:
            members |= states.state(decimal)
    result.parts.stable["sseq", 0] = members
    assert set(result.bounds("seq", DMS[0]).at_least) == set(sseq)


def test_what_bounds_leave_no_doubt_of_is_decided() -> None:
    """Under Nash and GMR alike: where the two are the same, so is all between them."""
    cells = [(name, place) for name in ("seq", "sseq", "smr") for place in range(len(DMS))]
    result = bounded(MODEL, without(*cells))
    for concept in ("smr", "seq", "sseq"):
        for dm in DMS:
            same = set(result.stable("nash", dm)) == set(result.stable("gmr", dm))
            assert (dm in result.undecided.get(concept, {})) != same


def test_a_single_state_is_decided_where_the_set_is_not() -> None:
    asked = bounded(MODEL, without(("seq", 0), ("sseq", 0), of_states=False))
    whole, start = analyse_symbolically(MODEL), MODEL.status_quo
    assert start is not None
    for concept in ("seq", "sseq"):
        truth = start in whole.stable(concept, DMS[0])
        assert asked.is_stable(concept, DMS[0], start) is truth
        possible = set(asked.bounds(concept, DMS[0]).at_most)
        (other, *_) = sorted(possible - set(asked.bounds(concept, DMS[0]).at_least) - {start})
        assert asked.is_stable(concept, DMS[0], other) is None
    assert asked.is_stable("nash", DMS[0], start) == (start in whole.stable("nash", DMS[0]))


def test_the_concepts_that_are_whole_can_be_had_alone() -> None:
    result = bounded(MODEL, without(("seq", 0)))
    whole = result.decided()
    assert [concept.id for concept in whole.concepts] == ["nash", "gmr", "smr"]
    assert whole.undecided == result.undecided
    assert whole.equilibria("smr").count == result.equilibria("smr").count
    everything = bounded(MODEL, without())
    assert everything.decided() is everything
    nothing = bounded(MODEL, without(("seq", 0)), ["seq"])
    with pytest.raises(SpentError, match="no concept was decided"):
        nothing.decided()


def test_strong_equilibria_are_those_of_nash_whatever_else_is_open() -> None:
    result = bounded(MODEL, without(*(("seq", place) for place in range(len(DMS)))))
    assert list(result.strong_equilibria) == list(result.equilibria("nash"))
    alone = bounded(MODEL, without(("seq", 0)), ["seq"])
    with pytest.raises(SpentError, match='"seq" was not decided'):
        _ = alone.strong_equilibria
    assert not alone.strong_bounds.exact


def test_it_shows_between_which_numbers_equilibria_are() -> None:
    text = repr(bounded(MODEL, without(("seq", 0))))
    assert "2 to 2" not in text
    assert " to " in text
    assert "Bounds: " in repr(bounded(MODEL, without(("seq", 0))).bounds("seq"))


def test_it_can_be_sent_elsewhere() -> None:
    result = analyse_symbolically(MODEL, ["nash"], budget=Budget("1m", "3GB"))
    again = copy.copy(result)
    assert isinstance(again, SymbolicAnalysis)
    sent = pickle.dumps(result)
    assert len(sent) > 100
    assert again.parts is not None
    assert (again.parts.budget.seconds, again.parts.budget.memory) == (60.0, 3 * 10**9)


def test_turns_are_taken_again_by_those_that_wanted_more_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One who needs more than a quarter is asked once more when all others had their turn."""
    asked = list[tuple[tuple[str, int], float]]()

    def slow(question: object) -> None:
        cell = getattr(question, "concept", ""), getattr(question, "place", -1)
        asked.append((cell, 0.0))

    tries = iter(["time", "time"])

    def refuse(question: object) -> object:
        slow(question)
        is_first = (getattr(question, "concept", ""), getattr(question, "place", -1)) == ("seq", 0)
        return next(tries, None) if is_first else None

    budget = Budget("60s")
    parts = [60.0, 60.0, 59.0]
    monkeypatch.setattr(Budget, "left", property(lambda self: parts[0]))
    result = bounded(MODEL, refuse, ["seq"], budget)  # type: ignore[arg-type]
    count = [cell for cell, _ in asked].count(("seq", 0))
    assert count == 3
    assert result.undecided == {}


def test_what_is_not_decided_is_written_as_between_two_sets() -> None:
    refused = without(("seq", 0), of_states=False)
    result = bounded(MODEL, refused, budget=Budget("90s", "3GB"))
    data = result.to_json(where="attack")
    whole = analyse_symbolically(MODEL).to_json(where="attack")
    assert data["limits"] == {"seconds": 90.0, "memory": 3 * 10**9}
    assert data["undecided"].keys() == {"seq", "sseq"}
    assert data["equilibria"] == whole["equilibria"] | {"seq": None, "sseq": None}
    for concept, narrowed in whole["where"]["equilibria"].items():
        open_still = concept in data["undecided"]
        assert data["where"]["equilibria"][concept] in (
            [narrowed, None] if open_still else [narrowed]
        )
    for concept, told in data["undecided"].items():
        (one,) = told["stable"]
        assert one == DMS[0]
        between = told["stable"][one]
        assert between["reason"] == "time"
        assert data["stable"][concept][one] is None
        assert set(between["at_least"]) <= set(whole["stable"][concept][one])
        assert set(whole["stable"][concept][one]) <= set(between["at_most"])
        assert set(told["equilibria"]["at_least"]) <= set(whole["equilibria"][concept])
        assert set(whole["equilibria"][concept]) <= set(told["equilibria"]["at_most"])
        number = whole["status_quo"]
        assert between["status_quo"] is (number in whole["stable"][concept][one])


def test_bounds_say_of_a_state_whether_it_is_in_the_set() -> None:
    bounds = bounded(MODEL, without(("seq", 0))).bounds("seq", DMS[0])
    least, most = set(bounds.at_least), set(bounds.at_most)
    assert least < most
    for decimal in analyse_symbolically(MODEL, []).feasible:
        told = True if decimal in least else None if decimal in most else False
        assert bounds.contains(decimal) is told
    assert bounds.in_digits == f"{len(least)} to {len(most)}"


def test_what_was_decided_elsewhere_is_taken_over() -> None:
    first, second = SymbolicEngine(MODEL), SymbolicEngine(MODEL)
    assert not second.knows("seq", 0)
    with first.space.limited():
        stable = first.stable("seq", 0)
        listed = first.space.copied(stable, second.space)
    second.take("seq", 0, listed)
    assert second.knows("seq", 0)
    assert second.stable("seq", 0) == listed
