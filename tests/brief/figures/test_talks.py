"""Figures of tables: who sits where, what each state is worth, what opens the zone."""

from __future__ import annotations

import re
from random import Random

import pytest

from brief.samples import elements, random_models
from brief.sentences.test_deals import page, trade
from satumeja.brief import (
    LANGUAGES,
    coalition_lattice,
    deal_zone,
    distance_map,
    opening_sets,
    package_table,
    table_map,
    tornado,
)
from satumeja.brief.media._figure import Figure
from satumeja.brief.media._svg import width_of
from satumeja.brief.terminal import print_packages
from satumeja.brief.words import Words
from satumeja.formats import from_dict
from satumeja.gallery import load
from satumeja.questions import coalitions, rests_on
from satumeja.stability import analyse
from satumeja.table import compare, deals, openings, packages, with_points
from table.models import december


def texts(figure: Figure) -> list[str]:
    return ["".join(e.text) for e in elements(str(figure.svg)) if e.name == "text"]


def test_the_map_has_everybody_every_table_and_what_they_could_agree() -> None:
    model = december("b")
    opened = [openings(model, table.id) for table in model.tables]
    figure = table_map(compare(model), opened)
    said = " ".join(texts(figure))
    for name in ("Russia", "United States", "NATO allies", "Talks between Russia and NATO"):
        assert name in said
    assert "opens by easing us#1" in said
    assert "somebody would have to put up with less" in said
    assert figure.svg.count('stroke-width="2.2"') == 7  # seats
    assert "Russia sits at “Talks between Russia and the United States”" in figure.description


def test_no_label_of_the_zone_lies_on_another_or_on_a_point() -> None:
    rng, states = Random(3), [f"s{k}" for k in range(60)]
    moves = [["s0", state] for state in states[1:]]
    orders = {dm: [[s] for s in rng.sample(states, len(states))] for dm in ("a", "b")}
    makers = {dm: {"moves": moves, "ranking": order} for dm, order in orders.items()}
    data = {"satumeja": 1, "title": "Many", "states": states, "decision_makers": makers}
    figure = deal_zone(deals(from_dict(data | {"status_quo": "s0"})))
    drawn = elements(str(figure.svg))
    boxes = []
    for each in drawn:
        if each.name == "text" and each.attributes.get("font-size") == "9":
            x, y, wide = (float(each.attributes["x"]), float(each.attributes["y"]),
                          width_of("".join(each.text), 9))  # fmt: skip
            left = x - wide if each.attributes["text-anchor"] == "end" else x
            boxes.append((left, y - 8, left + wide, y + 1))
        elif each.name == "circle":
            x, y = float(each.attributes["cx"]), float(each.attributes["cy"])
            boxes.append((x, y, x, y))
    assert len(boxes) > 65
    for k, one in enumerate(boxes):
        for other in boxes[:k]:
            apart = one[0] >= other[2] or other[0] >= one[2] or one[1] >= other[3]
            assert apart or other[1] >= one[3]


def test_a_deal_stands_in_the_corner_that_is_better_for_both() -> None:
    figure = deal_zone(deals(trade(), "shop"))
    assert "4" in texts(figure)
    assert figure.svg.count('class="line shade"') == 1
    assert figure.description.endswith("State 4.") is False
    assert "better for everybody at the table: state 4." in figure.description


def test_states_that_cross_red_lines_are_crossed_out() -> None:
    figure = deal_zone(deals(december("b"), "geneva"))
    assert "#b3261e" in figure.svg
    assert "SQ 7" in texts(figure)


def test_a_dot_for_each_red_line_of_a_set() -> None:
    figure = opening_sets(openings(december("b"), "osce"))
    assert figure.svg.count('class="dot"') == 2
    assert {"14", "Nash", "SSEQ"} <= set(texts(figure))
    beyond = opening_sets(openings(december("b"), "brussels"))
    assert "Russia puts up with less" in texts(beyond)


@pytest.mark.parametrize("language", LANGUAGES)
def test_any_table_can_be_drawn_and_told(language: str) -> None:
    for model in [load("elmira"), trade(), *random_models(3, 8)]:
        found = compare(model, start=1, weak=True)
        figures = [table_map(found, language=language)]
        figures += [deal_zone(each, language=language) for each in found.deals]
        if not model.is_graph:
            figures.append(opening_sets(openings(model, start=1), language=language))
        said = page(print_packages, packages(model, start=1, no_deal=1), language)
        for text in [said, *(" ".join(texts(f)) + f.description for f in figures)]:
            assert not re.search(r"\{\w+\}", text)
        assert Words(language)("answer.caveat") in said


def test_points_are_told() -> None:
    points = {"us": {"guarantee": -9, "attack": -20}, "russia": {"guarantee": 10, "attack": 2}}
    found = packages(with_points(december("b"), points), "geneva")
    assert package_table(found).lines()[0][3] == "R +8, U +11"
    said = page(print_packages, found)
    assert "Nash solution (the highest product of gains): states 11, 12, 13 and 14." in said
    assert "They tie exactly." in said


def test_figures_can_be_taken_to_latex() -> None:
    model = december("b")
    for figure in (
        table_map(compare(model)),
        deal_zone(deals(model, "osce")),
        opening_sets(openings(model, "osce")),
        distance_map(analyse(model), "seq"),
        tornado(rests_on(model, samples=10)),
        coalition_lattice(coalitions(model, [7]), 7),
    ):
        assert "tikzpicture" in figure.latex()
