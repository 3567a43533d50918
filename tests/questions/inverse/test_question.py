"""What would make a state an equilibrium, against the definitions and against the published."""

from __future__ import annotations

from collections import Counter
from itertools import permutations
from pathlib import Path
from random import Random
from unittest import mock

import numpy as np
import pytest

from commands import Run
from questions.inverse_agreement import compare, compare_swaps, drawn, strict, tied
from satumeja.errors import LimitError, QuestionError
from satumeja.gallery import load
from satumeja.questions import every_ranking, invert, sweep
from satumeja.questions.inverse import _fewest
from satumeja.questions.inverse._counting import count_below, count_listed
from satumeja.questions.inverse._nearest_order import Blocks, Wanted
from satumeja.questions.inverse._requirements import Answered, Requirement
from satumeja.stability import CONCEPTS, analyse, mixed

COUNTS = {"nash": 240, "gmr": 384, "smr": 300, "seq": 384}


@pytest.mark.parametrize("concept", COUNTS)
def test_syria_and_iraq(concept: str) -> None:
    found = invert(load("syria-iraq"), 2, concept, dm="syria")
    assert (found.count, found.of) == (COUNTS[concept], 720)


@pytest.mark.parametrize("state", range(1, 7))
def test_counts_are_those_of_a_sweep(state: int) -> None:
    model = load("syria-iraq")
    swept = sweep(every_ranking(model, "syria"))
    for concept in swept.concepts:
        found = invert(model, state, concept, dm="syria")
        assert found.count == swept.counts[concept][state - 1]


@pytest.mark.parametrize("seeds", [range(k, k + 40) for k in range(7000, 7160, 40)], ids=str)
def test_answers_are_those_of_the_definitions(seeds: range) -> None:
    met = Counter[str]()
    for seed in seeds:
        try:
            met += compare(drawn(seed), Random(seed))
        except AssertionError as disagreement:
            pytest.fail(f"seed {seed}: {disagreement}")
    assert met["inverse questions"] == len(seeds)
    assert set(CONCEPTS) <= set(met)
    assert met["mixed"] > 10


@pytest.mark.slow
def test_answers_are_those_of_the_definitions_on_20_000_models() -> None:
    met = Counter[str]()
    for seed in range(20_001, 40_001):
        met += compare(drawn(seed), Random(seed))
    assert met["mixed"] > 5000


def test_each_decision_maker_may_be_held_to_a_concept_of_its_own() -> None:
    model = load("syria-iraq")
    for syria, iraq in (("gmr", "nash"), ("seq", "smr"), ("sseq", "gmr")):
        found = invert(model, 3, f"iraq={iraq},SYRIA={syria}".lower())
        assert {dm: concept.id for dm, concept in found.concepts.items()} == {
            "syria": syria, "iraq": iraq
        }  # fmt: skip
        held = mixed(analyse(model), {"syria": syria, "iraq": iraq}).tolist()
        assert found.holds == (3 in held) and found.concept is None
        told = found.to_json()
        assert told["concept"] is None and told["concepts"] == {"syria": syria, "iraq": iraq}
        # What a decision maker's own ranking must be like rests on its own concept alone.
        own = invert(model, 3, syria)
        assert found.conditions["syria"].requirements == own.conditions["syria"].requirements
    assert "concepts" not in invert(model, 3, {"syria": "gmr", "iraq": "gmr"}).to_json()


@pytest.mark.parametrize(
    ("concept", "message"),
    [
        ("syria=seq", "no concept is given for iraq"),
        ({"syria": "seq"}, "no concept is given for iraq"),
        ("syria=seq,iran=gmr", 'unknown decision maker "iran"; did you mean "iraq"'),
        ("syria=seq,iraq=gmr,syria=nash", "syria is given two concepts, seq and nash"),
        ("syria=seq,gmr", '"syria=seq,gmr": write a concept for each'),
        ("syria=seq,iraq=nm", '"nm" is not for this command'),
        ("syria=seq,iraq=", 'unknown concept ""'),
        ("nash,seq", 'name one concept, not "nash,seq"'),
    ],
)
def test_concepts_that_cannot_be_held_to(concept: str | dict[str, str], message: str) -> None:
    with pytest.raises(QuestionError) as caught:
        invert(load("syria-iraq"), 2, concept)
    assert message in str(caught.value)


@pytest.mark.parametrize("language", ["en", "id"])
def test_the_command_takes_a_concept_for_each(run: Run, tmp_path: Path, language: str) -> None:
    file = str(tmp_path / "war.yaml")
    run("gallery", "syria-iraq", "-o", file)
    asked = ("invert", file, "--state", "2", "--concept", "syria=gmr,iraq=nash", "-l", language)
    page = run(*asked)
    assert page.code == 0 and "GMR" in page.out and "Nash" in page.out
    assert run(*asked, "--json").json["concepts"] == {"syria": "gmr", "iraq": "nash"}
    assert run(*asked, "--figure", str(tmp_path / "a.svg")).code == 2


