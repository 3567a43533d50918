"""Paths against sequences written out straight from the definition."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest

from literal import build
from operations import operations
from questions.sequences import check
from random_models import random_graph_model, random_option_model
from satumeja.errors import QuestionError
from satumeja.formats import from_dict
from satumeja.gallery import load
from satumeja.questions import Move, goals, paths
from satumeja.questions.ways import _reach
from satumeja.stability import analyse


@pytest.mark.parametrize("few", [_reach._FEW, 0], ids=["one by one", "all at once"])
@pytest.mark.parametrize("graph", [False, True], ids=["options", "graph"])
@pytest.mark.parametrize("improvements", [False, True], ids=["moves", "improvements"])
def test_paths_are_those_of_the_definition(
    monkeypatch: pytest.MonkeyPatch, few: int, graph: bool, improvements: bool
) -> None:
    monkeypatch.setattr(_reach, "_FEW", few)
    for seed in range(60):
        rng = Random(seed)
        native = random_graph_model(rng) if graph else random_option_model(rng, total=5)
        start = rng.choice(build(native).states)
        check(native, start, improvements)


def test_a_path_says_what_each_move_needs() -> None:
    found = paths(load("december-2021-b"), improvements=True)
    (path,) = found.to(50)
    assert path[0] == Move("russia", 7, 10, 6, ("attack",), ("talk",), returns=False)
    assert [(move.mover, move.end) for move in path] == [("russia", 10), ("nato", 44), ("us", 50)]
    assert all(move.gain > 0 for move in path)


def test_nobody_moves_twice_in_a_row() -> None:
    arcs = {"moves": [["s", "t"], ["t", "u"]], "ranking": [["u"], ["t"], ["s"]]}
    still = {"moves": [["t", "s"]], "ranking": [["s", "t", "u"]]}
    native = {"satumeja": 1, "title": "Chain", "states": ["s", "t", "u"]}
    model = from_dict(native | {"decision_makers": {"a": arcs, "b": still}, "status_quo": "s"})
    found = paths(model)
    assert found.counts == [1, 1]
    assert found.to(3) == []
    assert found.last_movers(1) == {"b": 2}


def test_the_start_is_its_own_path() -> None:
    found = paths(load("chicken"), 1)
    assert found.to(1, 5) == [()]


@pytest.mark.parametrize("state", [0, 5, -1])
def test_an_unknown_state_is_refused(state: int) -> None:
    with pytest.raises(QuestionError, match="states are 1 to 4"):
        paths(load("chicken"), state)
    with pytest.raises(QuestionError, match="states are 1 to 4"):
        paths(load("chicken"), 1).to(state)


def test_without_a_status_quo_a_start_is_asked_for() -> None:
    with pytest.raises(QuestionError, match="names no status quo"):
        paths(load("chicken"))


def test_as_data_it_lists_the_states_reached() -> None:
    data = paths(load("cuban-missile-crisis")).to_json()
    assert data["schema"] == "satumeja/paths/1"
    assert (data["from"], data["by"], data["reached"], data["counts"]) == (
        1,
        "moves",
        12,
        [1, 5, 6],
    )
    assert data["states"][6] == {
        "number": 7, "moves": 2, "last_movers": {"us": 2, "ussr": 2},
    }  # fmt: skip


def test_a_long_chain_is_followed_to_its_end() -> None:
    size = 1500
    names = [f"s{k}" for k in range(size)]
    ranking = [[name] for name in reversed(names)]
    arcs = [[a, b] for a, b in pairwise(names)]
    native = {
        "satumeja": 1,
        "title": "A chain",
        "states": names,
        "decision_makers": {
            "a": {"moves": arcs[::2], "ranking": ranking},
            "b": {"moves": arcs[1::2], "ranking": ranking},
        },
        "status_quo": "s0",
    }
    (path,) = paths(from_dict(native), improvements=True).to(size)
    assert len(path) == size - 1


def test_a_million_states_are_not_gone_through_one_by_one() -> None:
    options = [[f"o{dm}{k}" for k in range(n)] for dm, n in enumerate((7, 7, 6))]
    makers = {
        f"dm{dm}": {"options": dict.fromkeys(own), "preferences": [own[0], f"-{own[1]}"]}
        for dm, own in enumerate(options)
    }
    native = {"satumeja": 1, "title": "Large", "decision_makers": makers}
    model = from_dict(native)
    counts = list[int]()
    assert operations(lambda: counts.extend(paths(model, 1).counts)) < 1 << 19
    assert sum(counts) == 1 << 20


def test_a_goal_that_is_no_state_is_refused() -> None:
    model = load("elmira")
    with pytest.raises(QuestionError, match="there is no state 99; states are 1 to 9"):
        list(goals(analyse(model, ["nash"]), paths(model), [99]))
