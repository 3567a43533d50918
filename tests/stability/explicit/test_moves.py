"""Moves in every layout: what is within reach, against plain loops."""

from __future__ import annotations

import random
from collections.abc import Callable

import numpy as np
import pytest

from random_models import random_graph_model, random_option_model
from random_stated import random_bound_model
from satumeja.formats import from_dict
from satumeja.model import (
    DecisionMaker,
    Direction,
    GraphStates,
    Option,
    OptionStates,
    Ranking,
    Text,
)
from satumeja.model.kit import feasible_codes
from satumeja.stability.explicit import Explicit, _dense, _improvements
from satumeja.stability.explicit._dense import Dense
from satumeja.stability.explicit._graph_moves import GraphMoves
from satumeja.stability.explicit._listed import Listed
from satumeja.stability.explicit._moves import Moves, Values

Step = Callable[[int, int], list[int]]


def reachable(code: int, target: int, mask: int, forward: int, back: int) -> bool:
    changed = code ^ target
    up, down = target & ~code, code & ~target
    return changed & ~mask == 0 and not up & back and not down & forward


def random_states(rng: random.Random) -> tuple[OptionStates, list[DecisionMaker]]:
    widths = rng.choice([[1, 1], [3, 2], [2, 2, 1], [1, 0, 3], [1, 1, 2, 1], [2, 1, 1]])
    ways: list[Direction] = ["both", "both", "forward", "back"]
    dms = [
        DecisionMaker(
            f"d{i}",
            Text(f"d{i}"),
            Ranking(()),
            tuple(Option(f"o{k}", Text("o"), rng.choice(ways)) for k in range(width)),
        )
        for i, width in enumerate(widths)
    ]
    codes = feasible_codes(sum(widths), [])
    share = rng.choice([1.0, 0.8, 0.4])
    keep = sorted(rng.sample(range(len(codes)), max(1, int(len(codes) * share))))
    return OptionStates(codes[keep], tuple(widths)), dms


def random_values(rng: random.Random, size: int, most: int) -> Values:
    return np.array([rng.randint(1, most) for _ in range(size)], dtype=np.uint8)


def step_of(states: OptionStates, dms: list[DecisionMaker]) -> Step:
    options = [option for dm in dms for option in dm.options]
    forward = sum(1 << k for k, option in enumerate(options) if option.direction == "forward")
    back = sum(1 << k for k, option in enumerate(options) if option.direction == "back")

    codes = states.codes.tolist()
    near = {
        (mover, s): [
            t
            for t, target in enumerate(codes)
            if t != s and reachable(code, target, mask, forward, back)
        ]
        for mover, mask in enumerate(states.masks)
        for s, code in enumerate(codes)
    }
    return lambda mover, state: near[mover, state]


def lowest_by_walking(movers: list[int], start: int, step: Step, values: Values) -> int:
    """Walk every legal sequence, nobody moving twice in a row, and take the lowest value."""
    seen, front = {(start, -1)}, [(start, -1)]
    while front:
        state, last = front.pop()
        for mover in movers:
            for target in step(mover, state) if mover != last else []:
                if (target, mover) not in seen:
                    seen.add((target, mover))
                    front.append((target, mover))
    return min(int(values[state]) for state, _ in seen)


def check(moves: Moves, step: Step, rng: random.Random) -> None:
    """Compare moves with a plain function of who can go where."""
    ranks, movers = [moves.listed(rank) for rank in moves.ranks], list(range(len(moves.ranks)))
    values = [random_values(rng, moves.size, 9) for _ in range(2)]
    laid = [moves.lay(value) for value in values]
    some = rng.sample(movers, rng.randint(1, len(movers)))

    def improving(mover: int, state: int) -> list[int]:
        return [t for t in step(mover, state) if ranks[mover][t] > ranks[mover][state]]

    by_any = [moves.listed(low) for low in moves.lowest(some, laid, credible=False)]
    by_improving = [moves.listed(low) for low in moves.lowest(some, laid, credible=True)]
    best = [moves.listed(moves.best(mover, laid[0])) for mover in movers]
    for state in range(moves.size):
        for mover in movers:
            near = step(mover, state)
            assert moves.targets(mover, state).tolist() == near
            assert best[mover][state] == max(values[0][[state, *near]])
        for lane in range(2):
            assert by_any[lane][state] == lowest_by_walking(some, state, step, values[lane])
            credible = lowest_by_walking(some, state, improving, values[lane])
            assert by_improving[lane][state] == credible