def test_the_fewest_preferences_to_give_up() -> None:
    met = Counter[str]()
    for seed in range(1, 41):
        met += compare_swaps(*strict(seed)) + compare_swaps(*tied(seed))
    assert met["fewest preferences"] + met["not by these"] == 80
    assert met["by other orders"] > 1 < met["not by these"]


def nearest_by_hand(blocks: Blocks, ranks: list[int], state: int, wanted: Wanted) -> int | None:
    """Go through all orders of the blocks of a ranking."""
    n = len(ranks)
    names = sorted({blocks.block(s) for s in range(n)})
    costs = []
    for order in permutations(names):
        place = {block: k for k, block in enumerate(order)}
        if all(place[a] < place[b] for a, b in wanted):
            after = [place[blocks.block(s)] for s in range(n)]
            costs.append(
                sum(ranks[a] > ranks[b] and after[a] >= after[b]
                    for a in range(n) for b in range(n))
            )  # fmt: skip
    return min(costs, default=None)


def test_the_nearest_order_is_the_nearest_of_all() -> None:
    rng = Random(7)
    for _ in range(150):
        ranks, state = [rng.randint(1, 5) for _ in range(6)], rng.randrange(6)
        blocks = Blocks(np.array(ranks), state)
        names = sorted({blocks.block(s) for s in range(6)})
        pairs = [(a, b) for a in names for b in names if a != b]
        wanted = frozenset(rng.sample(pairs, min(rng.randint(1, 4), len(pairs))))
        found = blocks.nearest(wanted)
        assert (found and found.changes) == nearest_by_hand(blocks, ranks, state, wanted)
        if found:
            made = blocks.ranks(wanted).tolist()
            given_up = sum(ranks[a] > ranks[b] and made[a] <= made[b]
                           for a in range(6) for b in range(6))  # fmt: skip
            first = {blocks.block(s): s for s in range(6)}
            assert given_up == found.changes
            assert all(made[first[a]] > made[first[b]] for a, b in wanted)
            tied = [(a, b) for a in range(6) for b in range(6) if ranks[a] == ranks[b]]
            assert all(made[a] == made[b] for a, b in tied if state not in (a, b))


def test_a_search_that_is_given_up_says_how_many_are_needed() -> None:
    model = load("december-2021-a")
    with mock.patch.object(_fewest, "_WORK", 500):
        found = invert(model, 29, "sseq").changes.rankings
    full = invert(model, 29, "seq").changes.rankings
    assert not found.exact
    assert full.exact
    assert found.fewest is not None
    assert found.at_least is not None
    assert found.at_least < 45 == found.fewest
    assert full.fewest == full.at_least == 27


def _drawn_part(rng: Random, size: int) -> tuple[int, ...]:
    return tuple(k for k in range(1, size) if rng.random() < 0.5) or (1,)


def test_entangled_requirements_are_counted_as_listed_ones() -> None:
    rng = Random(5)
    for _ in range(60):
        size = rng.randint(3, 7)
        requirements = [
            Requirement(0, tuple({_drawn_part(rng, size) for _ in range(3)}))
            for _ in range(rng.randint(1, 4))
        ]
        assert count_below(requirements, size) == count_listed(requirements, [], 0, size)


def test_what_cannot_be_is_never() -> None:
    none = Answered(1, ())
    assert count_below([Requirement(1, ())], 4) == 0
    assert none.any_of == ()


def test_too_many_places_that_matter() -> None:
    with pytest.raises(LimitError, match="places of 12 states matter"):
        count_listed([Requirement(1, (tuple(range(1, 12)),))], [], 0, 20)


def test_everybody_free() -> None:
    model = load("syria-iraq")
    found = invert(model, 2, "nash")
    assert found.of == 720 * 720
    assert found.count == 240 * 360
    assert invert(model, 2, "seq").count is None


def test_in_words_that_can_be_checked() -> None:
    found = invert(load("december-2021-b"), 14, "seq")
    assert found.changes.red_lines == (("us#1",),)
    assert found.changes.statements is not None
    assert found.changes.statements.swaps == 1
    data = found.to_json()
    assert (data["schema"], data["state"], data["holds"]) == ("satumeja/invert/1", 14, False)
    (orders,) = data["changes"]["statements"]["orders"]
    assert orders["us"][:2] == ["-attack", "-guarantee"]


def test_a_state_that_is_not_there() -> None:
    with pytest.raises(QuestionError, match="there is no state 9"):
        invert(load("syria-iraq"), 9, "nash")
    with pytest.raises(QuestionError, match='unknown decision maker "siria"'):
        invert(load("syria-iraq"), 1, "nash", dm="siria")
