"""Every figure there is can be had by its name, of every conflict that has something for it."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from satumeja import brief
from satumeja.brief import FIGURES, field_figure, write_figure
from satumeja.errors import QuestionError
from satumeja.gallery import entries, load
from satumeja.model import Model
from satumeja.model.kit import statements_of
from satumeja.questions import coalitions, rests_on
from satumeja.stability import analyse
from satumeja.table import deals

MODELS = {entry.id: load(entry.id) for entry in entries()}


def named(kind: str, model: Model) -> dict[str, Any]:
    """Name what a figure of a model needs: somebody, and a start where there is no status quo."""
    needs = {"dm": model.decision_makers[-1].id} if FIGURES[kind].needs else {}
    starts = "start" in FIGURES[kind].takes and model.status_quo is None
    return needs | ({"start": 1} if starts else {})


@pytest.mark.parametrize("kind", FIGURES)
def test_a_figure_is_drawn_of_every_conflict_that_has_something_for_it(kind: str) -> None:
    for model in MODELS.values():
        if kind == "preference-tree" and not statements_of(model.decision_makers[-1].preference):
            with pytest.raises(QuestionError, match="has no preference statements"):
                field_figure(model, kind, **named(kind, model))
            continue
        titles = set()
        for language in FIGURES[kind].languages:
            figure = field_figure(model, kind, language=language, **named(kind, model))
            root = ElementTree.fromstring(str(figure.svg))  # noqa: S314
            assert root.tag.endswith("svg")
            assert figure.caption
            assert figure.description
            titles.add(figure.title)
        assert len(titles) == len(FIGURES[kind].languages) == 2


@pytest.mark.parametrize("kind", FIGURES)
def test_every_figure_is_written_in_every_format(kind: str, tmp_path: Path) -> None:
    model = MODELS["december-2021-b"]
    figure = field_figure(model, kind, language="id", **named(kind, model))
    for suffix in (".svg", ".html", ".tex"):
        written = write_figure(figure, tmp_path / f"{kind}{suffix}", "id")
        assert figure.title.split()[0] in written.read_text(encoding="utf-8")


def test_every_function_that_draws_is_in_the_registry() -> None:
    draws = {
        name
        for name in dir(brief)
        if inspect.isfunction(given := getattr(brief, name))
        and inspect.signature(given).return_annotation == "Figure"
    }
    assert draws - {"field_figure"} == {kind.draw.__name__ for kind in FIGURES.values()}


def test_what_a_figure_takes_is_a_parameter_of_drawing_it() -> None:
    parameters = set(inspect.signature(field_figure).parameters)
    for kind in FIGURES.values():
        assert {*kind.takes, *kind.needs, *kind.style} < parameters
        assert set(kind.needs) <= set(kind.takes)
        assert set(kind.style) <= set(inspect.signature(kind.draw).parameters)


def test_a_figure_is_what_its_function_draws() -> None:
    model = MODELS["december-2021-b"]
    analysis = analyse(model, ["gmr", "nash"])
    found = deals(model, "osce", start=3)
    for figure, expected in (
        (
            field_figure(model, "distance-map", concepts=["gmr"]),
            brief.distance_map(analysis, "gmr"),
        ),
        (field_figure(model, "deal-zone", table="osce", start=3), brief.deal_zone(found)),
        (
            field_figure(model, "tornado", state="status_quo"),
            brief.tornado(rests_on(model, state=7)),
        ),
        (
            field_figure(model, "lattice", state="NNN|NNN|NN"),
            brief.coalition_lattice(coalitions(model, [1]), 1),
        ),
        (
            field_figure(model, "integrated", moves="all", most=20),
            brief.integrated_graph(analyse(model), moves="all", most=20),
        ),
    ):
        assert figure == expected


REFUSED: list[tuple[str, dict[str, Any], str]] = [
    ("tornados", {}, 'unknown figure "tornados"; did you mean "tornado"?'),
    ("individual", {}, 'the figure "individual" needs a decision maker: row, column'),
    ("ranking", {"table": "t"}, "has no use for a table; that is for deal-zone, opening-sets"),
    ("seating", {"dm": "row"}, "no use for a decision maker; that is for individual, preference-"),
    ("ranking", {"most": 5}, "has no use for a limit of states; that is for integrated, indiv"),
    ("integrated", {"improvements": True}, "no use for improvements only; that is for status-quo"),
    ("lattice", {"state": 9}, "there is no state 9; states are 1 to 4"),
    ("distance-map", {"concepts": ["nash", "smr"]}, "a distance map is of one concept"),
    ("deal-zone", {"table": "t", "start": 1}, 'no table "t" (the model names none)'),
    ("seating", {}, "the model names no status quo; say which state to start from"),
]


@pytest.mark.parametrize(("kind", "named", "message"), REFUSED)
def test_what_a_figure_has_no_use_for_is_refused(
    kind: str, named: dict[str, Any], message: str
) -> None:
    with pytest.raises(QuestionError, match=re.escape(message)):
        field_figure(MODELS["chicken"], kind, **named)
