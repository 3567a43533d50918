"""The explicit engine: how it lays models out, and what it asks for beforehand."""

from __future__ import annotations

from pathlib import Path

import pytest

from satumeja.errors import LimitError, QuestionError
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
from satumeja.stability import analyse
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


def test_an_unknown_convention_is_refused() -> None:
    with pytest.raises(QuestionError, match='unknown convention "sets"'):
        analyse(load("chicken"), convention="sets")  # type: ignore[arg-type]
