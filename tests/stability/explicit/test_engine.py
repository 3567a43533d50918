"""The explicit engine: how it lays models out, and what it asks for beforehand."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from literal import LiteralEngine, build
from random_models import random_graph_model, random_option_model, to_yaml
from satumeja.errors import LimitError, QuestionError
from satumeja.formats import loads
from satumeja.gallery import load
from satumeja.model import (
    AtLeast,
    DecisionMaker,
    Model,
    Option,
    Prioritisation,
    Rule,
    Text,
    _memory,
)
from satumeja.stability import CONCEPTS, analyse
from satumeja.stability.explicit._compiled_dense import CompiledDense
from satumeja.stability.explicit._dense import Dense
from satumeja.stability.explicit._engine import Explicit
from satumeja.stability.explicit._listed import Listed
from satumeja.stability.kernel import Kernel


def conflict(options: int, *, at_most: int | None = None) -> Model:
    """Two decision makers who share the options out evenly and want nothing."""
    half = tuple(Option(f"o{k}", Text("o")) for k in range(options // 2))
    makers = tuple(DecisionMaker(name, Text(name), Prioritisation(()), half) for name in "ab")
    few = () if at_most is None else (Rule(AtLeast(at_most + 1, (1 << options) - 1), "few"),)
    return Model(Text("m"), makers, few)


@pytest.mark.usefixtures("kernel")
def test_the_layout_suits_the_states() -> None:
    assert isinstance(Explicit(conflict(10)).moves, Dense)
    assert isinstance(Explicit(conflict(10, at_most=1)).moves, Listed)
    assert isinstance(Explicit(conflict(40, at_most=2)).moves, Listed)
    assert isinstance(Explicit(conflict(10), layout="listed").moves, Listed)


def test_the_kernel_decides_where_it_is_installed_and_covers_the_model(kernel: Kernel) -> None:
    is_compiled = kernel == "compiled"
    assert isinstance(Explicit(conflict(10)).moves, CompiledDense) == is_compiled
    assert not isinstance(Explicit(conflict(10), layout="listed").moves, CompiledDense)
    sixteen = tuple(Option(f"o{k}", Text("o")) for k in range(16))
    wide = DecisionMaker("a", Text("a"), Prioritisation(()), sixteen)
    assert not isinstance(Explicit(Model(Text("m"), (wide,))).moves, CompiledDense)


def test_memory_is_asked_for_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model = conflict(16)
    assert len(model.states) == 1 << 16
    (tmp_path / "meminfo").write_text("MemAvailable: 1000 kB\n")
    monkeypatch.setattr(_memory, "_SYSTEM", tmp_path / "meminfo")
    with pytest.raises(LimitError, match=r"analysing 65,536 states .* are free$"):
        analyse(model)


def test_types_are_as_narrow_as_the_ranks_allow() -> None:
    moves = Explicit(conflict(10)).moves
    assert moves.ranks[0].itemsize == 1


@pytest.mark.usefixtures("kernel")
@pytest.mark.parametrize("name", ["elmira", "december-2021-b", "garrison"])
def test_threads_share_the_work_and_change_nothing(name: str) -> None:
    model = load(name)
    alone, shared = (Explicit(model, threads=threads) for threads in (1, 3))
    chosen = tuple(CONCEPTS.values())
    expected, answer = alone.thresholds(chosen), shared.thresholds(chosen)
    assert list(answer) == list(expected)
    for key, values in expected.items():
        assert alone.moves.listed(values).tolist() == shared.moves.listed(answer[key]).tolist()


def test_an_engine_answers_for_its_own_model_and_convention() -> None:
    model = load("chicken")
    engine = Explicit(model)
    assert Explicit.of(model, engine) is engine
    assert Explicit.of(model).model is model
    with pytest.raises(ValueError, match="for its own model, by its own convention"):
        Explicit.of(load("elmira"), engine)
    with pytest.raises(ValueError, match="for its own model, by its own convention"):
        Explicit.of(model, Explicit(model, convention="matrix"))


@pytest.mark.parametrize("seed", range(40))
def test_margins_are_ranks_above_what_a_state_has_to_reach(seed: int) -> None:
    """The most that a party can hold: the worst the others make of where it may go, or stay."""
    draw = random_graph_model if seed % 2 else random_option_model
    native = draw(Random(seed))
    model = loads(to_yaml(native), name="model.yaml")
    result, literal = analyse(model), LiteralEngine(build(native))
    for dm in literal.model.dms:
        others = [other for other in literal.model.dms if other != dm]
        states = literal.model.states
        above = {s: sum(literal.model.better(dm, s, q) for q in states) for s in states}
        rank = {s: sorted(set(above.values())).index(above[s]) for s in states}
        lacks = {
            t: min(rank[q] for q in {t, *literal.reachable(others, t, literal.model.moves_from)})
            for t in states
        }
        for concept, left in (("nash", rank), ("gmr", lacks)):
            held = {
                s: max(min(rank[t], left[t]) for t in {s, *literal.moves(dm, s)}) for s in states
            }
            margins = result.margin(concept, dm)
            assert margins.tolist() == [rank[s] - held[s] for s in states]
        for concept in CONCEPTS:
            assert (result.margin(concept, dm) >= 0).tolist() == [
                literal.is_stable(dm, s, concept) for s in states
            ]


def test_an_unknown_convention_is_refused() -> None:
    with pytest.raises(QuestionError, match='unknown convention "sets"'):
        analyse(load("chicken"), convention="sets")  # type: ignore[arg-type]
