"""What would change an answer, in words and pictures."""

from __future__ import annotations

import re

import pytest

from brief.samples import elements, random_models
from brief.sentences.test_deals import page, trade
from satumeja.brief import (
    LANGUAGES,
    coalition_lattice,
    coalition_table,
    distance_map,
    leaning_table,
    tornado,
    zone_dates,
)
from satumeja.brief.terminal import (
    print_coalitions,
    print_inverse,
    print_over_time,
    print_rests_on,
)
from satumeja.brief.words import Words
from satumeja.gallery import load
from satumeja.questions import (
    Closing,
    Fallback,
    Happening,
    coalitions,
    invert,
    over_time,
    rests_on,
)
from satumeja.stability import CONCEPTS, analyse


def test_conditions_and_the_least_change_are_said() -> None:
    said = page(print_inverse, invert(load("syria-iraq"), 2, "smr", dm="syria"), "en")
    assert "Strict rankings of Syria that make it an equilibrium: 41.7% (300 of 720)." in said
    assert "state 2 must be no worse for Syria than state 1 or all of states 4, 5 and 6." in said
    assert "In symbols: (2 ≿ 1 ∨ (2 ≿ 4 ∧ 2 ≿ 5 ∧ 2 ≿ 6)) ∧" in said
    assert "Rankings: 1 preference between two states would have to be given up." in said
    assert "No fewer will do. Syria would have to like state 2 no less than state 6." in said


def test_who_stands_in_the_way_of_a_guarantee() -> None:
    said = page(print_inverse, invert(load("december-2021-b"), 14, "seq"), "en")
    assert (
        "No ranking of Russia alone makes it an equilibrium: it stays unstable for United" in said
    )
    assert "it would hold if these were eased: us#1" in said
    assert "United States: 2 ≻ 1 ≻ 3 ≻ 4 ≻ 5 ≻ 6 ≻ 7" in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_any_inverse_question_can_be_told(language: str) -> None:
    for k, model in enumerate([load("elmira"), load("chicken"), *random_models(5, 8)]):
        concept = list(CONCEPTS)[k % len(CONCEPTS)]
        said = page(print_inverse, invert(model, len(model.states), concept), language)
        assert not re.search(r"\{\w+\}", said)
        assert Words(language)("answer.caveat") in said


def test_the_distance_map_has_a_box_for_each_state() -> None:
    found = distance_map(analyse(load("december-2021-b")), "seq")
    texts = ["".join(e.text) for e in elements(str(found.svg)) if e.name == "text"]
    boxes = [text for text in texts if re.fullmatch(r"\d+( SQ)?", text)]
    assert len(boxes) == 51 + len({int(d) for d in _distances()})
    assert "Nearest to an equilibrium: states 9, 6, 41, 3, 4 and 43." in found.description
    assert found.svg.count('class="line shade"') == len(
        analyse(load("december-2021-b")).equilibria("seq")
    )


def _distances() -> list[int]:
    found: list[int] = analyse(load("december-2021-b")).distance("seq").changes.tolist()
    return found


def test_what_the_table_of_december_rests_on() -> None:
    said = page(print_rests_on, rests_on(load("december-2021-b"), state=7), "en")
    assert "State 7 holds under GMR and SMR; so it is in" in said
    assert (
        "It would not be so if statement 2 of Russia (not “Deploy weapons in Ukraine”) "
        "counted 1 place lower (rests on 1 source; evidence: weak)." in said
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_answers_rest_on_can_be_told(language: str) -> None:
    for model in [load("elmira"), load("december-2021-a"), *random_models(9, 6)]:
        found = rests_on(model, start=1, samples=50)
        said = page(print_rests_on, found, language)
        assert not re.search(r"\{\w+\}", said)
        assert len(leaning_table(found, language=language).lines()) == min(40, len(found.leanings))
        picture = tornado(found, language=language)
        assert picture.svg.count("<rect") == 1 + 2 * min(24, len(found.leanings))


def test_who_can_improve_together() -> None:
    found = coalitions(load("elmira"), [5])
    said = page(print_coalitions, found, "en")
    assert "CNash: states 8 and 9; CGMR: states 1, 4, 8 and 9" in said
    rows = {line[0]: line[1:] for line in coalition_table(found).lines()}
    (together,) = (row for row in rows.values() if row[0] == "5 to 8")
    assert together[1] == "none"
    picture = coalition_lattice(found, 5)
    assert picture.svg.count('class="line alarm"') == 1
    assert picture.svg.count("<circle") == 7


@pytest.mark.parametrize("language", LANGUAGES)
def test_any_coalitions_can_be_told(language: str) -> None:
    for model in [load("chicken"), load("prisoners-dilemma"), *random_models(2, 4)]:
        found = coalitions(model, [1, len(model.states)])
        said = page(print_coalitions, found, language)
        said += coalition_lattice(found, 1, language=language).description
        assert not re.search(r"\{\w+\}", said)


def test_dates_are_told() -> None:
    changes: list[Happening] = [
        Closing("2022-01-20", "withdraw", taken=False),
        Fallback("2022-02-24", frozenset({"attack", "platform"})),
    ]
    found = over_time(load("december-2021-b"), changes, concepts=["seq"])
    said = page(print_over_time, found, "en")
    assert (
        "From 20 January 2022 on “Pull back the forces massed near Ukraine” can no longer" in said
    )
    assert "Meets: Talks between Russia and NATO (Russia and NATO allies)." in said
    assert "Without a deal, state 6 (NNY|YNN|NN) is now in force." in said
    said = page(print_over_time, found, "id")
    assert "Mulai 24 Februari 2022" in said
    assert not re.search(r"\{\w+\}", said)


def test_a_closing_zone_is_told() -> None:
    shipped = Fallback("2022-02", frozenset({"ship"}))
    said = page(print_over_time, over_time(trade(), [shipped], concepts=["nash"]), "en")
    assert "no deal. The zone has closed." in said
    assert "Y|Y|N is no longer better for buyer than what is in force." in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_figure_shows_when_a_zone_closes_and_for_whom(language: str) -> None:
    words = Words(language)
    found = over_time(trade(), [Fallback("2022-02", frozenset({"ship"}))], concepts=["nash"])
    figure = zone_dates(found, language=language)
    assert words("zone_dates.closes") in figure.svg
    assert words("zone_dates.whom", dms="buyer") in figure.svg
    assert figure.svg.count('class="zone"') == sum(
        len(session.found) > 0 for step in found.steps for session in step.sessions
    )
    assert figure.svg.count('stroke-width="2.2"') == 1
    closed = Closing("2022-02", "pay", taken=False)
    gone = zone_dates(over_time(trade(), [closed], concepts=["nash"]), language=language)
    assert words("zone_dates.out_of_reach") in gone.svg
