"""Figures of one decision maker, and of what can come about; and their files."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from xml.etree import ElementTree

import pytest

from brief.files.test_tables import NASTY, nasty
from brief.graph_form import named_graph
from brief.large import large_model
from satumeja.brief import (
    LANGUAGES,
    Figure,
    individual_graph,
    integrated_graph,
    ranking_strip,
    status_quo_diagram,
    write_figure,
)
from satumeja.errors import OutputError, QuestionError
from satumeja.gallery import load
from satumeja.model import Model
from satumeja.questions import paths
from satumeja.stability import analyse

SVG = "{http://www.w3.org/2000/svg}"
MODELS = [
    load("cuban-missile-crisis"),
    load("december-2021-b"),
    load("elmira"),
    named_graph(),
    large_model(8),
]


def parsed(figure: Figure) -> ElementTree.Element:
    return ElementTree.fromstring(figure.svg)  # noqa: S314


def states(figure: Figure) -> list[int]:
    groups = [e for e in parsed(figure).iter(f"{SVG}g") if e.attrib.get("class") == "state"]
    return [int(group.findtext(f"{SVG}text", "")) for group in groups]


@pytest.mark.parametrize("improvements", [False, True], ids=["moves", "improvements"])
@pytest.mark.parametrize("model", MODELS, ids=lambda model: str(model.title)[:20])
def test_a_diagram_has_a_circle_for_each_state_and_last_mover(
    model: Model, improvements: bool
) -> None:
    found = paths(model, improvements=improvements)
    figure = status_quo_diagram(analyse(model), found)
    circles = [(n, dm) for n in range(1, len(model.states) + 1) for dm in found.last_movers(n)]
    if len(circles) <= 60:
        assert sorted(states(figure)) == sorted([found.start, *(n for n, _ in circles)])
    else:
        assert len(states(figure)) <= 61
        assert "only shortest paths to equilibria" in figure.caption
    left, top, width, height = map(float, parsed(figure).attrib["viewBox"].split())
    for circle in parsed(figure).iter(f"{SVG}circle"):
        assert left < float(circle.attrib["cx"]) < left + width
        assert top < float(circle.attrib["cy"]) < top + height


def test_the_moves_of_a_diagram_are_legal_and_by_level() -> None:
    model = load("december-2021-b")
    found = paths(model, improvements=True)
    figure = status_quo_diagram(analyse(model), found)
    assert figure.data is not None
    rows = [(int(level), who, int(a), int(b)) for level, who, a, b in figure.data.lines()]
    assert (1, "Russia", 7, 10) in rows
    assert (2, "NATO allies", 10, 44) in rows
    assert (3, "United States", 44, 50) in rows
    assert {end for level, _, _, end in rows if level == 3} == {50, 51}
    assert "After 3 moves: 50 (N), 50 (U), 51 (N) and 51 (U)." in figure.description


def test_where_nothing_moves_there_is_the_start_alone() -> None:
    model = load("harmony")
    figure = status_quo_diagram(analyse(model), paths(model, 1, improvements=True))
    assert states(figure) == [1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_individual_graph_has_one_mover_and_its_order(language: str) -> None:
    model = load("cuban-missile-crisis")
    figure = individual_graph(analyse(model), "ussr", language=language)
    groups = {
        e.attrib["class"] for e in parsed(figure).iter() if "dm" in e.attrib.get("class", "")
    }
    assert groups == {"dm dm-2"}
    texts = [e.text for e in parsed(figure).iter(f"{SVG}text")]
    assert "1 ≻ 5 ≻ 7 ≻ 3 ≻ 6 ≻ 2 ≻ 8 ≻ 4 ≻ 12 ≻ 10 ≻ 11 ≻ 9" in texts
    assert figure.data is not None
    assert {line[0] for line in figure.data.lines()} == {
        "Uni Soviet" if language == "id" else "Soviet Union"
    }


def test_states_stand_alike_in_all_graphs() -> None:
    analysis = analyse(load("elmira"))

    def places(figure: Figure) -> list[tuple[str, str]]:
        found = [e for e in parsed(figure).iter(f"{SVG}circle") if e.attrib["r"] == "14"]
        return [(e.attrib["cx"], e.attrib["cy"]) for e in found]

    whole = places(integrated_graph(analysis))
    for dm in analysis.model.decision_makers:
        assert places(individual_graph(analysis, dm.id)) == whole


def test_as_many_states_are_drawn_as_asked_for() -> None:
    analysis = analyse(large_model(8))
    assert len(states(integrated_graph(analysis, most=256))) == 256
    assert len(states(integrated_graph(analysis, most=20))) <= 20
    with pytest.raises(QuestionError, match="unknown decision maker"):
        individual_graph(analysis, "nobody")


def figures(model: Model) -> list[Figure]:
    analysis = analyse(model)
    return [
        integrated_graph(analysis),
        individual_graph(analysis, model.decision_makers[0].id),
        status_quo_diagram(analysis, paths(model)),
        ranking_strip(analysis),
    ]


@pytest.mark.parametrize("place", range(4))
def test_hostile_names_stay_names_in_every_file(place: int, tmp_path: Path) -> None:
    figure = figures(nasty())[place]
    for suffix in ("svg", "html", "tex", "csv"):
        text = write_figure(figure, tmp_path / f"f.{suffix}").read_text("utf-8")
        if suffix in ("svg", "html"):
            assert "<b " not in text
        if suffix == "tex":
            assert "\\input" not in text.partition("\\begin{document}")[2]
        if suffix == "csv":
            cells = [c for row in csv.reader(io.StringIO(text)) for c in row]
            assert not [c for c in cells if c[:1] in {"=", "+", "-", "@"}]
    assert parsed(figure).attrib["aria-label"] == figure.title
    assert NASTY[:10] in "".join(parsed(figure).itertext()) or place == 2


def test_latex_has_what_the_picture_has() -> None:
    figure = individual_graph(analyse(load("elmira")), "uniroyal")
    tex = figure.latex()
    circles, curves = (
        len(list(parsed(figure).iter(f"{SVG}{name}"))) for name in ("circle", "path")
    )
    assert tex.count("circle[") == circles
    assert tex.count("\\path[") == circles + curves
    assert tex.count("\\node[") == len(list(parsed(figure).iter(f"{SVG}text")))


def test_a_figure_is_written_as_its_name_says(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"is written as \.svg"):
        write_figure(figures(load("elmira"))[0], tmp_path / "f.png")
    assert list(tmp_path.iterdir()) == []
