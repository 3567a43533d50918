"""Where there are too many states, those that matter are shown."""

from __future__ import annotations

import pytest

from brief.large import large_model
from satumeja.brief import integrated_graph
from satumeja.brief.tables._selection import DRAWN, LISTED, drawn_states, listed_states, marks_of
from satumeja.errors import LimitError
from satumeja.gallery import load
from satumeja.stability import analyse


def test_small_models_are_shown_whole() -> None:
    analysis = analyse(load("december-2021-b"))
    assert listed_states(analysis).numbers == tuple(range(1, 52))
    assert drawn_states(analysis).left_out == 0


@pytest.mark.parametrize("options", [7, 10])
def test_large_models_keep_the_status_quo_and_the_best_equilibria(options: int) -> None:
    analysis = analyse(large_model(options))
    marks = marks_of(analysis)
    for chosen, most in (
        (listed_states(analysis), LISTED),
        (drawn_states(analysis), DRAWN),
    ):
        assert len(chosen.numbers) <= most
        assert len(chosen.numbers) + chosen.left_out == 1 << options
        assert list(chosen.numbers) == sorted(chosen.numbers)
        assert analysis.model.status_quo_number in chosen.numbers
        assert set(marks.best(10)) <= set(chosen.numbers)


def test_a_graph_of_more_states_than_anybody_finds_is_refused_at_once() -> None:
    """Before a square of them is laid out, which of 2 ** 16 states takes 32 GiB."""
    for options in (12, 16):
        analysis = analyse(large_model(options))
        assert drawn_states(analysis, 350).left_out
        with pytest.raises(LimitError, match=r"states are more than the 2,048 a graph is drawn"):
            integrated_graph(analysis, most=1_000_000)


def test_marks_count_the_concepts() -> None:
    analysis = analyse(load("december-2021-b"))
    marks = marks_of(analysis)
    assert [n for n in range(1, 52) if marks.every(n)] == analysis.strong_equilibria.tolist()
    gmr = analysis.equilibria("gmr").tolist()
    assert [n for n in range(1, 52) if marks.some(n)] == gmr
    assert marks.best(3) == [50, 51, 1]


def test_shortest_paths_to_equilibria_are_drawn() -> None:
    analysis = analyse(load("december-2021-b"))
    assert {7, 10, 16, 50, 51} <= set(drawn_states(analysis, 30).numbers)
    assert drawn_states(analysis, 30).left_out == 51 - len(drawn_states(analysis, 30).numbers)