@pytest.fixture(params=["whole", "in pieces"])
def _work(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "in pieces":  # as large models are, a few columns at a time
        monkeypatch.setattr(_improvements, "_CHUNK", 8)
        monkeypatch.setattr(_improvements, "_NARROWEST", 2)
        monkeypatch.setattr(_dense, "_CHUNK", 8)


@pytest.mark.usefixtures("_work")
@pytest.mark.parametrize("layout", [Dense, Listed])
@pytest.mark.parametrize("seed", range(60))
def test_option_moves_equal_plain_loops(seed: int, layout: type[Dense | Listed]) -> None:
    rng = random.Random(seed)
    states, dms = random_states(rng)
    ranks = [random_values(rng, len(states), rng.choice([1, 3, 20])) for _ in dms]
    check(layout(states, dms, ranks), step_of(states, dms), rng)


def named(size: int) -> GraphStates:
    return GraphStates(tuple(f"s{k}" for k in range(size)))


@pytest.mark.parametrize("seed", range(60))
def test_graph_moves_equal_plain_loops(seed: int) -> None:
    rng = random.Random(seed)
    size, density = rng.randint(1, 9), rng.choice([0.0, 0.1, 0.3])
    arcs = [
        [(s, t) for s in range(size) for t in range(size) if s != t and rng.random() < density]
        for _ in range(rng.randint(2, 4))
    ]
    dms = [
        DecisionMaker(
            "d", Text("d"), Ranking(()), moves=np.array(pairs, dtype=np.int64).reshape(-1, 2)
        )
        for pairs in (rng.sample(own + own[:2], len(own) + len(own[:2])) for own in arcs)
    ]
    ranks = [random_values(rng, size, rng.choice([1, 3, 20])) for _ in dms]
    step: Step = lambda mover, state: [t for s, t in arcs[mover] if s == state]  # noqa: E731
    check(GraphMoves(named(size), dms, ranks), step, rng)


def test_graph_moves_forbid_two_moves_in_a_row() -> None:
    chain = np.array([[0, 1], [1, 2]])
    dms = [
        DecisionMaker("a", Text("a"), Ranking(()), moves=chain),
        DecisionMaker("b", Text("b"), Ranking(()), moves=np.array([[1, 0]])),
    ]
    ranks = [np.array([1, 2, 3], dtype=np.uint8), np.array([3, 2, 1], dtype=np.uint8)]
    moves = GraphMoves(named(3), dms, ranks)
    values = np.array([2, 3, 1], dtype=np.uint8)
    assert moves.lowest([0], [values], credible=False)[0].tolist() == [2, 1, 1]
    assert moves.lowest([0, 1], [values], credible=False)[0].tolist() == [2, 1, 1]
    assert moves.targets(0, 0).tolist() == [1]
    assert moves.targets(1, 0).tolist() == []
    assert moves.targets(0, 2).tolist() == []


def test_a_long_chain_of_moves_is_followed_to_its_end() -> None:
    size = 2001
    steps = np.array([[s, s + 1] for s in range(size - 1)])
    dms = [
        DecisionMaker(name, Text(name), Ranking(()), moves=steps[start::2])
        for start, name in enumerate("ab")
    ]
    falling = np.arange(size, 0, -1).astype(np.uint16)
    moves = GraphMoves(named(size), dms, [falling, falling])
    assert moves.lowest([0, 1], [falling], credible=False)[0].tolist() == [1] * size
    assert moves.lowest([0, 1], [falling], credible=True)[0].tolist() == falling.tolist()


@pytest.mark.parametrize("seed", range(60))
def test_moves_among_some_states_are_those_from_each(seed: int) -> None:
    rng = random.Random(seed)
    draw = (random_option_model, random_graph_model, random_bound_model)[seed % 3]
    engine = Explicit(from_dict(draw(rng)))
    size = engine.moves.size
    states = np.array(sorted(rng.sample(range(size), rng.randint(1, size))), dtype=np.intp)
    for mover in range(len(engine.model.decision_makers)):
        among = engine.moves.among(mover, states)
        for row, state in enumerate(states.tolist()):
            targets = set(engine.moves.targets(mover, state).tolist())
            assert states[among[row]].tolist() == sorted(targets.intersection(states.tolist()))
