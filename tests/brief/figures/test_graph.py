"""The integrated graph shows the states, moves and marks of the analysis."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from brief.large import large_model
from brief.samples import gallery_models, random_models
from satumeja.brief import LANGUAGES, integrated_graph
from satumeja.brief.tables._moves import Moves, Shown
from satumeja.gallery import load
from satumeja.model import Model
from satumeja.stability import analyse

MODELS = [*gallery_models(), *random_models(4, 6), large_model(8)]
SVG = "{http://www.w3.org/2000/svg}"


def drawn(model: Model, moves: Shown = "auto", language: str = "en") -> ElementTree.Element:
    figure = integrated_graph(analyse(model), moves=moves, language=language)
    return ElementTree.fromstring(figure.svg)  # noqa: S314


def groups(root: ElementTree.Element, kind: str) -> list[ElementTree.Element]:
    return [e for e in root.iter() if kind in e.attrib.get("class", "").split()]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("model", MODELS, ids=lambda model: str(model.title)[:20])
def test_every_graph_is_well_formed_and_plain(model: Model, language: str) -> None:
    root = drawn(model, language=language)
    assert root.attrib["lang"] == language
    assert len(root.findtext(f"{SVG}desc", "")) > 20
    for element in root.iter():
        assert element.tag.removeprefix(SVG) in {
            *("svg", "title", "desc", "rect", "g", "path", "circle", "text"),
        }
        assert not {"style", "href", "id", "onload"} & element.attrib.keys()
    left, top, width, height = map(float, root.attrib["viewBox"].split())
    for circle in root.iter(f"{SVG}circle"):
        assert left < float(circle.attrib["cx"]) < left + width
        assert top < float(circle.attrib["cy"]) < top + height


@pytest.mark.parametrize("model", gallery_models(), ids=lambda model: str(model.title)[:20])
def test_marks_are_those_of_the_analysis(model: Model) -> None:
    analysis, root = analyse(model), drawn(model)
    states = groups(root, "state")
    rings, shaded = (
        {int(s.findtext(f"{SVG}text", "")) for s in states if groups(s, kind)}
        for kind in ("ring", "shade")
    )
    some = {n for c in analysis.concepts for n in analysis.equilibria(c.id).tolist()}
    assert len(states) == len(model.states)
    assert (rings, shaded) == (some, set(analysis.strong_equilibria.tolist()))
    marks = [e for e in groups(root, "halo") if e.text == "SQ"]
    assert len(marks) == (model.status_quo is not None)


@pytest.mark.parametrize("shown", ["all", "improvements"])
def test_one_arc_a_move_and_one_head_an_end(shown: Shown) -> None:
    model = load("cuban-missile-crisis")
    arcs, _ = Moves(analyse(model)).arcs(range(1, 13), shown)
    paths = [p for g in groups(drawn(model, shown), "dm") for p in g.iter(f"{SVG}path")]
    legend = 2 * len(model.decision_makers)
    curves = [p for p in paths if "Q" in p.attrib["d"]]
    assert len(curves) == len(arcs) + legend / 2
    assert len(paths) - len(curves) == sum(1 + arc.returns for arc in arcs) + legend / 2


def test_captions_say_what_is_drawn() -> None:
    few = integrated_graph(analyse(load("chicken")))
    assert few.caption.startswith("All moves are drawn")
    many = integrated_graph(analyse(load("december-2021-b")))
    assert many.caption.startswith("Only unilateral improvements are drawn")
    large = integrated_graph(analyse(large_model(8)), language="id")
    assert "keadaan tidak dimuat" in large.caption


def test_the_description_names_equilibria_and_improvements() -> None:
    said = integrated_graph(analyse(load("prisoners-dilemma"))).description
    assert "Equilibria under every concept: 4." in said
    assert "Improvements drawn for Row player: 1 → 2, 3 → 4." in said
